//! Sentences on levels, and on claims that cannot be checked.

use super::{deciding, stated};
use crate::checks::claims::claim::Amount;
use crate::checks::claims::compare::Comparison;
use crate::checks::claims::evidence::Whose;
use crate::checks::claims::judgement::Judgement;
use crate::checks::claims::open::BaseYear;
use crate::checks::claims::verdict::Verdict;
use crate::checks::claims::words::{money, period_words, printed};
use crate::model::number;

/// A level against the one that decided.
pub(super) fn of_level(
    judgement: &Judgement,
    by: &Comparison,
    subject: &str,
    level: &Amount,
) -> String {
    let printed = printed(level);
    let tail = match judgement.verdict {
        Verdict::Agrees => "is borne out",
        Verdict::Disagrees | Verdict::SignContradicts => "is not borne out",
        _ => "can be neither confirmed nor refuted",
    };
    let why = match judgement.verdict {
        Verdict::Agrees => String::new(),
        _ => format!("; {}", judgement.reason),
    };
    format!(
        "The text’s figure of {printed} for {subject} {tail}: {}{why}.",
        against(by)
    )
}

/// What another hand gives instead: `UN Comtrade (…) gives $2.14bn, 11.0% more`.
pub(super) fn against(by: &Comparison) -> String {
    let owner = match &by.base.whose {
        Whose::Text { .. } => "elsewhere the text gives".to_owned(),
        Whose::Parts { .. } => "the two directions it gives make".to_owned(),
        Whose::Print { source, .. } => format!("{source} gives"),
        Whose::Data { words, .. } => format!("{words} gives"),
    };
    let held = money(by.implied.value, by.level.currency);
    let from = match by.base.converted_from {
        Some(currency) => format!(" converted from {}", currency.plural()),
        None => String::new(),
    };
    let gap = by.gap();
    let size = number::share(gap.abs());
    let beside = match size.as_str() {
        "0.0%" => "the same to a tenth of a per cent".to_owned(),
        _ if gap > 0.0 => format!("{size} more"),
        _ => format!("{size} less"),
    };
    format!("{owner} {held}{from}, {beside}")
}

/// Why a claim cannot be checked, and what is known all the same.
pub(super) fn unchecked(judgement: &Judgement, subject: &str, why: &str) -> String {
    let claim = &judgement.claim;
    let said = match (&claim.change, &claim.level) {
        (Some(change), _) => format!("Of {subject} the text {}, which", stated(change)),
        (None, Some(level)) => format!("The figure of {} for {subject}", printed(level)),
        (None, None) => format!("What is said of {subject}"),
    };
    let nearest =
        deciding(judgement).filter(|by| claim.change.is_none() && !by.question.is_change());
    let seen = nearest
        .map(|by| format!(" ({})", against(by)))
        .unwrap_or_default();
    format!(
        "{said} cannot be checked as it stands: {why}{seen}{}.",
        would_hold(&judgement.base_years)
    )
}

/// `; in the data it would hold from 2005 or 2006 to 2023`.
fn would_hold(found: &[BaseYear]) -> String {
    if found.is_empty() {
        return String::new();
    }
    let across = found.iter().all(|one| one.across);
    let chosen = found.iter().filter(|one| one.across == across);
    let mut spans: Vec<(String, String)> = chosen
        .map(|one| {
            (
                period_words(one.level.period),
                period_words(one.base.period),
            )
        })
        .collect();
    spans.sort();
    spans.dedup();
    let listed: Vec<String> = spans
        .iter()
        .map(|(to, from)| format!("{from} to {to}"))
        .collect();
    let how = if across {
        ", across two sources in which the same side reports"
    } else {
        ""
    };
    format!(
        "; in the data it would hold from {}{how}",
        listed.join(", or ")
    )
}
