//! Claims that name no base: the years that would make them true.

use serde::Serialize;

use super::claim::{Base, Claim, Measure};
use super::evidence::{Evidence, Level, Whose};
use super::flow::whole_flow;
use super::interval::Interval;
use super::reading::{Quantity, Reading};
use crate::model::source::Side;

/// An earlier period from which the stated change would hold in the data.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BaseYear {
    pub base: Level,
    pub level: Level,
    /// New level over old, as the data give it.
    pub ratio: f64,
    /// Base and level come from two sources, though the same side reports in both.
    pub across: bool,
}

/// Every earlier period that makes a change without a base true, the latest first.
///
/// The level is that of the claim's period, or of the last period of each series where the claim
/// names none or the series does not reach it. Empty for claims with a base, and for those that state
/// no rate or factor. Growth across two sources is found too, but marked.
pub fn base_years(claim: &Claim, evidence: &Evidence) -> Vec<BaseYear> {
    let Some(wanted) = wanted(claim) else {
        return Vec::new();
    };
    let (flow, _) = whole_flow(claim, &evidence.claims);
    let lines = evidence.lines(claim, &flow);
    let levels = || {
        lines
            .iter()
            .filter(|line| !line.own)
            .flat_map(|line| &line.levels)
    };
    let reached = levels().any(|level| Some(level.period) == claim.period);
    let ends = lines.iter().filter(|line| !line.own).filter_map(|line| {
        let by = |level: &&Level| claim.period.is_none_or(|end| level.period <= end);
        let last = line
            .levels
            .iter()
            .filter(by)
            .max_by_key(|level| level.period)?;
        (!reached || Some(last.period) == claim.period).then_some(last)
    });
    let mut found: Vec<BaseYear> = ends
        .flat_map(|level| levels().filter_map(move |base| held(base, level, wanted)))
        .collect();
    found.sort_by_key(|one| (one.across, std::cmp::Reverse(one.base.period)));
    found
}

fn held(base: &Level, level: &Level, wanted: Interval) -> Option<BaseYear> {
    let across = base.whose != level.whose;
    let alike = base.currency == level.currency && (!across || same_side(base, level));
    let earlier = base.period.part == level.period.part && base.period < level.period;
    let ratio = level.reading.value / base.reading.value;
    (alike && earlier && wanted.contains(ratio)).then(|| BaseYear {
        base: base.clone(),
        level: level.clone(),
        ratio,
        across,
    })
}

/// Whether two series of data say that the same one side reports.
fn same_side(one: &Level, other: &Level) -> bool {
    let side = |level: &Level| match &level.whose {
        Whose::Data {
            side: side @ (Side::Exporter | Side::Importer),
            ..
        } => Some(*side),
        _ => None,
    };
    side(one).is_some() && side(one) == side(other)
}

/// The ratios of new level to old that the words usually mean.
fn wanted(claim: &Claim) -> Option<Interval> {
    let change = claim
        .change
        .as_ref()
        .filter(|change| change.base == Base::Open)?;
    match &change.measure {
        Measure::Factor(printed) => {
            Some(Reading::of(printed, Quantity::Factor, &change.text).usual)
        }
        Measure::Rate(printed) => {
            let rate = Reading::of(printed, Quantity::Change, &change.text);
            Some(rate.less(-1.0)?.usual)
        }
        _ => None,
    }
}
