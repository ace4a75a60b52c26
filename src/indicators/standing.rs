//! Where a partner stands and where it goes: size, share and growth of each flow.

use polars::prelude::*;

use super::comparison::covered;
use super::{AverageGrowth, MarketShare, Measure, Method};
use crate::error::{Error, Result};
use crate::model::column::{
    EXPORT_SHARE, EXPORTER, IMPORT_SHARE, IMPORTER, KIND, PERIOD, SIDE, SOURCE, VALUE,
};
use crate::model::flow_table::FlowTable;
use crate::model::period::Years;
use crate::model::table::{Caption, Table};

/// The value and the shares of each flow in the last year that any has a figure for, and its
/// compound growth from the first such year up to then.
///
/// ```text
/// share of exports  100 · x(i,j) / x(i,world)      share of imports  100 · x(i,j) / x(world,j)
/// cagr              100 · ((V(T) / V(0))^(1 / years elapsed) − 1)
/// ```
///
/// Rows: series, `period` the last year. Unit: per cent, and per cent a year. Null as in
/// [`MarketShare`] and [`AverageGrowth`], whose columns these are.
///
/// Source: the growth–share matrix of the International Trade Centre's *Trade Map*.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    pub years: Years,
}

impl Measure for Standing {
    fn of(&self, flows: &FlowTable) -> Result<Table> {
        // All partners over the same years: growth over different spans does not compare.
        let years = covered(flows, self.years)?;
        let growth = AverageGrowth {
            method: Method::Cagr,
            years,
        }
        .of(flows)?;
        let shares = MarketShare { years }.of(flows)?;
        let keys = [PERIOD, EXPORTER, IMPORTER, KIND, SIDE, SOURCE].map(col);
        let columns = keys.iter().cloned();
        let shares = shares.data.lazy().select(
            columns
                .chain([EXPORT_SHARE, IMPORT_SHARE].map(col))
                .collect::<Vec<_>>(),
        );
        let data = growth
            .data
            .lazy()
            .join(shares, &keys, &keys, JoinArgs::new(JoinType::Left))
            .collect();
        let mut data = data.map_err(Error::frame("joining growth and shares"))?;
        // The shares stand beside the values they are of.
        let at = data.get_column_index(VALUE).map_or(0, |index| index + 1);
        for name in [IMPORT_SHARE, EXPORT_SHARE] {
            let step = Error::frame("joining growth and shares");
            let moved = data.drop_in_place(name).and_then(|column| {
                data.insert_column(at, column)?;
                Ok(())
            });
            moved.map_err(step)?;
        }
        let formula = "share: 100 · x(i,j) / x(i,world) and / x(world,j); cagr: 100 · ((V(T) / V(0))^(1 / years elapsed) − 1)";
        Ok(Table {
            data,
            caption: Caption::of(flows, "Size, share and growth", formula),
        })
    }
}
