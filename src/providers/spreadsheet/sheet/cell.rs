//! A cell of a workbook as text.

use calamine::{Data, ExcelDateTime};

/// A cell as text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Cell {
    #[default]
    Empty,
    Text(String),
    /// An error of the spreadsheet, such as `#N/A`.
    Wrong(String),
    /// A formula whose result the file does not hold.
    Formula(String),
}

impl Cell {
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) | Self::Wrong(text) | Self::Formula(text) => text.clone(),
            Self::Empty => String::new(),
        }
    }

    pub(super) fn of(data: &Data) -> Self {
        match data {
            Data::Empty => Self::Empty,
            Data::Int(number) => Self::Text(number.to_string()),
            Data::Float(number) => Self::Text(number_text(*number)),
            Data::String(text) | Data::DurationIso(text) => words(text),
            Data::Bool(truth) => Self::Text(truth.to_string()),
            Data::DateTime(date) => Self::Text(date_text(date)),
            Data::DateTimeIso(date) => {
                Self::Text(date.split('T').next().unwrap_or_default().to_owned())
            }
            Data::Error(error) => Self::Wrong(error.to_string()),
        }
    }
}

pub(super) fn words(text: &str) -> Cell {
    match text.trim() {
        "" => Cell::Empty,
        text => Cell::Text(text.to_owned()),
    }
}

/// A whole number without `.0`: sheets keep the code 842 as 842.0.
fn number_text(number: f64) -> String {
    // Rust writes the shortest digits that give the same number back.
    format!("{number}")
}

fn date_text(date: &ExcelDateTime) -> String {
    if date.is_duration() {
        return number_text(date.as_f64());
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}
