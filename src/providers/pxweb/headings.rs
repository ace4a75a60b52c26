//! What words and codes say of the direction of trade.

use crate::providers::observation::Direction;
use crate::providers::pxweb::roles;

/// What a code or a label says of the direction of trade.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heading {
    To(Direction),
    /// Imports and exports in one breath: their sum as a flow, and no news in a title.
    Both,
    /// Their difference: no flow.
    Balance,
}

const IMPORTS: &str = "import|innflut|införsel|innførsel|indførsel|tuonti|einfuhr";
const EXPORTS: &str = "export|eksport|útflut|utførsel|udførsel|utförsel|vienti|ausfuhr";
const BALANCES: &str = "balance|balanse|balans|saldo|net trade|nettohandel|kauppatase|vöruskipta|\
    handelsoverskud|overskudd|surplus";

/// Reads the direction from words.
pub(crate) fn of_words(words: &str) -> Option<Heading> {
    let text = words.to_lowercase();
    let any = |list: &str| list.split('|').any(|word| text.contains(word));
    let re = |word: &str| {
        ["re-", "re ", "re", "gjen"].iter().any(|start| {
            text.split([' ', ',', '('])
                .any(|w| w.starts_with(&format!("{start}{word}")))
        })
    };
    let (imports, exports) = (any(IMPORTS), any(EXPORTS));
    Some(Heading::To(if any(BALANCES) {
        return Some(Heading::Balance);
    } else if imports && exports {
        return Some(Heading::Both);
    } else if exports && re("export") || text.contains("re-eksport") || text.contains("reeksport") {
        Direction::ReExport
    } else if imports && re("import") {
        Direction::ReImport
    } else if exports && text.contains("domestic") {
        Direction::DomesticExport
    } else if exports {
        Direction::Export
    } else if imports {
        Direction::Import
    } else {
        return None;
    }))
}

/// Reads the direction from the code of an indicator, as the IMF and WITS write it.
pub(crate) fn of_indicator(code: &str) -> Option<Heading> {
    let first = code.split(['_', '-']).next().unwrap_or_default();
    match first {
        "XG" | "TXG" | "XPRT" => Some(Heading::To(Direction::Export)),
        "MG" | "TMG" | "MPRT" => Some(Heading::To(Direction::Import)),
        "X" if code == "X" => Some(Heading::To(Direction::Export)),
        "M" if code == "M" => Some(Heading::To(Direction::Import)),
        "TBG" | "TB" | "BG" => Some(Heading::Balance),
        _ => None,
    }
}

/// Reads the direction from a member of a flow dimension: its words first, as codes differ between
/// offices.
pub(crate) fn of_flow(code: &str, label: &str) -> Option<Heading> {
    of_words(label)
        .or_else(|| of_words(code))
        .or_else(|| match code {
            "TB" | "B" | "N" | "BAL" => Some(Heading::Balance),
            _ if roles::is_total(code, label) => Some(Heading::Both),
            // What 3 and 4 are is UN Comtrade's alone; a label would say it.
            "3" | "4" => None,
            _ => Direction::read(code).map(Heading::To),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_the_direction() {
        let to = |d| Some(Heading::To(d));
        assert_eq!(of_words("Imports, SEK thousand"), to(Direction::Import));
        assert_eq!(of_words("Útflutningur fob"), to(Direction::Export));
        assert_eq!(of_words("Re-exports"), to(Direction::ReExport));
        assert_eq!(of_words("Imports and exports"), Some(Heading::Both));
        assert_eq!(of_words("Value"), None);
        assert_eq!(of_flow("2", ""), to(Direction::Export));
        assert_eq!(of_flow("1", "Exports"), to(Direction::Export));
        assert_eq!(of_indicator("MPRT-TRD-VL"), to(Direction::Import));
    }
}
