//! Headlines of charts about one country and its partners.

use super::Headline;
use crate::charts::Series;
use crate::charts::reading::partners::{At, Partners};
use crate::model::naming::{in_prose, possessive};
use crate::model::number;
use crate::model::written::capital;

impl Partners {
    /// `exporters to China`, `importers from Norway`.
    fn them(&self) -> String {
        let country = in_prose(&self.country);
        match self.at {
            At::Importer => format!("exporters to {country}"),
            At::Exporter => format!("importers from {country}"),
        }
    }

    /// `exports to China`, `exports of Norway`.
    fn trade(&self) -> String {
        let country = in_prose(&self.country);
        match self.at {
            At::Importer => format!("exports to {country}"),
            At::Exporter => format!("exports of {country}"),
        }
    }

    /// The largest partner of a year.
    fn largest(&self, year: f64) -> Option<(&Series, f64)> {
        let there = self.reading.series.iter();
        there
            .filter_map(|one| Some((one, one.at(year)?)))
            .reduce(|most, next| if next.1 > most.1 { next } else { most })
    }

    /// In how many of the series that have both the second year is above the first.
    fn rose(&self, first: f64, last: f64) -> (usize, usize) {
        let both: Vec<(f64, f64)> = self
            .reading
            .series
            .iter()
            .filter_map(|one| Some((one.at(first)?, one.at(last)?)))
            .collect();
        let up = both.iter().filter(|(then, now)| now > then).count();
        (up, both.len())
    }
}

/// Who was the largest partner of the year.
pub(in crate::charts) fn ranked(partners: &Partners, year: f64) -> Headline {
    let measure = format!(
        "{} of goods, {year}, in {}",
        capital(&partners.trade()),
        partners.reading.unit
    );
    let count = partners.counted(year);
    let title = partners
        .largest(year)
        .filter(|_| count > 1)
        .map(|(one, value)| {
            let name = capital(&in_prose(&one.key));
            let amount = partners.reading.money().label(value);
            format!(
                "{name} was the largest of {count} {} in {year}: {amount}",
                partners.them()
            )
        });
    (title.unwrap_or_else(|| capital(&partners.trade())), measure)
}

/// For how many partners trade grew in the last year.
pub(in crate::charts) fn growth(partners: &Partners) -> Headline {
    let measure = format!(
        "{} of goods, change of the value on the year before, per cent; {}",
        capital(&partners.trade()),
        partners.reading.unit
    );
    let year = partners.last_year();
    let rates: Vec<f64> = partners
        .reading
        .series
        .iter()
        .filter_map(|one| one.at(year))
        .collect();
    let up = rates.iter().filter(|rate| **rate > 0.0).count();
    let title = format!(
        "{} grew for {up} of {} partners in {year}",
        capital(&partners.trade()),
        rates.len()
    );
    (title, measure)
}

/// For how many partners the last year is above the first.
pub(in crate::charts) fn levels(partners: &Partners, [first, last]: [f64; 2]) -> Headline {
    let measure = format!(
        "{} of goods, in {}",
        capital(&partners.trade()),
        partners.reading.unit
    );
    let title = match partners.rose(first, last) {
        (_, 0) => capital(&partners.trade()),
        (up, all) => format!(
            "{} were larger in {last} than in {first} for {up} of {all} partners",
            capital(&partners.trade())
        ),
    };
    (title, measure)
}

/// Who climbed most places, if one alone did.
pub(in crate::charts) fn ranks(partners: &Partners) -> Headline {
    let measure = format!(
        "Rank among {} by value of goods, 1 the largest",
        partners.them()
    );
    let [first, last] = partners.span();
    let climbs = partners.reading.series.iter().filter_map(|one| {
        let (from, to) = (one.at(first)?, one.at(last)?);
        Some((one, from, to, from - to))
    });
    let most = climbs.clone().map(|(.., climb)| climb).fold(0.0, f64::max);
    let climbers: Vec<_> = climbs
        .filter(|(.., climb)| *climb == most && most > 0.0)
        .collect();
    let title = match climbers.as_slice() {
        [(one, from, to, _)] => format!(
            "{} climbed furthest among {}: from place {from} in {first} to {to} in {last}",
            capital(&in_prose(&one.key)),
            partners.them()
        ),
        _ => format!("Ranks of {}", partners.them()),
    };
    (title, measure)
}

/// How the largest share of the last year changed.
pub(in crate::charts) fn shares(partners: &Partners) -> Headline {
    let owner = possessive(&partners.country);
    let whole = match partners.at {
        At::Importer => format!("{owner} imports"),
        At::Exporter => format!("{owner} exports"),
    };
    let measure = format!(
        "Shares of {whole} of goods, from values in {}",
        partners.reading.unit
    );
    let [first, last] = partners.span();
    let title = partners.largest(last).and_then(|(one, now)| {
        let then = one.at(first).filter(|_| first < last)?;
        let (then, now) = (number::share(then / 100.0), number::share(now / 100.0));
        let name = capital(&possessive(&one.key));
        Some(format!(
            "{name} share of {whole} went from {then} in {first} to {now} in {last}"
        ))
    });
    (
        title.unwrap_or_else(|| format!("Shares of {}", whole)),
        measure,
    )
}

/// How many partners grew; the axes say the rest.
pub(in crate::charts) fn standing(partners: &Partners, growth: &[Option<f64>]) -> Headline {
    let measure = format!(
        "{} of goods, from values in {}",
        capital(&partners.trade()),
        partners.reading.unit
    );
    let rates: Vec<f64> = growth.iter().copied().flatten().collect();
    let up = rates.iter().filter(|rate| **rate > 0.0).count();
    let title = match rates.len() {
        0 => format!("Share and growth of {}", partners.trade()),
        all => format!(
            "{} grew for {up} of {all} partners",
            capital(&partners.trade())
        ),
    };
    (title, measure)
}
