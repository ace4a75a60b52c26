//! A row a source and frequency.

use super::super::check::{QualityReport, SourceSheet};
use crate::checks::additivity;
use crate::checks::columns::Columns;
use crate::error::Result;
use crate::model::column::SOURCE;
use crate::model::flow_table::FlowTable;
use crate::model::period::Frequency;
use crate::model::source::Source;
use crate::model::table::{Caption, Table};

/// One row a source and frequency.
pub(in super::super) fn rows(
    report: &QualityReport,
    flows: &FlowTable,
    sources: &[Source],
) -> Result<Table> {
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

pub(super) fn overview(sheets: &[SourceSheet]) -> Columns<'_, SourceSheet> {
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

pub(super) fn by(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Year => "year",
        Frequency::Quarter => "quarter",
        Frequency::Month => "month",
    }
}
