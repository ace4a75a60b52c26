//! Finds a year that repeats another: a slip of publishers that no single figure shows.

use std::collections::BTreeMap;
use std::hash::BuildHasher;

use foldhash::quality::FixedState;

use crate::providers::door::Door;

/// Fewer figures than this may agree by chance.
const ENOUGH: u64 = 3;

const HASHER: FixedState = FixedState::with_seed(0);

/// The figures of each period, boiled down so that equal sets are equal numbers.
#[derive(Default)]
pub(crate) struct RepeatedYears(BTreeMap<String, (u64, u64)>);

impl RepeatedYears {
    /// Notes a figure: what it is of, and its text.
    pub fn add(&mut self, period: &str, key: &[&str], value: &str) {
        if value.is_empty() {
            return;
        }
        let sum = match self.0.get_mut(period) {
            Some(sum) => sum,
            None => self.0.entry(period.to_owned()).or_default(),
        };
        sum.0 += 1;
        // A sum, so that the order of rows does not matter.
        sum.1 = sum.1.wrapping_add(HASHER.hash_one((key, value)));
    }

    /// Tells the door which period has every figure of another.
    pub fn tell(self, door: &mut Door) {
        let mut first: BTreeMap<(u64, u64), String> = BTreeMap::new();
        for (period, sum) in self.0 {
            if sum.0 < ENOUGH {
                continue;
            }
            match first.get(&sum) {
                Some(earlier) => door.remark(format!(
                    "{period} repeats {earlier} in each of its {} figures; one of the two is likely a copy",
                    sum.0
                )),
                None => _ = first.insert(sum, period),
            }
        }
    }
}
