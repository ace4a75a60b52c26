//! Countries in sentences: names, adjectives, and the first halves of `Sino-Norwegian`.

use super::lexicon;
pub(super) use super::lexicon::{Naming, Nation};
use super::token::Token;

/// A name of more tokens than this is a statistician's and stands in no sentence.
const LONGEST: usize = 6;

/// Words that make another place or a firm of the name after them: Latin America, New Mexico, Bank of China.
const NOT_AFTER: [&str; 17] = [
    "latin",
    "north",
    "south",
    "central",
    "new",
    "northern",
    "southern",
    "eastern",
    "western",
    "east",
    "west",
    "greater",
    "statistics",
    "air",
    "inner",
    "outer",
    "upper",
];

/// Words that make a sea, a firm or a paper of the name before them.
const NOT_BEFORE: [&str; 12] = [
    "sea",
    "ocean",
    "daily",
    "mobile",
    "airlines",
    "telecom",
    "times",
    "post",
    "airways",
    "peninsula",
    "strait",
    "syndrome",
];

/// The country named at a token, the longest name that fits, and the tokens it takes.
pub(super) fn at(tokens: &[Token], start: usize) -> Option<(Nation, usize)> {
    let first = tokens.get(start)?;
    if !first.is_capital() && first.lower != "eurozone" {
        return None;
    }
    let before = start.checked_sub(1).and_then(|before| tokens.get(before));
    if before.is_some_and(|before| NOT_AFTER.contains(&before.lower.as_str())) {
        return None;
    }
    if start >= 2
        && tokens[start - 1].is("of")
        && (tokens[start - 2].is("bank") || tokens[start - 2].is("gulf"))
    {
        return None;
    }
    for length in (1..=LONGEST.min(tokens.len() - start)).rev() {
        let words: Vec<&str> = tokens[start..start + length]
            .iter()
            .map(|token| token.lower.as_str())
            .collect();
        let Some(nation) = lexicon::lexicon().get(words.join(" ").as_str()) else {
            continue;
        };
        let next = tokens
            .get(start + length)
            .map_or("", |next| next.lower.as_str());
        let shout = first.text.len() <= 3
            && first.text.chars().any(char::is_lowercase)
            && short(&first.lower);
        let hyphen = nation.naming == Naming::Prefix && next != "-";
        if NOT_BEFORE.contains(&next) || shout || hyphen {
            return None;
        }
        return Some((*nation, length));
    }
    None
}

/// Names that are initials, which `Us` and `Eu` are not.
fn short(lower: &str) -> bool {
    ["us", "uk", "eu", "usa", "uae", "prc", "rok", "drc", "ea"].contains(&lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::claims::read::lexicon::demonyms;
    use crate::checks::claims::read::token::tokens;
    use crate::model::country::country;
    use crate::model::group::group;

    fn found(text: &str) -> Vec<&'static str> {
        let tokens = tokens(text, 0);
        let mut at_token = 0;
        let mut codes = Vec::new();
        while at_token < tokens.len() {
            match at(&tokens, at_token) {
                Some((nation, length)) => {
                    codes.push(nation.code);
                    at_token += length;
                }
                None => at_token += 1,
            }
        }
        codes
    }

    #[test]
    fn names_and_adjectives_are_known_and_their_doubles_are_not() {
        assert_eq!(
            found("Sino-Norwegian, US-China, Turkey and the U.K."),
            ["CHN", "NOR", "USA", "CHN", "TUR", "GBR"]
        );
        assert_eq!(
            found("South Korean, Papua New Guinea, Côte d’Ivoire"),
            ["KOR", "PNG", "CIV"]
        );
        assert_eq!(
            found("Trinidad and Tobago and the United Arab Emirates"),
            ["TTO", "ARE"]
        );
        assert_eq!(
            found("the South China Sea, Latin America, New Mexico"),
            Vec::<&str>::new()
        );
        assert_eq!(
            found("us, turkey, polish, china, Us, Statistics Norway"),
            Vec::<&str>::new()
        );
        assert_eq!(
            found("Europe's EU and ASEAN, the European Union"),
            ["EU", "ASEAN", "EU"]
        );
    }

    #[test]
    fn every_row_of_adjectives_names_a_country_or_a_group_once() {
        let mut seen = std::collections::HashSet::new();
        for (code, adjectives, _) in demonyms() {
            assert!(country(code).is_ok() || group(code).is_ok(), "{code}");
            for adjective in adjectives {
                assert!(
                    !adjective.is_empty() && seen.insert(adjective),
                    "{code} {adjective}"
                );
            }
        }
        assert!(seen.len() > 250, "{}", seen.len());
    }
}
