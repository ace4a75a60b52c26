//! A flow's share of all the exporter sells, and of all the importer buys.

use std::collections::BTreeMap;

use polars::prelude::*;

use super::Measure;
use super::reason::{Reason, percent};
use super::rows::{Rows, series};
use crate::error::Result;
use crate::model::column::{EXPORT_SHARE, IMPORT_SHARE, REASON, VALUE, WORLD};
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::period::{Years, year_of};
use crate::model::source::Side;
use crate::model::table::{Caption, Table};

/// The share of a flow in its exporter's exports and its importer's imports.
///
/// ```text
/// share of exports  100 · x(i,j) / x(i,world)
/// share of imports  100 · x(i,j) / x(world,j)
/// ```
///
/// Rows: period × series. Unit: per cent. The world total is a `WLD` row of the same source,
/// side and period; where there is none the share is null, and `reason` says so.
///
/// Source: World Bank WITS, *Trade indicators*, partner share.
#[derive(Debug, Clone, Default)]
pub struct MarketShare {
    pub years: Years,
}

impl Measure for MarketShare {
    fn of(&self, flows: &FlowTable) -> Result<Table> {
        let totals = Totals::of(&flows.flows()?);
        let mut rows = Rows::new(flows);
        let (mut values, mut exports, mut imports, mut reasons) = (vec![], vec![], vec![], vec![]);
        for one in series(flows)? {
            for period in one.calendar() {
                if !self.years.contains(year_of(period)) {
                    continue;
                }
                let value = one.at(period);
                let (of_exports, of_imports) = totals.shares(&one.of, period, value);
                rows.push(&one.of, period);
                values.push(value);
                exports.push(of_exports.as_ref().ok().copied());
                imports.push(of_imports.as_ref().ok().copied());
                reasons.push(
                    of_exports
                        .and(of_imports)
                        .err()
                        .map(|reason| reason.to_string()),
                );
            }
        }
        let data = rows.frame(vec![
            Column::new(VALUE.into(), values),
            Column::new(EXPORT_SHARE.into(), exports),
            Column::new(IMPORT_SHARE.into(), imports),
            Column::new(REASON.into(), reasons),
        ])?;
        let formula = "100 · x(i,j) / x(i,world) and 100 · x(i,j) / x(world,j), per cent";
        Ok(Table {
            data,
            caption: Caption::of(flows, "Shares of all exports and imports", formula),
        })
    }
}

/// World totals by source, side, exporter, importer and period.
pub(super) struct Totals(BTreeMap<(String, Side, String, String, i32), f64>);

impl Totals {
    pub fn of(flows: &[Flow]) -> Self {
        let world = flows
            .iter()
            .filter(|flow| (flow.exporter == WORLD) != (flow.importer == WORLD));
        Self(
            world
                .filter_map(|flow| {
                    let (exporter, importer) = (flow.exporter.clone(), flow.importer.clone());
                    let key = (
                        flow.source.clone(),
                        flow.side,
                        exporter,
                        importer,
                        flow.period,
                    );
                    flow.value.map(|value| (key, value))
                })
                .collect(),
        )
    }

    /// Shares in the exporter's exports and in the importer's imports, per cent.
    pub fn shares(
        &self,
        of: &Flow,
        period: i32,
        value: Option<f64>,
    ) -> (Result<f64, Reason>, Result<f64, Reason>) {
        let share = |exporter: &str, importer: &str| {
            let key = (
                of.source.clone(),
                of.side,
                exporter.to_owned(),
                importer.to_owned(),
                period,
            );
            let value = value.ok_or(Reason::NoFigure)?;
            let world = self.0.get(&key).ok_or(Reason::NoWorldTotal)?;
            percent(value, *world)
        };
        (share(&of.exporter, WORLD), share(WORLD, &of.importer))
    }
}
