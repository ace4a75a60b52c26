//! Months and quarters under the years, or quarters, of another table.

use std::collections::BTreeMap;

use super::{Level, Line, Part};
use crate::checks::additivity::whole::Whole;
use crate::checks::flows::{Strand, period_of};
use crate::checks::series::Period;
use crate::model::flow_table::Flow;
use crate::model::period::Frequency;

/// Every longer period of which any shorter one is known; all shorter ones within it are expected.
pub(in super::super) fn to_coarser(
    (coarse, to): (&[Flow], Frequency),
    (fine, from): (&[Flow], Frequency),
) -> Vec<Line> {
    let mut parts: BTreeMap<(Strand, Period), BTreeMap<Period, Option<f64>>> = BTreeMap::new();
    for row in fine {
        let own = period_of(row, from);
        let longer = Period::of(own.first_day(), to);
        let within = parts.entry((Strand::of(row), longer)).or_default();
        within.insert(own, row.value);
    }
    let lines = coarse.iter().filter_map(|total| {
        let (strand, period) = (Strand::of(total), period_of(total, to));
        let within = parts.get(&(strand.clone(), period))?;
        let first = Period::of(period.first_day(), from);
        let count = first.in_a_year() / period.in_a_year();
        let parts: Vec<Part> = (0..count)
            .map(|step| first.plus(step))
            .map(|part| (part.to_string(), within.get(&part).copied().flatten()))
            .collect();
        Some(Line {
            level: Level::Periods { from, to },
            whole: Whole {
                name: strand.flow(),
                period,
                stated: total.value,
                parts,
            },
            total: strand,
        })
    });
    lines.collect()
}
