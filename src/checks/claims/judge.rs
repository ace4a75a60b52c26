//! Every claim of a document, judged.

use serde::Serialize;

use super::case::Case;
use super::claim::{Claim, Measure};
use super::compare::{Comparison, Question, comparisons};
use super::decide::decide;
use super::evidence::Evidence;
use super::explanations::{Explanation, chance, explain};
use super::open::{BaseYear, base_years};
use super::remark::remark;
use super::sentence::sentence;
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

/// Judges every claim of the document.
pub fn judge(evidence: &Evidence) -> Vec<Judgement> {
    evidence
        .claims
        .iter()
        .map(|claim| judge_one(claim, evidence))
        .collect()
}

/// Judges one claim with the rest of its document.
pub fn judge_one(claim: &Claim, evidence: &Evidence) -> Judgement {
    let case = Case::of(claim, evidence);
    let (comparisons, (verdict, reason)) = match &case {
        Some(case) => {
            let held = comparisons(case);
            let decided = decide(case, &held);
            (held, decided)
        }
        None => {
            let why = "the words name no period".to_owned();
            (Vec::new(), (Verdict::NotCheckable(why.clone()), why))
        }
    };
    // Levels of other reports differ as a rule; that alone is no puzzle.
    let puzzling =
        verdict.is_refuted() || verdict == Verdict::CannotBeRefuted && states_rate(claim);
    let explanations = if puzzling {
        explain(claim, evidence)
    } else {
        Vec::new()
    };
    let implied = comparisons
        .iter()
        .find(|one| one.question == Question::Growth);
    let chance = implied.and_then(|one| chance(&explanations, one.implied.value));
    let judgement = Judgement {
        claim: claim.clone(),
        comparisons,
        verdict,
        remark: remark(&explanations, chance),
        chance,
        explanations,
        base_years: base_years(claim, evidence),
        reason,
        sentence: String::new(),
    };
    let sentence = sentence(&judgement, case.as_ref());
    Judgement {
        sentence,
        ..judgement
    }
}

fn states_rate(claim: &Claim) -> bool {
    let change = claim.change.as_ref();
    change.is_some_and(|change| !matches!(change.measure, Measure::From(_)))
}
