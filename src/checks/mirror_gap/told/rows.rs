//! A row a flow and period.

use super::super::check::Direction;
use super::super::report::{MirrorPeriod, Reports};
use super::reported;
use crate::checks::columns::Columns;
use crate::checks::flows::money_words;
use crate::error::Result;
use crate::model::column::{
    CURRENCY, DIFFERENCE, EXPORTER, EXPORTER_VALUE, IMPORTER, IMPORTER_VALUE, PERIOD, PRICES,
};
use crate::model::flow_table::FlowTable;
use crate::model::source::Source;
use crate::model::table::{Caption, Table};

/// Rows of one flow that a page shows: the latest.
pub(super) const SHOWN: usize = 36;

struct Row<'a> {
    of: &'a Direction,
    one: &'a MirrorPeriod,
}

impl Row<'_> {
    fn gap(&self, of: impl Fn(&super::super::gap::Gap) -> Option<f64>, times: f64) -> Option<f64> {
        self.one.gap.as_ref().and_then(of).map(|gap| times * gap)
    }

    fn adjusted(
        &self,
        of: impl Fn(&super::super::gap::Gap) -> Option<f64>,
        times: f64,
    ) -> Option<f64> {
        let adjusted = self.one.adjusted.as_ref();
        adjusted.and_then(of).map(|gap| times * gap)
    }

    fn outlying(&self) -> Option<bool> {
        let stability = self.of.mirror.stability.as_ref()?;
        self.one.adjusted?.log?;
        Some(
            stability
                .outlying
                .iter()
                .any(|one| one.period == self.one.period),
        )
    }

    fn source(&self, exporter: bool) -> Option<String> {
        let reports = &self.of.reports;
        let strand = match exporter {
            true => reports.exporter.as_ref(),
            false => reports.importer.as_ref(),
        };
        strand.map(|strand| strand.source.clone())
    }
}

/// Everything of every period.
pub(in super::super) fn rows(
    found: &[Direction],
    flows: &FlowTable,
    sources: &[Source],
) -> Result<Table> {
    let rows: Vec<Row<'_>> = found
        .iter()
        .flat_map(|of| of.mirror.periods.iter().map(move |one| Row { of, one }))
        .collect();
    let (currency, prices) = money_words(flows.basis());
    Columns::of(&rows)
        .period(PERIOD, |row| Some(row.one.period))
        .text(EXPORTER, |row| Some(row.of.exporter.to_owned()))
        .text(IMPORTER, |row| Some(row.of.importer.to_owned()))
        .number(EXPORTER_VALUE, |row| row.one.exporter)
        .number(IMPORTER_VALUE, |row| row.one.importer)
        .number(DIFFERENCE, |row| row.gap(|gap| Some(gap.difference), 1.0))
        .number("importer_over_exporter_ratio", |row| {
            row.gap(|gap| gap.ratio, 1.0)
        })
        .number("gap_percent", |row| row.gap(|gap| gap.relative, 100.0))
        .number("symmetric_gap_percent", |row| {
            row.gap(|gap| gap.symmetric, 100.0)
        })
        .number("gap_log_points", |row| row.gap(|gap| gap.log, 100.0))
        .number("cif_factor", |row| Some(row.of.mirror.factor.factor))
        .number("adjusted_gap_percent", |row| {
            row.adjusted(|gap| gap.relative, 100.0)
        })
        .number("adjusted_gap_log_points", |row| {
            row.adjusted(|gap| gap.log, 100.0)
        })
        .flag("outlying", Row::outlying)
        .text("reported_by", |row| Some(reported(row.one.reports, row.of)))
        .text("exporter_source", |row| row.source(true))
        .text("importer_source", |row| row.source(false))
        .same(CURRENCY, &currency)
        .same(PRICES, &prices)
        .table(caption(found, flows, sources))
}

/// The periods that a page shows: from the first with both reports to the last, or all that
/// somebody reported if none has both; the latest of them.
pub(super) fn telling(of: &Direction) -> &[MirrorPeriod] {
    let all = &of.mirror.periods;
    let both = |one: &MirrorPeriod| one.reports == Reports::Both;
    let first = all.iter().position(both).unwrap_or(0);
    let last = all.iter().rposition(both).unwrap_or(all.len() - 1);
    let first = first.max((last + 1).saturating_sub(SHOWN));
    &all[first..=last]
}

/// Those periods with the columns that people read first.
pub(super) fn shown(of: &Direction, flows: &FlowTable, sources: &[Source]) -> Result<Table> {
    let rows: Vec<Row<'_>> = telling(of).iter().map(|one| Row { of, one }).collect();
    Columns::of(&rows)
        .period(PERIOD, |row| Some(row.one.period))
        .number(EXPORTER_VALUE, |row| row.one.exporter)
        .number(IMPORTER_VALUE, |row| row.one.importer)
        .number("ratio_ratio", |row| row.gap(|gap| gap.ratio, 1.0))
        .number("gap_percent", |row| row.gap(|gap| gap.relative, 100.0))
        .number("symmetric_gap_percent", |row| {
            row.gap(|gap| gap.symmetric, 100.0)
        })
        .number("gap_log_points", |row| row.gap(|gap| gap.log, 100.0))
        .number("adjusted_gap_percent", |row| {
            row.adjusted(|gap| gap.relative, 100.0)
        })
        .text("outlying", |row| {
            row.outlying()
                .filter(|far| *far)
                .map(|_| "outlying".to_owned())
        })
        .text("reported_by", |row| {
            (row.one.reports != Reports::Both).then(|| reported(row.one.reports, row.of))
        })
        .table(caption(std::slice::from_ref(of), flows, sources))
}

fn caption(found: &[Direction], flows: &FlowTable, sources: &[Source]) -> Caption {
    let factor = found.first().map(|one| &one.mirror.factor);
    let factor = factor.map_or(String::new(), |factor| {
        format!(", adjusted: m / {} ({})", factor.factor, factor.name)
    });
    Caption {
        sources: sources.to_vec(),
        ..Caption::of(
            flows,
            "One flow as both sides report it",
            format!(
                "exporter’s report x, importer’s m: ratio m / x, gap (m − x) / x, symmetric 2 (m − x) / (m + x), log ln m − ln x{factor}"
            ),
        )
    }
}
