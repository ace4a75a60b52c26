//! What somebody printed about trade: a level, a change, or both, of one flow in one period.

use serde::Serialize;

use crate::model::currency::Currency;

/// One claim, with the words it was printed in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Claim {
    /// Tells it from the others of its document: `1`, `2`, … or the id of a table's row.
    pub id: String,
    /// The clause it stands in, word for word.
    pub quote: String,
    /// Where the quote begins.
    pub place: Place,
    pub flow: Flow,
    /// What is counted: goods unless the words say services, or goods and services.
    pub goods: Goods,
    pub period: Option<Period>,
    pub level: Option<Amount>,
    pub change: Option<Change>,
    /// Who printed it, if known; claims of one source can be held against each other.
    pub source: String,
}

/// A line and a column of a document, both from 1, and the byte offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Place {
    pub line: usize,
    pub column: usize,
    pub offset: usize,
}

/// Whose trade, and which way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Flow {
    /// Goods from one to the other, ISO3 codes; `None` where the words leave it open.
    OneWay {
        exporter: Option<String>,
        importer: Option<String>,
    },
    /// Both directions together.
    TwoWay {
        first: String,
        second: Option<String>,
    },
    /// Exports of the first less its imports from the second.
    Balance {
        first: String,
        second: Option<String>,
    },
}

impl Flow {
    /// ISO3 codes of the countries that the words name.
    pub fn countries(&self) -> Vec<&str> {
        let (first, second) = match self {
            Self::OneWay { exporter, importer } => (exporter.as_deref(), importer.as_deref()),
            Self::TwoWay { first, second } | Self::Balance { first, second } => {
                (Some(first.as_str()), second.as_deref())
            }
        };
        first.into_iter().chain(second).collect()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Goods {
    #[default]
    Goods,
    Services,
    Both,
}

/// A calendar year, a part of one, or a fiscal year that begins in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Period {
    pub year: i32,
    pub part: Part,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    Year,
    /// Months from the first to the last, 1 to 12: H1 is 1–6, Q1 is 1–3, "January–October" 1–10.
    Months(u8, u8),
    /// 12 months that begin in this year and end in the next.
    Fiscal,
}

/// A number as printed, and every value that would be printed so.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Printed {
    /// The digits as they stand: `2.28`.
    pub text: String,
    /// Its value, in whole units (2.28 billion is 2.28e9; 39 per cent is 0.39).
    pub value: f64,
    /// Half a unit of the last printed digit to both sides: 2.275e9 to 2.285e9.
    pub low: f64,
    pub high: f64,
    pub hedge: Hedge,
}

/// How sure the words are of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hedge {
    #[default]
    Plain,
    /// about, some, around, roughly, approximately, near
    About,
    /// more than, over, exceeded, at least
    More,
    /// less than, under, almost, nearly, up to
    Less,
}

/// A level in money.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Amount {
    pub number: Printed,
    /// `None` where the words name none ("dollars" alone is the US dollar, and `assumed` says so).
    pub currency: Option<Currency>,
    pub assumed: bool,
}

/// A stated change against an earlier period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Change {
    pub measure: Measure,
    pub base: Base,
    /// The words: `increased by 39 percent`.
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// A signed fraction: 0.39 up, −0.076 down.
    Rate(Printed),
    /// New level over old: doubled is 2, quadrupled 4, halved 0.5.
    Factor(Printed),
    /// An amount more or less, signed.
    By(Amount),
    /// From this earlier level.
    From(Amount),
    /// Rose or fell, without a number.
    Direction { up: bool },
}

/// What a change is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Base {
    /// The same period a year earlier, as the words say or as is usual.
    YearBefore { stated: bool },
    /// A named earlier period.
    Period(Period),
    /// An average rate a year since then.
    PerYearSince(Period),
    /// The words do not say, and no usual reading holds ("almost quadrupling").
    Open,
}
