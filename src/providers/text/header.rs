//! Telling a header from records.

use crate::providers::text::cell::is_number;
use crate::providers::text::period::period;
use crate::providers::text::year_column::dated;

/// Whether cells name columns: words, and periods for wide tables, but no figures.
pub fn is_header<S: AsRef<str>>(cells: &[S]) -> bool {
    let cells = cells.iter().map(|cell| cell.as_ref().trim());
    let mut words = 0;
    for cell in cells.filter(|cell| !cell.is_empty()) {
        let dated = period(cell).is_some() || dated(cell).is_some();
        if is_number(cell) && !dated {
            return false;
        }
        words += usize::from(!dated && cell.chars().any(char::is_alphabetic));
    }
    words > 0
}
