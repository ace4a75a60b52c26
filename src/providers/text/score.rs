//! How well a separator explains a text: most records should have the same number of fields, below a header.

use crate::providers::text::header::is_header;
use crate::providers::text::record::{Records, Separator};

/// Records looked at.
const SAMPLE: usize = 1000;

/// Share of the records that must have the usual number of fields.
const CERTAIN: f64 = 0.5;

/// How well a separator explains a sample, from 0 to 1, and how many fields the records have then.
pub fn score(sample: &str, separator: Separator, quote: u8) -> (f64, usize) {
    let (width, share, faults) = widths(sample, separator, quote);
    if width < 2 || share < CERTAIN {
        return (0.0, width);
    }
    // What precedes the header has other widths, but the first record as wide as most is the header.
    let headed = match first(sample, separator, quote, width) {
        Some(header) if is_header(&header) => 1.0,
        _ => 0.4,
    };
    // A tab within fields means that tabs were the separators.
    let tabs = separator != Separator::Byte(b'\t') && sample.contains('\t');
    let score = share * headed * (1.0 - faults) * if tabs { 0.7 } else { 1.0 };
    (score, width)
}

/// The usual number of fields, the share of records that have it, and the share with faults.
pub fn widths(sample: &str, separator: Separator, quote: u8) -> (usize, f64, f64) {
    let mut records = Records::new(sample, separator, quote, 0);
    let (mut fields, mut counts, mut faults, mut met) = (Vec::new(), Vec::new(), 0_usize, 0_usize);
    while let Some(record) = records.next(&mut fields) {
        if met == SAMPLE {
            break;
        }
        if record.range.is_empty() {
            continue;
        }
        met += 1;
        if record.fault.is_some() {
            faults += 1;
            continue;
        }
        if counts.len() <= fields.len() {
            counts.resize(fields.len() + 1, 0_usize);
        }
        counts[fields.len()] += 1;
    }
    // Lines of one field are titles and notes; there may be more of them than records.
    let wide = counts.iter().enumerate().skip(2);
    let usual = wide.max_by_key(|(width, count)| (**count, *width));
    let Some((width, count)) = usual.filter(|(_, count)| **count > 0) else {
        return (1, 0.0, 0.0);
    };
    let single = counts.get(1).copied().unwrap_or(0);
    // They count for half: with the right separator there are few.
    let all = (met - single) as f64 + single as f64 / 2.0;
    (
        width,
        *count as f64 / all.max(1.0),
        faults as f64 / met as f64,
    )
}

fn first(sample: &str, separator: Separator, quote: u8, width: usize) -> Option<Vec<&str>> {
    let mut records = Records::new(sample, separator, quote, width);
    let mut fields = Vec::new();
    while let Some(record) = records.next(&mut fields) {
        let filled = fields
            .iter()
            .filter(|field| !sample[field.range.clone()].trim().is_empty());
        if record.fault.is_none() && fields.len() == width && filled.count() > 1 {
            let cell =
                |field: &crate::providers::text::record::Field| sample[field.range.clone()].trim();
            return Some(fields.iter().map(cell).collect());
        }
    }
    None
}
