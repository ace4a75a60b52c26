//! The change of exports by world, products, markets and the country itself.

use super::compared;
use crate::error::Result;
use crate::indicators::dynamics::constant_share::{ConstantShare, Order, Parts, Trade, Weights};
use crate::indicators::matrix::Matrix;
use crate::indicators::reference::Reference;
use crate::measures::ask::Ask;
use crate::measures::cells::with;
use crate::measures::dimension::{Dimension, NONE};
use crate::measures::found::{Cell, Found};
use crate::measures::panel::Panel;
use crate::model::coded::CodedRow;
use crate::model::sum::exact_sum;
use std::collections::{BTreeMap, BTreeSet};

/// What the world, by products and markets, and what a country itself did to its exports.
pub(in crate::measures) fn constant_shares(ask: &Ask, panel: &Panel) -> Result<Found> {
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
    let split = split(ask)?;
    let mut found = Found::of(
        panel,
        ["change".to_owned(), "competitiveness".to_owned()]
            .into_iter()
            .chain(Parts::NAMES.map(|name| name.replace(' ', "_"))),
    );
    found.note(measure.named());
    let sellers = &panel.named[Dimension::Exporter as usize];
    if sellers.is_empty() {
        return Err(ask.refuse("is of one country at a time", "name it with --exporter"));
    }
    for span in ask.spans(panel)? {
        compared(&mut found, panel, span);
        let (then, now) = (panel.rows(span.0), panel.rows(span.1));
        // All four matrices have the same products and markets.
        let of = |dimension: Dimension| -> Vec<u32> {
            let codes = then.iter().chain(now).map(|row| dimension.of(row));
            codes.collect::<BTreeSet<u32>>().into_iter().collect()
        };
        let (products, markets) = (of(Dimension::Product), of(Dimension::Importer));
        let grid = |rows: &[CodedRow], seller: Option<u32>| {
            let rows = rows.iter();
            let rows = rows.filter(|row| seller.is_none_or(|one| one == row.exporter));
            matrix(panel, rows, &products, &markets)
        };
        let (world_then, world_now) = (grid(then, None)?, grid(now, None)?);
        for seller in sellers {
            let (own_then, own_now) = (grid(then, Some(*seller))?, grid(now, Some(*seller))?);
            let before = Trade {
                own: &own_then,
                world: &world_then,
            };
            let after = Trade {
                own: &own_now,
                world: &world_now,
            };
            let key = [*seller, NONE, NONE];
            let decomposition = match measure.between(before, after) {
                Ok(decomposition) => decomposition,
                Err(why) => {
                    found.push(Some(span.1), key, vec![Err(why.to_string()); 9]);
                    continue;
                }
            };
            if decomposition.cells_outside > 0 {
                found.note(format!(
                    "{} products and markets of {} have no world to be compared with",
                    decomposition.cells_outside,
                    panel.word(Dimension::Exporter, *seller)
                ));
            }
            let apart = match split {
                None => {
                    found.push(Some(span.1), key, parts(&decomposition.total));
                    continue;
                }
                Some(Dimension::Product) => products.iter().zip(&decomposition.by_product),
                Some(_) => markets.iter().zip(&decomposition.by_market),
            };
            // What neither period has adds nothing.
            let apart = apart.filter(|(_, one)| one.values().iter().any(|part| *part != 0.0));
            for (code, one) in apart {
                let key = with(&key, split.unwrap_or(Dimension::Product), *code);
                found.push(Some(span.1), key, parts(one));
            }
        }
    }
    Ok(found)
}

/// What the parts are told apart by besides the exporter, if anything.
fn split(ask: &Ask) -> Result<Option<Dimension>> {
    let apart = ask.by.iter().filter(|one| **one != Dimension::Exporter);
    match apart.collect::<Vec<_>>()[..] {
        [] => Ok(None),
        [one] => Ok(Some(*one)),
        _ => Err(ask.refuse(
            "is told apart by products or by markets",
            "give --by exporter,product or --by exporter,importer",
        )),
    }
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
    Matrix::new(
        panel.word_list(Dimension::Product, products),
        panel.word_list(Dimension::Importer, markets),
        values,
    )
}
