//! Growth and changes in the cells of a table.

use super::amount_cell::amount;
use super::digits::{Digits, negative};
use super::row::{Column, Row};
use super::token::{Token, tokens};
use super::{base_cell, rate};
use crate::checks::claims::claim::{Amount, Change, Measure, Printed};

pub(super) fn change(row: &Row, level: Option<&Amount>) -> Result<Option<Change>, String> {
    let percent = row.get(Column::GrowthPercent);
    let Some(cell) = row.get(Column::Growth).or(percent) else {
        return Ok(None);
    };
    let tokens = tokens(cell, 0);
    let measure = rate_of(&tokens)
        .or_else(|| {
            amount(cell)
                .filter(|_| tokens.len() > 2)
                .map(|by| by_amount(by, level))
        })
        .or_else(|| bare(cell, percent.is_some() && row.get(Column::Growth).is_none()))
        .map(|measure| as_quoted(measure, row.get(Column::Quote)));
    let Some(measure) = measure else {
        return Err(format!("`{cell}` is no growth; write 39% or 0.39"));
    };
    Ok(Some(Change {
        measure,
        base: base_cell::base(row.get(Column::Base), cell),
        // A bare fraction says nothing that a reader could be shown.
        text: match cell.contains(|letter: char| letter == '%' || letter.is_alphabetic()) {
            true => cell.to_owned(),
            false => String::new(),
        },
    }))
}

fn rate_of(tokens: &[Token]) -> Option<Measure> {
    (0..tokens.len()).find_map(|at| {
        if let Some((rate, _)) = rate::at(tokens, at) {
            return (!rate.points).then_some(Measure::Rate(rate.number));
        }
        rate::multiple(tokens, at).map(|(multiple, _)| Measure::Factor(multiple.number))
    })
}

/// An amount without a currency is in that of the level.
fn by_amount(mut by: Amount, level: Option<&Amount>) -> Measure {
    if by.currency.is_none() {
        by.currency = level.and_then(|level| level.currency);
    }
    Measure::By(by)
}

/// A number alone is a fraction; from 2 on it may be a percentage as well, and is refused.
fn bare(cell: &str, percent: bool) -> Option<Measure> {
    let minus = cell.starts_with(['-', '−']);
    let digits = Digits::parse(cell.trim_start_matches(['-', '−', '+']))?;
    let number = digits.scaled(1.0, if percent { 100.0 } else { 1.0 });
    if !percent && number.value >= 2.0 {
        return None;
    }
    Some(Measure::Rate(if minus { negative(number) } else { number }))
}

/// A fraction takes the digits of the same percentage in the quote: 0.4 may have been printed as 40.
fn as_quoted(measure: Measure, quote: Option<&str>) -> Measure {
    let (Measure::Rate(number), Some(quote)) = (&measure, quote) else {
        return measure;
    };
    let tokens = tokens(quote, 0);
    let same = |printed: &Printed| (printed.value.abs() - number.value.abs()).abs() < 1e-9;
    let found = (0..tokens.len()).find_map(|at| {
        rate::at(&tokens, at)
            .map(|(rate, _)| rate.number)
            .filter(same)
    });
    match found {
        Some(printed) if printed.value.signum() == number.value.signum() => Measure::Rate(printed),
        Some(printed) => Measure::Rate(negative(printed)),
        None => measure,
    }
}
