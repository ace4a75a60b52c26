//! Months against the whole year before, the years chained.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::basket::Basket;
use super::baskets::Baskets;
use super::chain::multiplied;
use super::link::{Level, Link};
use crate::indicators::dynamics::timeline::{first_of, length};
use crate::indicators::reason::{Figure, Reason};
use crate::model::period::{Frequency, from_days};

impl Baskets {
    /// Everything traded in the year that `period` lies in.
    ///
    /// # Errors
    /// [`Reason::NoFigureFor`] if a month or quarter of it has no basket.
    pub(super) fn year(&self, period: i32) -> Result<Basket, Reason> {
        let (year, months) = (from_days(period).year(), length(self.frequency));
        let periods = (0..12 / months).map(|i| first_of(year, i * months + 1));
        let baskets: Vec<&Basket> = periods.map(|one| self.at(one)).collect::<Result<_, _>>()?;
        Basket::together(baskets)
    }
}

/// The level of every month on the reference year.
///
/// ```text
/// P(t) = A(y−1) · P(year y−1, t),   A(y) = A(y−1) · P(year y−1, year y),   A(reference) = 1
/// ```
///
/// Null in the first year, and in a year after an incomplete one.
///
/// Source: Eurostat, unit value indices: elementary unit values over the average of the previous
/// year, aggregated and chained.
pub(super) fn overlapped(
    how: Link,
    baskets: &Baskets,
    reference: i32,
) -> Result<Vec<Level>, Reason> {
    if baskets.frequency == Frequency::Year {
        return Err(Reason::YearlyData);
    }
    let years = by_year(baskets);
    let wanted = from_days(reference).year();
    years.get(&wanted).cloned().ok_or(Reason::TooFew(1))??;
    let numbers: Vec<i32> = years.keys().copied().collect();
    let both = |then: i32, now: i32| Ok::<_, Reason>((years[&then].clone()?, years[&now].clone()?));
    let links: Vec<Figure> = numbers
        .windows(2)
        .map(|pair| {
            let (then, now) = both(pair[0], pair[1])?;
            how.between((&then, &now), || (pair[0].to_string(), pair[1].to_string()))
                .price
        })
        .collect();
    let start = numbers.iter().position(|year| *year == wanted).unwrap_or(0);
    let annual: BTreeMap<i32, Figure> = numbers
        .iter()
        .copied()
        .zip(multiplied(&links, start))
        .collect();
    let level = |period: i32| {
        let before = from_days(period).year() - 1;
        let found = baskets
            .at(period)
            .map_err(|_| Reason::NoFigure)
            .and_then(|now| {
                let then = years.get(&before).ok_or(Reason::FirstPeriod)?.as_ref();
                Ok((then.map_err(Clone::clone)?, now, annual[&before].clone()?))
            });
        match found {
            Ok((then, now, level)) => {
                let names = || (before.to_string(), baskets.written(period));
                let link = how.between((then, now), names);
                Level {
                    price: link.price.map(|price| level * price),
                    coverage: link.coverage,
                }
            }
            Err(reason) => Level {
                price: Err(reason),
                coverage: None,
            },
        }
    };
    Ok(baskets.calendar().into_iter().map(level).collect())
}

/// The whole of every calendar year, or why it is not whole.
fn by_year(baskets: &Baskets) -> BTreeMap<i32, Result<Basket, Reason>> {
    let calendar = baskets.calendar();
    let year = |period: &i32| from_days(*period).year();
    let years = calendar.chunk_by(|a, b| year(a) == year(b));
    years
        .filter_map(|periods| periods.first())
        .map(|period| (year(period), baskets.year(*period)))
        .collect()
}
