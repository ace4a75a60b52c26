//! From the columns of a data frame back to flows.

use polars::prelude::*;

use super::column::{
    EXPORTER, IMPORTER, KIND, PERIOD, PRODUCT, QUANTITY, QUANTITY_UNIT, SIDE, SOURCE, VALUE,
};
use super::flow::Flow;

/// The flows of a frame whose codes have been cast to text and whose period to days.
pub(super) fn records(frame: &DataFrame) -> PolarsResult<Vec<Flow>> {
    let text = |name: &str| frame.column(name)?.str();
    let (sources, exporters, importers) = (text(SOURCE)?, text(EXPORTER)?, text(IMPORTER)?);
    let (sides, kinds, products) = (text(SIDE)?, text(KIND)?, text(PRODUCT)?);
    let (periods, values) = (frame.column(PERIOD)?.i32()?, frame.column(VALUE)?.f64()?);
    let (quantities, units) = (frame.column(QUANTITY)?.f64()?, text(QUANTITY_UNIT)?);
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
            quantity: quantities.get(row),
            quantity_unit: owned(units.get(row)),
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
