//! A claim against each level it can be held against.

mod levels;

use super::case::Case;
use super::claim::Measure;
pub use super::comparison::{Comparison, Question};
use super::evidence::{Pair, Whose};
use super::verdict::{REPORTS, VINTAGE, weigh_amount, weigh_rate};
use crate::model::source::Side;

/// Every comparison that can be made, those within the claim's own source first.
pub(super) fn comparisons(case: &Case) -> Vec<Comparison> {
    let own = case.own_pairs();
    let other = case.other_pairs();
    let mut all: Vec<Comparison> = own
        .iter()
        .filter_map(|pair| changed(case, pair, 0.0).map(|one| Comparison { own: true, ..one }))
        .collect();
    all.extend(levels::repeated(case));
    all.extend(super::parts::comparisons(case));
    let slack = slack(case, &other);
    all.extend(other.iter().filter_map(|pair| changed(case, pair, slack)));
    all.extend(levels::levels(case));
    all.extend(levels::bases(case));
    all
}

/// How far growth by other hands' levels may lie from a true claim: as far as the reports of both
/// sides lie from each other, where the data hold both.
fn slack(case: &Case, pairs: &[Pair]) -> f64 {
    let side = |pair: &Pair| match &pair.base.whose {
        Whose::Data { side, .. } => Some(*side),
        _ => None,
    };
    let both = [Side::Exporter, Side::Importer]
        .into_iter()
        .all(|wanted| pairs.iter().any(|pair| side(pair) == Some(wanted)));
    if !both {
        return REPORTS;
    }
    let rates = pairs.iter().filter(|pair| side(pair).is_some());
    let rates = rates.filter_map(|pair| Some(case.rate(pair.ratio()?)?.value));
    let range = rates.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), rate| {
        (low.min(rate), high.max(rate))
    });
    (range.1 - range.0).max(VINTAGE)
}

/// Growth or change between a pair of levels of another hand; `slack` widens the stated rate.
fn changed(case: &Case, pair: &Pair, slack: f64) -> Option<Comparison> {
    let made = |question, implied, stated, outcome| Comparison {
        question,
        base: pair.base.clone(),
        level: pair.level.clone(),
        implied,
        stated,
        outcome,
        own: false,
    };
    match &case.change()?.measure {
        Measure::From(_) => None,
        Measure::By(amount) => {
            let same = amount.currency == pair.level.currency;
            let implied = pair.level.reading.minus(pair.base.reading)?;
            let stated = case.stated_amount()?;
            let outcome = weigh_amount(implied, stated);
            same.then(|| made(Question::Change, implied, stated, outcome))
        }
        _ => {
            let implied = case.rate(pair.ratio()?)?;
            let stated = case.stated_rate()?;
            let outcome = weigh_rate(implied, stated, slack);
            Some(made(Question::Growth, implied, stated, outcome))
        }
    }
}
