//! Growth counted in another currency than the levels.

use super::{Explain, Explained};
use crate::checks::claims::case::Case;
use crate::checks::claims::claim::Part;
use crate::checks::claims::evidence::{Level, Pair};
use crate::checks::claims::reading::Reading;
use crate::model::currency::Currency;

/// The stated growth is that of the levels in another currency, or the level is in another one.
///
/// ```text
/// rate = (level × r(t)) / (base × r(t−1)) − 1, r the official average rate of the year
/// ```
///
/// Whole years only: there is no official rate for a part of a year here.
pub(super) struct AnotherCurrency;

impl Explain for AnotherCurrency {
    fn name(&self) -> &'static str {
        "another currency"
    }

    fn test(&self, case: &Case<'_>) -> Vec<Explained> {
        if case.claim.change.is_none() {
            return levels(case);
        }
        let Some(stated) = case.stated_rate() else {
            return Vec::new();
        };
        let rates = &case.evidence.rates;
        let converted = in_currencies(case, &case.best_pairs());
        let explained = converted.into_iter().map(|(pair, currency, figure)| {
            let words = format!(
                "levels of {} in {}, at annual average rates of the {}",
                pair.words,
                currency.plural(),
                rates.name
            );
            Explained::rate(stated, figure, &words)
        });
        explained.collect()
    }
}

/// The growth between pairs of levels of whole years in every currency but their own.
pub(super) fn in_currencies(case: &Case, pairs: &[Pair]) -> Vec<(Pair, Currency, Reading)> {
    let rates = &case.evidence.rates;
    let whole = pairs
        .iter()
        .filter(|pair| pair.level.period.part == Part::Year);
    let each = whole.flat_map(|pair| {
        let currencies = rates.currencies().into_iter();
        currencies.map(move |currency| (pair, currency))
    });
    let converted = each.filter_map(|(pair, currency)| {
        let from = pair.level.currency.filter(|from| *from != currency)?;
        let then = rates.factor(pair.base.period.year, from, currency)?;
        let now = rates.factor(pair.level.period.year, from, currency)?;
        let figure = case.rate(pair.ratio()?.times(now / then)?)?;
        Some((pair.clone(), currency, figure))
    });
    converted.collect()
}

/// A level whose number is right in another currency than the one it is printed in.
fn levels(case: &Case) -> Vec<Explained> {
    let Some(stated) = case.stated_level() else {
        return Vec::new();
    };
    let printed = case.claim.level.as_ref().and_then(|level| level.currency);
    let rates = &case.evidence.rates;
    let in_currency = |level: &Level, words: &str| -> Vec<Explained> {
        let others = rates
            .currencies()
            .into_iter()
            .filter(|currency| Some(*currency) != printed);
        others
            .filter_map(|currency| {
                let factor = rates.factor(level.period.year, level.currency?, currency)?;
                let figure = level.reading.times(factor)?;
                let words = format!("{words} in {}", currency.plural());
                Some(Explained::money(stated, figure, Some(currency), &words))
            })
            .collect()
    };
    let year = case.period.part == Part::Year;
    let held = case.lines.iter().filter(|line| !line.own && year);
    held.flat_map(|line| line.levels.iter().map(move |level| (line, level)))
        .filter(|(_, level)| level.period == case.period)
        .flat_map(|(line, level)| in_currency(level, &line.words))
        .collect()
}
