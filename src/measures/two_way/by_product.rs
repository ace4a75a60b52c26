//! Trade within industries, and balances by product.

use super::both_ways::{BothWays, both_ways, partners};
use crate::error::Result;
use crate::indicators::structure::grubel_lloyd::{Level, balanced, grubel_lloyd};
use crate::indicators::structure::lafay::Lafay;
use crate::indicators::two_way::TwoWay;
use crate::measures::ask::Ask;
use crate::measures::cells::with;
use crate::measures::dimension::{Dimension, Key, NONE};
use crate::measures::found::{Cell, Found, cell};
use crate::measures::panel::Panel;
use crate::model::coded::CodedRow;
use std::collections::{BTreeMap, BTreeSet};

/// Grubel–Lloyd and Lafay indices.
pub(in crate::measures) fn products(ask: &Ask, panel: &Panel) -> Result<Found> {
    let mut found = Found::of(panel, [""; 0]);
    let named = partners(panel);
    // Of the products that are told apart those named are shown; others are summed over.
    let by_product = ask.measure.name == "lafay"
        || matches!(
            ask.settings.text("level"),
            Some("product" | "aquino-product")
        );
    for period in ask.periods(panel) {
        let all = panel.rows(period);
        let each = match ask.by.contains(&Dimension::Importer) {
            true => each_partner(panel, all),
            false => vec![(NONE, Vec::new())],
        };
        for (partner, places) in each {
            let rows: Vec<CodedRow> = places.iter().map(|place| all[*place as usize]).collect();
            let both = match partner {
                NONE => both_ways(ask, panel, all, named, !by_product)?,
                one => both_ways(ask, panel, &rows, &BTreeSet::from([one]), !by_product)?,
            };
            let Some(both) = both else { continue };
            both.tell(&mut found, panel, period);
            let rows = both.shown(panel).map(|(row, mut key)| {
                key[Dimension::Importer as usize] = partner;
                (row, key)
            });
            let rows: Vec<(usize, Key)> = rows.filter(|(_, key)| key[0] != key[1]).collect();
            let of = Of {
                both: &both,
                rows: &rows,
                period,
            };
            match ask.measure.name {
                "lafay" => lafay(ask, panel, of, &mut found)?,
                _ => grubel_lloyds(ask, panel, of, &mut found)?,
            }
        }
        ask.prune(&mut found);
    }
    Ok(found)
}

/// Every partner that was named, or that trades, by itself, with the places of its rows.
fn each_partner(panel: &Panel, rows: &[CodedRow]) -> Vec<(u32, Vec<u32>)> {
    let mut partners: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (place, row) in (0..).zip(rows) {
        for code in [row.exporter, row.importer] {
            if panel.has(Dimension::Importer, code) && !panel.is_world(code) {
                partners.entry(code).or_default().push(place);
            }
        }
    }
    partners.into_iter().collect()
}

/// Both ways of the countries that are shown, with their keys.
#[derive(Clone, Copy)]
struct Of<'a> {
    both: &'a BothWays,
    rows: &'a [(usize, Key)],
    period: i32,
}

fn grubel_lloyds(ask: &Ask, panel: &Panel, of: Of<'_>, found: &mut Found) -> Result<()> {
    let Of { both, rows, period } = of;
    let typed = ask.settings.text("level").unwrap_or("grubel-lloyd");
    let by_product = |ways: Vec<TwoWay>, row: &Key, found: &mut Found| {
        for (way, code) in ways.into_iter().zip(&both.products) {
            let key = with(row, Dimension::Product, *code);
            if panel.shows(&key) && way.exports + way.imports > 0.0 {
                found.push(
                    Some(period),
                    key,
                    [cell(grubel_lloyd(way)), Ok(way.exports), Ok(way.imports)],
                );
            }
        }
    };
    let columns = |name: &str| {
        [name, "exports", "imports"]
            .map(|name| name.replace('-', "_"))
            .to_vec()
    };
    for &(row, key) in rows {
        let ways = both.of(row);
        match typed {
            "product" => {
                found.columns = columns("grubel-lloyd-product");
                by_product(ways, &key, found);
            }
            "aquino-product" => {
                found.columns = columns("aquino-product");
                match balanced(&ways) {
                    Ok(ways) => by_product(ways, &key, found),
                    Err(why) => {
                        for (way, code) in ways.iter().zip(&both.products) {
                            let key = with(&key, Dimension::Product, *code);
                            if panel.shows(&key) && way.exports + way.imports > 0.0 {
                                found.push(Some(period), key, vec![Err(why.to_string()); 3]);
                            }
                        }
                    }
                }
            }
            _ => {
                let all = [Level::Aggregate, Level::Adjusted, Level::Aquino];
                let level = ask.settings.word("level", &all, Level::as_str)?;
                found.columns = columns(level.as_str());
                found.formula = Some(level.formula().to_owned());
                let totals = [both.exports.row(row), both.imports.row(row)];
                let totals = totals.map(|values| Ok(crate::model::sum::exact_sum_of(values)));
                let cells = [cell(level.of(&ways))].into_iter().chain(totals);
                found.push(Some(period), key, cells);
            }
        }
    }
    Ok(())
}

fn lafay(ask: &Ask, panel: &Panel, of: Of<'_>, found: &mut Found) -> Result<()> {
    let Of { both, rows, period } = of;
    for &(row, key) in rows {
        let (weight, known) = match ask.settings.second("weight", ["trade", "gdp"])? {
            false => (Lafay::Trade, true),
            true => {
                let gdp = ask.economy_of(panel, key[0], period)?;
                (Lafay::Gdp(gdp.unwrap_or_default()), gdp.is_some())
            }
        };
        found.columns = vec![
            weight.as_str().replace('-', "_"),
            "exports".into(),
            "imports".into(),
        ];
        found.formula = Some(weight.formula().to_owned());
        let ways = both.of(row);
        let indices: Vec<Cell> = match weight.of(&ways) {
            _ if !known => vec![Err("no figure of the economy".to_owned()); ways.len()],
            Ok(indices) => indices.into_iter().map(Ok).collect(),
            Err(why) => vec![Err(why.to_string()); ways.len()],
        };
        for ((way, index), code) in ways.iter().zip(indices).zip(&both.products) {
            let key = with(&key, Dimension::Product, *code);
            if panel.shows(&key) && way.exports + way.imports > 0.0 {
                found.push(Some(period), key, [index, Ok(way.exports), Ok(way.imports)]);
            }
        }
    }
    Ok(())
}
