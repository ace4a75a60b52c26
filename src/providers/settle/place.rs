//! What a flow shares with those it may be the total of.

use crate::model::intake::Row;
use crate::model::source::{Kind, Side};

/// Everything that tells a row from another but one of its two areas.
pub(super) type Place = (bool, u32, u32, Side, Kind, u32, i32);

/// The place of a row among rows that differ in the exporter (`true`) or the importer alone.
pub(super) fn place(row: &Row, exporter: bool) -> Place {
    let other = if exporter { row.importer } else { row.exporter };
    (
        exporter,
        row.source,
        other,
        row.side,
        row.kind,
        row.product,
        row.period,
    )
}
