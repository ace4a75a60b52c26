//! Trade of a region with itself.

use crate::error::Result;
use crate::indicators::structure::introversion::Region;
use crate::measures::ask::Ask;
use crate::measures::dimension::{Dimension, NONE};
use crate::measures::found::{Found, cell};
use crate::measures::panel::{Made, Panel, WorldRow};
use crate::measures::shape::Shape;
use crate::model::group::{group, members};
use crate::model::period::year_of;

/// How much a region trades with itself, beyond its size.
pub(in crate::measures) fn introversion(ask: &Ask, panel: &Panel) -> Result<Found> {
    let Some(typed) = ask.settings.text("group") else {
        return Err(ask.refuse("is of a region", "name one with --set group=EU"));
    };
    let region = group(typed)?;
    let mut found = Found::of(
        panel,
        [
            "introversion",
            "within_share",
            "internal",
            "external",
            "members",
        ],
    );
    let shape = Shape {
        by: vec![Dimension::Exporter],
        over: Dimension::Importer,
    };
    for period in ask.periods(panel) {
        let Some(slice) = panel.slice(period, &shape, WorldRow::FromData)? else {
            continue;
        };
        let year = year_of(period);
        let codes: Vec<String> = members(region, year)
            .iter()
            .map(|one| one.code.clone())
            .collect();
        let codes: Vec<&str> = codes
            .iter()
            .map(String::as_str)
            .filter(|code| {
                let names = slice.matrix.rows().iter().chain(slice.matrix.columns());
                names.into_iter().any(|known| known == code)
            })
            .collect();
        let of = Region::of(&slice.matrix, &codes)?.introversion();
        ask.told(&mut found, panel, Made::of(&slice), period);
        found.note(format!(
            "region: {}, members as of each year that the data have",
            region.name
        ));
        let cells = [of.index, of.within_share, of.internal, of.external].map(cell);
        let cells = cells.into_iter().chain([Ok(codes.len() as f64)]);
        found.push(Some(period), [NONE; 3], cells);
    }
    Ok(found)
}
