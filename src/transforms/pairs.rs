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
use crate::model::source::{Kind, Side, Source};

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
        let chosen = self.chosen(&coded)?;
        let kept: BooleanChunked = coded.rows.iter().map(|row| Some(chosen.has(row))).collect();
        let step = Error::frame("choosing the flows between countries");
        let frame = flows.lazy().collect();
        let frame = frame.and_then(|frame| frame.filter(&kept)).map_err(step)?;
        let mut table = flows.with_frame(frame.lazy());
        self.tell(&mut table, &chosen.used(&coded));
        Ok(table)
    }
}

/// The rows that were chosen.
struct Chosen {
    source: u32,
    side: Side,
    figures: usize,
    /// Whether each area may stand at an end of a flow.
    areas: Vec<bool>,
    world: Option<u32>,
}

/// Whose figures were chosen, and how many of them are of the years asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    pub source: String,
    pub side: Side,
    pub figures: usize,
}

impl Chosen {
    fn used(&self, coded: &Coded) -> Used {
        Used {
            source: coded.sources[self.source as usize].clone(),
            side: self.side,
            figures: self.figures,
        }
    }

    fn is_pair(&self, row: &CodedRow) -> bool {
        row.kind == Kind::Total
            // The world with itself is all trade; a country with itself is none.
            && (row.exporter != row.importer || Some(row.exporter) == self.world)
            && self.areas[row.exporter as usize]
            && self.areas[row.importer as usize]
    }

    fn has(&self, row: &CodedRow) -> bool {
        (row.source, row.side) == (self.source, self.side) && self.is_pair(row)
    }
}

fn country(code: &str) -> bool {
    !matches!(
        resolve(code, Scheme::Any),
        Some(Place::World | Place::Group(_))
    )
}

impl Pairs {
    /// The same on rows that are at hand with their codes as numbers; `table` says what they mean, and is
    /// told what was chosen.
    ///
    /// # Errors
    /// As [`apply`](Reshape::apply).
    pub fn choose(&self, table: &mut FlowTable, coded: &mut Coded) -> Result<()> {
        let used = self.choose_rows(coded)?;
        self.tell(table, &used);
        Ok(())
    }

    /// The same, for whoever tells later what was chosen.
    ///
    /// # Errors
    /// As [`apply`](Reshape::apply).
    pub fn choose_rows(&self, coded: &mut Coded) -> Result<Used> {
        let chosen = self.chosen(coded)?;
        coded.rows.retain(|row| chosen.has(row));
        Ok(chosen.used(coded))
    }

    fn chosen(&self, coded: &Coded) -> Result<Chosen> {
        self.sources.check(&coded.sources)?;
        let kept = |code: &String| match code.as_str() {
            WORLD => self.with_world,
            code => country(code),
        };
        let mut chosen = Chosen {
            source: 0,
            side: Side::Unstated,
            figures: 0,
            areas: coded.areas.iter().map(kept).collect(),
            world: coded.area(WORLD),
        };
        (chosen.source, chosen.side, chosen.figures) =
            self.series(coded, |row| chosen.is_pair(row))?;
        Ok(chosen)
    }

    /// Leaves a table of rows that were chosen with their source alone, and remarks which it is.
    pub fn tell(&self, table: &mut FlowTable, used: &Used) {
        let id = &used.source;
        table.keep_sources(|source| source.id == *id);
        let name = table
            .sources()
            .first()
            .map_or(id.as_str(), Source::name)
            .to_owned();
        let (side, figures) = (used.side, used.figures);
        let words = View::Side(side).words();
        table.remark(format!("series used: {name}, {words}, {} figures", figures));
        if matches!(self.sources, Sources::All | Sources::Cover) {
            table.remark("pairs are compared within one source, the one with most figures");
        }
    }

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
