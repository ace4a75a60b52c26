//! The verdict on a level without a stated change.

use super::{alone, best, outcomes, unheld};
use crate::checks::claims::case::Case;
use crate::checks::claims::compare::{Comparison, Question};
use crate::checks::claims::evidence::Whose;
use crate::checks::claims::verdict::{Outcome, Verdict};
use crate::model::source::Side;

/// A level further from a series than this many times is refuted even by one side's reports.
const FAR: f64 = 2.0;

/// A level without a stated change.
pub(super) fn level(case: &Case, comparisons: &[Comparison]) -> (Verdict, String) {
    let own: Vec<&Comparison> = comparisons.iter().filter(|one| one.own).collect();
    if let Some(against) = own.iter().find(|one| one.outcome.refutes()) {
        let why = match against.question {
            Question::Parts => "the two directions the text gives do not make it",
            _ => "the text gives the same flow another figure elsewhere",
        };
        return (Verdict::Disagrees, why.into());
    }
    if own
        .iter()
        .any(|one| one.question == Question::Parts && one.outcome == Outcome::Agrees)
    {
        return (
            Verdict::Agrees,
            "the two directions the text gives make it".into(),
        );
    }
    let other: Vec<&Comparison> = comparisons.iter().filter(|one| !one.own).collect();
    match best(&outcomes(other.iter().copied())) {
        None if own.is_empty() => unheld(case),
        None => (
            Verdict::CannotBeRefuted,
            "the text repeats it, and no data are at hand".into(),
        ),
        Some(Outcome::Agrees) => (
            Verdict::Agrees,
            "a published series gives the same level within its rounding".into(),
        ),
        Some(Outcome::CannotBeRefuted) => (
            Verdict::CannotBeRefuted,
            "no published series gives this level, but reports of one flow differ by as much"
                .into(),
        ),
        Some(_) => distant(case, &other),
    }
}

/// A level far from every series: refuted where both sides' reports are at hand and neither is near.
fn distant(case: &Case, other: &[&Comparison]) -> (Verdict, String) {
    let ratios = || other.iter().map(|one| one.implied.value / one.stated.value);
    let (above, below) = (
        ratios().any(|ratio| ratio > 1.0),
        ratios().any(|ratio| ratio < 1.0),
    );
    if above && below {
        let why = "published series lie on both sides of it, none of them near";
        return (Verdict::CannotBeRefuted, why.into());
    }
    let sides: Vec<Side> = other
        .iter()
        .filter_map(|one| match &one.base.whose {
            Whose::Data { side, .. } => Some(*side),
            _ => None,
        })
        .collect();
    let both = sides.contains(&Side::Reconciled)
        || (sides.contains(&Side::Exporter) && sides.contains(&Side::Importer));
    if both || ratios().all(|ratio| !(FAR.recip()..=FAR).contains(&ratio)) {
        return (
            Verdict::Disagrees,
            "no published series is near, whichever side reports".into(),
        );
    }
    let why = format!(
        "who reported it is not known, {}and the data at hand hold reports of one kind only, which \
         lie far from it",
        alone(case)
    );
    (Verdict::NotCheckable(why.clone()), why)
}
