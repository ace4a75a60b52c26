//! The quality sheet in rows and on a page.

mod rows;

use super::check::{QualityReport, SourceSheet};
use super::mirrors::Mirrors;
use crate::checks::additivity;
use crate::error::Result;
use crate::model::flow_table::FlowTable;
use crate::model::number::percent;
use crate::model::page::{Page, Section};
use crate::model::period::Frequency;
use crate::model::source::Source;
use crate::model::table::Caption;
use crate::model::written::capital;
pub(super) use rows::rows;
use rows::{by, overview};

/// Conflicts, and flows with the widest gaps, that a page names.
const NAMED: usize = 5;

const RULES: &str = "Everything here is counted in the figures themselves; an odd pattern is a place to look and \
says nothing of why it is there. What disagrees: a key with two figures, a jump by a hundred or more, or by ten and back, \
far from the usual growth, a period that at least half of the series repeat, a total that is not the sum of its parts. Absent is a \
series without a row in a period though the table has that period; a row without a figure is missing; neither is zero.";

pub(super) fn page(report: &QualityReport, flows: &FlowTable, sources: &[Source]) -> Result<Page> {
    let mut page = Page::new("Quality of these figures");
    let table = overview(&report.sheets).table(Caption::titled(""))?;
    page.add(
        Section::new("")
            .say(verdict(report))
            .list(disagreements(report))
            .table(table),
    );
    for one in &report.sheets {
        let name = flows
            .sources()
            .iter()
            .find(|source| source.id == one.source);
        let name = name.map_or(one.source.as_str(), Source::name);
        let heading = match one.frequency {
            Frequency::Year => name.to_owned(),
            other => format!("{name}, by {}", by(other)),
        };
        let words = one.sheet.words.iter().cloned();
        let words = words
            .chain(conflicts(one))
            .chain(one.mirrors.as_ref().map(gaps));
        page.add(Section::new(heading).list(words.map(|said| format!("{}.", capital(&said)))));
    }
    let levels = report.totals.levels.iter();
    page.add(
        Section::new("Totals and the sums of their parts")
            .list(levels.map(|level| additivity::level_line(level, &report.totals, flows))),
    );
    page.add(Section::new("How to read this").say(RULES));
    page.sources = sources.to_vec();
    Ok(page)
}

fn verdict(report: &QualityReport) -> String {
    let verdict = match report.disagrees() {
        true => "Some figures disagree with each other or look wrong in themselves:",
        false => {
            "Nothing that was counted disagrees; what is absent, missing or odd is listed below."
        }
    };
    verdict.to_owned()
}

fn disagreements(report: &QualityReport) -> Vec<String> {
    let mut lines = Vec::new();
    for one in &report.sheets {
        let sheet = &one.sheet;
        let jumps = sheet.jumps.iter();
        let unlikely = jumps.filter(|jump| jump.is_unlikely_trade());
        let kinds = [
            (
                sheet.conflicts.len(),
                "key and period with different figures",
                "keys and periods with different figures",
            ),
            (
                unlikely.count(),
                "jump as a change of unit makes it",
                "jumps as a change of unit makes them",
            ),
            (
                sheet.repeated_periods.len(),
                "period that most series repeat",
                "periods that most series repeat",
            ),
        ];
        let kinds: Vec<String> = kinds
            .into_iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many)| format!("{count} {}", if count == 1 { one } else { many }))
            .collect();
        if !kinds.is_empty() {
            lines.push(format!(
                "{}, by {}: {}",
                one.source,
                by(one.frequency),
                kinds.join(", ")
            ));
        }
    }
    let totals = report
        .totals
        .checked
        .iter()
        .filter(|sum| sum.disagrees)
        .count();
    match totals {
        0 => {}
        1 => lines.push("1 total disagrees with its parts".to_owned()),
        more => lines.push(format!("{more} totals disagree with their parts")),
    }
    lines
}

fn conflicts(one: &SourceSheet) -> Vec<String> {
    let all = &one.sheet.conflicts;
    let mut lines: Vec<String> = all
        .iter()
        .take(NAMED)
        .map(|conflict| {
            let values: Vec<String> = conflict
                .values
                .iter()
                .map(|value| value.map_or("no figure".to_owned(), |value| value.to_string()))
                .collect();
            format!(
                "{} in {}: {}",
                conflict.name,
                conflict.period,
                values.join(" and ")
            )
        })
        .collect();
    if all.len() > NAMED {
        lines.push(format!("{} more such keys are in JSON", all.len() - NAMED));
    }
    lines
}

/// Both sides over all flows, in a sentence.
fn gaps(mirrors: &Mirrors) -> String {
    let widest: Vec<String> = mirrors
        .widest
        .iter()
        .take(NAMED)
        .map(|(flow, log)| format!("{flow} {}", percent(log.exp_m1())))
        .collect();
    format!(
        "{} flows are reported by both sides, in {} periods of flows, and {} by one side alone: after the factor {} ({}) the importer’s figure is {} against the exporter’s in the median flow, half of the flows within {:.1} log points of that; outlying are {} of these periods; the widest: {}",
        mirrors.flows,
        mirrors.periods,
        mirrors.one_sided,
        mirrors.factor.factor,
        mirrors.factor.name,
        percent(mirrors.median_log.exp_m1()),
        100.0 * mirrors.mad_log,
        mirrors.outlying,
        widest.join(", ")
    )
}
