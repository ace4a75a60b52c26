//! The rows of one column as encoded pages, not yet packed.

use parquet::basic::Encoding;
use parquet::file::statistics::Statistics;

use super::bits::width;
use super::{delta, hybrid};

/// Rows of a page, the same in every column: a query for a pair unpacks a few of these.
pub const PAGE: usize = 1 << 13;

/// Encoded pages before they are laid one after the other.
pub struct Draft {
    /// The dictionary, and how many words it has.
    pub dictionary: Option<(Vec<u8>, usize)>,
    /// The bytes of each page and its rows.
    pub pages: Vec<(Vec<u8>, usize)>,
    pub encoding: Encoding,
    pub statistics: Statistics,
}

/// Pages of places in a dictionary.
pub fn coded(indices: &[u32], plain: Vec<u8>, words: usize, statistics: Statistics) -> Draft {
    // Some readers know no numbers of no bits.
    let width = width(words.saturating_sub(1) as u64).max(1);
    let page = |indices: &[u32]| {
        let mut bytes = vec![width as u8];
        match words {
            1 => hybrid::encode_run(0, indices.len(), width, &mut bytes),
            _ => hybrid::encode(indices, width, &mut bytes),
        }
        (bytes, indices.len())
    };
    Draft {
        dictionary: Some((plain, words)),
        pages: indices.chunks(PAGE).map(page).collect(),
        encoding: Encoding::RLE_DICTIONARY,
        statistics,
    }
}

/// Pages of numbers, with the marks of nulls before them where there may be some.
pub fn numbers(values: &[i64], present: Option<&[bool]>) -> Draft {
    let nullable = present.is_some();
    let present = present.filter(|present| !present.is_empty());
    let mut bounds: Option<(i64, i64)> = None;
    let mut nulls = 0;
    let mut pages = Vec::new();
    for (number, values) in values.chunks(PAGE).enumerate() {
        let mut bytes = Vec::with_capacity(values.len() * 4);
        let mut kept = Vec::new();
        let here = present.map(|present| &present[number * PAGE..number * PAGE + values.len()]);
        let values_here = match here {
            Some(present) => {
                keep_present(values, present, &mut kept);
                &kept
            }
            None => values,
        };
        if nullable {
            bytes.extend_from_slice(&[0; 4]);
            match here {
                Some(present) => {
                    let marks: Vec<u32> = present.iter().map(|&there| u32::from(there)).collect();
                    hybrid::encode(&marks, 1, &mut bytes);
                }
                None => hybrid::encode_run(1, values.len(), 1, &mut bytes),
            }
            let length = bytes.len() as u32 - 4;
            bytes[..4].copy_from_slice(&length.to_le_bytes());
        }
        nulls += (values.len() - values_here.len()) as u64;
        delta::encode(values_here, &mut bytes);
        let least = values_here.iter().copied().min();
        let most = values_here.iter().copied().max();
        if let (Some(least), Some(most)) = (least, most) {
            let (low, high) = bounds.unwrap_or((least, most));
            bounds = Some((low.min(least), high.max(most)));
        }
        pages.push((bytes, values.len()));
    }
    let (least, most) = (bounds.map(|bounds| bounds.0), bounds.map(|bounds| bounds.1));
    Draft {
        dictionary: None,
        pages,
        encoding: Encoding::DELTA_BINARY_PACKED,
        statistics: Statistics::int64(least, most, None, Some(nulls), false),
    }
}

/// The values that are there, without a branch on each: nulls come as chance has them.
fn keep_present(values: &[i64], present: &[bool], kept: &mut Vec<i64>) {
    kept.resize(values.len(), 0);
    let mut end = 0;
    for (&value, &there) in values.iter().zip(present) {
        kept[end] = value;
        end += usize::from(there);
    }
    kept.truncate(end);
}
