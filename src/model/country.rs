//! Countries as trade statistics write them, and the names and codes people type for them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};

/// A country, a former state, or the world as a partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Country {
    /// ISO 3166-1 alpha-3; trade statistics' own code where ISO has none.
    pub code: String,
    pub iso2: String,
    /// Number in the UN M49 standard.
    pub m49: String,
    /// Short English name, as charts print it.
    pub name: String,
    /// `country`, `former`, `world` or `area`.
    pub kind: String,
    /// Other numbers that statistics use for the same place, such as 579 for Norway.
    #[serde(deserialize_with = "bar_separated")]
    pub codes: Vec<String>,
    /// Other names people type.
    #[serde(deserialize_with = "bar_separated")]
    pub names: Vec<String>,
}

const TABLE: &str = include_str!("../../data/countries.csv");

/// Names less alike than this are no suggestion but noise.
const LIKENESS: f64 = 0.8;

/// Every country known here, by code.
pub fn countries() -> &'static [Country] {
    static COUNTRIES: OnceLock<Vec<Country>> = OnceLock::new();
    COUNTRIES.get_or_init(|| {
        csv::Reader::from_reader(TABLE.as_bytes())
            .deserialize()
            .collect::<std::result::Result<_, _>>()
            .expect("data/countries.csv is compiled in and read by a test")
    })
}

/// The country meant by `typed`: ISO3, ISO2, a number, or an English name in any case.
///
/// ```
/// for typed in ["NOR", "no", "579", "norway"] {
///     assert_eq!(bilat::country(typed)?.name, "Norway");
/// }
/// # Ok::<(), bilat::Error>(())
/// ```
///
/// # Errors
/// [`Error::UnknownCountry`], with the nearest name if one is near.
pub fn country(typed: &str) -> Result<&'static Country> {
    let wanted = plain(typed);
    let found = names().get(wanted.as_str()).copied();
    found.ok_or_else(|| Error::UnknownCountry {
        typed: typed.to_owned(),
        suggestion: nearest(&wanted),
    })
}

/// The English name of a code; the code itself where it is unknown.
pub fn name_of(code: &str) -> &str {
    names()
        .get(plain(code).as_str())
        .map_or(code, |country| country.name.as_str())
}

fn names() -> &'static BTreeMap<String, &'static Country> {
    static NAMES: OnceLock<BTreeMap<String, &'static Country>> = OnceLock::new();
    NAMES.get_or_init(|| {
        let mut names = BTreeMap::new();
        // A code beats a name: `AND` is Andorra.
        for country in countries() {
            let codes = [&country.code, &country.iso2, &country.m49];
            for code in codes.into_iter().chain(&country.codes) {
                names.entry(plain(code)).or_insert(country);
            }
        }
        for country in countries() {
            for name in country.names.iter().chain([&country.name]) {
                names.entry(plain(name)).or_insert(country);
            }
        }
        names.remove("");
        names
    })
}

/// Lower case, letters and digits alone, accents off, no leading zeros.
fn plain(typed: &str) -> String {
    let folded: String = typed
        .to_lowercase()
        .chars()
        .filter_map(|letter| match letter {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => Some('a'),
            'ç' => Some('c'),
            'è' | 'é' | 'ê' | 'ë' => Some('e'),
            'ì' | 'í' | 'î' | 'ï' => Some('i'),
            'ñ' => Some('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => Some('o'),
            'ù' | 'ú' | 'û' | 'ü' => Some('u'),
            // Underscores begin the codes of unspecified areas: `_X`.
            letter if letter.is_alphanumeric() || letter == '_' => Some(letter),
            _ => None,
        })
        .collect();
    match folded.trim_start_matches('0') {
        "" if !folded.is_empty() => "0".to_owned(),
        digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.to_owned(),
        _ => folded,
    }
}

fn nearest(wanted: &str) -> Option<String> {
    names()
        .iter()
        .map(|(name, country)| (strsim::jaro_winkler(wanted, name), country))
        .filter(|(likeness, _)| *likeness >= LIKENESS)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, country)| format!("{} ({})", country.name, country.code))
}

fn bar_separated<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> std::result::Result<Vec<String>, D::Error> {
    let joined = String::deserialize(deserializer)?;
    Ok(joined
        .split('|')
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statistical_numbers_and_names_mean_the_same_country() -> Result<()> {
        let same = [
            ("NOR", ["579", "578", "no", "NORWAY"]),
            ("USA", ["842", "840", "us", "United States of America"]),
            ("FRA", ["251", "250", "fr", "france"]),
            ("IND", ["699", "356", "in", "India"]),
            ("CHE", ["757", "756", "ch", "Switzerland"]),
            ("KOR", ["410", "kr", "South Korea", "Rep. of Korea"]),
            ("AFG", ["004", "4", "af", "afghanistan"]),
        ];
        for (code, typed) in same {
            for name in typed {
                assert_eq!(country(name)?.code, code, "{name}");
            }
        }
        Ok(())
    }

    #[test]
    fn a_misspelt_name_gets_a_suggestion() {
        let error = country("Norwya").expect_err("no such country");
        assert_eq!(
            error.to_string(),
            "`Norwya` is no country known here; did you mean Norway (NOR)?; `bilat countries` lists them"
        );
        assert!(country("").is_err() && country("qqqq").is_err());
    }

    #[test]
    fn no_code_or_name_means_two_countries() {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for country in countries() {
            let typed = [&country.code, &country.iso2, &country.m49, &country.name];
            for name in typed
                .into_iter()
                .chain(&country.codes)
                .chain(&country.names)
            {
                if name.is_empty() {
                    continue;
                }
                let owner = seen.entry(plain(name)).or_insert(&country.code);
                assert_eq!(*owner, country.code, "{name} means two countries");
            }
        }
    }
}
