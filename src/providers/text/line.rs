//! What a file says around its table.

/// A line around the table: a title above it, a note below, a word of the file about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// `line 3`, ``key `unit` ``.
    pub place: String,
    pub text: String,
}
