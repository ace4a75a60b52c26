//! Growth as another report has it, in another currency.

use super::currency::in_currencies;
use super::{Explain, Explained};
use crate::checks::claims::case::Case;

/// The growth is of another report and counted in another currency, as national offices publish it.
///
/// Two suppositions at once, so it fits by chance more often than most.
pub(super) struct AnotherReportAndCurrency;

impl Explain for AnotherReportAndCurrency {
    fn name(&self) -> &'static str {
        "another report in another currency"
    }

    fn test(&self, case: &Case<'_>) -> Vec<Explained> {
        let Some(stated) = case.stated_rate().filter(|_| !case.own_pairs().is_empty()) else {
            return Vec::new();
        };
        let converted = in_currencies(case, &case.other_pairs());
        let explained = converted.into_iter().map(|(pair, currency, figure)| {
            let words = format!("{}, in {}", pair.words, currency.plural());
            Explained::rate(stated, figure, &words)
        });
        explained.collect()
    }
}
