//! Who published a table of SDMX, and when.

use crate::providers::columns::{cell, find};
use crate::providers::door::Door;
use crate::providers::observation::Scheme;
use crate::providers::sdmx::columns::Columns;
use crate::providers::text::grid::Grid;

/// Tells the door publisher, title, date and classification.
pub(super) fn tell_source(grid: &Grid, columns: &Columns, door: &mut Door) {
    let header = grid.header();
    let structure = find(header, &["DATAFLOW", "STRUCTURE_ID"]);
    let update = find(header, &["LAST UPDATE"]);
    let mut first: Option<(String, String)> = None;
    grid.each(|_, cells| {
        first.get_or_insert_with(|| {
            (
                cell(cells, structure).to_owned(),
                cell(cells, update).to_owned(),
            )
        });
    });
    let (flow, updated) = first.unwrap_or_default();
    if !updated.is_empty() {
        door.updated(&updated);
    }
    let agency = flow.split([':', '.', '(']).next().unwrap_or_default();
    let publisher = match agency {
        "ESTAT" => "Eurostat",
        "" if columns.scheme == Scheme::Geonom => "Eurostat",
        "" => "unknown",
        other => other,
    };
    door.published(
        publisher,
        if flow.is_empty() {
            "trade in goods"
        } else {
            &flow
        },
    );
    if flow.contains("DS-045409") || flow.contains("DS-059341") {
        door.classification("HS");
    }
    if find(header, &["sitc06", "sitc_r4"]).is_some() {
        door.classification("SITC Rev. 4");
    }
}
