//! Notes that follow the last record.

use crate::providers::text::cell::{is_number, trim};
use crate::providers::text::period::period;

/// Words that footnotes begin with.
const NOTES: [&str; 16] = [
    "source",
    "note",
    "footnote",
    "remark",
    "legend",
    "explanation",
    "data from",
    "data extracted",
    "last update",
    "updated",
    "generated",
    "downloaded",
    "*",
    "†",
    "©",
    "#",
];

/// Whether a line after the last record is surely no record: it begins as notes do, or stands apart and has words alone.
pub fn is_note(line: &str, apart: bool) -> bool {
    let line = trim(line.trim_matches('"'));
    let lower = line.to_lowercase();
    let cells = || line.split([',', ';', '\t', '|']).map(trim);
    let first = cells().next().unwrap_or_default();
    let words =
        !is_number(first) && period(first).is_none() && first.chars().any(char::is_alphabetic);
    let begins = NOTES.iter().any(|note| lower.starts_with(note));
    begins || (apart && words && !cells().any(is_number))
}
