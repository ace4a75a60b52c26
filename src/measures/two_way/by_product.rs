//! Trade within industries, and balances by product.

use super::both_ways::{BothWays, both_ways, partners};
use crate::error::{Error, Result};
use crate::indicators::structure::grubel_lloyd::{Level, balanced, grubel_lloyd};
use crate::indicators::structure::lafay::Lafay;
use crate::indicators::two_way::TwoWay;
use crate::measures::ask::Ask;
use crate::measures::cells::with;
use crate::measures::dimension::{Dimension, Key};
use crate::measures::found::{Cell, Found, cell};
use crate::measures::panel::Panel;

/// Grubel–Lloyd and Lafay indices.
pub(in crate::measures) fn products(ask: &Ask, panel: &Panel) -> Result<Found> {
    let mut found = Found::of(panel, [""; 0]);
    for period in ask.periods(panel) {
        let Some(both) = both_ways(ask, panel, period, partners(panel))? else {
            continue;
        };
        if ask.measure.name == "lafay" {
            lafay(ask, panel, &both, period, &mut found)?;
        } else {
            grubel_lloyds(ask, panel, &both, period, &mut found)?;
        }
        ask.prune(&mut found);
    }
    Ok(found)
}

fn grubel_lloyds(
    ask: &Ask,
    panel: &Panel,
    both: &BothWays,
    period: i32,
    found: &mut Found,
) -> Result<()> {
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
    for (row, key) in both.shown(panel) {
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
                    Err(why) => found.push(Some(period), key, vec![Err(why.to_string()); 3]),
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

fn lafay(ask: &Ask, panel: &Panel, both: &BothWays, period: i32, found: &mut Found) -> Result<()> {
    for (row, key) in both.shown(panel) {
        let weight = match ask.settings.text("weight") {
            None | Some("trade") => Lafay::Trade,
            Some("gdp") => match ask.economy_of(panel, key[0], period)? {
                Some(gdp) => Lafay::Gdp(gdp),
                None => continue,
            },
            Some(typed) => {
                return Err(Error::UnknownWord {
                    what: "weight",
                    typed: typed.to_owned(),
                    known: vec!["trade", "gdp"],
                });
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
