//! Flows as columns of a data frame, and back.

use polars::prelude::*;

use super::column::{EXPORTER, IMPORTER, KIND, PERIOD, PRODUCT, SIDE, SOURCE, VALUE};
use super::flow::Flow;
use super::source::{Kind, Side};

/// Codes that repeat over millions of rows are stored once.
fn categorical() -> DataType {
    DataType::from_categories(Categories::global())
}

fn words<T: Copy>(all: &[T], as_str: fn(T) -> &'static str) -> PolarsResult<DataType> {
    let words = FrozenCategories::new(all.iter().map(|&one| as_str(one)))?;
    Ok(DataType::from_frozen_categories(words))
}

/// A frame of these flows.
pub(super) fn frame(flows: &[&Flow]) -> PolarsResult<DataFrame> {
    let text = |name: &str, of: &dyn Fn(&Flow) -> &str, dtype: &DataType| -> PolarsResult<Column> {
        let cells: Vec<&str> = flows.iter().map(|flow| of(flow)).collect();
        Column::new(name.into(), cells).cast(dtype)
    };
    let (codes, sides, kinds) = (
        categorical(),
        words(&Side::ALL, Side::as_str)?,
        words(&Kind::ALL, Kind::as_str)?,
    );
    let periods: Vec<i32> = flows.iter().map(|flow| flow.period).collect();
    let values: Vec<Option<f64>> = flows.iter().map(|flow| flow.value).collect();
    DataFrame::new_infer_height(vec![
        Column::new(PERIOD.into(), periods).cast(&DataType::Date)?,
        text(EXPORTER, &|flow| &flow.exporter, &codes)?,
        text(IMPORTER, &|flow| &flow.importer, &codes)?,
        text(SIDE, &|flow| flow.side.as_str(), &sides)?,
        text(KIND, &|flow| flow.kind.as_str(), &kinds)?,
        text(PRODUCT, &|flow| &flow.product, &codes)?,
        Column::new(VALUE.into(), values),
        text(SOURCE, &|flow| &flow.source, &codes)?,
    ])
}

/// The flows of a frame whose codes have been cast to text and whose period to days.
pub(super) fn records(frame: &DataFrame) -> PolarsResult<Vec<Flow>> {
    let text = |name: &str| frame.column(name)?.str();
    let (sources, exporters, importers) = (text(SOURCE)?, text(EXPORTER)?, text(IMPORTER)?);
    let (sides, kinds, products) = (text(SIDE)?, text(KIND)?, text(PRODUCT)?);
    let (periods, values) = (frame.column(PERIOD)?.i32()?, frame.column(VALUE)?.f64()?);
    let owned = |cell: Option<&str>| cell.unwrap_or_default().to_owned();
    let flow = |row: usize| {
        Some(Flow {
            period: periods.get(row)?,
            exporter: owned(exporters.get(row)),
            importer: owned(importers.get(row)),
            side: sides.get(row)?.parse().ok()?,
            kind: kinds.get(row)?.parse().ok()?,
            product: owned(products.get(row)),
            value: values.get(row),
            source: owned(sources.get(row)),
        })
    };
    (0..frame.height())
        .map(|row| {
            flow(row).ok_or_else(
                || polars_err!(ComputeError: "row {row} of the flow table is not a flow"),
            )
        })
        .collect()
}
