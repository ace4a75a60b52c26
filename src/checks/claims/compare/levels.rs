//! Levels held against levels.

use super::{Comparison, Question};
use crate::checks::claims::case::Case;
use crate::checks::claims::claim::Measure;
use crate::checks::claims::evidence::{Level, Whose};
use crate::checks::claims::flow::same_flow;
use crate::checks::claims::reading::{Quantity, Reading};
use crate::checks::claims::verdict::{weigh_amount, weigh_level};

/// The claim's level against another of the same source for the same flow and period.
pub(super) fn repeated(case: &Case) -> Vec<Comparison> {
    let (Some(stated), Some(own)) = (case.stated_level(), own_level(case)) else {
        return Vec::new();
    };
    let same = case.evidence.claims.iter().filter(|other| {
        other.id != case.claim.id
            && other.source == case.claim.source
            && other.goods == case.claim.goods
            && other.period == case.claim.period
            && same_flow(&other.flow, &case.flow)
    });
    same.filter_map(|other| {
        let amount = other
            .level
            .as_ref()
            .filter(|amount| amount.currency == own.currency)?;
        let reading = Reading::of(&amount.number, Quantity::Level, &other.quote);
        let base = Level {
            reading,
            whose: Whose::Text {
                claim: other.id.clone(),
            },
            ..own.clone()
        };
        Some(Comparison {
            question: Question::Level,
            base,
            level: own.clone(),
            implied: reading,
            stated,
            outcome: weigh_amount(reading, stated),
            own: true,
        })
    })
    .collect()
}

/// The claim's level against those of data and of other sources.
pub(super) fn levels(case: &Case) -> Vec<Comparison> {
    let (Some(stated), Some(own)) = (case.stated_level(), own_level(case)) else {
        return Vec::new();
    };
    elsewhere(case, Question::Level, own, stated)
}

/// The earlier level that the claim names against those of the text, of data and of other sources.
pub(super) fn bases(case: &Case) -> Vec<Comparison> {
    let (Some(change), Some(period)) = (case.change(), case.base()) else {
        return Vec::new();
    };
    let Measure::From(amount) = &change.measure else {
        return Vec::new();
    };
    let stated = Reading::of(&amount.number, Quantity::Level, &change.text);
    let own = Level {
        period,
        reading: stated,
        currency: amount.currency,
        converted_from: None,
        whose: Whose::Text {
            claim: case.claim.id.clone(),
        },
    };
    let text = case
        .lines
        .iter()
        .filter(|line| line.own)
        .flat_map(|line| &line.levels);
    let in_text = text
        .filter(|level| level.period == period && level.whose != own.whose)
        .filter(|level| level.currency == own.currency)
        .map(|level| Comparison {
            question: Question::Base,
            base: level.clone(),
            level: own.clone(),
            implied: level.reading,
            stated,
            outcome: weigh_amount(level.reading, stated),
            own: true,
        });
    let mut all: Vec<Comparison> = in_text.collect();
    all.extend(elsewhere(case, Question::Base, own, stated));
    all
}

fn elsewhere(case: &Case, question: Question, own: Level, stated: Reading) -> Vec<Comparison> {
    let held = case
        .lines
        .iter()
        .filter(|line| !line.own)
        .flat_map(|line| &line.levels);
    held.filter(|level| level.period == own.period && level.currency == own.currency)
        .map(|level| Comparison {
            question,
            base: level.clone(),
            level: own.clone(),
            implied: level.reading,
            stated,
            outcome: weigh_level(level, stated),
            own: false,
        })
        .collect()
}

fn own_level(case: &Case) -> Option<Level> {
    let amount = case.claim.level.as_ref()?;
    Some(Level {
        period: case.period,
        reading: case.stated_level()?,
        currency: amount.currency,
        converted_from: None,
        whose: Whose::Text {
            claim: case.claim.id.clone(),
        },
    })
}
