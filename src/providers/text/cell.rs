//! Cells and names as texts: trimmed, compared, shown.

use crate::error::Error;
use crate::providers::text::record::Field;

/// Whether a cell is digits, in whatever number format.
pub fn is_number(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let marks = |c: char| c.is_ascii_digit() || " \u{a0}\u{202f}\u{2009}.,'’+-−eE%$€£".contains(c);
    digits > 0 && cell.chars().all(marks)
}

/// A name as it is compared: case, spaces, dashes, dots and underscores do not matter.
pub fn plain(name: &str) -> String {
    let kept = name
        .chars()
        .filter(|c| !c.is_whitespace() && !['-', '.', '_', '\u{feff}'].contains(c));
    kept.flat_map(char::to_lowercase).collect()
}

/// The cells of a record as they read: quotes undoubled, spaces and byte-order marks trimmed.
pub fn cells(text: &str, fields: &[Field]) -> Vec<String> {
    let cell = |field: &Field| {
        let raw = trim(&text[field.range.clone()]);
        if field.doubled {
            raw.replace("\"\"", "\"")
        } else {
            raw.to_owned()
        }
    };
    fields.iter().map(cell).collect()
}

/// Trims spaces of all kinds, and byte-order marks that joined files leave within.
pub fn trim(cell: &str) -> &str {
    let bytes = cell.as_bytes();
    match (bytes.first(), bytes.last()) {
        (Some(first), Some(last)) if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        _ => cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}'),
    }
}

/// The start of a text that may be long, fit for a message: no control characters.
pub fn clip(text: &str, longest: usize) -> String {
    let shown = |c: char| if c.is_control() { ' ' } else { c };
    let mut short: String = text.chars().take(longest).map(shown).collect();
    if text.chars().nth(longest).is_some() {
        short.push('…');
    }
    short
}

pub fn unreadable(reason: String) -> Error {
    Error::Unreadable { reason }
}
