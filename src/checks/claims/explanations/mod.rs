//! What might explain a stated figure that its levels do not give: each supposition tested.
//!
//! A supposition that fits is no proof that it is what happened. On made-up texts of four years with one
//! further report and one further currency, a rate that means nothing finds an explanation in 3% of all
//! cases if stated to a tenth of a per cent and in 21% if to a whole one; on the founding text with the
//! bundled data, in 35% (31 of 89 whole per cents). [`chance`] estimates that share for one claim. All
//! suppositions are listed, those that fail too.

mod average;
mod chance;
mod cumulative;
mod currency;
mod end_value;
mod explained;
mod mirror;
mod needed_base;
mod part_of_year;
mod part_total;
mod points;
mod ratio;
mod real;
mod report_currency;
mod rounding;
mod shifted_year;
mod units;
mod valuation;

pub use chance::chance;
pub use explained::{Explained, Explanation, Figure};
pub(super) use needed_base::needed_base as needed;

use super::case::Case;
use super::claim::Claim;
use super::evidence::Evidence;

/// One supposition about how a stated figure came about.
pub(super) trait Explain {
    /// Its name in tables: `another currency`.
    fn name(&self) -> &'static str;

    /// The figures it would give, one for each variant (each currency, factor or series); none where it
    /// does not apply or the evidence does not hold what it needs.
    fn test(&self, case: &Case<'_>) -> Vec<Explained>;
}

/// Every supposition known here.
const ALL: [&dyn Explain; 16] = [
    &rounding::Rounding,
    &currency::AnotherCurrency,
    &mirror::AnotherReport,
    &report_currency::AnotherReportAndCurrency,
    &valuation::Valuation,
    &real::Real,
    &end_value::EndValue,
    &cumulative::Cumulative,
    &average::Average,
    &points::Points,
    &ratio::Ratio,
    &needed_base::NeededBase,
    &shifted_year::ShiftedYear,
    &part_total::PartAndTotal,
    &units::Units,
    &part_of_year::PartOfYear,
];

/// Tests every supposition: those that fit first, each group by closeness.
///
/// None for a claim without a period.
pub fn explain(claim: &Claim, evidence: &Evidence) -> Vec<Explanation> {
    let Some(case) = Case::of(claim, evidence) else {
        return Vec::new();
    };
    let mut all: Vec<Explanation> = ALL
        .iter()
        .flat_map(|one| {
            let found = one.test(&case);
            found.into_iter().map(|explained| Explanation {
                name: one.name(),
                explained,
            })
        })
        .collect();
    all.sort_by(|one, other| {
        let rank = |explanation: &Explanation| !explanation.explained.fits;
        let closer = one.explained.gap.total_cmp(&other.explained.gap);
        rank(one).cmp(&rank(other)).then(closer)
    });
    all
}
