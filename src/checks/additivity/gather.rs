//! Every total of a table of flows with the parts that stand beside it.

mod codes;
mod partners;
mod periods;

use std::collections::BTreeMap;

use serde::Serialize;

use super::whole::Whole;
use crate::checks::flows::{Strand, period_of};
use crate::model::flow_table::Flow;
use crate::model::period::Frequency;
use crate::model::source::Kind;
pub(super) use periods::to_coarser;

/// Which parts make which totals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Partners to the world.
    Partners,
    /// Members to a group of countries.
    Members,
    /// Products with codes of so many characters to all goods.
    Products { digits: usize },
    /// Product codes to those that they begin with.
    Codes { long: usize, short: usize },
    /// Domestic goods and re-exports to all goods.
    Kinds,
    /// Both directions to the trade between two countries.
    Directions,
    /// Months or quarters to longer periods.
    Periods { from: Frequency, to: Frequency },
}

/// One total with its parts.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub level: Level,
    /// The total’s own series.
    pub total: Strand,
    pub whole: Whole,
}

impl Level {
    /// `partners to the world`, `2-digit codes to all goods`.
    pub fn words(self) -> String {
        match self {
            Self::Partners => "partners to the world".to_owned(),
            Self::Members => "members to groups".to_owned(),
            Self::Products { digits: 0 } => "products to all goods".to_owned(),
            Self::Products { digits } => format!("{digits}-digit products to all goods"),
            Self::Codes { long, short } => format!("{long}-digit products to {short}-digit ones"),
            Self::Kinds => "domestic goods and re-exports to all goods".to_owned(),
            Self::Directions => "exports and imports to trade both ways".to_owned(),
            Self::Periods { from, to } => {
                let plural = |frequency| match frequency {
                    Frequency::Year => "years",
                    Frequency::Quarter => "quarters",
                    Frequency::Month => "months",
                };
                format!("{} to {}", plural(from), plural(to))
            }
        }
    }
}

/// Every total within one table.
pub(super) fn within(rows: &[Flow], frequency: Frequency) -> Vec<Line> {
    let mut lines = partners::lines(rows, frequency);
    lines.extend(codes::lines(rows, frequency));
    lines.extend(kinds(rows, frequency));
    lines.extend(directions(rows, frequency));
    lines
}

/// A part: its key and its figure.
type Part = (String, Option<f64>);

fn line(level: Level, total: &Flow, frequency: Frequency, parts: Vec<Part>) -> Line {
    let strand = Strand::of(total);
    Line {
        level,
        whole: Whole {
            name: strand.flow(),
            period: period_of(total, frequency),
            stated: total.value,
            parts,
        },
        total: strand,
    }
}

/// Domestic exports and re-exports under all exports. One of the two alone is no whole.
fn kinds(rows: &[Flow], frequency: Frequency) -> Vec<Line> {
    let mut cells: BTreeMap<_, Vec<&Flow>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.kind != Kind::TwoWay) {
        let key = (
            &row.source,
            &row.exporter,
            &row.importer,
            row.side,
            &row.product,
            row.period,
        );
        cells.entry(key).or_default().push(row);
    }
    let find =
        |cell: &[&Flow], kind: Kind| cell.iter().copied().find(|row| row.kind == kind).cloned();
    let lines = cells
        .values()
        .filter(|cell| cell.len() > 2)
        .filter_map(|cell| {
            let parts = [find(cell, Kind::Domestic)?, find(cell, Kind::ReExport)?];
            let parts = parts.map(|row| (row.kind.to_string(), row.value));
            let total = find(cell, Kind::Total)?;
            Some(line(Level::Kinds, &total, frequency, parts.to_vec()))
        });
    lines.collect()
}

/// Both directions of one source and side under a figure published for both together.
fn directions(rows: &[Flow], frequency: Frequency) -> Vec<Line> {
    let both = rows.iter().filter(|row| row.kind == Kind::TwoWay);
    let lines = both.filter_map(|total| {
        let parts: Vec<Part> = rows
            .iter()
            .filter(|row| {
                let ends = [&row.exporter, &row.importer];
                let own = [&total.exporter, &total.importer];
                row.kind == Kind::Total
                    && (ends == own || [ends[1], ends[0]] == own)
                    && (&row.source, row.side, &row.product, row.period)
                        == (&total.source, total.side, &total.product, total.period)
            })
            .map(|row| (format!("{}>{}", row.exporter, row.importer), row.value))
            .collect();
        (parts.len() == 2).then(|| line(Level::Directions, total, frequency, parts))
    });
    lines.collect()
}
