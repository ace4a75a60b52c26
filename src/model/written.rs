//! Periods, currency and prices as tables write them.

use chrono::Datelike;
use polars::prelude::*;

use super::basis::Basis;
use super::column::{CURRENCY, PRICES};
use super::period::{Frequency, from_days, year_of};

/// Currency and prices of every row.
pub fn provenance(basis: &Basis, rows: usize) -> [Column; 2] {
    [
        repeated(CURRENCY, basis.currency.as_str(), rows),
        repeated(PRICES, &basis.prices.to_string(), rows),
    ]
}

/// One word in every row.
pub fn repeated(name: &str, word: &str, rows: usize) -> Column {
    Column::new_scalar(name.into(), Scalar::from(PlSmallStr::from(word)), rows)
}

/// Periods as people write them: the year as a number, `2003-Q1`, `2003-01`.
pub fn period_column(
    name: &str,
    frequency: Frequency,
    periods: impl Iterator<Item = Option<i32>>,
) -> Column {
    match frequency {
        Frequency::Year => {
            // Rows of one period stand together.
            let mut last = (0, year_of(0));
            let mut year = |period: i32| {
                if period != last.0 {
                    last = (period, year_of(period));
                }
                last.1
            };
            let years: Vec<Option<i32>> = periods.map(|period| period.map(&mut year)).collect();
            Column::new(name.into(), years)
        }
        _ => {
            let written = periods.map(|period| period.map(|days| self::period(days, frequency)));
            Column::new(name.into(), written.collect::<Vec<Option<String>>>())
        }
    }
}

/// `2003`, `2003-Q1` or `2003-01`.
pub fn period(period: i32, frequency: Frequency) -> String {
    let date = from_days(period);
    match frequency {
        Frequency::Year => date.year().to_string(),
        Frequency::Quarter => format!("{}-Q{}", date.year(), date.month0() / 3 + 1),
        Frequency::Month => date.format("%Y-%m").to_string(),
    }
}

/// `1962–1998, 2005`: ascending years in as few words as hold them.
pub fn spans(years: &[i32]) -> String {
    let mut spans: Vec<(i32, i32)> = Vec::new();
    for &year in years {
        match spans.last_mut() {
            Some((_, last)) if *last + 1 == year => *last = year,
            _ => spans.push((year, year)),
        }
    }
    let shown = spans.iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}–{last}"),
    });
    shown.collect::<Vec<_>>().join(", ")
}

/// Words with a capital, as a sentence begins.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters
        .next()
        .map(|first| first.to_uppercase().collect::<String>());
    format!("{}{}", first.unwrap_or_default(), letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::spans;

    #[test]
    fn neighbouring_years_become_spans() {
        assert_eq!(spans(&[1962, 1963, 1964, 2005]), "1962–1964, 2005");
        assert_eq!(spans(&[]), "");
    }
}
