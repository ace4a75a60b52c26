//! Prices of a basket of other periods.

use super::{baskets, key_of};
use crate::error::{Error, Result};
use crate::indicators::prices::lowe::Lowe;
use crate::measures::ask::Ask;
use crate::measures::dimension::Dimension;
use crate::measures::found::{Found, cell};
use crate::measures::panel::Panel;
use crate::model::flow_table::Flow;
use crate::model::period::{first_day, to_days, year_of};

pub(super) fn lowe(ask: &Ask, panel: &Panel, rows: &[Flow], by: &[Dimension]) -> Result<Found> {
    let mut found = Found::of(panel, ["lowe_index", "coverage_percent"]);
    let year = |name: &'static str, typed: &str| -> Result<i32> {
        let year = typed.trim().parse().map_err(|_| Error::UnknownWord {
            what: name,
            typed: typed.to_owned(),
            known: vec!["years such as 2010+2011"],
        })?;
        ask.has_year(panel, year)?;
        Ok(to_days(first_day(year)))
    };
    let years = |name: &'static str| -> Result<Option<Vec<i32>>> {
        let typed = ask.settings.text(name);
        typed
            .map(|typed| typed.split('+').map(|one| year(name, one)).collect())
            .transpose()
    };
    let (basket, reference) = (years("basket")?, years("reference-year")?);
    for (key, baskets) in baskets(rows, panel, |flow| key_of(panel, by, flow)) {
        let baskets = match baskets {
            Ok(baskets) => baskets,
            Err(why) => {
                found.push(None, key, vec![Err(why.to_string()); 2]);
                continue;
            }
        };
        let first = baskets
            .by_period
            .keys()
            .copied()
            .find(|period| ask.years.contains(year_of(*period)));
        let Some(first) = first else { continue };
        // The months of a year stand for it together.
        let whole = |years: &Vec<i32>| years.iter().flat_map(|one| baskets.of_year(*one)).collect();
        let basket = basket.clone().unwrap_or_else(|| vec![first]);
        let measure = Lowe {
            basket: whole(&basket),
            reference: reference.as_ref().map_or(vec![first], whole),
        };
        let named = |years: &Vec<i32>| {
            let years = years.iter().map(|one| year_of(*one).to_string());
            years.collect::<Vec<_>>().join(", ")
        };
        let on = reference
            .as_ref()
            .map_or_else(|| baskets.written(first), named);
        found.note(format!("quantities of {}, {on} = 100", named(&basket)));
        match measure.of(&baskets) {
            Ok(points) => {
                let shown = points
                    .into_iter()
                    .filter(|point| ask.years.contains(year_of(point.period)));
                shown.for_each(|point| {
                    found.push(
                        Some(point.period),
                        key,
                        [cell(point.price), cell(point.coverage)],
                    );
                });
            }
            Err(why) => found.push(None, key, vec![Err(why.to_string()); 2]),
        }
    }
    Ok(found)
}
