//! The quality sheet in rows and on a page.

use super::check::{QualityReport, SourceSheet};
use super::mirrors::Mirrors;
use crate::checks::additivity;
use crate::checks::columns::Columns;
use crate::error::Result;
use crate::model::column::SOURCE;
use crate::model::flow_table::FlowTable;
use crate::model::number::percent;
use crate::model::page::{Page, Section};
use crate::model::period::Frequency;
use crate::model::source::Source;
use crate::model::table::{Caption, Table};
use crate::model::written::capital;

/// Conflicts, and flows with the widest gaps, that a page names.
const NAMED: usize = 5;

const RULES: &str = "Everything here is counted in the figures themselves; an odd pattern is a place to look and \
says nothing of why it is there. What disagrees: a key with two figures, a jump by a hundred or more, or by ten and back, \
far from the usual growth, a period that at least half of the series repeat, a total that is not the sum of its parts. Absent is a \
series without a row in a period though the table has that period; a row without a figure is missing; neither is zero.";

/// One row a source and frequency.
pub(super) fn rows(report: &QualityReport, flows: &FlowTable, sources: &[Source]) -> Result<Table> {
    let number = |count: usize| u32::try_from(count).ok();
    let totals = |one: &SourceSheet, of: fn(&additivity::LevelReport) -> usize| {
        let own = report.totals.levels.iter();
        number(own.filter(|level| level.source == one.source).map(of).sum())
    };
    let failing = |one: &SourceSheet| {
        let own = report.totals.checked.iter();
        number(
            own.filter(|sum| sum.disagrees && sum.total.source == one.source)
                .count(),
        )
    };
    let ends = |one: &SourceSheet, last: bool| {
        let coverage = &one.sheet.coverage;
        let period = if last {
            coverage.last()
        } else {
            coverage.first()
        };
        period.map(|period| period.period)
    };
    overview(&report.sheets)
        .text("last", |one| {
            ends(one, true).map(|period| period.to_string())
        })
        .whole("not_finite", |one| number(one.sheet.not_finite))
        .whole("outliers", |one| number(one.sheet.outliers.len()))
        .whole("totals_compared", |one| totals(one, |level| level.compared))
        .whole("totals_disagreeing", failing)
        .whole("flows_both_sides_report", |one| {
            one.mirrors
                .as_ref()
                .and_then(|mirrors| number(mirrors.flows))
        })
        .number("median_mirror_gap_percent", |one| {
            one.mirrors
                .as_ref()
                .map(|mirrors| 100.0 * mirrors.median_log.exp_m1())
        })
        .flag("disagrees", |one| {
            Some(one.disagrees() || failing(one) > Some(0))
        })
        .table(Caption {
            sources: sources.to_vec(),
            ..Caption::of(
                flows,
                "Quality of these figures",
                "counts of rows, series and periods",
            )
        })
}

fn overview(sheets: &[SourceSheet]) -> Columns<'_, SourceSheet> {
    let number = |count: usize| u32::try_from(count).ok();
    Columns::of(sheets)
        .text(SOURCE, |one| Some(one.source.clone()))
        .text("by", |one| Some(by(one.frequency).to_owned()))
        .whole("rows", |one| number(one.sheet.rows))
        .whole("series", |one| number(one.sheet.keys))
        .text("first", |one| {
            one.sheet
                .coverage
                .first()
                .map(|period| period.period.to_string())
        })
        .whole("absent", |one| number(one.sheet.absent))
        .whole("missing", |one| number(one.sheet.missing))
        .whole("zeros", |one| number(one.sheet.zeros))
        .whole("below_zero", |one| number(one.sheet.negatives))
        .whole("twice", |one| number(one.sheet.duplicates.len()))
        .whole("conflicts", |one| number(one.sheet.conflicts.len()))
        .whole("jumps", |one| number(one.sheet.jumps.len()))
        .whole("repeated_periods", |one| {
            number(one.sheet.repeated_periods.len())
        })
}

fn by(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Year => "year",
        Frequency::Quarter => "quarter",
        Frequency::Month => "month",
    }
}

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
