//! The charts of a brief.

use super::slug::slug;
use super::tables::span;
use super::{Brief, directions};
use crate::charts::{Chart, Wish, png};
use crate::error::{Error, Result};
use crate::indicators::{Balance, Growth, Measure, Method};
use crate::model::flow_table::FlowTable;
use crate::model::table::Table;

/// A drawn chart and its words for those who cannot see it.
pub(super) struct Picture {
    pub file: String,
    pub chart: Chart,
    pub alt: String,
    pub png: Vec<u8>,
}

/// Pixels of a picture per pixel of its size.
const SCALE: f64 = 2.0;

/// Levels and growth of all chosen sources; index and balance source by source, since neither a
/// base year nor a balance may cross from one source to another.
pub(super) fn of(brief: &Brief, chosen: &FlowTable) -> Result<Vec<Picture>> {
    let both = directions(chosen, brief.pair)?;
    let growth = |method| Growth {
        method,
        years: brief.years,
        base: None,
    };
    let yoy = growth(Method::Yoy).of(&both)?;
    let mut pictures = vec![
        picture(brief, Chart::Lines, "lines.png", &yoy)?,
        picture(brief, Chart::Growth, "growth.png", &yoy)?,
    ];
    for source in both.sources() {
        let of_source = both.retain(|flow| flow.source == source.id)?;
        let base = span(&of_source, brief)?.first;
        let index = Growth {
            base,
            ..growth(Method::Index)
        }
        .of(&of_source)?;
        let balance = Balance {
            pair: brief.pair,
            years: brief.years,
        }
        .of(&of_source)?;
        let file = |kind: &str| format!("{kind}-{}.png", slug(both.sources(), &source.id));
        pictures.push(picture(brief, Chart::Index, &file("index"), &index)?);
        pictures.push(picture(brief, Chart::Balance, &file("balance"), &balance)?);
    }
    // A chart of which no figure can be drawn is left out: the tables say why.
    Ok(pictures.into_iter().flatten().collect())
}

fn picture(brief: &Brief, chart: Chart, file: &str, table: &Table) -> Result<Option<Picture>> {
    let wish = Wish {
        look: brief.look,
        events: brief.events(),
        ..Wish::default()
    };
    let scene = match chart.scene(table, &wish) {
        Ok(scene) => scene,
        Err(Error::Chart { .. }) => return Ok(None),
        Err(error) => return Err(error),
    };
    Ok(Some(Picture {
        file: file.to_owned(),
        chart,
        alt: scene.alt.clone(),
        png: png(&scene, SCALE)?,
    }))
}
