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
    let year = |typed: &str| -> Result<i32> {
        let year = typed.trim().parse().map_err(|_| Error::UnknownWord {
            what: "basket",
            typed: typed.to_owned(),
            known: vec!["years such as 2010+2011"],
        })?;
        Ok(to_days(first_day(year)))
    };
    let wanted: Option<Vec<i32>> = ask
        .settings
        .text("basket")
        .map(|typed| typed.split('+').map(year).collect())
        .transpose()?;
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
        let measure = Lowe {
            basket: wanted.clone().unwrap_or_else(|| vec![first]),
            reference: match ask.settings.text("reference-year") {
                None => first,
                Some(typed) => year(typed)?,
            },
        };
        let years: Vec<String> = measure
            .basket
            .iter()
            .map(|period| baskets.written(*period))
            .collect();
        found.note(format!(
            "quantities of {}, {} = 100",
            years.join(", "),
            baskets.written(measure.reference)
        ));
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
