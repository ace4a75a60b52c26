//! All pairs of countries, from one source.

use polars::prelude::*;

use super::{Reshape, Sources};
use crate::error::{Error, Result};
use crate::model::coded::{Coded, CodedRow};
use crate::model::column::WORLD;
use crate::model::flow_table::FlowTable;
use crate::model::pair::View;
use crate::model::period::{Years, year_of};
use crate::model::place::{Place, Scheme, resolve};
use crate::model::source::{Kind, Side};

/// Keeps the flows between every two countries, as one source and side has them.
///
/// The source and side with the most figures in the asked years is taken; of equals the source that
/// stands first. Years outside stay, as bases of growth. Groups, the world and trade of a country with
/// itself are no pairs.
#[derive(Debug, Clone, Default)]
pub struct Pairs {
    pub years: Years,
    pub sources: Sources,
    pub side: Option<Side>,
    /// Keeps flows with the world too.
    pub with_world: bool,
}

impl Reshape for Pairs {
    fn apply(&self, flows: &FlowTable) -> Result<FlowTable> {
        let coded = flows.coded()?;
        self.sources.check(&coded.sources)?;
        let kept = |code: &String| match code.as_str() {
            WORLD => self.with_world,
            code => country(code),
        };
        let countries: Vec<bool> = coded.areas.iter().map(kept).collect();
        let pair = |row: &CodedRow| {
            row.kind == Kind::Total
                // The world with itself is all trade; a country with itself is none.
                && (row.exporter != row.importer || coded.areas[row.exporter as usize] == WORLD)
                && countries[row.exporter as usize]
                && countries[row.importer as usize]
        };
        let (source, side, figures) = self.series(&coded, pair)?;
        let kept = coded
            .rows
            .iter()
            .map(|row| (row.source, row.side) == (source, side) && pair(row));
        let kept: BooleanChunked = kept.map(Some).collect();
        let step = Error::frame("choosing the flows between countries");
        let frame = flows.lazy().collect();
        let frame = frame.and_then(|frame| frame.filter(&kept)).map_err(step)?;
        let mut table = flows.with_frame(frame.lazy());
        let id = &coded.sources[source as usize];
        let used = flows.sources().iter().find(|source| source.id == *id);
        table.keep_sources(|source| source.id == *id);
        table.remark(format!(
            "series used: {}, {}, {figures} figures",
            used.map_or(id.as_str(), |source| source.name()),
            View::Side(side).words()
        ));
        if matches!(self.sources, Sources::All | Sources::Cover) {
            table.remark("pairs are compared within one source, the one with most figures");
        }
        Ok(table)
    }
}

fn country(code: &str) -> bool {
    !matches!(
        resolve(code, Scheme::Any),
        Some(Place::World | Place::Group(_))
    )
}

impl Pairs {
    /// The source and side with the most figures, and how many.
    fn series(
        &self,
        coded: &Coded,
        pair: impl Fn(&CodedRow) -> bool,
    ) -> Result<(u32, Side, usize)> {
        let mut figures = vec![[0_usize; Side::ALL.len()]; coded.sources.len()];
        for row in &coded.rows {
            let counts = row.value.is_some()
                && self.years.contains(year_of(row.period))
                && self.side.is_none_or(|side| side == row.side)
                && pair(row);
            figures[row.source as usize][row.side as usize] += usize::from(counts);
        }
        let asked = |place: &u32| match &self.sources {
            Sources::Named(names) => names.contains(&coded.sources[*place as usize]),
            _ => true,
        };
        let sources = (0..coded.sources.len() as u32).filter(asked);
        let candidates = sources.flat_map(|source| Side::ALL.map(|side| (source, side)));
        candidates
            .map(|(source, side)| (source, side, figures[source as usize][side as usize]))
            .reduce(|best, next| if next.2 > best.2 { next } else { best })
            .filter(|(.., count)| *count > 0)
            .ok_or_else(|| Error::NothingLeft {
                what: "no figure between two countries fits all that was asked".to_owned(),
                remedy: "widen the years, the source or the side".to_owned(),
            })
    }
}
