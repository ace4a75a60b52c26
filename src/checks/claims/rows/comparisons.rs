//! A row a comparison.

use polars::prelude::{DataFrame, PolarsResult};

use super::claims::{ends, kind};
use super::columns::{Columns, code, percents, period};
use crate::checks::claims::compare::{Comparison, Question};
use crate::checks::claims::judge::Judgement;
use crate::checks::claims::sentence::owner;
use crate::checks::claims::verdict::Verdict;

pub(super) fn frame(judged: &[Judgement]) -> PolarsResult<DataFrame> {
    let rows: Vec<(&Judgement, &Comparison)> = judged
        .iter()
        .flat_map(|one| {
            one.comparisons
                .iter()
                .map(move |comparison| (one, comparison))
        })
        .collect();
    let rate = |one: &Comparison| matches!(one.question, Question::Growth | Question::PartsGrowth);
    let range = |one: &Comparison| rate(one).then(|| percents(one.implied.rounding));
    let columns = Columns::of(&rows)
        .text("claim", |(judged, _)| Some(judged.claim.id.clone()))
        .text("flow", |(judged, _)| {
            Some(kind(&judged.claim.flow).to_owned())
        })
        .text("exporter", |(judged, _)| {
            ends(&judged.claim.flow)[0].clone()
        })
        .text("importer", |(judged, _)| {
            ends(&judged.claim.flow)[1].clone()
        })
        .text("asked", |(_, one)| Some(asked(one.question).to_owned()))
        .text("held_against", |(_, one)| Some(owner(&one.base.whose)))
        .flag("own_figures", |(_, one)| Some(one.own))
        .text("base_period", |(_, one)| Some(period(one.base.period)))
        .number("base", |(_, one)| Some(one.base.reading.value))
        .text("period", |(_, one)| Some(period(one.level.period)))
        .number("level", |(_, one)| Some(one.level.reading.value))
        .text("currency", |(_, one)| code(one.level.currency))
        .text("converted_from", |(_, one)| code(one.base.converted_from))
        .number("implied_growth_percent", |(_, one)| {
            rate(one).then_some(100.0 * one.implied.value)
        })
        .number("implied_low_percent", |(_, one)| Some(range(one)?.0))
        .number("implied_high_percent", |(_, one)| Some(range(one)?.1))
        .number("stated_growth_percent", |(_, one)| {
            rate(one).then_some(100.0 * one.stated.value)
        })
        .number("implied_amount", |(_, one)| {
            (!rate(one)).then_some(one.implied.value)
        })
        .number("stated_amount", |(_, one)| {
            (!rate(one)).then_some(one.stated.value)
        })
        .text("outcome", |(_, one)| {
            Some(Verdict::from(one.outcome).as_str().to_owned())
        });
    DataFrame::new_infer_height(columns.made)
}

fn asked(question: Question) -> &'static str {
    match question {
        Question::Growth => "growth",
        Question::Change => "change",
        Question::Level => "level",
        Question::Base => "base",
        Question::Parts => "directions add up",
        Question::PartsGrowth => "growth of both directions",
    }
}
