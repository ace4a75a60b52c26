//! Exports and imports against trade and balance, as the text prints them.

use super::case::Case;
use super::claim::{Base, Claim, Flow, Measure, Period};
use super::comparison::{Comparison, Question};
use super::evidence::{Level, Whose};
use super::flow::same_flow;
use super::reading::{Quantity, Reading};
use super::verdict::{weigh_amount, weigh_rate};

/// The two directions of one text and period, joined to what the claim is about.
///
/// `exports + imports = trade`, `exports − imports = balance`, by intervals: printed totals of rounded
/// parts may differ in the last digit and still agree.
pub(super) fn comparisons(case: &Case) -> Vec<Comparison> {
    let now = joined(case, &case.flow, case.period, false);
    let level = now.clone().and_then(|sum| added_up(case, sum));
    let growth = now.and_then(|sum| grown(case, sum));
    level.into_iter().chain(growth).collect()
}

fn added_up(case: &Case, sum: Level) -> Option<Comparison> {
    let stated = case.stated_level()?;
    let level = Level {
        period: case.period,
        reading: stated,
        currency: case.claim.level.as_ref()?.currency,
        converted_from: None,
        whose: Whose::Text {
            claim: case.claim.id.clone(),
        },
    };
    (level.currency == sum.currency).then(|| Comparison {
        question: Question::Parts,
        implied: sum.reading,
        outcome: weigh_amount(sum.reading, stated),
        base: sum,
        level,
        stated,
        own: true,
    })
}

/// Growth of the two directions together; an earlier level that the text does not print follows
/// from the growth it states of that direction.
fn grown(case: &Case, now: Level) -> Option<Comparison> {
    let Flow::TwoWay { .. } = case.flow else {
        return None;
    };
    let yearly = matches!(case.change()?.base, Base::YearBefore { .. });
    let stated = case.stated_rate().filter(|_| yearly)?;
    let then = joined(case, &case.flow, case.base()?, true)?;
    let ratio = now.reading.over(then.reading)?;
    let implied = case.rate(ratio).filter(|_| now.currency == then.currency)?;
    Some(Comparison {
        question: Question::PartsGrowth,
        base: then,
        level: now,
        implied,
        stated,
        outcome: weigh_rate(implied, stated, 0.0),
        own: true,
    })
}

/// Both directions of the claim's own source in a period, added or, for a balance, subtracted.
pub(super) fn joined(case: &Case, flow: &Flow, period: Period, from_growth: bool) -> Option<Level> {
    let (first, second, add) = match flow {
        Flow::TwoWay {
            first,
            second: Some(second),
        } => (first, second, true),
        Flow::Balance {
            first,
            second: Some(second),
        } => (first, second, false),
        _ => return None,
    };
    let out = direction(case, first, second, period, from_growth)?;
    let back = direction(case, second, first, period, from_growth)?;
    if out.currency != back.currency {
        return None;
    }
    let reading = match add {
        true => out.reading.plus(back.reading)?,
        false => out.reading.minus(back.reading)?,
    };
    let claims = [out, back.clone()]
        .into_iter()
        .filter_map(|level| match level.whose {
            Whose::Text { claim } => Some(claim),
            _ => None,
        });
    Some(Level {
        reading,
        whose: Whose::Parts {
            claims: claims.collect(),
        },
        ..back
    })
}

fn direction(
    case: &Case,
    from: &str,
    to: &str,
    period: Period,
    from_growth: bool,
) -> Option<Level> {
    let flow = Flow::OneWay {
        exporter: Some(from.to_owned()),
        importer: Some(to.to_owned()),
    };
    let lines = case.evidence.lines(case.claim, &flow);
    let own = lines.into_iter().find(|line| line.own)?;
    let printed = own.levels.iter().find(|level| level.period == period);
    match printed {
        Some(level) => Some(level.clone()),
        None if from_growth => {
            let same = |claim: &&Claim| {
                claim.source == case.claim.source
                    && claim.goods == case.claim.goods
                    && claim.period == Some(case.period)
                    && same_flow(&claim.flow, &flow)
            };
            case.evidence
                .claims
                .iter()
                .filter(same)
                .find_map(|claim| deduced(claim, period))
        }
        None => None,
    }
}

/// The level a year earlier that a claim's own level and stated growth call for.
fn deduced(claim: &Claim, period: Period) -> Option<Level> {
    let change = claim.change.as_ref()?;
    let (Measure::Rate(rate), Base::YearBefore { .. }) = (&change.measure, change.base) else {
        return None;
    };
    let amount = claim.level.as_ref()?;
    let growth = Reading::of(rate, Quantity::Change, &change.text).less(-1.0)?;
    let level = Reading::of(&amount.number, Quantity::Level, &claim.quote);
    Some(Level {
        period,
        reading: level.over(growth)?,
        currency: amount.currency,
        converted_from: None,
        whose: Whose::Text {
            claim: claim.id.clone(),
        },
    })
}
