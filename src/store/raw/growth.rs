//! Growth of every pair, from one year to the next by the calendar.

use std::cmp::Ordering;
use std::ops::RangeInclusive;

use super::totals::Total;

/// How much one pair's trade changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    pub exporter: u16,
    pub importer: u16,
    /// The later year; the earlier one is [`Wish::step`] years before.
    pub year: u16,
    /// Whole US dollars in the earlier year.
    pub base: i64,
    /// Whole US dollars in the later year.
    pub value: i64,
}

impl Change {
    /// `value / base - 1`; null for a base of 0.
    pub fn growth(&self) -> Option<f64> {
        let ratio = self.change() as f64 / self.base as f64;
        (self.base > 0).then_some(ratio)
    }

    /// Whole US dollars.
    pub fn change(&self) -> i64 {
        self.value.saturating_sub(self.base)
    }
}

/// What comes first among changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rank {
    /// The highest growth.
    Growth,
    /// The lowest growth.
    Fall,
    /// The largest rise in dollars.
    Rise,
    /// The largest loss in dollars.
    Loss,
}

/// Which changes are wanted.
#[derive(Debug, Clone)]
pub struct Wish {
    /// The later years.
    pub years: RangeInclusive<u16>,
    /// Years from the earlier to the later one, by the calendar.
    pub step: u16,
    /// Bases below so many dollars are left out: from little, everything grows fast.
    pub minimum_base: i64,
    pub rank: Rank,
    /// So many; all of them if `None`.
    pub top: Option<usize>,
}

/// The changes of every pair that has both years, best first; ties by exporter, importer and year.
///
/// `totals` are those [by pair](super::By::Pair), sorted. A pair that misses the earlier year, or a
/// value in either, has no change: 2002 after 2000 is never "year on year". Bases of 0 have none.
///
/// Ratios are compared as fractions of integers, so that no rounding decides a rank.
pub fn changes(totals: &[Total], wish: &Wish) -> Vec<Change> {
    let find = |year: u16, total: &Total| {
        let key = (year, total.first, total.second);
        let at = totals.binary_search_by_key(&key, |other| (other.year, other.first, other.second));
        at.ok().map(|at| &totals[at])
    };
    let later = totals
        .iter()
        .filter(|total| wish.years.contains(&total.year));
    let mut changes: Vec<Change> = later
        .filter_map(|total| {
            let earlier = find(total.year.checked_sub(wish.step)?, total)?;
            let known = earlier.without_value == 0 && total.without_value == 0;
            let base = earlier.sum.value;
            (known && base > 0 && base >= wish.minimum_base).then_some(Change {
                exporter: total.first,
                importer: total.second as u16,
                year: total.year,
                base,
                value: total.sum.value,
            })
        })
        .collect();
    let by = |a: &Change, b: &Change| order(a, b, wish.rank);
    if let Some(top) = wish.top {
        if top > 0 && top < changes.len() {
            changes.select_nth_unstable_by(top - 1, by);
        }
        changes.truncate(top);
    }
    changes.sort_unstable_by(by);
    changes
}

fn order(a: &Change, b: &Change, rank: Rank) -> Ordering {
    // a.value / a.base against b.value / b.base, both bases above 0.
    let growth = || {
        let product = |value: i64, base: i64| i128::from(value) * i128::from(base);
        product(a.value, b.base).cmp(&product(b.value, a.base))
    };
    let ranked = match rank {
        Rank::Growth => growth().reverse(),
        Rank::Fall => growth(),
        Rank::Rise => b.change().cmp(&a.change()),
        Rank::Loss => a.change().cmp(&b.change()),
    };
    let key = |change: &Change| (change.exporter, change.importer, change.year);
    ranked.then_with(|| key(a).cmp(&key(b)))
}
