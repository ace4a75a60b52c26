//! Why a cell is no figure.

/// Why a cell is no figure; each says what to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    #[error(
        "can be read two ways; say which mark is the decimal one with `--decimal .` or `--decimal ,`"
    )]
    Ambiguous,
    #[error(
        "does not fit the number format of the file; mend it, or state the format with `--decimal` and `--thousands`"
    )]
    Format,
    #[error("is a bound and no figure; write a figure, or leave the cell empty")]
    Bound,
    #[error(
        "has brackets, which may mean a negative figure or a note; write a minus sign, or leave the note out"
    )]
    Brackets,
    #[error("is a percentage and no amount; choose another column")]
    Percent,
    #[error(
        "has something behind the figure that may be a flag, a unit or a figure cut off; remove it or write the figure out"
    )]
    Suffix,
    #[error(
        "names a unit of its own besides that of its column; write it in the unit of the column"
    )]
    Unit,
    #[error("is too large or too small to be kept; check it")]
    Size,
    #[error("is no number; write digits, and nothing for a missing figure")]
    NoNumber,
}
