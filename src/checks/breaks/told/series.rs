//! One series in full.

use super::super::duplicated::DuplicatedPeriod;
use super::super::found::SeriesBreaks;
use super::super::jump::Jump;
use super::super::known::DESCRIBED;
use super::super::outlier::GrowthOutlier;
use super::super::report::Part;
use crate::checks::statistics::p_words;
use crate::model::number::{percent, plain, tick};
use crate::model::page::Section;
use crate::model::written::capital;

pub(super) fn section(one: &SeriesBreaks) -> Section {
    let report = &one.report;
    let mut lines: Vec<String> = report.jumps.iter().map(jump).collect();
    lines.extend(report.duplicated.iter().map(copy));
    lines.extend(known(one));
    lines.push(match &report.unknown {
        Part::Tested(unknown) => format!("Unknown date: {}", unknown.words),
        Part::Refused(why) => format!("Unknown date: {}", plain_words(why)),
    });
    lines.extend(levels(one));
    lines.extend(report.outliers.iter().map(outlier));
    Section::new(one.series.to_string())
        .say(capital(&format!("{}.", report.carries.words)))
        .list(lines)
}

/// What the series carries, the dates beyond chance, and its outlying growth, in one sentence.
pub(super) fn in_short(one: &SeriesBreaks) -> String {
    const BEYOND_CHANCE: f64 = 0.05;
    let report = &one.report;
    let mut said = vec![report.carries.words.clone()];
    let known = report.known.iter().filter_map(Part::tested);
    let tested: Vec<_> = known
        .filter_map(|known| Some((known, known.p_holm?)))
        .collect();
    let found: Vec<String> = tested
        .iter()
        .filter(|(_, p)| *p < BEYOND_CHANCE)
        .map(|(known, p)| format!("`{}` ({})", known.event.label, p_words(*p)))
        .collect();
    match (tested.len(), found.is_empty()) {
        (0, _) => {}
        (1, true) => {
            said.push("mean growth does not change beyond chance at the one date tested".to_owned())
        }
        (dates, true) => said.push(format!(
            "mean growth changes beyond chance at none of {dates} dates tested"
        )),
        (_, false) => said.push(format!(
            "mean growth changes beyond chance at the date of {}, which shows no cause",
            found.join(" and ")
        )),
    }
    let outlying = report
        .outliers
        .iter()
        .map(|far| format!("{} ({})", far.period, percent(far.log_growth.exp_m1())));
    let outlying: Vec<String> = outlying.collect();
    if !outlying.is_empty() {
        said.push(format!("outlying growth in {}", outlying.join(" and ")));
    }
    format!("{}: {}.", one.series, said.join("; "))
}

/// Growth at each date, and which dates have too little around them.
fn known(one: &SeriesBreaks) -> Vec<String> {
    let tested = one.report.known.iter().filter_map(Part::tested);
    let mut lines: Vec<String> = tested
        .map(|known| format!("Known date: {}", known.words))
        .collect();
    let refused = one.events.iter().zip(&one.report.known);
    let refused: Vec<String> = refused
        .filter(|(_, part)| part.tested().is_none())
        .map(|(event, _)| format!("{} (from {} on)", event.label, event.after))
        .collect();
    if !refused.is_empty() {
        lines.push(format!(
            "Known dates with fewer than {DESCRIBED} growth rates on a side, or with none that varies: {}",
            refused.join(", ")
        ));
    }
    lines
}

/// The level where it can be tested, or why it cannot.
fn levels(one: &SeriesBreaks) -> Vec<String> {
    let found = match &one.report.unknown_level {
        Part::Tested(level) => level,
        Part::Refused(why) => return vec![format!("Level: {}", plain_words(why))],
    };
    let tested = one.report.known_levels.iter().filter_map(Part::tested);
    tested
        .chain([found])
        .map(|level| format!("Level: {}", level.words))
        .collect()
}

/// A refusal without the words of an error.
fn plain_words(why: &str) -> &str {
    why.trim_start_matches("nothing is left: ")
}

pub(super) fn jump(one: &Jump) -> String {
    let back = one.back.map_or(String::new(), |back| {
        format!(", and it jumps back in {back}")
    });
    format!(
        "{}: the figure of {} is {} times that of {}, about {}, as a change of unit would make it{back}",
        one.key,
        one.period,
        plain(one.ratio),
        one.before,
        tick(one.factor),
    )
}

pub(super) fn copy(one: &DuplicatedPeriod) -> String {
    format!(
        "{} has in {} the very figure of {}: {}",
        one.key,
        one.period,
        one.period.previous(),
        plain(one.value)
    )
}

pub(super) fn outlier(one: &GrowthOutlier) -> String {
    let undone = match one.undone {
        Some(true) => ", at least half of it taken back in the next",
        Some(false) => ", not taken back in the next",
        None => "",
    };
    format!(
        "Outlying growth in {}: {}, {} times the usual scatter from the middle{undone}",
        one.period,
        percent(one.log_growth.exp_m1()),
        plain(one.score.abs())
    )
}
