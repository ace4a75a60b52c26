//! What a measure is, as lists and help print it.

/// The description that stands beside each measure's code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// What users type, words joined by hyphens.
    pub name: &'static str,
    /// The abbreviation of the field, which users may type as well; empty if there is none.
    pub short: &'static str,
    /// One sentence, without a full stop.
    pub about: &'static str,
    /// As captions print it; variants one by one.
    pub formula: &'static str,
    pub unit: &'static str,
    /// What one row of the result is.
    pub keys: &'static str,
    /// When there is no figure, and what zeros give.
    pub nulls: &'static str,
    pub source: &'static str,
}
