//! The same reckoning at dates at which nothing is said to have happened.

use serde::Serialize;

use super::change::Change;
use super::places::Third;
use super::report::DiversionCheck;
use super::windows::Windows;

/// How unusual the first place of a ranking is, next to the same place at every other date that
/// the figures allow.
///
/// The windows of neighbouring dates overlap, so this is a comparison and no test.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OtherDates {
    pub place: String,
    /// The smaller rise over A → B before, at the event.
    pub here: f64,
    /// Other dates with both legs and A → B in every period.
    pub dates: usize,
    /// Those of them at which the same quotient is at least as large.
    pub as_much: usize,
    /// Those of them at which A → B fell by at least as large a share.
    pub fell_as_much: usize,
}

impl OtherDates {
    pub(super) fn of(check: &DiversionCheck<'_>, top: &Third) -> Option<Self> {
        let leg = |legs: &[crate::checks::series::Series]| {
            legs.iter().rposition(|leg| leg.key() == top.place)
        };
        let out = &check.flows.out[leg(check.flows.out)?];
        let into = &check.flows.into[leg(check.flows.into)?];
        // Rise of the smaller leg, and change of A → B, both over A → B before.
        let at = |windows: &Windows| {
            let direct = Change::of(check.flows.direct, windows).ok()?;
            let out = Change::of(out, windows).ok()?.difference;
            let into = Change::of(into, windows).ok()?.difference;
            Some((out.min(into).max(0.0) / direct.before, direct.relative?))
        };
        let (here, fell) = at(&check.windows)?;
        let (first, last) = check.flows.direct.span()?;
        let event = check.windows.event;
        let others: Vec<_> = (0..=last.since(first))
            .map(|step| first.plus(step))
            .filter(|period| *period != event)
            .filter_map(|event| {
                at(&Windows {
                    event,
                    ..check.windows
                })
            })
            .collect();
        (!others.is_empty()).then(|| Self {
            place: top.place.clone(),
            here,
            dates: others.len(),
            as_much: others.iter().filter(|(rise, _)| *rise >= here).count(),
            fell_as_much: others.iter().filter(|(_, change)| *change <= fell).count(),
        })
    }
}
