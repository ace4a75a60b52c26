//! Export growth of one country's partners, by year, ranked.

use std::collections::{BTreeMap, BTreeSet};

use polars::prelude::*;

use super::{AverageGrowth, Growth, Measure, Method};
use crate::error::{Error, Result};
use crate::model::column::{
    BASE_PERIOD, CAGR, EXPORTER, GROWTH, GROWTH_RANK, IMPORTER, PERIOD, RANK, REASON, SIDE, SOURCE,
    VALUE,
};
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::naming::name_of;
use crate::model::period::Years;
use crate::model::table::{Caption, Table};

/// The column of English names in the table side by side.
const NAME: &str = "name";

/// Levels and growth of every exporter, with their ranks within each period.
///
/// Rows: period × series, as [`Growth`] gives them, and two ranks: by value and by growth, 1 the
/// largest. Equal figures share the better rank; without a figure there is no rank.
#[derive(Debug, Clone, Default)]
pub struct Comparison {
    pub years: Years,
}

impl Measure for Comparison {
    fn of(&self, flows: &FlowTable) -> Result<Table> {
        let mut table = Growth {
            method: Method::Yoy,
            years: self.years,
            base: None,
        }
        .of(flows)?;
        let step = "ranking exporters";
        for (of, rank, after) in [(VALUE, RANK, VALUE), (GROWTH, GROWTH_RANK, GROWTH)] {
            let ranks = ranks(&table.data, of).map_err(Error::frame(step))?;
            let place = table
                .data
                .get_column_index(after)
                .map_or(0, |index| index + 1);
            table
                .data
                .insert_column(place, Column::new(rank.into(), ranks))
                .map_err(Error::frame(step))?;
        }
        table.caption.title = "Exports compared: levels, growth and ranks".to_owned();
        Ok(table)
    }
}

/// Rank of every row within its period, 1 the largest; equal figures share the better one.
fn ranks(data: &DataFrame, of: &str) -> PolarsResult<Vec<Option<u32>>> {
    let periods = texts(data, PERIOD)?;
    let figures: Vec<Option<f64>> = data.column(of)?.f64()?.iter().collect();
    let mut by_period: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for (period, figure) in periods.iter().zip(&figures) {
        by_period.entry(period).or_default().extend(figure);
    }
    let rank = |(period, figure): (&String, &Option<f64>)| {
        figure.map(|own| {
            let larger = by_period[period.as_str()]
                .iter()
                .filter(|other| **other > own);
            larger.count() as u32 + 1
        })
    };
    Ok(periods.iter().zip(&figures).map(rank).collect())
}

fn texts(data: &DataFrame, name: &str) -> PolarsResult<Vec<String>> {
    let column = data.column(name)?.cast(&DataType::String)?;
    let texts = column.str()?.iter();
    Ok(texts
        .map(|text| text.unwrap_or_default().to_owned())
        .collect())
}

/// Growth by year in columns, one row a partner, the fastest over the whole span first.
///
/// Partners are the exporters, or the importers where all flows are of one exporter.
/// Columns: rank, exporter or importer, name, one growth column per period in per cent, compound growth in
/// per cent a year from `base_period` on, the reason where that is null, side and source. Growth is averaged
/// between the first and the last asked year that any of the partners has a figure for; a
/// partner that lacks one of the two has no average and no rank.
///
/// # Errors
/// As [`Growth`] and [`AverageGrowth`].
pub fn side_by_side(flows: &FlowTable, years: Years) -> Result<Table> {
    let growth = Comparison { years }.of(flows)?;
    let years = covered(flows, years)?;
    let average = AverageGrowth {
        method: Method::Cagr,
        years,
    }
    .of(flows)?;
    let data = wide(&growth.data, &average.data)
        .map_err(Error::frame("setting exporters side by side"))?;
    Ok(Table {
        data,
        caption: Caption::of(
            flows,
            "Export growth by year, ranked by compound growth",
            "by year: 100 · (V(t) / V(t−1) − 1), per cent; cagr: per cent a year between the ends",
        ),
    })
}

/// The asked years that the figures reach: a panel that begins later is averaged from there on.
pub(super) fn covered(flows: &FlowTable, asked: Years) -> Result<Years> {
    let years: BTreeSet<i32> = flows
        .flows()?
        .iter()
        .filter(|flow| flow.value.is_some() && asked.contains(flow.year()))
        .map(Flow::year)
        .collect();
    Ok(Years {
        first: years.first().copied(),
        last: years.last().copied(),
    })
}

/// The end of the flows that varies: the exporters to one country, or one exporter's importers.
fn partners(data: &DataFrame) -> PolarsResult<&'static str> {
    let several = |name| PolarsResult::Ok(data.column(name)?.n_unique()? > 1);
    Ok(match several(IMPORTER)? && !several(EXPORTER)? {
        true => IMPORTER,
        false => EXPORTER,
    })
}

fn wide(growth: &DataFrame, average: &DataFrame) -> PolarsResult<DataFrame> {
    let end = partners(average)?;
    let exporters = texts(average, end)?;
    let cagr: Vec<Option<f64>> = average.column(CAGR)?.f64()?.iter().collect();
    let mut order: Vec<usize> = (0..exporters.len()).collect();
    // Without an average an exporter goes last; equals stand by code.
    order.sort_by(|&a, &b| {
        let key = |i: usize| cagr[i].unwrap_or(f64::NEG_INFINITY);
        key(b)
            .total_cmp(&key(a))
            .then_with(|| exporters[a].cmp(&exporters[b]))
    });
    let rates = {
        let keys = texts(growth, end)?.into_iter().zip(texts(growth, PERIOD)?);
        let rates = growth.column(GROWTH)?.f64()?.iter();
        keys.zip(rates)
            .collect::<BTreeMap<(String, String), Option<f64>>>()
    };
    let why: BTreeMap<(String, String), String> = {
        let keys = texts(growth, end)?.into_iter().zip(texts(growth, PERIOD)?);
        let reasons = growth.column(REASON)?.str()?.iter();
        keys.zip(reasons)
            .filter_map(|(key, reason)| Some((key, reason?.to_owned())))
            .collect()
    };
    let periods: BTreeSet<String> = texts(growth, PERIOD)?.into_iter().collect();
    let ranked = |i: usize| {
        cagr[i].map(|own| cagr.iter().flatten().filter(|other| **other > own).count() as u32 + 1)
    };
    let pick = |name: &str, from: &[String]| {
        let cells: Vec<&str> = order.iter().map(|&i| from[i].as_str()).collect();
        Column::new(name.into(), cells)
    };
    let names: Vec<&str> = order.iter().map(|&i| name_of(&exporters[i])).collect();
    let mut columns = vec![
        Column::new(
            RANK.into(),
            order.iter().map(|&i| ranked(i)).collect::<Vec<_>>(),
        ),
        pick(end, &exporters),
        Column::new(NAME.into(), names),
    ];
    for period in periods {
        let rate = |&i: &usize| {
            rates
                .get(&(exporters[i].clone(), period.clone()))
                .copied()
                .flatten()
        };
        let cells: Vec<Option<f64>> = order.iter().map(rate).collect();
        columns.push(Column::new(
            format!("{period}_{GROWTH}").as_str().into(),
            cells,
        ));
    }
    let averages = average.column(REASON)?.str()?;
    let cells: Vec<Option<f64>> = order.iter().map(|&i| cagr[i]).collect();
    columns.push(Column::new(CAGR.into(), cells));
    let reasons: Vec<Option<String>> = order
        .iter()
        .map(|&i| whys(&exporters[i], &why, averages.get(i)))
        .collect();
    columns.push(pick(BASE_PERIOD, &texts(average, BASE_PERIOD)?));
    columns.push(Column::new(REASON.into(), reasons));
    for name in [SIDE, SOURCE] {
        columns.push(pick(name, &texts(average, name)?));
    }
    DataFrame::new_infer_height(columns)
}

/// Why an exporter lacks figures: by period, then for its average.
fn whys(
    exporter: &str,
    why: &BTreeMap<(String, String), String>,
    average: Option<&str>,
) -> Option<String> {
    let own = why.iter().filter(|((of, _), _)| of == exporter);
    let mut reasons: Vec<String> = own
        .map(|((_, period), reason)| format!("{period}: {reason}"))
        .collect();
    reasons.extend(average.map(|reason| format!("average: {reason}")));
    (!reasons.is_empty()).then(|| reasons.join("; "))
}
