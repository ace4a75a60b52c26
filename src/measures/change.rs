//! Measures of what changed between two periods.

use std::collections::BTreeMap;

use super::ask::Ask;
use super::cells::with;
use super::dimension::{Dimension, Key, NONE};
use super::found::{Cell, Found, cell};
use super::panel::Panel;
use super::shape::Shape;
use crate::error::{Error, Result};
use crate::indicators::dynamics::constant_share::{ConstantShare, Order, Parts, Trade, Weights};
use crate::indicators::dynamics::contributions::{Absent, Part, contributions};
use crate::indicators::dynamics::shift_share::{
    Product, Shift, Year, dynamic_shift_share, shift_share,
};
use crate::indicators::dynamics::timeline::first_of;
use crate::indicators::matrix::Matrix;
use crate::indicators::reason::Reason;
use crate::indicators::reference::Reference;
use crate::model::coded::CodedRow;
use crate::model::period::{Frequency, from_days, year_of};
use crate::model::sum::exact_sum;
use crate::model::written;

impl Ask {
    /// The period that another is compared with: the same of the year before, or of a year that was set.
    fn base(&self, period: i32) -> Result<i32> {
        use chrono::Datelike;
        let year = self.settings.number("base", year_of(period) - 1)?;
        Ok(first_of(year, from_days(period).month()))
    }

    /// The periods shown that have a base in the data, each with it.
    fn spans(&self, panel: &Panel) -> Result<Vec<(i32, i32)>> {
        let all = panel.periods();
        let mut spans = Vec::new();
        for now in self.periods(panel) {
            let then = self.base(now)?;
            if then < now && all.binary_search(&then).is_ok() {
                spans.push((then, now));
            }
        }
        match spans.is_empty() {
            true => Err(Error::NothingLeft {
                what: "no year shown has the year it is compared with".to_owned(),
                remedy: "widen --years, or name another base with --set base=YEAR".to_owned(),
            }),
            false => Ok(spans),
        }
    }
}

/// Notes what a period is compared with.
fn compared(found: &mut Found, panel: &Panel, (then, now): (i32, i32)) {
    let written = |period| written::period(period, panel.frequency);
    found.note(format!("{} against {}", written(now), written(then)));
}

/// The values of a period by key and item; none where nothing of it is known.
type Values = BTreeMap<(Key, u32), Option<f64>>;

/// Keys are those that are shown, or all of them.
fn values(panel: &Panel, period: i32, shape: &Shape, all: bool) -> Values {
    let rows = panel.parts(panel.rows(period), |dimension| shape.has(dimension));
    let mut known: BTreeMap<(Key, u32), Vec<f64>> = BTreeMap::new();
    for row in rows.iter() {
        let key = Dimension::key(&shape.by, row);
        if all || panel.shows(&key) {
            let values = known.entry((key, shape.over.of(row))).or_default();
            values.extend(row.value);
        }
    }
    let sum = |values: Vec<f64>| (!values.is_empty()).then(|| exact_sum(values));
    known
        .into_iter()
        .map(|(key, values)| (key, sum(values)))
        .collect()
}

/// What each item adds to the growth of its row.
pub(super) fn contributions_of(ask: &Ask, panel: &Panel) -> Result<Found> {
    let shape = ask.shape(panel)?;
    let absent = ask
        .settings
        .word("absent", &[Absent::Unknown, Absent::Zero], Absent::as_str)?;
    let mut found = Found::of(
        panel,
        [
            "contribution_points",
            "share_of_change",
            "change",
            "base_value",
            "value",
            "total_growth_percent",
        ],
    );
    for span in ask.spans(panel)? {
        let (then, now) = (
            values(panel, span.0, &shape, false),
            values(panel, span.1, &shape, false),
        );
        compared(&mut found, panel, span);
        let mut rows: BTreeMap<Key, Vec<(u32, Part)>> = BTreeMap::new();
        let places: std::collections::BTreeSet<&(Key, u32)> =
            then.keys().chain(now.keys()).collect();
        for place in places {
            let figure = |of: &Values| of.get(place).copied().flatten();
            let part = Part {
                then: figure(&then),
                now: figure(&now),
            };
            rows.entry(place.0).or_default().push((place.1, part));
        }
        for (key, items) in rows {
            let parts: Vec<Part> = items.iter().map(|(_, part)| *part).collect();
            let of = contributions(&parts, None, absent);
            for ((code, part), one) in items.iter().zip(of.parts) {
                let known =
                    |figure: Option<f64>| figure.ok_or_else(|| Reason::NoFigure.to_string());
                let cells = [
                    cell(one.points),
                    cell(one.share),
                    cell(one.change),
                    known(part.then),
                    known(part.now),
                    cell(of.growth.clone()),
                ];
                found.push(Some(span.1), with(&key, shape.over, *code), cells);
            }
        }
        ask.prune(&mut found);
    }
    Ok(found)
}

/// What the world, by products and markets, and what a country itself did to its exports.
pub(super) fn constant_shares(ask: &Ask, panel: &Panel) -> Result<Found> {
    if !panel.has_products {
        return Err(ask.refuse("needs products", "give files with products, such as BACI's"));
    }
    let measure = ConstantShare {
        order: ask.settings.word("order", &Order::ALL, Order::as_str)?,
        weights: ask
            .settings
            .word("weights", &Weights::ALL, Weights::as_str)?,
        reference: ask
            .settings
            .word("reference", &Reference::ALL, Reference::as_str)?,
    };
    let mut found = Found::of(
        panel,
        ["change".to_owned(), "competitiveness".to_owned()]
            .into_iter()
            .chain(Parts::NAMES.map(|name| name.replace(' ', "_"))),
    );
    found.formula = Some(measure.named());
    let sellers = &panel.named[Dimension::Exporter as usize];
    if sellers.is_empty() {
        return Err(ask.refuse("is of one country at a time", "name it with --exporter"));
    }
    for span in ask.spans(panel)? {
        compared(&mut found, panel, span);
        let rows = |period| panel.parts(panel.rows(period), |_| true);
        let (then, now) = (rows(span.0), rows(span.1));
        // All four matrices have the same products and markets.
        let of = |dimension: Dimension| -> Vec<u32> {
            let all: std::collections::BTreeSet<u32> = then
                .iter()
                .chain(now.iter())
                .map(|row| dimension.of(row))
                .collect();
            all.into_iter().collect()
        };
        let (products, markets) = (of(Dimension::Product), of(Dimension::Importer));
        let grid = |rows: &[CodedRow], seller: Option<u32>| {
            matrix(
                panel,
                rows.iter()
                    .filter(|row| seller.is_none_or(|one| one == row.exporter)),
                &products,
                &markets,
            )
        };
        let (world_then, world_now) = (grid(&then, None)?, grid(&now, None)?);
        for seller in sellers {
            let (own_then, own_now) = (grid(&then, Some(*seller))?, grid(&now, Some(*seller))?);
            let before = Trade {
                own: &own_then,
                world: &world_then,
            };
            let after = Trade {
                own: &own_now,
                world: &world_now,
            };
            let key = [*seller, NONE, NONE];
            match measure.between(before, after) {
                Ok(decomposition) => {
                    if decomposition.cells_outside > 0 {
                        found.note(format!(
                            "{} products and markets of {} have no world to be compared with",
                            decomposition.cells_outside,
                            panel.word(Dimension::Exporter, *seller)
                        ));
                    }
                    found.push(Some(span.1), key, parts(&decomposition.total));
                }
                Err(why) => found.push(Some(span.1), key, vec![Err(why.to_string()); 9]),
            }
        }
    }
    Ok(found)
}

fn parts(parts: &Parts) -> Vec<Cell> {
    let shown = [parts.change(), parts.competitiveness()];
    shown.into_iter().chain(parts.values()).map(Ok).collect()
}

/// Products by markets, zero where no row is.
fn matrix<'a>(
    panel: &Panel,
    rows: impl Iterator<Item = &'a CodedRow>,
    products: &[u32],
    markets: &[u32],
) -> Result<Matrix> {
    let place = |codes: &[u32], code: u32| codes.partition_point(|known| *known < code);
    let mut cells: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    for row in rows {
        let at = place(products, row.product) * markets.len() + place(markets, row.importer);
        cells.entry(at).or_default().extend(row.value);
    }
    let mut values = vec![0.0; products.len() * markets.len()];
    for (at, known) in cells {
        values[at] = exact_sum(known);
    }
    let words = |dimension: Dimension, codes: &[u32]| -> Vec<String> {
        let word = |code: &u32| panel.word(dimension, *code).to_owned();
        codes.iter().map(word).collect()
    };
    Matrix::new(
        words(Dimension::Product, products),
        words(Dimension::Importer, markets),
        values,
    )
}

/// What the mix of products and what a country itself did, against the exports of all.
pub(super) fn shift_shares(ask: &Ask, panel: &Panel) -> Result<Found> {
    let shape = ask.shape(panel)?;
    let each = match ask.settings.text("years") {
        None | Some("ends") => false,
        Some("each") => true,
        Some(typed) => {
            return Err(Error::UnknownWord {
                what: "years",
                typed: typed.to_owned(),
                known: vec!["ends", "each"],
            });
        }
    };
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
        let by_period: BTreeMap<i32, Values> = periods
            .iter()
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
                dynamic_shift_share(&periods.iter().map(year).collect())
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
                    found.push(Some(span.1), key, shift(&answer.total));
                    for (code, one) in codes.iter().zip(&answer.products) {
                        let key = with(&key, shape.over, *code);
                        if !panel.named[shape.over as usize].is_empty() && panel.shows(&key) {
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
