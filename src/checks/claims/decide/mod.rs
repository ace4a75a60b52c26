//! From comparisons to a verdict, with its reason.

mod level;

use super::case::Case;
use super::claim::{Base, Flow, Measure, Part};
use super::compare::{Comparison, Question};
use super::verdict::{Outcome, VINTAGE, Verdict, weigh_rate};

/// The verdict and the reason for it, which names no figure that the comparisons do not hold.
pub(super) fn decide(case: &Case, comparisons: &[Comparison]) -> (Verdict, String) {
    if let Some(why) = unanswerable(case) {
        return (Verdict::NotCheckable(why.clone()), why);
    }
    match &case.claim.change {
        Some(change) if !matches!(change.measure, Measure::From(_)) => changed(case, comparisons),
        _ if comparisons.is_empty() => unheld(case),
        _ => level::level(case, comparisons),
    }
}

/// Why no level whatever could decide the claim.
fn unanswerable(case: &Case) -> Option<String> {
    let change = case.change();
    let rated =
        change.is_some_and(|change| !matches!(change.measure, Measure::By(_) | Measure::From(_)));
    if change.is_none() && case.claim.level.is_none() {
        return Some("it states neither a level nor a change".into());
    }
    if change.is_some_and(|change| change.base == Base::Open) {
        return Some("the words do not say since when".into());
    }
    if case.assumed || super::flow::ends(&case.flow).is_none() {
        return Some("the words do not name both countries".into());
    }
    if rated && matches!(case.flow, Flow::Balance { .. }) {
        return Some(
            "a balance can change its sign, so a rate of growth of it has no meaning".into(),
        );
    }
    if change.is_some() && case.span().is_none() {
        return Some("the period and the one it is counted from are not alike".into());
    }
    None
}

/// A stated change: the claim's own source decides where it can, other levels otherwise.
fn changed(case: &Case, comparisons: &[Comparison]) -> (Verdict, String) {
    let asked = |comparison: &&Comparison| {
        matches!(comparison.question, Question::Growth | Question::Change)
    };
    let own: Vec<Outcome> = outcomes(comparisons.iter().filter(asked).filter(|one| one.own));
    let parts = outcomes(
        comparisons
            .iter()
            .filter(|one| matches!(one.question, Question::Parts | Question::PartsGrowth)),
    );
    if let Some(refuted) = parts.iter().copied().find(|outcome| outcome.refutes())
        && own.iter().all(|outcome| !outcome.refutes())
    {
        return (
            refuted.into(),
            "the two directions the text gives make another figure".into(),
        );
    }
    if let Some(best) = best(&own) {
        return (best.into(), own_reason(best).into());
    }
    if let Some(best) = best(&outcomes(
        comparisons
            .iter()
            .filter(|one| one.question == Question::PartsGrowth),
    )) {
        return (best.into(), own_reason(best).into());
    }
    let other = outcomes(comparisons.iter().filter(asked).filter(|one| !one.own));
    match best(&other) {
        None => unheld(case),
        Some(best) if best.refutes() && another_currency_fits(case) => (
            Verdict::CannotBeRefuted,
            "the words name no currency, and in one of those with official rates the growth would agree".into(),
        ),
        Some(best) => (best.into(), other_reason(best, &other)),
    }
}

fn own_reason(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Agrees => "the levels the text prints give the stated figure",
        Outcome::CannotBeRefuted => {
            "only the rounding or the hedges of the printed figures let them meet"
        }
        Outcome::Disagrees => "no rounding of the levels the text prints gives the stated figure",
        Outcome::SignContradicts => "the levels the text prints move the other way",
    }
}

fn other_reason(best: Outcome, all: &[Outcome]) -> String {
    let held = all.len();
    let alike = all.iter().filter(|outcome| **outcome == best).count();
    match best {
        Outcome::Agrees => format!(
            "{alike} of {held} published series give the stated figure; the text prints no levels to test it by"
        ),
        Outcome::CannotBeRefuted if held == 1 => {
            "the one published series at hand comes near and does not give the stated figure".into()
        }
        Outcome::CannotBeRefuted => format!(
            "{alike} of {held} published series {} near, none gives the stated figure",
            if alike == 1 { "comes" } else { "come" }
        ),
        Outcome::Disagrees if held == 1 => {
            "the one published series at hand gives another figure".into()
        }
        Outcome::Disagrees => format!("none of {held} published series comes near"),
        Outcome::SignContradicts if held == 1 => {
            "the one published series at hand moves the other way".into()
        }
        Outcome::SignContradicts => format!("all {held} published series move the other way"),
    }
}

/// Whether growth stated without any currency would agree in some currency with official rates.
fn another_currency_fits(case: &Case) -> bool {
    let own = case
        .lines
        .iter()
        .filter(|line| line.own)
        .flat_map(|line| &line.levels);
    if own
        .filter(|level| level.period == case.period)
        .any(|level| level.currency.is_some())
    {
        return false;
    }
    let Some(stated) = case.stated_rate() else {
        return false;
    };
    let rates = &case.evidence.rates;
    case.other_pairs().iter().any(|pair| {
        rates.currencies().into_iter().any(|currency| {
            let fits = || {
                let from = pair.level.currency?;
                let then = rates.factor(pair.base.period.year, from, currency)?;
                let now = rates.factor(pair.level.period.year, from, currency)?;
                let implied = case.rate(pair.ratio()?.times(now / then)?)?;
                Some(!weigh_rate(implied, stated, VINTAGE).refutes())
            };
            pair.level.period.part == Part::Year && fits() == Some(true)
        })
    })
}

/// Says so if the text gives no other level of the flow.
fn alone(case: &Case) -> &'static str {
    let own = case.lines.iter().filter(|line| line.own);
    let mut others = own.flat_map(|line| &line.levels);
    match others.any(|level| level.period != case.period) {
        true => "",
        false => "the text gives no other year of the same flow to compare it with, ",
    }
}

fn unheld(case: &Case) -> (Verdict, String) {
    let why = match case.claim.change {
        Some(_) => "neither the text nor the data hold the two levels it runs between".to_owned(),
        None => format!(
            "who reported it is not known, {}and the data hold none",
            alone(case)
        ),
    };
    (Verdict::NotCheckable(why.clone()), why)
}

fn outcomes<'a>(comparisons: impl Iterator<Item = &'a Comparison>) -> Vec<Outcome> {
    comparisons.map(|comparison| comparison.outcome).collect()
}

/// The outcome most in the claim's favour; a claim that one of several levels bears out stands.
fn best(outcomes: &[Outcome]) -> Option<Outcome> {
    let order = [
        Outcome::Agrees,
        Outcome::CannotBeRefuted,
        Outcome::Disagrees,
        Outcome::SignContradicts,
    ];
    order.into_iter().find(|outcome| outcomes.contains(outcome))
}
