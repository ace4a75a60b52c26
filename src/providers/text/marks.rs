//! How numbers are written.

/// How a file writes its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// `.` or `,`.
    pub decimal: char,
    /// What sets thousands apart, if anything does.
    pub thousands: Option<char>,
}

impl Default for Marks {
    fn default() -> Self {
        Self {
            decimal: '.',
            thousands: None,
        }
    }
}
