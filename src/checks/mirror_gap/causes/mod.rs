//! Why two reports of one flow differ: the documented causes, and what these figures say of each.

mod delay;
mod re_exports;
mod records;
mod valuation;

use serde::Serialize;

use super::report::{MirrorCheck, MirrorPeriod};
use super::stability::Stability;
use super::timing::Timing;

/// A cause that the literature documents, held against the figures as far as they allow.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cause {
    pub name: CauseName,
    /// Which way the cause moves the gap.
    pub direction: Direction,
    /// How much it may move the gap, where that can be computed.
    pub size: Option<Size>,
    pub evidence: Evidence,
    /// One sentence that begins with `tested`, `excluded` or `not testable with these data`.
    pub finding: String,
    pub source: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CauseName {
    /// Imports hold freight and insurance, exports do not.
    Valuation,
    /// Goods that pass through a third place.
    ReExports,
    /// Goods under way at the turn of the period.
    TimeOfRecording,
    /// Free zones and warehouses inside or outside the statistical territory.
    TradeSystem,
    /// Thresholds, goods left out, confidential trade.
    Coverage,
    /// One good under two codes.
    Classification,
    /// Two exchange rates.
    Currency,
    /// Goods booked under another partner.
    PartnerAttribution,
    /// Values declared too high or too low.
    Misreporting,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// Makes the importer's figure the larger one.
    ImporterHigher,
    ImporterLower,
    Either,
    /// Cannot move this gap.
    None,
}

/// An effect on the log gap, in the direction that raises the importer's figure if positive.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Size {
    pub log: f64,
    pub kind: SizeKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SizeKind {
    /// Follows from an assumption that is named, such as the CIF factor.
    Assumed,
    /// Measured in the figures given.
    Measured,
    /// The most it can be.
    AtMost,
}

/// What the figures say of a cause. None of these proves it: other causes may look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// Tested: the gap is as this cause would make it.
    Consistent,
    /// Tested: the cause can make a part of the gap, not the whole.
    Partly,
    /// Tested: the figures are too few or too unsteady to tell.
    Undecided,
    /// Tested: the gap is not as this cause would make it.
    Inconsistent,
    /// Ruled out by definition, without a look at the figures.
    Excluded,
    /// These figures cannot tell.
    NotTestable,
}

impl Evidence {
    /// Whether the figures were tested.
    pub const fn tested(self) -> bool {
        !matches!(self, Self::Excluded | Self::NotTestable)
    }
}

impl Cause {
    /// All causes in the order of [`CauseName`]; re-exports once for each hub.
    pub(super) fn all(
        periods: &[MirrorPeriod],
        stability: Option<&Stability>,
        timing: Option<&Timing>,
        check: &MirrorCheck<'_>,
    ) -> Vec<Self> {
        let gap = stability.map(|stability| stability.median_log);
        let mut causes = vec![valuation::cause(periods, check.factor)];
        causes.extend(re_exports::causes(periods, gap, &check.context.hubs));
        causes.push(delay::cause(periods, timing));
        causes.push(records::trade_system(check.context));
        causes.push(records::coverage());
        causes.push(records::classification(gap, check));
        causes.push(valuation::currency(gap, check));
        causes.push(records::partner_attribution());
        causes.push(records::misreporting());
        causes
    }

    /// A cause that the figures at hand cannot test, with what a test would need.
    fn untested(name: CauseName, direction: Direction, needs: &str, source: &'static str) -> Self {
        Self {
            name,
            direction,
            size: None,
            evidence: Evidence::NotTestable,
            finding: format!("not testable with these data: {needs}"),
            source,
        }
    }
}

/// A log gap as a signed percentage.
fn percent(log: f64) -> String {
    crate::model::number::percent(log.exp_m1())
}
