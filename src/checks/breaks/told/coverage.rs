//! Series that come and go, in words.

use std::collections::BTreeMap;

use super::super::coverage::{Change, CoverageChange};
use super::super::found::BreaksReport;
use crate::model::number::share;

/// Series that a line names.
const NAMED: usize = 3;

/// Changes of one kind and period in one line, the one with the largest share first.
pub(super) fn lines(report: &BreaksReport) -> Vec<String> {
    let mut together: BTreeMap<_, Vec<&CoverageChange>> = BTreeMap::new();
    for change in &report.coverage {
        together
            .entry((change.period, change.change))
            .or_default()
            .push(change);
    }
    let mut together: Vec<Vec<&CoverageChange>> = together.into_values().collect();
    let size = |changes: &[&CoverageChange]| changes[0].share.unwrap_or_default();
    together.sort_by(|a, b| size(b).total_cmp(&size(a)));
    together.iter().map(|changes| line(changes)).collect()
}

fn line(changes: &[&CoverageChange]) -> String {
    if let [alone] = changes {
        return one(alone);
    }
    let first = changes[0];
    let named: Vec<String> = changes
        .iter()
        .take(NAMED)
        .map(|change| {
            let part = change
                .share
                .map_or(String::new(), |part| format!(" with {}", share(part)));
            format!("{}{part}", change.key)
        })
        .collect();
    let others = match changes.len() > NAMED {
        true => ", the largest",
        false => ":",
    };
    format!(
        "{} series {}{others} {}",
        changes.len(),
        what(first, "begin", "end", "have"),
        named.join(", ")
    )
}

/// One change: `SWE>NOR begins in 2004, 2.1% of all series of its source and side that period`.
pub(super) fn one(change: &CoverageChange) -> String {
    let part = change.share.map_or(String::new(), |part| {
        let when = match change.change {
            Change::Gap { .. } => "the period before",
            _ => "that period",
        };
        format!(
            ", {} of all series of its source and side {when}",
            share(part)
        )
    });
    format!(
        "{} {}{part}",
        change.key,
        what(change, "begins", "ends", "has")
    )
}

fn what(change: &CoverageChange, begin: &str, end: &str, have: &str) -> String {
    let period = change.period;
    match change.change {
        Change::Begins => format!("{begin} in {period}"),
        Change::Ends => format!("{end} in {period}"),
        Change::Gap { periods: 1 } => format!("{have} no figure in {period}"),
        Change::Gap { periods } => {
            format!("{have} no figure for {periods} periods from {period} on")
        }
    }
}
