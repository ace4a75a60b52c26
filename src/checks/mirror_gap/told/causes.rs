//! Candidate causes, a line each.

use super::super::causes::{Cause, CauseName, Direction as Way, Evidence, SizeKind};
use super::super::check::Direction;
use crate::model::number::percent;

/// What stands above the causes of one flow.
pub(super) fn heading(one: &Direction) -> &'static str {
    match one.mirror.stability {
        Some(_) => "What may lie behind the gap, as far as these figures can be held against it:",
        None => "",
    }
}

/// Causes that the figures were held against, and those ruled out by definition.
pub(super) fn tested(one: &Direction) -> Vec<String> {
    if one.mirror.stability.is_none() {
        return Vec::new();
    }
    let told = one.mirror.causes.iter();
    told.filter(|cause| cause.evidence != Evidence::NotTestable)
        .map(line)
        .collect()
}

/// What a test of the other causes would need, each once for all flows.
pub(super) fn untested(found: &[Direction]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let causes = found.iter().flat_map(|one| &one.mirror.causes);
    for cause in causes.filter(|cause| cause.evidence == Evidence::NotTestable) {
        let told = line(cause);
        if !lines.contains(&told) {
            lines.push(told);
        }
    }
    lines
}

fn line(cause: &Cause) -> String {
    let size = cause.size.map_or(String::new(), |size| {
        let kind = match size.kind {
            SizeKind::Assumed => "assumed",
            SizeKind::Measured => "measured",
            SizeKind::AtMost => "at most",
        };
        format!(", {kind} {}", percent(size.log.exp_m1()))
    });
    format!(
        "{} ({}{size}): {}. See {}.",
        name(cause.name),
        direction(cause.direction),
        cause
            .finding
            .trim_start_matches("not testable with these data: "),
        cause.source
    )
}

const fn name(cause: CauseName) -> &'static str {
    match cause {
        CauseName::Valuation => "Freight and insurance",
        CauseName::ReExports => "Re-exports through a third place",
        CauseName::TimeOfRecording => "Time of recording",
        CauseName::TradeSystem => "Trade system",
        CauseName::Coverage => "Coverage and thresholds",
        CauseName::Classification => "Classification",
        CauseName::Currency => "Currency conversion",
        CauseName::PartnerAttribution => "Partner attribution",
        CauseName::Misreporting => "Declared values",
    }
}

const fn direction(way: Way) -> &'static str {
    match way {
        Way::ImporterHigher => "raises the importer’s figure",
        Way::ImporterLower => "lowers the importer’s figure",
        Way::Either => "either way",
        Way::None => "cannot move this gap",
    }
}
