//! Judged claims as a page for people.

use super::compare::{Comparison, Question};
use super::explanations::Explanation;
use super::judge::Judgement;
use super::read::Reading;
use super::sentence::figures;
use super::verdict::Verdict;
use super::words::rate;
use crate::model::page::{Page, Section};
use crate::model::source::Source;
use crate::model::written::capital;

/// Comparisons that the page names for one claim; the tables have the rest.
const SHOWN: usize = 5;

/// Kinds of suppositions that the page shows with their figure.
const SHOWN_TESTED: usize = 8;

const RULES: &str = "A claim agrees if its levels, as printed, give a figure that rounds to the stated one. It \
disagrees only if no value that the printed digits allow does, hedges such as “about” taken at their widest; \
what lies between cannot be refuted. Levels of another source may differ by revision, valuation and recording: growth within \
as many percentage points of theirs as the reports of both sides differ by (10 where the data hold one side alone), \
and levels within a quarter, are not refuted by them.";

pub(super) fn page(judged: &[Judgement], reading: &Reading, sources: &[Source]) -> Page {
    let mut page = Page::new("Published claims about trade, held against levels");
    page.add(
        Section::new("")
            .say(summary(judged, reading))
            .list(refuted(judged)),
    );
    for one in judged {
        page.add(claim(one, reading));
    }
    let left = reading
        .unparsed
        .iter()
        .map(|left| format!("line {}: “{}”: {}", left.place.line, left.quote, left.why));
    page.add(Section::new("Not read as claims").list(left));
    page.add(Section::new("How claims are judged").say(RULES));
    page.sources = sources.to_vec();
    page
}

/// The tally of verdicts, and a sentence for each claim that does not hold.
pub(super) fn said(judged: &[Judgement], reading: &Reading) -> Vec<String> {
    let refuted = judged.iter().filter(|one| one.verdict.is_refuted());
    let refuted = refuted.map(|one| one.sentence.clone());
    std::iter::once(summary(judged, reading))
        .chain(refuted)
        .collect()
}

fn summary(judged: &[Judgement], reading: &Reading) -> String {
    const ORDER: [&str; 5] = [
        "agrees",
        "disagrees",
        "sign contradicts",
        "cannot be refuted",
        "not checkable",
    ];
    let tally = ORDER.map(|word| {
        let count = judged.iter().filter(|one| one.verdict.as_str() == word);
        (word, count.count())
    });
    let counts: Vec<String> = tally
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(word, count)| format!("{word} {count}"))
        .collect();
    let claims = match judged.len() {
        0 => "No claim about trade between countries was found".to_owned(),
        1 => "1 claim".to_owned(),
        count => format!("{count} claims"),
    };
    let left = match reading.unparsed.len() {
        0 => String::new(),
        1 => " 1 sentence speaks of trade and could not be read as a claim.".to_owned(),
        count => format!(" {count} sentences speak of trade and could not be read as claims."),
    };
    match counts.is_empty() {
        true => format!("{claims}.{left}"),
        false => format!("{claims}: {}.{left}", counts.join(", ")),
    }
}

fn refuted(judged: &[Judgement]) -> impl Iterator<Item = String> {
    judged
        .iter()
        .filter(|one| one.verdict.is_refuted())
        .map(|one| format!("Claim {}: {}", one.claim.id, one.sentence))
}

fn claim(judged: &Judgement, reading: &Reading) -> Section {
    let claim = &judged.claim;
    let heading = format!(
        "Claim {}, line {}: {}",
        claim.id,
        claim.place.line,
        judged.verdict.as_str()
    );
    let notes = reading.notes.iter().filter(|note| note.claim == claim.id);
    Section::new(heading)
        .quote(&claim.quote)
        .say(judged.sentence.clone())
        .list(notes.map(|note| capital(&note.what)))
        .list(held(&judged.comparisons))
        .say(judged.remark.clone())
        .list(tested(&judged.explanations))
}

/// The figure that comes nearest of each supposition, those that fit first.
fn tested(explanations: &[Explanation]) -> Vec<String> {
    let first = |place: &usize| {
        let name = explanations[*place].name;
        explanations[..*place].iter().all(|one| one.name != name)
    };
    let nearest: Vec<&Explanation> = (0..explanations.len())
        .filter(first)
        .map(|place| &explanations[place])
        .collect();
    let fitting = nearest.iter().filter(|one| one.explained.fits).count();
    let shown = nearest.len().min(SHOWN_TESTED.max(fitting));
    let mut lines: Vec<String> = nearest[..shown]
        .iter()
        .map(|Explanation { name, explained }| {
            let fits = if explained.fits { " (fits)" } else { "" };
            format!("{}: {}{fits}", capital(name), explained.words)
        })
        .collect();
    let rest: Vec<&str> = nearest[shown..].iter().map(|one| one.name).collect();
    if !rest.is_empty() {
        lines.push(format!("Farther off: {}", rest.join(", ")));
    }
    lines
}

/// What the claim was held against, each with what it gives.
fn held(comparisons: &[Comparison]) -> Vec<String> {
    let mut lines: Vec<String> = comparisons.iter().take(SHOWN).map(line).collect();
    match comparisons.len().saturating_sub(SHOWN) {
        0 => {}
        1 => lines.push("1 more comparison".to_owned()),
        more => lines.push(format!("{more} more comparisons")),
    }
    lines
}

fn line(one: &Comparison) -> String {
    let gives = match one.question {
        Question::Growth | Question::PartsGrowth => format!(" make {}", rate(one.implied)),
        _ => String::new(),
    };
    format!(
        "{}{gives}: {}",
        capital(&figures(one)),
        Verdict::from(one.outcome).as_str()
    )
}
