//! What can go wrong, said in one voice: lower case, the thing in backticks, the remedy last.

use std::path::{Path, PathBuf};

use polars::prelude::PolarsError;

/// The library's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Everything the library can refuse, named for what the user must mend.
///
/// Each message is whole in itself, so causes are printed within it and not chained.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// Any of the errors below, with the file it is about.
    #[error("{}: {cause}", file.display())]
    File { file: PathBuf, cause: Box<Error> },

    /// A name or code that is no country, group or territory known here.
    #[error("`{typed}` is no country known here{}; `bilat countries` lists them", nearest(.suggestion))]
    UnknownCountry {
        typed: String,
        suggestion: Option<String>,
    },

    /// A pair needs two different countries.
    #[error("`{name}` is named twice; a pair needs two different countries")]
    SameCountry { name: String },

    /// A source id that the loaded data do not hold.
    #[error("`{typed}` is no source of these data; there are: {}", known.join(", "))]
    UnknownSource { typed: String, known: Vec<String> },

    /// A range of years that cannot be read.
    #[error("`{typed}` is no range of years; write 2003..2009, 2003.., ..2009 or 2009")]
    BadYears { typed: String },

    /// A date that cannot be read.
    #[error("`{typed}` is no date; write 2010-10-08, 2010-10 or 2010")]
    BadDate { typed: String },

    /// An analysis that cannot be read.
    #[error("the analysis cannot be read: {reason}")]
    Analysis { reason: String },

    /// A word outside its list.
    #[error("`{typed}` is no {what}; choose one of: {}", known.join(", "))]
    UnknownWord {
        what: &'static str,
        typed: String,
        known: Vec<&'static str>,
    },

    /// A measure that is none.
    #[error("`{typed}` is no measure known here; {}`bilat measure --list` lists them", meant(.nearest))]
    UnknownMeasure {
        typed: String,
        nearest: Vec<&'static str>,
    },

    /// Something that cannot be set of a measure.
    #[error("`{typed}` cannot be set of `{measure}`; {}", settings(.known))]
    UnknownSetting {
        typed: String,
        measure: &'static str,
        known: Vec<String>,
    },

    /// A currency that is none.
    #[error("`{typed}` is no currency known here; write an ISO 4217 code such as USD, EUR or NOK")]
    UnknownCurrency { typed: String },

    /// A column that must be there.
    #[error("column `{column}` is missing; found: {}", found.join(", "))]
    MissingColumn { column: String, found: Vec<String> },

    /// Two columns that both claim one meaning.
    #[error("columns `{first}` and `{second}` both mean `{column}`; keep one of them")]
    AmbiguousColumn {
        column: String,
        first: String,
        second: String,
    },

    /// A cell that is not what its column holds.
    #[error("row {row}, column `{column}`: `{value}` is not {expected}")]
    BadValue {
        row: u64,
        column: String,
        value: String,
        expected: String,
    },

    /// A record with more or fewer fields than the header.
    #[error(
        "row {row} has {found} fields where the header has {expected}; quote fields that hold the separator"
    )]
    RaggedRow {
        row: u64,
        found: usize,
        expected: usize,
    },

    /// One key with two different values.
    #[error(
        "{first} and {second} both give {key}, as {a} and {b}; keep one, or tell them apart in a `source`, `side` or `product` column"
    )]
    Conflict {
        first: String,
        second: String,
        key: String,
        a: String,
        b: String,
    },

    /// A file in no known layout.
    #[error("{reason}")]
    Unreadable { reason: String },

    /// Nothing remains after the wishes of the user.
    #[error("nothing is left: {what}; {remedy}")]
    NothingLeft { what: String, remedy: String },

    /// A percentage of a balance has no meaning.
    #[error(
        "growth of a balance is not defined: its sign can change and its base can be zero, so a percentage misleads; use `bilat summary` for the balance itself and its change in value"
    )]
    GrowthOfBalance,

    /// Figures that do not mean the same thing.
    #[error("{reason}; {remedy}")]
    BasisMismatch { reason: String, remedy: String },

    /// Totals stand beside their parts and it is not certain which to keep.
    #[error("{reason}; {remedy}")]
    TotalsAmongParts { reason: String, remedy: String },

    /// Rows that cannot be read, where none may be lost.
    #[error("{file}: row {place}, column `{column}`: `{text}` {reason}{}", more(*.count))]
    Rejected {
        count: u64,
        file: String,
        place: u64,
        column: String,
        text: String,
        reason: String,
    },

    /// A series that conversion or deflation would need.
    #[error("there is no {what} for {}; {remedy}", years.join(", "))]
    MissingRate {
        what: String,
        years: Vec<String>,
        remedy: String,
    },

    /// A file ending that names no output format.
    #[error("`{typed}` names no output format; choose one of: {}", known.join(", "))]
    UnknownFormat {
        typed: String,
        known: Vec<&'static str>,
    },

    /// A chart that cannot be drawn.
    #[error("{reason}")]
    Chart { reason: String },

    /// A data frame operation that failed; the step says which.
    #[error("{step}: {cause}")]
    Frame {
        step: &'static str,
        cause: PolarsError,
    },

    /// The user stopped the work.
    #[error("interrupted; what was finished before is whole")]
    Interrupted,

    /// Reading or writing failed.
    #[error("{step}: {cause}")]
    Io {
        step: &'static str,
        cause: std::io::Error,
    },
}

impl Error {
    /// The same error, with the file it is about in front.
    pub fn in_file(self, file: &Path) -> Self {
        match self {
            Self::File { .. } => self,
            other => Self::File {
                file: file.to_owned(),
                cause: Box::new(other),
            },
        }
    }

    /// Wraps an input or output error with the step that met it.
    pub fn io(step: &'static str) -> impl FnOnce(std::io::Error) -> Self {
        move |cause| Self::Io { step, cause }
    }

    /// Wraps a data frame error with the step that met it.
    pub fn frame(step: &'static str) -> impl FnOnce(PolarsError) -> Self {
        move |cause| Self::Frame { step, cause }
    }

    /// Whether the words of the user are wrong, rather than a file or the machine.
    pub fn is_usage(&self) -> bool {
        match self {
            Self::UnknownCountry { .. }
            | Self::SameCountry { .. }
            | Self::UnknownSource { .. }
            | Self::UnknownWord { .. }
            | Self::UnknownMeasure { .. }
            | Self::UnknownSetting { .. }
            | Self::UnknownCurrency { .. }
            | Self::UnknownFormat { .. }
            | Self::BadYears { .. }
            | Self::GrowthOfBalance => true,
            Self::File { cause, .. } => cause.is_usage(),
            _ => false,
        }
    }

    /// Whether the reader of our output went away, which is success for a filter in a pipe.
    pub fn is_broken_pipe(&self) -> bool {
        match self {
            Self::Io { cause, .. } => cause.kind() == std::io::ErrorKind::BrokenPipe,
            Self::File { cause, .. } => cause.is_broken_pipe(),
            _ => false,
        }
    }
}

fn meant(nearest: &[&str]) -> String {
    match nearest {
        [] => String::new(),
        nearest => format!("did you mean {}? ", nearest.join(", ")),
    }
}

fn settings(known: &[String]) -> String {
    match known {
        [] => "it has nothing to set".to_owned(),
        known => format!("it takes {}", known.join("; ")),
    }
}

fn nearest(suggestion: &Option<String>) -> String {
    suggestion
        .as_ref()
        .map(|name| format!("; did you mean {name}?"))
        .unwrap_or_default()
}

fn more(count: u64) -> String {
    match count {
        1 => String::new(),
        count => format!("; {count} rows cannot be read, --rejects FILE lists them"),
    }
}
