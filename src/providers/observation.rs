//! One figure of a file, still in the file's words.

pub use crate::model::place::Scheme;
use crate::model::source::{Kind, Side};

/// A value or a quantity as the file has it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount<'a> {
    /// Text, in the number format of the file.
    Text(&'a str),
    /// Text that counts in tens to this power, where rows of a file differ in it.
    Tens(&'a str, i32),
    /// A number already, or nothing.
    Number(Option<f64>),
}

/// One figure, as a provider hands it over.
#[derive(Debug, Clone, Copy)]
pub struct Observation<'a> {
    /// Line, or number of the record, for messages.
    pub place: u64,
    pub period: &'a str,
    pub exporter: &'a str,
    pub importer: &'a str,
    pub scheme: Scheme,
    pub side: Side,
    pub kind: Kind,
    /// Product code as text, or `TOTAL`.
    pub product: &'a str,
    pub value: Amount<'a>,
    /// Quantity and the unit it is in, if the file has one.
    pub quantity: Option<(Amount<'a>, &'a str)>,
    /// Id of the source, where the file itself names several.
    pub source: Option<&'a str>,
}

/// What a reporter says of goods and a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Import,
    Export,
    DomesticExport,
    ReExport,
    ReImport,
}

impl Direction {
    /// Reads the flow codes and words of the common publishers: M, X, DX, RX, RM, 1 to 4, import,
    /// exports, re-exports, i, e.
    pub fn read(text: &str) -> Option<Self> {
        Some(match text.trim().to_ascii_lowercase().as_str() {
            "m" | "1" | "i" | "imp" | "import" | "imports" => Self::Import,
            "x" | "2" | "e" | "exp" | "export" | "exports" => Self::Export,
            "dx" | "domestic export" | "domestic exports" => Self::DomesticExport,
            "rx" | "3" | "re-export" | "re-exports" => Self::ReExport,
            "rm" | "4" | "re-import" | "re-imports" => Self::ReImport,
            _ => return None,
        })
    }

    /// Exporter, importer, side and kind of what `reporter` says of `partner`.
    pub fn between<'a>(
        self,
        reporter: &'a str,
        partner: &'a str,
    ) -> (&'a str, &'a str, Side, Kind) {
        match self {
            Self::Import => (partner, reporter, Side::Importer, Kind::Total),
            Self::ReImport => (partner, reporter, Side::Importer, Kind::ReImport),
            Self::Export => (reporter, partner, Side::Exporter, Kind::Total),
            Self::DomesticExport => (reporter, partner, Side::Exporter, Kind::Domestic),
            Self::ReExport => (reporter, partner, Side::Exporter, Kind::ReExport),
        }
    }
}
