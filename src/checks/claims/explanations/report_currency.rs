//! Growth as another report has it, in another currency.

use super::{Explain, Explained};
use crate::checks::claims::case::Case;
use crate::checks::claims::claim::{Claim, Part};
use crate::checks::claims::evidence::Evidence;

/// The growth is of another report and counted in another currency, as national offices publish it.
///
/// Two suppositions at once, so it fits by chance more often than most.
pub(super) struct AnotherReportAndCurrency;

impl Explain for AnotherReportAndCurrency {
    fn name(&self) -> &'static str {
        "another report in another currency"
    }

    fn test(&self, claim: &Claim, evidence: &Evidence) -> Vec<Explained> {
        let Some(case) = Case::of(claim, evidence) else {
            return Vec::new();
        };
        let Some(stated) = case.stated_rate().filter(|_| !case.own_pairs().is_empty()) else {
            return Vec::new();
        };
        let rates = &evidence.rates;
        let others = case.other_pairs();
        let whole = others
            .iter()
            .filter(|pair| pair.level.period.part == Part::Year);
        whole
            .flat_map(|pair| {
                rates
                    .currencies()
                    .into_iter()
                    .map(move |currency| (pair, currency))
            })
            .filter_map(|(pair, currency)| {
                let from = pair.level.currency.filter(|from| *from != currency)?;
                let then = rates.factor(pair.base.period.year, from, currency)?;
                let now = rates.factor(pair.level.period.year, from, currency)?;
                let figure = case.rate(pair.ratio()?.times(now / then)?)?;
                let words = format!("{}, in {}", pair.words, currency.plural());
                Some(Explained::rate(stated, figure, &words))
            })
            .collect()
    }
}
