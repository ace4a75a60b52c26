//! What the IMF's indicators of trade mean.

use crate::providers::observation::Direction;

/// What an indicator counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    Flow(Direction),
    /// Imports valued FOB, which stand beside the usual CIF ones.
    ImportsFob,
    Other,
}

/// Reason told for imports FOB.
pub(crate) const FOB_BESIDE_CIF: &str = "imports valued FOB beside imports valued CIF";

/// Reads an indicator, by its code or its English name.
///
/// The codes of the former DOTS begin with `T`, those of the present IMTS do not.
pub(crate) fn meaning(indicator: &str) -> Meaning {
    let upper = indicator.trim().to_ascii_uppercase();
    let code = upper.split([':', ' ']).next().unwrap_or_default();
    let code = code.strip_prefix('T').unwrap_or(code);
    match code {
        "XG_FOB_USD" | "XG_FOB" => return Meaning::Flow(Direction::Export),
        "MG_CIF_USD" | "MG_CIF" => return Meaning::Flow(Direction::Import),
        "MG_FOB_USD" | "MG_FOB" => return Meaning::ImportsFob,
        _ => {}
    }
    let has = |word: &str| upper.contains(word);
    match () {
        () if has("BALANCE") || !has("GOODS") || !has("US DOLLAR") => Meaning::Other,
        () if has("EXPORTS") && has("(FOB)") => Meaning::Flow(Direction::Export),
        () if has("IMPORTS") && has("(CIF)") => Meaning::Flow(Direction::Import),
        () if has("IMPORTS") && has("(FOB)") => Meaning::ImportsFob,
        () => Meaning::Other,
    }
}
