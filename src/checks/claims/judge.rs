//! Every claim of a document, judged.

use super::case::Case;
use super::claim::{Claim, Measure};
use super::compare::{Question, comparisons};
use super::decide::decide;
use super::evidence::Evidence;
use super::explanations::{chance, explain};
pub use super::judgement::Judgement;
use super::open::base_years;
use super::remark::remark;
use super::sentence::sentence;
use super::verdict::Verdict;

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
