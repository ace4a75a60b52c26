//! What a workbook may hold, and what is said of one that cannot be read.

use crate::error::Error;

/// Most cells of a sheet, counted over the area it spans: thrice the largest trade file in sheets.
pub(super) const MOST_CELLS: u64 = 20_000_000;
/// Most bytes of a workbook once unpacked.
pub(super) const MOST_BYTES: u64 = 2 << 30;

pub(super) fn damaged(error: impl std::fmt::Display) -> Error {
    Error::Unreadable {
        reason: format!(
            "the workbook cannot be read: {error}; open it in a spreadsheet and save it anew, or save the sheet as CSV"
        ),
    }
}

pub(super) fn too_large() -> Error {
    Error::Unreadable {
        reason: format!(
            "the workbook spans more than {MOST_CELLS} cells or {} GiB; save the sheet as CSV",
            MOST_BYTES >> 30
        ),
    }
}
