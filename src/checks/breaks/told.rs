//! Breaks in rows and on a page.

mod coverage;
mod rows;
mod series;

use super::found::{BreaksReport, SeriesBreaks};
use super::unknown::UnknownBreak;
use crate::checks::statistics::p_words;
use crate::error::Result;
use crate::model::flow_table::FlowTable;
use crate::model::number::{percent, plain};
use crate::model::page::{Page, Section};
use crate::model::source::Source;
pub(super) use rows::rows;

/// Tables with more series than this are told by what was found in them, not series by series.
const IN_FULL: usize = 4;

/// Findings of one kind that a page lists; the rows and JSON have the rest.
const SHOWN: usize = 12;

const RULES: &str = "Growth is the change of the natural logarithm from one period to the very next. At a date \
that was known beforehand the mean growth before and after is compared (Chow’s test, Holm’s correction for \
several dates); an unknown date is the one where mean growth changes most, its p-value counted over random \
orders of the same growth rates. Levels are held against random walks with the same growth. An event is named \
because of its date and for no other reason: other things happened in the same year.";

pub(super) fn page(report: &BreaksReport, flows: &FlowTable, sources: &[Source]) -> Result<Page> {
    let mut page = Page::new("Breaks in series");
    let repeated = report.repeated.iter().map(|one| {
        format!(
            "In {} {} of {} series of one source and side repeat the period before: one of the two is likely a copy",
            one.period, one.equal, one.compared
        )
    });
    page.add(Section::new("").say(summary(report)).list(repeated));
    if report.series.len() <= IN_FULL {
        for one in &report.series {
            page.add(series::section(one));
        }
    } else {
        page.add(Section::new("Jumps by a power of ten").list(cut(jumps(report))));
        page.add(Section::new("Periods that repeat the one before").list(cut(copies(report))));
        page.add(searched(report));
    }
    page.add(Section::new("Series that come and go").list(cut(coverage::lines(report))));
    let remarks = flows.notes().iter().chain(flows.remarks());
    page.add(
        Section::new("How to read this")
            .say(RULES)
            .list(remarks.map(|remark| format!("{remark}."))),
    );
    page.sources = sources.to_vec();
    Ok(page)
}

/// Whether figures look wrong in themselves, and a sentence for each series.
pub(super) fn said(report: &BreaksReport) -> Vec<String> {
    let series = report.series.iter().map(series::in_short);
    std::iter::once(summary(report)).chain(series).collect()
}

fn summary(report: &BreaksReport) -> String {
    let series = match report.series.len() {
        1 => "1 series".to_owned(),
        count => format!("{count} series"),
    };
    let jumps = report.series.iter().map(|one| one.report.jumps.len()).sum();
    let copies = report
        .series
        .iter()
        .map(|one| one.report.duplicated.len())
        .sum();
    let count = |count: usize, one: &str, many: &str| match count {
        0 => format!("no {one}"),
        1 => format!("1 {one}"),
        more => format!("{more} {many}"),
    };
    format!(
        "{series}: {}, {}.",
        count(jumps, "jump by a power of ten", "jumps by a power of ten"),
        count(
            copies,
            "period that repeats the one before",
            "periods that repeat the one before"
        )
    )
}

fn jumps(report: &BreaksReport) -> Vec<String> {
    let all = report.series.iter().flat_map(|one| &one.report.jumps);
    all.map(series::jump).collect()
}

fn copies(report: &BreaksReport) -> Vec<String> {
    let all = report.series.iter().flat_map(|one| &one.report.duplicated);
    let told = |period| {
        report
            .repeated
            .iter()
            .any(|section| section.period == period)
    };
    all.filter(|one| !told(one.period))
        .map(series::copy)
        .collect()
}

/// Dates found by search, the least likely by chance first.
fn searched(report: &BreaksReport) -> Section {
    let mut found: Vec<(&SeriesBreaks, &UnknownBreak)> = report
        .series
        .iter()
        .filter_map(|one| Some((one, one.report.unknown.tested()?)))
        .collect();
    let tested = found.len();
    if tested == 0 {
        return Section::new("Dates at which mean growth changes most").say(
            "No series has the 20 growth rates in a row of one period to the next that a search needs.",
        );
    }
    found.retain(|(_, one)| one.p < 0.05);
    found.sort_by(|a, b| (a.1.p.total_cmp(&b.1.p)).then_with(|| b.1.f.total_cmp(&a.1.f)));
    let by_chance = 0.05 * tested as f64;
    let said = format!(
        "{tested} series are long enough for a search; at five per cent about {} of them would show a break by chance alone, and {} do.",
        plain(by_chance),
        found.len()
    );
    let lines = found.iter().map(|(one, at)| {
        format!(
            "{} in {}: {} a period before, {} from then on, {}",
            one.series,
            at.at,
            percent(at.means.0.exp_m1()),
            percent(at.means.1.exp_m1()),
            p_words(at.p)
        )
    });
    Section::new("Dates at which mean growth changes most")
        .say(said)
        .list(cut(lines.collect()))
}

fn cut(mut lines: Vec<String>) -> Vec<String> {
    let more = lines.len().saturating_sub(SHOWN);
    if more > 1 {
        lines.truncate(SHOWN);
        lines.push(format!("{more} more are in the table and in JSON"));
    }
    lines
}
