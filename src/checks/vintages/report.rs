//! The whole comparison of two vintages.

use serde::Serialize;

use super::compare::{Changed, Order, both, cells, changed, only};
use super::flips::{RankFlip, SignFlip, ranks, signs};
use super::revisions::Revisions;
use crate::checks::series::Figure;
use crate::error::Result;
use crate::model::number::{percent, share};

/// Two versions of one table.
#[derive(Debug, Clone, Copy)]
pub struct VintageCheck<'a> {
    pub old: &'a [Figure],
    pub new: &'a [Figure],
    pub order: Order,
    /// Keys that are totals of the others, such as `WLD` and `TOTAL`: compared, and not ranked.
    pub totals: &'a [&'a str],
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct VintageReport {
    /// Figures in the new table alone, by group, key and period; a cell that was empty counts.
    pub added: Vec<Figure>,
    /// Figures in the old table alone; a cell that was emptied counts.
    pub removed: Vec<Figure>,
    /// Figures in both that differ, even in the last digit.
    pub changed: Vec<Changed>,
    pub unchanged: usize,
    /// Growth between two periods that both tables give.
    pub sign_flips: Vec<SignFlip>,
    pub rank_flips: Vec<RankFlip>,
    /// `None` if no figure is in both.
    pub revisions: Option<Revisions>,
}

impl VintageCheck<'_> {
    /// Compares the two tables; the order of their rows plays no part.
    ///
    /// # Errors
    /// [`crate::error::Error::Conflict`] if a table gives one key two figures,
    /// [`crate::error::Error::BadValue`] for a figure that is not finite.
    pub fn report(&self) -> Result<VintageReport> {
        let (old, new) = (cells(self.old, "old")?, cells(self.new, "new")?);
        Ok(VintageReport {
            added: only(&new, &old, self.new),
            removed: only(&old, &new, self.old),
            changed: changed(&old, &new, self.order),
            unchanged: both(&old, &new).filter(|(_, was, is)| was == is).count(),
            sign_flips: signs(&old, &new),
            rank_flips: ranks(&old, &new, self.totals),
            revisions: Revisions::of(&old, &new),
        })
    }
}

impl VintageReport {
    /// Whether both tables hold the same figures.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty()
    }

    /// The comparison in sentences.
    pub fn words(&self) -> Vec<String> {
        if self.is_empty() {
            return vec![format!(
                "both tables hold the same {} figures",
                self.unchanged
            )];
        }
        let count = |count: usize, one: &str, many: &str| match count {
            1 => format!("1 {one}"),
            more => format!("{more} {many}"),
        };
        let mut said = vec![format!(
            "{} added, {} removed, {} changed, and {} stayed as they were",
            count(self.added.len(), "figure was", "figures were"),
            self.removed.len(),
            self.changed.len(),
            self.unchanged
        )];
        if let Some(revisions) = self.revisions.as_ref().filter(|r| r.changed > 0) {
            said.push(format!(
                "a revision is {} on average and {} in size, from {} to {}; {} of the changed figures went up",
                percent(revisions.mean),
                share(revisions.mean_absolute),
                percent(revisions.smallest),
                percent(revisions.largest),
                share(revisions.upward as f64 / revisions.changed as f64)
            ));
            said.extend(revisions.one_factor.map(|factor| {
                format!("all changed figures changed by the factor {factor:.6}, as a change of unit or currency would make them")
            }));
        }
        said.push(format!(
            "{} and {}",
            count(
                self.sign_flips.len(),
                "growth rate turns its sign",
                "growth rates turn their sign"
            ),
            count(
                self.rank_flips.len(),
                "key changes its rank",
                "keys change their rank"
            )
        ));
        said
    }
}
