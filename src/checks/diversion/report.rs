//! The whole check around one event.

use serde::{Deserialize, Serialize};

use super::change::Change;
use super::other_dates::OtherDates;
use super::places::{Third, Unranked, rank};
use super::windows::Windows;
use super::words;
use crate::checks::series::Series;
use crate::error::{Error, Result};

/// The flows that are held against each other; all from one source and in one unit.
#[derive(Debug, Clone, Copy)]
pub struct Flows<'a> {
    /// A → B.
    pub direct: &'a Series,
    /// A → C, keyed by the place C.
    pub out: &'a [Series],
    /// C → B, keyed by the place C.
    pub into: &'a [Series],
    /// All exports of A, B included; without it nothing is held against general growth.
    pub all_exports: Option<&'a Series>,
    /// All imports of B, A included.
    pub all_imports: Option<&'a Series>,
}

/// What third places are ranked by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ranking {
    /// The smaller of the two rises.
    #[default]
    Rise,
    /// The smaller of the two rises beyond general growth; needs both totals.
    BeyondGrowth,
}

/// The flows, the windows, and what to rank by.
#[derive(Debug, Clone, Copy)]
pub struct DiversionCheck<'a> {
    pub flows: Flows<'a>,
    pub windows: Windows,
    pub ranking: Ranking,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DiversionReport {
    pub windows: Windows,
    pub ranking: Ranking,
    /// A → B.
    pub direct: Change,
    /// A → B over all exports of A, before and after; `None` without that total.
    pub share_of_exports: Option<(f64, f64)>,
    /// A → B over all imports of B, before and after.
    pub share_of_imports: Option<(f64, f64)>,
    /// Places with both legs in every period, ranked.
    pub ranked: Vec<Third>,
    pub unranked: Vec<Unranked>,
    /// The same reckoning for the first of the ranking at other dates; `None` if nothing rose through
    /// it, or without another date that the figures allow.
    pub other_dates: Option<OtherDates>,
    /// What may be said, in sentences that claim no cause.
    pub words: Vec<String>,
}

impl DiversionCheck<'_> {
    /// Compares the means before and after.
    ///
    /// # Errors
    /// [`Error::NothingLeft`] if A → B is not known in every period of both windows, or if ranking
    /// beyond general growth is asked for without the totals.
    pub fn report(&self) -> Result<DiversionReport> {
        let (flows, windows) = (&self.flows, &self.windows);
        let direct = Change::of(flows.direct, windows).map_err(|missing| {
            let missing: Vec<_> = missing.iter().map(ToString::to_string).collect();
            Error::NothingLeft {
                what: format!(
                    "`{}` has no figure in {}",
                    flows.direct.key(),
                    missing.join(", ")
                ),
                remedy: "choose fewer periods before or after the event".to_owned(),
            }
        })?;
        let totals = (
            share(flows.all_exports, windows, &direct),
            share(flows.all_imports, windows, &direct),
        );
        if self.ranking == Ranking::BeyondGrowth && (totals.0.is_none() || totals.1.is_none()) {
            return Err(Error::NothingLeft {
                what: "all exports of the one and all imports of the other are not known in every period".to_owned(),
                remedy: "load the totals, or rank by the rise itself".to_owned(),
            });
        }
        let (ranked, unranked) = rank(flows, windows, &direct, self.ranking);
        let mut report = DiversionReport {
            windows: *windows,
            ranking: self.ranking,
            direct,
            share_of_exports: totals.0,
            share_of_imports: totals.1,
            other_dates: ranked
                .first()
                .filter(|top| top.through > 0.0)
                .and_then(|top| OtherDates::of(self, top)),
            ranked,
            unranked,
            words: Vec::new(),
        };
        report.words = words::sentences(&report, flows.direct.key());
        Ok(report)
    }
}

/// The flow's share of a total, before and after.
fn share(total: Option<&Series>, windows: &Windows, direct: &Change) -> Option<(f64, f64)> {
    let total = Change::of(total?, windows).ok()?;
    let above_zero = total.before > 0.0 && total.after > 0.0;
    above_zero.then(|| (direct.before / total.before, direct.after / total.after))
}
