//! Codes and periods, each resolved once.

use std::collections::BTreeSet;

use foldhash::HashMap;

use crate::model::country::{Country, countries, nearest};
use crate::model::group::Group;
use crate::model::period::Frequency;
use crate::model::place::{Place, Scheme, resolve};
use crate::model::words::Words;
use crate::providers::text::period::reading;

/// What codes and periods were found to mean.
#[derive(Default)]
pub struct Lookup {
    areas: HashMap<Scheme, HashMap<String, Result<u32, String>>>,
    /// The two areas met last, for in most files one of them stands in many rows; the older one is first.
    last: [Option<(Scheme, String, u32)>; 2],
    groups: HashMap<u32, &'static Group>,
    lives: HashMap<u32, Life>,
    folded: Vec<String>,
    periods: HashMap<String, Option<(i32, Frequency)>>,
    told: BTreeSet<&'static str>,
}

impl Lookup {
    /// First day and frequency of a period.
    pub fn period(&mut self, text: &str) -> Option<(i32, Frequency)> {
        if let Some(known) = self.periods.get(text) {
            return *known;
        }
        let found = reading(text);
        if found.is_some_and(|found| found.fiscal) {
            self.told
                .insert("fiscal years stand under the calendar year they begin in");
        }
        if found.is_some_and(|found| found.either) {
            self.told.insert(
                "periods such as 2003-04 are taken for months; write 2003/04 for fiscal years",
            );
        }
        let found = found.map(|found| (found.days, found.frequency));
        self.periods.insert(text.to_owned(), found);
        found
    }

    /// The number of an area, or why there is none.
    pub fn area(&mut self, scheme: Scheme, text: &str, areas: &mut Words) -> Result<u32, String> {
        for place in [1, 0] {
            if let Some((of, last, number)) = &self.last[place]
                && *of == scheme
                && last == text
            {
                let number = *number;
                self.last.rotate_right(1 - place);
                return Ok(number);
            }
        }
        let found = self.find(scheme, text, areas);
        if let Ok(number) = found {
            self.last = [self.last[1].take(), Some((scheme, text.to_owned(), number))];
        }
        found
    }

    fn find(&mut self, scheme: Scheme, text: &str, areas: &mut Words) -> Result<u32, String> {
        let known = self.areas.entry(scheme).or_default();
        if let Some(known) = known.get(text) {
            return known.clone();
        }
        let found = match resolve(text, scheme) {
            Some(place) => {
                // Files with ISO codes write one code for all extents of a country, and so do we.
                let code = match place {
                    Place::Country(country) => &country.today().code,
                    other => other.code(),
                };
                if code != place.code() {
                    self.folded.push(place.name().to_owned());
                }
                let number = areas.number(code);
                match place {
                    Place::Group(group) => _ = self.groups.insert(number, group),
                    Place::Country(country) => {
                        // Where earlier extents share the code, it was always there.
                        let extended = country.today().code != country.code
                            || has_extents(country)
                            || IN_UNIONS.contains(&country.code.as_str());
                        if !extended && (country.from, country.until) != (None, None) {
                            let life = (country.name.as_str(), country.from, country.until);
                            self.lives.insert(number, life);
                        }
                    }
                    Place::World => {}
                }
                Ok(number)
            }
            None => Err(match nearest(text) {
                Some(near) => format!("is no country or area known here; did you mean {near}?"),
                None => "is no country or area known here".to_owned(),
            }),
        };
        known.insert(text.to_owned(), found.clone());
        found
    }

    /// Earlier extents of countries that were read as the country of today, since last asked.
    pub fn folded(&mut self) -> Vec<String> {
        std::mem::take(&mut self.folded)
    }

    /// What must be said of periods, since last asked.
    pub fn told(&mut self) -> BTreeSet<&'static str> {
        std::mem::take(&mut self.told)
    }

    /// Name, first and last year of an area that was not always there.
    pub fn life(&self, area: u32) -> Option<Life> {
        self.lives.get(&area).copied()
    }

    /// The areas that are groups, by number.
    pub fn groups(&self) -> &HashMap<u32, &'static Group> {
        &self.groups
    }
}

/// Countries whose trade UN Comtrade lists later than theirs is known: that of the unions of Belgium
/// with Luxembourg and of Southern Africa came first.
const IN_UNIONS: [&str; 7] = ["BEL", "LUX", "BWA", "LSO", "NAM", "SWZ", "ZAF"];

/// Name, first and last year.
type Life = (&'static str, Option<i32>, Option<i32>);

fn has_extents(country: &Country) -> bool {
    let earlier = format!("{}.", country.code);
    countries()
        .iter()
        .any(|other| other.code.starts_with(&earlier))
}
