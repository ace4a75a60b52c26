//! Totals beside their parts: found, checked against each other, and never counted twice.

mod groups;
mod partners;
mod place;
mod products;
mod zeros;

use foldhash::HashMap;
use std::str::FromStr;

use crate::error::{Error, Result};
use crate::model::group::Group;
use crate::model::intake::Intake;
pub(super) use zeros::tell as lost_zeros;

/// Parts and totals that differ by less agree: published totals are rounded.
const AGREE: f64 = 0.005;

/// Which products to keep where a file has a product and its parts and they do not add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// The parts; what they leave out of the total is lost.
    Finest,
    /// The totals; the parts are lost.
    Coarsest,
}

impl Detail {
    pub const ALL: [Self; 2] = [Self::Finest, Self::Coarsest];

    /// The word that options use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Finest => "finest",
            Self::Coarsest => "coarsest",
        }
    }
}

impl FromStr for Detail {
    type Err = Error;

    fn from_str(typed: &str) -> Result<Self> {
        crate::model::source::word(typed, "detail", &Self::ALL, Self::as_str)
    }
}

/// Leaves out every row that repeats others: groups beside their members, products beside their
/// parts. World rows and `TOTAL` rows stay, as totals that nothing is added to.
///
/// Gives the rules that were applied, in words.
///
/// # Errors
/// [`Error::TotalsAmongParts`] where products and their parts do not add up and `detail` does not
/// say which to keep.
pub(super) fn settle(
    intake: &mut Intake,
    groups: &HashMap<u32, &'static Group>,
    detail: Option<Detail>,
) -> Result<Vec<String>> {
    let mut rules = Vec::new();
    rules.extend(groups::leave_out(intake, groups));
    rules.extend(products::leave_out_parents(intake, detail)?);
    rules.extend(products::compare_totals(intake));
    rules.extend(partners::compare_world(intake, groups));
    Ok(rules)
}

/// How totals compare with the sums of their parts.
#[derive(Debug, Default)]
struct Comparison {
    compared: u64,
    apart: u64,
    /// Largest difference over the total, and what it is about.
    largest: Option<(f64, String)>,
}

impl Comparison {
    /// Compares one total with the sum of its parts, and tells whether they agree.
    fn add(&mut self, total: f64, parts: f64, about: impl FnOnce() -> String) -> bool {
        self.compared += 1;
        let scale = total.abs().max(parts.abs());
        let gap = if scale == 0.0 {
            0.0
        } else {
            (parts - total) / scale
        };
        if gap.abs() <= AGREE {
            return true;
        }
        self.apart += 1;
        if self
            .largest
            .as_ref()
            .is_none_or(|(most, _)| gap.abs() > most.abs())
        {
            self.largest = Some((gap, about()));
        }
        false
    }

    /// The result in words, if anything was compared.
    fn words(&self, totals: &str, parts: &str) -> Option<String> {
        if self.compared == 0 {
            return None;
        }
        Some(match &self.largest {
            None => format!("{parts} sum to {totals} in all {} cases", self.compared),
            Some((gap, about)) => format!(
                "{parts} do not sum to {totals} in {} of {} cases, at most {:+.1} % for {about}",
                self.apart,
                self.compared,
                100.0 * gap
            ),
        })
    }
}
