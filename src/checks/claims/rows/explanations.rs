//! A row a supposition tested.

use polars::prelude::{DataFrame, PolarsResult};

use super::columns::{Columns, code, percents};
use crate::checks::claims::explanations::{Explanation, Figure};
use crate::checks::claims::judge::Judgement;

pub(super) fn frame(judged: &[Judgement]) -> PolarsResult<DataFrame> {
    let rows: Vec<(&Judgement, &Explanation)> = judged
        .iter()
        .flat_map(|one| {
            one.explanations
                .iter()
                .map(move |explanation| (one, explanation))
        })
        .collect();
    let rate = |one: &Explanation| match one.explained.figure {
        Figure::Rate { value, range } => Some((value, range)),
        Figure::Money { .. } => None,
    };
    let money = |one: &Explanation| match one.explained.figure {
        Figure::Money {
            value,
            range,
            currency,
        } => Some((value, range, currency)),
        Figure::Rate { .. } => None,
    };
    let columns = Columns::of(&rows)
        .text("claim", |(judged, _)| Some(judged.claim.id.clone()))
        .text("explanation", |(_, one)| Some(one.name.to_owned()))
        .text("tested", |(_, one)| Some(one.explained.words.clone()))
        .flag("fits", |(_, one)| Some(one.explained.fits))
        .number("growth_percent", |(_, one)| Some(100.0 * rate(one)?.0))
        .number("low_percent", |(_, one)| Some(percents(rate(one)?.1).0))
        .number("high_percent", |(_, one)| Some(percents(rate(one)?.1).1))
        .number("stated_low_percent", |(_, one)| {
            rate(one).map(|_| percents(one.explained.stated).0)
        })
        .number("stated_high_percent", |(_, one)| {
            rate(one).map(|_| percents(one.explained.stated).1)
        })
        .number("amount", |(_, one)| Some(money(one)?.0))
        .number("amount_low", |(_, one)| Some(money(one)?.1.low()))
        .number("amount_high", |(_, one)| Some(money(one)?.1.high()))
        .text("currency", |(_, one)| code(money(one)?.2))
        .number("chance_percent", |(judged, _)| Some(100.0 * judged.chance?));
    DataFrame::new_infer_height(columns.made)
}
