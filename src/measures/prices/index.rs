//! Price and volume indices, and what they say beside a plain average price.

use super::{baskets, key_of};
use crate::error::{Error, Result};
use crate::indicators::prices::baskets::Baskets;
use crate::indicators::prices::crude::crude_disagrees;
use crate::indicators::prices::formula::Formula;
use crate::indicators::prices::index::{Index, Linking, PriceIndex};
use crate::indicators::prices::outliers::{HidiroglouBerthelot, Outliers};
use crate::indicators::reason::Reason;
use crate::measures::ask::Ask;
use crate::measures::dimension::{Dimension, Key, NONE};
use crate::measures::found::{Found, cell, count};
use crate::measures::panel::Panel;
use crate::model::flow_table::Flow;
use crate::model::period::{Frequency, first_day, to_days, year_of};

impl Ask {
    /// # Errors
    /// [`Error::NothingLeft`] for a year that the data do not have.
    pub(super) fn has_year(&self, panel: &Panel, year: i32) -> Result<()> {
        let mut years = panel.periods().into_iter().map(year_of);
        match years.any(|one| one == year) {
            true => Ok(()),
            false => Err(Error::NothingLeft {
                what: format!("these data have no {year}"),
                remedy: "name a year that they have".to_owned(),
            }),
        }
    }
}

pub(super) fn index_of(ask: &Ask, panel: &Panel) -> Result<PriceIndex> {
    let settings = &ask.settings;
    let formula = settings.word("formula", &Formula::ALL, Formula::as_str)?;
    let linking = settings.word("linking", &Linking::ALL, Linking::as_str)?;
    if linking == Linking::AnnualOverlap && panel.frequency == Frequency::Year {
        let reason = "has no months that could be held against a year";
        return Err(ask.refuse(reason, "leave out linking=annual-overlap"));
    }
    if linking == Linking::Geks && matches!(formula, Formula::Laspeyres | Formula::Paasche) {
        let reason = "cannot be GEKS of a formula that is not reversible in time";
        return Err(ask.refuse(reason, "give formula=fisher, tornqvist or walsh"));
    }
    let limit = |default: f64| -> Result<f64> {
        let limit = settings.number("limit", default)?;
        let least = match settings.text("outliers") {
            Some("ratio") => 1.0,
            _ => 0.0,
        };
        match limit > least {
            true => Ok(limit),
            false => Err(ask.refuse(
                &format!("takes every price for an outlier with a limit of {limit}"),
                &format!("give one above {least}"),
            )),
        }
    };
    Ok(PriceIndex {
        formula,
        linking,
        of_year: settings.text("reference-year").is_some(),
        outliers: match settings.text("outliers") {
            None | Some("none") => Outliers::Keep,
            Some("ratio") => Outliers::Ratio(limit(5.0)?),
            Some("quartile") => Outliers::Quartile(limit(1.5)?),
            Some("fences") => Outliers::Fences(limit(1.5)?),
            Some("robust-z") => Outliers::RobustZ(limit(3.5)?),
            Some("hidiroglou-berthelot") => Outliers::HidiroglouBerthelot(HidiroglouBerthelot {
                u: 0.5,
                a: 0.05,
                c: limit(4.0)?,
            }),
            Some(typed) => {
                return Err(Error::UnknownWord {
                    what: "outliers",
                    typed: typed.to_owned(),
                    known: vec![
                        "none",
                        "ratio",
                        "quartile",
                        "fences",
                        "robust-z",
                        "hidiroglou-berthelot",
                    ],
                });
            }
        },
        reference: match settings.text("reference-year") {
            // The first period that is shown; which one that is each series knows.
            None => None,
            Some(_) => {
                let year = settings.number("reference-year", 0)?;
                ask.has_year(panel, year)?;
                Some(to_days(first_day(year)))
            }
        },
    })
}

/// The first period shown that all of them have.
pub(super) fn first_shown(ask: &Ask, all: &[&Baskets]) -> Option<i32> {
    let (first, others) = all.split_first()?;
    let mut periods = first.by_period.keys().copied();
    periods.find(|period| {
        let everywhere = others.iter().all(|one| one.by_period.contains_key(period));
        everywhere && ask.years.contains(year_of(*period))
    })
}

pub(super) fn indices(ask: &Ask, panel: &Panel, rows: &[Flow], by: &[Dimension]) -> Result<Found> {
    let measure = index_of(ask, panel)?;
    let columns = ["price_index", "volume_index", "value_index"];
    let order = match ask.measure.name {
        "volume-index" => [1, 0, 2],
        _ => [0, 1, 2],
    };
    let rest = [
        "matched",
        "appeared",
        "vanished",
        "coverage_base_percent",
        "coverage_percent",
    ];
    let mut found = Found::of(panel, order.map(|at| columns[at]).into_iter().chain(rest));
    found.formula = Some(measure.named());
    for (key, baskets) in baskets(rows, panel, |flow| key_of(panel, by, flow)) {
        let of = |baskets: Baskets| measure.from(first_shown(ask, &[&baskets])).of(&baskets);
        let index = match baskets.clone().and_then(of) {
            Ok(index) => index,
            Err(why) => {
                found.push(None, key, vec![Err(why.to_string()); 8]);
                continue;
            }
        };
        warn(&mut found, panel, &key, &baskets, &index);
        for point in index
            .points
            .into_iter()
            .filter(|point| ask.years.contains(year_of(point.period)))
        {
            let figures = [cell(point.price), cell(point.volume), cell(point.value)];
            let covered = match point.coverage {
                Some(of) => [
                    count(of.matched),
                    count(of.appeared),
                    count(of.vanished),
                    cell(of.earlier),
                    cell(of.later),
                ],
                // The reference itself is compared with nothing.
                None => [f64::NAN; 5].map(Ok),
            };
            let figures = order.map(|at| figures[at].clone());
            found.push(Some(point.period), key, figures.into_iter().chain(covered));
        }
    }
    Ok(found)
}

/// Says where the plain average price moved the other way than the index.
fn warn(
    found: &mut Found,
    panel: &Panel,
    key: &Key,
    baskets: &std::result::Result<Baskets, Reason>,
    index: &Index,
) {
    let Ok(baskets) = baskets else { return };
    for point in &index.points {
        let (Ok(now), Ok(price)) = (baskets.at(point.period), &point.price) else {
            continue;
        };
        if let Some(warning) = crude_disagrees(&index.base, now, *price) {
            let codes = [(Dimension::Exporter, key[0]), (Dimension::Importer, key[1])];
            let codes = codes.into_iter().filter(|(_, code)| *code != NONE);
            let codes: Vec<&str> = codes
                .map(|(dimension, code)| panel.word(dimension, code))
                .collect();
            found.note(format!(
                "{} {}: {warning}",
                codes.join(" to "),
                baskets.written(point.period)
            ));
        }
    }
}
