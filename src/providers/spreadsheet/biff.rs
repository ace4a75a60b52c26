//! How large the sheets of an old workbook are, known before calamine builds them.
//!
//! calamine makes room for the area between the first cell and the last, and for what a record of
//! dimensions claims; a damaged one claims more than any memory holds.
//!
//! Source: Microsoft, *[MS-XLS]: Excel Binary File Format*, section 2.4.

use super::compound::{Compound, long, word};

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000a;
const SHEET: u16 = 0x0085;
const PASSWORD: u16 = 0x002f;
const DIMENSIONS: u16 = 0x0200;
/// Several numbers in neighbouring columns.
const NUMBERS: u16 = 0x00bd;
/// Formula, string of cells, number, text, truth, short number and shared text: a cell each.
const CELLS: [u16; 7] = [0x0006, 0x00d6, 0x0203, 0x0204, 0x0205, 0x027e, 0x00fd];

/// Cells between the first and the last of every sheet, all sheets together.
///
/// Nothing if the workbook is damaged.
pub(super) fn area(bytes: &[u8]) -> Option<u64> {
    let file = Compound::open(bytes)?;
    let stream = file.stream("Workbook").or_else(|| file.stream("Book"))?;
    let mut all = 0_u64;
    for (kind, data) in Records(&stream).take_while(|(kind, _)| *kind != END) {
        match kind {
            // Nothing after it can be read, which calamine says itself.
            PASSWORD => return Some(0),
            SHEET => all = all.saturating_add(sheet(stream.get(long(data, 0)? as usize..)?)?),
            _ => {}
        }
    }
    Some(all)
}

fn sheet(stream: &[u8]) -> Option<u64> {
    let (mut depth, mut rows, mut columns, mut claimed) = (0_u32, 0_u64, 0_u64, 0_u64);
    for (kind, data) in Records(stream) {
        let short = |at: usize| word(data, at).map(u64::from);
        match kind {
            BEGIN => depth += 1,
            END if depth <= 1 => break,
            // A chart within the sheet.
            END => depth -= 1,
            // Rows are long numbers in all versions but the oldest.
            DIMENSIONS if data.len() >= 14 => {
                claimed = u64::from(long(data, 4)?).saturating_mul(short(10)?);
            }
            DIMENSIONS => claimed = short(2)? * short(6)?,
            NUMBERS => {
                rows = rows.max(short(0)? + 1);
                columns = columns.max(short(data.len().checked_sub(2)?)? + 1);
            }
            _ if CELLS.contains(&kind) => {
                rows = rows.max(short(0)? + 1);
                columns = columns.max(short(2)? + 1);
            }
            _ => {}
        }
    }
    Some(claimed.max(rows * columns))
}

/// Kind and content of records, one after the other.
struct Records<'a>(&'a [u8]);

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (kind, length) = (word(self.0, 0)?, word(self.0, 2)? as usize);
        let data = self.0.get(4..4 + length)?;
        self.0 = &self.0[4 + length..];
        Some((kind, data))
    }
}
