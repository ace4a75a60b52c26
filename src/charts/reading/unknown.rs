//! Years of which the growth of a total is not known, and for want of whose figures.

use std::collections::BTreeMap;

use super::Reading;
use super::partners::{At, Partners};
use crate::charts::Series;
use crate::charts::layout::{alt, names};
use crate::error::{Error, Result};
use crate::model::column::{BASE_VALUE, TOTAL_GROWTH, VALUE};
use crate::model::table::Table;

/// More partners than this are not named but counted.
const NAMED: usize = 2;

/// What is missing of a table of contributions.
pub struct Unknown {
    /// Years without a growth of the total, after the first of which there are figures.
    years: Vec<i64>,
    /// Those to blame, each with the years for which it has no figure.
    lacking: Vec<(String, Vec<i64>)>,
    /// How many there are.
    all: usize,
    /// The option that names partners, if the flows are those of one country.
    option: Option<&'static str>,
}

/// Reads which years are unknown.
pub fn unknown(table: &Table) -> Result<Unknown> {
    let partners = Partners::of(table, VALUE).ok();
    let option = partners.as_ref().map(|partners| match partners.at {
        At::Importer => "--exporters",
        At::Exporter => "--importers",
    });
    let now = match partners {
        Some(partners) => partners.reading.series,
        None => Reading::of(table, VALUE)?.series,
    };
    // A year before the figures begin is nobody's fault.
    let before = Reading::of(table, BASE_VALUE).map_or_else(|_| Vec::new(), |read| read.series);
    let known = Reading::of(table, TOTAL_GROWTH).map_or_else(|_| Vec::new(), |read| read.series);
    let has = |all: &[Series], year: i64| all.iter().any(|one| one.at(year as f64).is_some());
    let mut years: Vec<i64> = now
        .iter()
        .flat_map(|one| &one.points)
        .map(|point| point.year as i64)
        .filter(|year| has(&now, *year) && has(&before, *year) && !has(&known, *year))
        .collect();
    years.sort_unstable();
    years.dedup();
    let mut lacking: BTreeMap<String, Vec<i64>> = BTreeMap::new();
    for (place, one) in now.iter().enumerate() {
        for year in &years {
            let own = before.get(place);
            let bases = own.is_none_or(|own| own.at(*year as f64).is_some());
            for (year, given) in [(year - 1, bases), (*year, one.at(*year as f64).is_some())] {
                let told = lacking.entry(one.name.clone()).or_default();
                if !given && !told.contains(&year) {
                    told.push(year);
                }
            }
        }
    }
    lacking.retain(|_, years| !years.is_empty());
    Ok(Unknown {
        years,
        lacking: lacking.into_iter().collect(),
        all: now.len(),
        option,
    })
}

impl Unknown {
    /// The note on years that are not shown.
    pub fn notes(&self) -> Option<String> {
        let years = (!self.years.is_empty()).then(|| alt::years(&self.years))?;
        let (count, all) = (self.lacking.len(), self.all);
        let called: Vec<&str> = self.lacking.iter().map(|(name, _)| name.as_str()).collect();
        let of = match count {
            0..=NAMED => names::list(&called, NAMED),
            _ => format!("{count} of {all}"),
        };
        Some(format!("Not shown: {years}, for want of figures of {of}."))
    }

    /// Why there is nothing to draw, with a remedy; `None` if nobody's figures are to blame.
    pub fn refusal(&self) -> Option<Error> {
        let first = self.lacking.first()?;
        let told = |(name, years): &(String, Vec<i64>)| {
            format!("{name} has no figure for {}", alt::years(years))
        };
        let mut blamed = match self.lacking.len() {
            1..=NAMED => self.lacking.iter().map(told).collect::<Vec<_>>().join(", "),
            many => format!("{} and {} more lack one too", told(first), many - 1),
        };
        if let Some(option) = self.option {
            blamed.push_str(&format!(
                "; name partners that report with {option}, or take the largest with --top"
            ));
        } else {
            blamed.push_str("; choose other years or another source");
        }
        Some(Error::Chart {
            reason: format!(
                "the growth of the total is not known for {}: {blamed}",
                alt::years(&self.years)
            ),
        })
    }
}
