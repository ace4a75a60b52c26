//! Rows and sums by year, taken as rows come in, to hold what is written against.

use std::collections::BTreeMap;

/// What the rows of a year come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Total {
    pub rows: u64,
    /// Rows without a value.
    pub missing: u64,
    /// The sum of values, exact.
    pub value: i128,
}

/// [`Total`]s by year.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    years: BTreeMap<i32, Total>,
    /// The year of the row before, not yet in `years`.
    at: Option<(i32, Total)>,
}

impl Totals {
    /// Counts a row.
    #[inline]
    pub fn add(&mut self, year: i32, value: Option<i64>) {
        if !matches!(self.at, Some((at, _)) if at == year) {
            self.turn(year);
        }
        if let Some((_, total)) = &mut self.at {
            total.rows += 1;
            match value {
                Some(value) => total.value += i128::from(value),
                None => total.missing += 1,
            }
        }
    }

    fn turn(&mut self, year: i32) {
        let total = self.years.get(&year).copied().unwrap_or_default();
        if let Some((old, total)) = self.at.replace((year, total)) {
            self.years.insert(old, total);
        }
    }

    /// Every year met, with its total.
    pub fn by_year(mut self) -> BTreeMap<i32, Total> {
        if let Some((year, total)) = self.at.take() {
            self.years.insert(year, total);
        }
        self.years
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_may_come_in_turns() {
        let mut totals = Totals::default();
        for (year, value) in [
            (2001, Some(5)),
            (2002, None),
            (2001, Some(i64::MAX)),
            (2001, None),
        ] {
            totals.add(year, value);
        }
        let total = |rows, missing, value| Total {
            rows,
            missing,
            value,
        };
        let years: Vec<_> = totals.by_year().into_iter().collect();
        let large = i128::from(i64::MAX) + 5;
        assert_eq!(years, [(2001, total(3, 1, large)), (2002, total(1, 1, 0))]);
    }
}
