//! Countries as trade statistics write them, and the names and codes people type for them.

mod nearest;

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

pub use nearest::nearest;

use super::spelling::{Lexicon, bar_separated};
use crate::error::{Error, Result};

/// A country, a former state, an area, or the world as a partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Country {
    /// ISO 3166-1 alpha-3; trade statistics' own code where ISO has none.
    ///
    /// `DEU.1` is an earlier extent of `DEU`, which shares its ISO code but not its number.
    pub code: String,
    pub iso2: String,
    /// Number in the UN M49 standard.
    pub m49: String,
    /// Short English name, as charts print it.
    pub name: String,
    /// `country`, `former`, `world` or `area`.
    pub kind: String,
    /// Other codes that statistics use for the same place, such as 579 for Norway.
    #[serde(deserialize_with = "bar_separated")]
    pub codes: Vec<String>,
    /// Other names people type.
    #[serde(deserialize_with = "bar_separated")]
    pub names: Vec<String>,
    /// Eurostat's code where it differs from `iso2`: EL, UK.
    pub geonom: String,
    /// First year in UN Comtrade's lists; empty if it always was. Others may go further back.
    pub from: Option<i32>,
    /// Last year in UN Comtrade's lists.
    pub until: Option<i32>,
}

impl Country {
    /// Whether UN Comtrade's lists hold the place in a year.
    pub fn exists_in(&self, year: i32) -> bool {
        self.from.is_none_or(|from| from <= year) && self.until.is_none_or(|until| year <= until)
    }

    /// The country that carries the ISO code on: Germany for West Germany, itself for most.
    ///
    /// A file with numbers tells the two apart, a file with ISO codes does not.
    pub fn today(&'static self) -> &'static Self {
        let code = self.code.split('.').next().unwrap_or(&self.code);
        lexicon().code(code).unwrap_or(self)
    }
}

const TABLE: &str = include_str!("../../data/countries.csv");

/// Names of the largest traders in German, French, Spanish and Norwegian.
const OTHER_NAMES: &str = include_str!("../../data/country_names.csv");

/// A country and its names in other languages.
#[derive(Debug, Deserialize)]
pub(super) struct OtherNames {
    pub code: String,
    #[serde(deserialize_with = "bar_separated")]
    pub names: Vec<String>,
}

/// The names of countries in other languages than English.
pub(super) fn other_names() -> &'static [OtherNames] {
    static NAMES: OnceLock<Vec<OtherNames>> = OnceLock::new();
    NAMES.get_or_init(|| {
        csv::Reader::from_reader(OTHER_NAMES.as_bytes())
            .deserialize()
            .collect::<std::result::Result<_, _>>()
            .expect("data/country_names.csv is compiled in and read by a test")
    })
}

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
    find(typed).ok_or_else(|| Error::UnknownCountry {
        typed: typed.to_owned(),
        suggestion: nearest(typed),
    })
}

/// A code beats a name: `AND` is Andorra.
pub(super) fn find(typed: &str) -> Option<&'static Country> {
    lexicon().code(typed).or_else(|| lexicon().name(typed))
}

fn lexicon() -> &'static Lexicon<&'static Country> {
    static LEXICON: OnceLock<Lexicon<&'static Country>> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let mut lexicon = Lexicon::new();
        for country in countries() {
            let own = [&country.code, &country.iso2, &country.m49, &country.geonom];
            for code in own.into_iter().chain(&country.codes) {
                lexicon.add_code(code, country);
            }
            for name in country.names.iter().chain([&country.name]) {
                lexicon.add_name(name, country);
            }
        }
        // English names come first: what is added first wins.
        for other in other_names() {
            let country = countries()
                .iter()
                .find(|country| country.code == other.code);
            for (name, country) in other.names.iter().zip(country.into_iter().cycle()) {
                lexicon.add_name(name, country);
            }
        }
        lexicon
    })
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
    fn an_earlier_extent_leads_to_the_country_of_today() -> Result<()> {
        let west = country("280")?;
        assert_eq!(
            (west.name.as_str(), west.today().code.as_str()),
            ("West Germany", "DEU")
        );
        assert!(west.exists_in(1990) && !west.exists_in(1991));
        assert_eq!(country("BLX")?.today().code, "BLX");
        for former in countries()
            .iter()
            .filter(|country| country.code.contains('.'))
        {
            assert_ne!(former.today(), former, "{}", former.code);
        }
        Ok(())
    }

    #[test]
    fn a_code_of_a_group_has_a_name_too() {
        use crate::model::naming::name_of;
        assert_eq!(name_of("NOR"), "Norway");
        assert_eq!(name_of("EU27_2020"), "European Union of 27 (from 2020)");
        assert_eq!(name_of("???"), "???");
    }
}
