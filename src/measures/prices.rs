//! Prices and volumes of one flow, from values and quantities.

use std::collections::BTreeMap;

use super::ask::Ask;
use super::cells::with;
use super::dimension::{Dimension, Key, NONE};
use super::found::{Cell, Found, cell, count};
use super::panel::Panel;
use crate::error::{Error, Result};
use crate::indicators::prices::basket::Basket;
use crate::indicators::prices::baskets::Baskets;
use crate::indicators::prices::crude::crude_disagrees;
use crate::indicators::prices::formula::Formula;
use crate::indicators::prices::index::{Index, Linking, PriceIndex};
use crate::indicators::prices::lowe::Lowe;
use crate::indicators::prices::outliers::{HidiroglouBerthelot, Outliers};
use crate::indicators::prices::terms_of_trade::{Terms, terms_of_trade};
use crate::indicators::prices::unit_value::{Traded, unit_value};
use crate::indicators::reason::Reason;
use crate::model::column::{TOTAL, WORLD};
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::period::{first_day, to_days, year_of};

/// The rows with quantities of the flows asked for.
fn traded(flows: &FlowTable, ask: &Ask) -> Result<Vec<Flow>> {
    let mut rows = flows.flows()?;
    rows.retain(|flow| {
        let product = |start: &String| flow.product.starts_with(start.as_str());
        flow.product != TOTAL
            && flow.exporter != WORLD
            && flow.importer != WORLD
            && (ask.products.is_empty() || ask.products.iter().any(product))
    });
    match rows.iter().any(|flow| flow.quantity.is_some()) {
        true => Ok(rows),
        false => Err(ask.refuse(
            "needs quantities of products",
            "give files with both, such as BACI's",
        )),
    }
}

fn row(flow: &Flow) -> Traded {
    Traded {
        product: flow.product.clone(),
        unit: flow.quantity_unit.clone(),
        value: flow.value,
        quantity: flow.quantity,
    }
}

/// Baskets of the flows that `of` gives a key, by key.
fn baskets(
    rows: &[Flow],
    panel: &Panel,
    of: impl Fn(&Flow) -> Option<Key>,
) -> BTreeMap<Key, std::result::Result<Baskets, Reason>> {
    let mut apart: BTreeMap<Key, BTreeMap<i32, Vec<Traded>>> = BTreeMap::new();
    for flow in rows {
        if let Some(key) = of(flow) {
            apart
                .entry(key)
                .or_default()
                .entry(flow.period)
                .or_default()
                .push(row(flow));
        }
    }
    let basket = |(period, rows): (i32, Vec<Traded>)| Ok((period, Basket::of(rows)?));
    let of_key = |by_period: BTreeMap<i32, Vec<Traded>>| {
        let by_period = by_period
            .into_iter()
            .map(basket)
            .collect::<std::result::Result<_, Reason>>()?;
        Ok(Baskets {
            frequency: panel.frequency,
            by_period,
        })
    };
    apart
        .into_iter()
        .map(|(key, by_period)| (key, of_key(by_period)))
        .collect()
}

/// The key of a flow told apart by `by`, if it is of the countries that were named.
fn key_of(panel: &Panel, by: &[Dimension], flow: &Flow) -> Option<Key> {
    let codes = [
        panel.coded.area(&flow.exporter)?,
        panel.coded.area(&flow.importer)?,
    ];
    let named = panel.named.iter().zip(codes);
    for (named, code) in named {
        if !named.is_empty() && !named.contains(&code) {
            return None;
        }
    }
    let mut key = [NONE; 3];
    for dimension in by.iter().filter(|one| **one != Dimension::Product) {
        key[*dimension as usize] = codes[*dimension as usize];
    }
    Some(key)
}

pub(super) fn find(ask: &Ask, flows: &FlowTable, panel: &Panel) -> Result<Found> {
    let rows = traded(flows, ask)?;
    let by = match ask.by[..] {
        [] => vec![Dimension::Exporter, Dimension::Importer],
        _ => ask.by.clone(),
    };
    match ask.measure.name {
        "unit-value" => unit_values(ask, panel, &rows, &by),
        "terms-of-trade" => terms(ask, panel, &rows),
        "lowe-index" => lowe(ask, panel, &rows, &by),
        _ => indices(ask, panel, &rows, &by),
    }
}

fn unit_values(ask: &Ask, panel: &Panel, rows: &[Flow], by: &[Dimension]) -> Result<Found> {
    let mut found = Found::of(
        panel,
        ["unit_value", "coverage_percent", "value", "quantity"],
    );
    let by_product = |code: &str| {
        let digits = ask.level.map_or(code.len(), usize::from).min(code.len());
        panel
            .coded
            .products
            .binary_search_by(|known| known.as_str().cmp(&code[..digits]))
    };
    let mut apart: BTreeMap<(i32, Key), Vec<&Flow>> = BTreeMap::new();
    for flow in rows.iter().filter(|flow| ask.years.contains(flow.year())) {
        if let (Some(key), Ok(product)) = (key_of(panel, by, flow), by_product(&flow.product)) {
            let key = with(&key, Dimension::Product, product as u32);
            apart.entry((flow.period, key)).or_default().push(flow);
        }
    }
    for ((period, key), flows) in apart {
        let rows: Vec<Traded> = flows.iter().map(|flow| row(flow)).collect();
        let of = unit_value(&rows);
        if let Some(unit) = &of.unit {
            found.note(format!("unit values of {unit}"));
        }
        let sum = |of: fn(&Flow) -> Option<f64>| -> Cell {
            let known: Vec<f64> = flows.iter().filter_map(|flow| of(flow)).collect();
            match known.is_empty() {
                true => Err(Reason::NoFigure.to_string()),
                false => Ok(crate::model::sum::exact_sum(known)),
            }
        };
        let (value, quantity) = (sum(|flow| flow.value), sum(|flow| flow.quantity));
        // A sum over several units would be of nothing.
        let quantity = of
            .unit
            .as_ref()
            .map_or_else(|| Err(Reason::NoQuantity.to_string()), |_| quantity);
        found.push(
            Some(period),
            key,
            [cell(of.figure), cell(of.coverage), value, quantity],
        );
    }
    Ok(found)
}

fn index_of(ask: &Ask) -> Result<PriceIndex> {
    let settings = &ask.settings;
    let limit = |default: f64| settings.number("limit", default);
    Ok(PriceIndex {
        formula: settings.word("formula", &Formula::ALL, Formula::as_str)?,
        linking: settings.word("linking", &Linking::ALL, Linking::as_str)?,
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
            None => ask.years.first.map(|year| to_days(first_day(year))),
            Some(_) => Some(to_days(first_day(settings.number("reference-year", 0)?))),
        },
    })
}

fn indices(ask: &Ask, panel: &Panel, rows: &[Flow], by: &[Dimension]) -> Result<Found> {
    let measure = index_of(ask)?;
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
        let index = match baskets.clone().and_then(|baskets| measure.of(&baskets)) {
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
    let Ok(base) = baskets.at(index.reference) else {
        return;
    };
    for point in &index.points {
        let (Ok(now), Ok(price)) = (baskets.at(point.period), &point.price) else {
            continue;
        };
        if let Some(warning) = crude_disagrees(base, now, *price) {
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

fn lowe(ask: &Ask, panel: &Panel, rows: &[Flow], by: &[Dimension]) -> Result<Found> {
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

/// Export against import prices of a country, with all partners or with those named.
fn terms(ask: &Ask, panel: &Panel, rows: &[Flow]) -> Result<Found> {
    let measure = index_of(ask)?;
    let terms = ask.settings.word("terms", &Terms::ALL, Terms::as_str)?;
    let mut found = Found::of(
        panel,
        [
            terms.as_str().replace('-', "_"),
            "export_prices".into(),
            "import_prices".into(),
        ],
    );
    found.formula = Some(format!("{}; both: {}", terms.formula(), measure.named()));
    let [own, partners, _] = &panel.named;
    let key = |country: &str, partner: &str| -> Option<Key> {
        let (country, partner) = (panel.coded.area(country)?, panel.coded.area(partner)?);
        let fits = (own.is_empty() || own.contains(&country))
            && (partners.is_empty() || partners.contains(&partner));
        fits.then_some([country, NONE, NONE])
    };
    let exports = baskets(rows, panel, |flow| key(&flow.exporter, &flow.importer));
    let mut imports = baskets(rows, panel, |flow| key(&flow.importer, &flow.exporter));
    for (key, exports) in exports {
        let Some(imports) = imports.remove(&key) else {
            continue;
        };
        let index = |baskets: std::result::Result<Baskets, Reason>| measure.of(&baskets?);
        let answer = || {
            let (exports, imports) = (index(exports)?, index(imports)?);
            let points = terms_of_trade(terms, &exports, &imports)?;
            Ok::<_, Reason>((exports, imports, points))
        };
        match answer() {
            Ok((exports, imports, points)) => {
                let price = |of: &Index, period: i32| -> Cell {
                    let point = of.points.iter().find(|point| point.period == period);
                    point.map_or(Err(Reason::NoFigure.to_string()), |point| {
                        cell(point.price.clone())
                    })
                };
                for (period, figure) in points
                    .into_iter()
                    .filter(|(period, _)| ask.years.contains(year_of(*period)))
                {
                    let prices = [price(&exports, period), price(&imports, period)];
                    found.push(Some(period), key, [cell(figure)].into_iter().chain(prices));
                }
            }
            Err(why) => found.push(None, key, vec![Err(why.to_string()); 3]),
        }
    }
    Ok(found)
}
