//! Advantage in exports against advantage in imports, and how structures fit.

use super::both_ways::{both_ways, partners};
use crate::error::Result;
use crate::indicators::structure::complementarity;
use crate::indicators::structure::vollrath::{Comparator, VollrathGrid};
use crate::measures::ask::Ask;
use crate::measures::cells::with;
use crate::measures::dimension::{Dimension, NONE};
use crate::measures::found::{Found, cell};
use crate::measures::panel::Panel;
use std::collections::BTreeSet;

/// Vollrath's relative trade advantages.
pub(in crate::measures) fn vollraths(ask: &Ask, panel: &Panel) -> Result<Found> {
    let all = [Comparator::Others, Comparator::World];
    let comparator = ask.settings.word("comparator", &all, Comparator::as_str)?;
    let mut found = Found::of(
        panel,
        [
            "trade_advantage",
            "export_advantage",
            "relative_import_penetration",
            "log_export_advantage",
            "competitiveness",
        ],
    );
    found.formula = Some(comparator.formula().to_owned());
    for period in ask.periods(panel) {
        let Some(both) = both_ways(ask, panel, panel.rows(period), partners(panel), false)? else {
            continue;
        };
        both.tell(&mut found, panel, period);
        let grid = VollrathGrid::new(&both.exports, &both.imports, comparator)?;
        for (row, key) in both.shown(panel) {
            for (column, code) in both.products.iter().enumerate() {
                let traded = both.exports.at(row, column) + both.imports.at(row, column);
                let key = with(&key, Dimension::Product, *code);
                if traded == 0.0 || !panel.shows(&key) {
                    continue;
                }
                let of = grid.at(row, column);
                let figures = [
                    of.trade_advantage,
                    of.export_advantage,
                    of.import_penetration,
                    of.log_export_advantage,
                    of.competitiveness,
                ];
                found.push(Some(period), key, figures.map(cell));
            }
        }
        ask.prune(&mut found);
    }
    Ok(found)
}

/// How well what one country sells fits what another buys.
pub(in crate::measures) fn complementarities(ask: &Ask, panel: &Panel) -> Result<Found> {
    let mut found = Found::of(panel, ["complementarity"]);
    let [sellers, buyers, _] = &panel.named;
    let shows = |named: &BTreeSet<u32>, code: u32| named.is_empty() || named.contains(&code);
    // Both structures are of trade with all partners; the countries named choose who is compared.
    let everybody = BTreeSet::new();
    for period in ask.periods(panel) {
        let Some(both) = both_ways(ask, panel, panel.rows(period), &everybody, true)? else {
            continue;
        };
        both.tell(&mut found, panel, period);
        let grid = complementarity::complementarities(&both.exports, &both.imports)?;
        for (row, seller) in both
            .countries
            .iter()
            .enumerate()
            .filter(|(_, code)| shows(sellers, **code))
        {
            for (column, buyer) in both.countries.iter().enumerate() {
                if seller != buyer && shows(buyers, *buyer) {
                    found.push(
                        Some(period),
                        [*seller, *buyer, NONE],
                        [cell(grid.at(row, column))],
                    );
                }
            }
        }
        ask.prune(&mut found);
    }
    Ok(found)
}
