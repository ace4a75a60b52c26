//! A judgement as one sentence that can be printed.

mod level;

use super::case::Case;
use super::claim::{Change, Measure};
use super::compare::{Comparison, Question};
use super::evidence::{Level, Whose};
use super::explanations::needed;
use super::judgement::Judgement;
use super::verdict::Verdict;
use super::words::{flow_words, money, money_range, period_words, rate};
use crate::model::number;
use level::{against, of_level, unchecked};

/// The sentence; every figure in it stands in the judgement.
pub(super) fn sentence(judgement: &Judgement, case: Option<&Case>) -> String {
    let flow = case.map_or(&judgement.claim.flow, |case| &case.flow);
    let subject = match judgement.claim.period {
        Some(period) => format!("{} in {}", flow_words(flow), period_words(period)),
        None => flow_words(flow),
    };
    if let Verdict::NotCheckable(why) = &judgement.verdict {
        return unchecked(judgement, &subject, why);
    }
    match (
        deciding(judgement),
        &judgement.claim.change,
        &judgement.claim.level,
    ) {
        (Some(by), Some(change), _) if by.question.is_change() => {
            format!(
                "Of {subject} the text {}, {}.",
                stated(change),
                verdict_on_change(judgement, by, case)
            )
        }
        (Some(by), _, Some(level)) => of_level(judgement, by, &subject, level),
        (Some(by), Some(_), None) => format!(
            "The text counts the change of {subject} from {}.",
            against(by)
        ),
        _ => format!("Of {subject}: {}.", judgement.reason),
    }
}

/// The comparison that the verdict rests on.
pub(super) fn deciding(judgement: &Judgement) -> Option<&Comparison> {
    let changes = judgement
        .claim
        .change
        .as_ref()
        .is_some_and(|change| !matches!(change.measure, Measure::From(_)));
    let of_kind =
        |one: &&Comparison| !changes || one.question.is_change() || one.question == Question::Parts;
    let verdict = |one: &&Comparison| Verdict::from(one.outcome) == judgement.verdict;
    let mut held = judgement.comparisons.iter().filter(of_kind);
    let nearest = |one: &&Comparison, other: &&Comparison| {
        let key = |one: &Comparison| (!one.own, one.gap().abs());
        let ((a, x), (b, y)) = (key(one), key(other));
        a.cmp(&b).then(x.total_cmp(&y))
    };
    held.clone()
        .filter(verdict)
        .min_by(nearest)
        .or_else(|| held.next())
}

/// What the text does: `says “increased by 39 percent”`, `states a change of +39.0%`.
fn stated(change: &Change) -> String {
    let text = change.text.trim();
    if !text.is_empty() {
        return format!("says “{text}”");
    }
    let what = match &change.measure {
        Measure::Rate(printed) => format!("a change of {}", number::percent(printed.value)),
        Measure::Factor(printed) => {
            format!("{} times the earlier level", number::tick(printed.value))
        }
        Measure::By(amount) => format!(
            "a change of {}",
            money(amount.number.value, amount.currency)
        ),
        Measure::From(amount) => format!(
            "a rise or fall from {}",
            money(amount.number.value, amount.currency)
        ),
        Measure::Direction { up: true } => "a rise".to_owned(),
        Measure::Direction { up: false } => "a fall".to_owned(),
    };
    format!("states {what}")
}

fn verdict_on_change(judgement: &Judgement, by: &Comparison, case: Option<&Case>) -> String {
    let figures = figures(by);
    let makes = match by.question {
        Question::Growth | Question::PartsGrowth => rate(by.implied),
        _ => amount(by),
    };
    match judgement.verdict {
        Verdict::Agrees => format!("and {figures} bear it out: they make {makes}"),
        Verdict::Disagrees => format!("but {figures} make {makes}{}", wanting(by, case)),
        Verdict::SignContradicts => {
            format!(
                "but by {figures} it moved the other way, {makes}{}",
                wanting(by, case)
            )
        }
        _ if by.own => format!(
            "which {figures} neither confirm nor refute: they make {makes}, and the rounding of the \
             figures or the hedges of the words leave room for both"
        ),
        _ => format!(
            "which {figures} do not refute: they make {makes}, and {}",
            judgement.reason
        ),
    }
}

/// `; the stated change would need a base of $1.64bn`.
fn wanting(by: &Comparison, case: Option<&Case>) -> String {
    let base = case
        .filter(|_| by.question == Question::Growth)
        .and_then(|case| needed(case, &by.level));
    match base {
        Some(base) => format!(
            "; the stated change would need a base of {}",
            money(base.value, by.level.currency)
        ),
        None => String::new(),
    }
}

/// Whose figures they are, as a subject of a sentence.
pub(super) fn owner(whose: &Whose) -> String {
    match whose {
        Whose::Text { .. } => "its own figures".to_owned(),
        Whose::Parts { .. } => "the two directions it gives".to_owned(),
        Whose::Print { source, .. } => format!("the figures of {source}"),
        Whose::Data { words, .. } => format!("the figures of {words}"),
    }
}

/// The figures of a comparison: `its own figures ($1.93bn in 2008 and $2.28bn in 2009)`.
pub(super) fn figures(by: &Comparison) -> String {
    let owner = match (&by.base.whose, by.question) {
        // A level that the text gives by a later one and the change since.
        (Whose::Parts { .. }, Question::Growth | Question::Change) => "its own figures".to_owned(),
        (whose, _) => owner(whose),
    };
    match by.question {
        Question::Growth | Question::Change | Question::PartsGrowth => {
            format!("{owner} ({} and {})", dated(&by.base), dated(&by.level))
        }
        _ => format!("{owner} ({})", dated(&by.base)),
    }
}

fn dated(level: &Level) -> String {
    let amount = money(level.reading.value, level.currency);
    format!("{amount} in {}", period_words(level.period))
}

fn amount(by: &Comparison) -> String {
    let range = by.implied.rounding;
    let value = money(by.implied.value, by.level.currency);
    let (low, high) = (
        money(range.low(), by.level.currency),
        money(range.high(), by.level.currency),
    );
    if low == high {
        value
    } else {
        format!("{value} ({})", money_range(range, by.level.currency))
    }
}
