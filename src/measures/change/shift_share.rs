//! The change of exports by the growth of all, the mix of products and the country itself.

use super::{Values, compared, values};
use crate::error::Result;
use crate::indicators::dynamics::shift_share::{
    Product, Shift, Year, dynamic_shift_share, shift_share,
};
use crate::indicators::dynamics::timeline::first_of;
use crate::measures::ask::Ask;
use crate::measures::cells::with;
use crate::measures::dimension::{Dimension, Key};
use crate::measures::found::{Cell, Found, cell};
use crate::measures::panel::Panel;
use crate::measures::shape::Shape;
use crate::model::period::{Frequency, year_of};
use crate::model::sum::exact_sum;
use std::collections::BTreeMap;

/// What the mix of products and what a country itself did, against the exports of all.
pub(in crate::measures) fn shift_shares(ask: &Ask, panel: &Panel) -> Result<Found> {
    // Products that rows are told apart by are those that the change is split into.
    let split = ask.over.is_none() && ask.by.contains(&Dimension::Product);
    let shape = match split {
        true => {
            let by = ask
                .by
                .iter()
                .copied()
                .filter(|one| *one != Dimension::Product);
            let own = (Dimension::Exporter, Dimension::Product);
            Shape::of(&by.collect::<Vec<_>>(), None, own)?
        }
        false => ask.shape(panel)?,
    };
    let each = ask.settings.second("years", ["ends", "each"])?;
    if each && panel.frequency != Frequency::Year {
        return Err(ask.refuse(
            "adds years up, and these figures are parts of years",
            "leave out years=each",
        ));
    }
    let mut found = Found::of(
        panel,
        [
            "change",
            "reference",
            "mix",
            "shift",
            "competitive",
            "allocation",
            "outside",
        ],
    );
    let spans = ask.spans(panel)?;
    let spans = match (each, spans.first(), spans.last()) {
        (true, Some(first), Some(last)) => vec![(first.0, last.1)],
        _ => spans,
    };
    for span in spans {
        compared(&mut found, panel, span);
        let of = |period| values(panel, period, &shape, true);
        let periods: Vec<i32> = match each {
            true => (year_of(span.0)..=year_of(span.1))
                .map(|year| first_of(year, 1))
                .collect(),
            false => vec![span.0, span.1],
        };
        // A year without rows is missing, not a year without trade.
        let known = panel.periods();
        let by_period: BTreeMap<i32, Values> = periods
            .iter()
            .filter(|period| known.contains(period))
            .map(|period| (*period, of(*period)))
            .collect();
        let keys: std::collections::BTreeSet<Key> = by_period
            .values()
            .flat_map(|values| values.keys().map(|(key, _)| *key))
            .collect();
        let codes: std::collections::BTreeSet<u32> = by_period
            .values()
            .flat_map(|values| values.keys().map(|(_, code)| *code))
            .collect();
        let codes: Vec<u32> = codes.into_iter().collect();
        let reference: BTreeMap<i32, Vec<f64>> = by_period
            .iter()
            .map(|(period, values)| (*period, all_of(values, &codes)))
            .collect();
        for key in keys.into_iter().filter(|key| panel.shows(key)) {
            let own = |period: &i32| -> Vec<f64> {
                let figure = |code: &u32| by_period[period].get(&(key, *code)).copied().flatten();
                codes
                    .iter()
                    .map(|code| figure(code).unwrap_or(0.0))
                    .collect()
            };
            let answer = if each {
                let year = |period: &i32| {
                    let year = Year {
                        own: own(period),
                        reference: reference[period].clone(),
                    };
                    (year_of(*period), year)
                };
                dynamic_shift_share(&by_period.keys().map(year).collect())
            } else {
                let (own_then, own_now) = (own(&span.0), own(&span.1));
                let product = |at: usize| Product {
                    own: (own_then[at], own_now[at]),
                    reference: (reference[&span.0][at], reference[&span.1][at]),
                };
                shift_share(&(0..codes.len()).map(product).collect::<Vec<_>>())
            };
            match answer {
                Ok(answer) => {
                    if !split {
                        found.push(Some(span.1), key, shift(&answer.total));
                    }
                    for (code, one) in codes.iter().zip(&answer.products) {
                        let key = with(&key, shape.over, *code);
                        let wanted = split || panel.names(shape.over);
                        if wanted && panel.shows(&key) {
                            found.push(Some(span.1), key, shift(one));
                        }
                    }
                }
                Err(why) => found.push(Some(span.1), key, vec![Err(why.to_string()); 7]),
            }
        }
    }
    Ok(found)
}

/// The sum over all rows of each item.
fn all_of(values: &Values, codes: &[u32]) -> Vec<f64> {
    let mut sums: BTreeMap<u32, Vec<f64>> = BTreeMap::new();
    for ((_, code), value) in values {
        sums.entry(*code).or_default().extend(*value);
    }
    let sum = |code: &u32| {
        sums.get(code)
            .map_or(0.0, |values| exact_sum(values.iter().copied()))
    };
    codes.iter().map(sum).collect()
}

fn shift(shift: &Shift) -> Vec<Cell> {
    let parts = [shift.change(), shift.reference, shift.mix, shift.shift].map(Ok);
    let rest = [
        cell(shift.competitive.clone()),
        cell(shift.allocation.clone()),
        Ok(shift.outside),
    ];
    parts.into_iter().chain(rest).collect()
}
