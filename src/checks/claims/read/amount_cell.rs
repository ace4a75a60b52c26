//! An amount in a cell of a table.

use super::digits::Digits;
use super::money::{self, Quantity};
use super::token::tokens;
use crate::checks::claims::claim::Amount;

/// The first amount among words, with a scale, a currency, or neither.
pub(super) fn amount(words: &str) -> Option<Amount> {
    let tokens = tokens(words, 0);
    let named = (0..tokens.len()).find_map(|at| match money::at(&tokens, at, &[])? {
        (Quantity::Money(amount), _) => Some(amount),
        (Quantity::Count, _) => None,
    });
    named.or_else(|| {
        // `USD million` stands before or after its number; without either it is a bare number.
        let bare = tokens.len() == 1;
        let number = Digits::at(&tokens, 0).filter(|_| bare)?.scaled(1.0, 1.0);
        Some(Amount {
            number,
            currency: None,
            assumed: false,
        })
    })
}
