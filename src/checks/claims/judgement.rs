//! A claim, judged.

use serde::Serialize;

use super::claim::Claim;
use super::comparison::Comparison;
use super::explanations::Explanation;
use super::open::BaseYear;
use super::verdict::Verdict;

/// What is to be said of one claim, and everything it rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Judgement {
    pub claim: Claim,
    /// The claim held against each level at hand, those of its own source first.
    pub comparisons: Vec<Comparison>,
    pub verdict: Verdict,
    /// Suppositions tested, those that fit first; empty for claims that agree or cannot be checked,
    /// and for levels that are not refuted.
    pub explanations: Vec<Explanation>,
    /// For a change without a base, the earlier periods that make it true in the data.
    pub base_years: Vec<BaseYear>,
    /// Why the verdict is what it is.
    pub reason: String,
    /// One sentence that can be printed.
    pub sentence: String,
    /// The share of rates near that of the levels which some supposition tested here would have explained;
    /// `None` where no rate was tested.
    pub chance: Option<f64>,
    /// What the explanations amount to, in one or two sentences; empty where none was tested.
    pub remark: String,
}
