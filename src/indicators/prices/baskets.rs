//! Baskets by calendar period.

use std::collections::BTreeMap;

use super::basket::Basket;
use crate::indicators::dynamics::timeline::{length, written};
use crate::indicators::reason::Reason;
use crate::model::period::{Frequency, from_days, to_days, year_of};

/// Baskets by period.
#[derive(Debug, Clone, PartialEq)]
pub struct Baskets {
    pub frequency: Frequency,
    /// By first day of the period, in days since 1970-01-01.
    pub by_period: BTreeMap<i32, Basket>,
}

impl Baskets {
    /// The basket of a period.
    ///
    /// # Errors
    /// [`Reason::NoFigureFor`] if there is none.
    pub fn at(&self, period: i32) -> Result<&Basket, Reason> {
        let missing = || Reason::NoFigureFor(self.written(period));
        self.by_period.get(&period).ok_or_else(missing)
    }

    /// Every period from the first basket to the last, those without one too.
    pub fn calendar(&self) -> Vec<i32> {
        let (Some(&first), Some(&last)) = (
            self.by_period.keys().next(),
            self.by_period.keys().next_back(),
        ) else {
            return Vec::new();
        };
        let next = |period: &i32| Some(self.next(*period)).filter(|next| *next <= last);
        std::iter::successors(Some(first), next).collect()
    }

    /// The periods with a basket in the year that `period` lies in.
    pub fn of_year(&self, period: i32) -> Vec<i32> {
        let year = year_of(period);
        let periods = self.by_period.keys().copied();
        periods.filter(|one| year_of(*one) == year).collect()
    }

    fn next(&self, period: i32) -> i32 {
        let months = chrono::Months::new(length(self.frequency));
        let date = from_days(period).checked_add_months(months);
        date.map_or(i32::MAX, to_days)
    }

    /// A period as tables write it.
    pub fn written(&self, period: i32) -> String {
        written(period, self.frequency)
    }
}
