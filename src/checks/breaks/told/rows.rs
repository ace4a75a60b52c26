//! A row a finding.

use super::super::coverage::Change;
use super::super::event::Event;
use super::super::found::{BreaksReport, SeriesBreaks};
use super::super::report::Part;
use crate::checks::columns::Columns;
use crate::checks::flows::{Strand, money_words};
use crate::checks::series::Period;
use crate::error::Result;
use crate::model::column::{
    CURRENCY, EXPORTER, IMPORTER, KIND, PERIOD, PRICES, PRODUCT, SIDE, SOURCE, VALUE,
};
use crate::model::flow_table::FlowTable;
use crate::model::source::Source;
use crate::model::table::{Caption, Table};

#[derive(Default)]
struct Row<'a> {
    strand: Option<&'a Strand>,
    /// The key where no series of the table is meant.
    key: Option<&'a str>,
    finding: &'static str,
    period: Option<Period>,
    event: Option<String>,
    growth: Option<(f64, f64)>,
    f: Option<f64>,
    p: Option<f64>,
    p_holm: Option<f64>,
    value: Option<f64>,
    factor: Option<f64>,
    said: Option<String>,
}

pub(in super::super) fn rows(
    report: &BreaksReport,
    flows: &FlowTable,
    sources: &[Source],
) -> Result<Table> {
    let mut rows: Vec<Row<'_>> = report.series.iter().flat_map(of_series).collect();
    rows.extend(report.coverage.iter().map(|change| Row {
        key: Some(&change.key),
        finding: match change.change {
            Change::Begins => "begins",
            Change::Ends => "ends",
            Change::Gap { .. } => "gap",
        },
        period: Some(change.period),
        value: Some(change.value),
        said: Some(super::coverage::one(change)),
        ..Row::default()
    }));
    let (currency, prices) = money_words(flows.basis());
    let end = |of: fn(&Strand) -> String| move |row: &Row<'_>| row.strand.map(of);
    Columns::of(&rows)
        .text("series", |row| {
            let strand = row.strand.map(Strand::to_string);
            strand.or_else(|| row.key.map(str::to_owned))
        })
        .text("finding", |row| Some(row.finding.to_owned()))
        .period(PERIOD, |row| row.period)
        .text("event", |row| row.event.clone())
        .number("growth_before_percent", |row| {
            row.growth.map(|(before, _)| 100.0 * before.exp_m1())
        })
        .number("growth_after_percent", |row| {
            row.growth.map(|(_, after)| 100.0 * after.exp_m1())
        })
        .number("f", |row| row.f)
        .number("p", |row| row.p)
        .number("p_holm", |row| row.p_holm)
        .number(VALUE, |row| row.value)
        .number("factor", |row| row.factor)
        .text("said", |row| row.said.clone())
        .text(EXPORTER, end(|strand| strand.exporter.clone()))
        .text(IMPORTER, end(|strand| strand.importer.clone()))
        .text(PRODUCT, end(|strand| strand.product.clone()))
        .text(KIND, end(|strand| strand.kind.to_string()))
        .same(CURRENCY, &currency)
        .same(PRICES, &prices)
        .text(SIDE, end(|strand| strand.side.to_string()))
        .text(SOURCE, end(|strand| strand.source.clone()))
        .table(Caption {
            sources: sources.to_vec(),
            ..Caption::of(
                flows,
                "Breaks in series",
                "growth: change of the natural logarithm on the period before",
            )
        })
}

fn of_series(one: &SeriesBreaks) -> Vec<Row<'_>> {
    let strand = Some(&one.series);
    let report = &one.report;
    let mut rows = vec![Row {
        strand,
        finding: "what the figures carry",
        said: Some(report.carries.words.clone()),
        ..Row::default()
    }];
    rows.extend(report.known.iter().map(|part| match part {
        Part::Tested(known) => Row {
            strand,
            finding: "growth at a known date",
            period: Some(known.event.after),
            event: Some(known.event.label.clone()),
            growth: Some(known.means),
            f: known.chow.map(|chow| chow.f),
            p: known.chow.map(|chow| chow.p),
            p_holm: known.p_holm,
            said: Some(known.words.clone()),
            ..Row::default()
        },
        Part::Refused(why) => refused(strand, "growth at a known date", why),
    }));
    rows.push(match &report.unknown {
        Part::Tested(unknown) => Row {
            strand,
            finding: "growth at an unknown date",
            period: Some(unknown.at),
            event: labels(&unknown.near),
            growth: Some(unknown.means),
            f: Some(unknown.f),
            p: Some(unknown.p),
            said: Some(unknown.words.clone()),
            ..Row::default()
        },
        Part::Refused(why) => refused(strand, "growth at an unknown date", why),
    });
    let levels = report.known_levels.iter().chain([&report.unknown_level]);
    rows.extend(levels.map(|part| match part {
        Part::Tested(level) => Row {
            strand,
            finding: match level.searched {
                true => "level at an unknown date",
                false => "level at a known date",
            },
            period: Some(level.at),
            event: labels(&level.near),
            f: Some(level.chow.f),
            p: Some(level.p),
            said: Some(level.words.clone()),
            ..Row::default()
        },
        Part::Refused(why) => refused(strand, "level", why),
    }));
    rows.extend(report.jumps.iter().map(|jump| Row {
        strand,
        finding: "jump by a power of ten",
        period: Some(jump.period),
        factor: Some(jump.factor),
        said: Some(super::series::jump(jump)),
        ..Row::default()
    }));
    rows.extend(report.duplicated.iter().map(|copy| Row {
        strand,
        finding: "repeats the period before",
        period: Some(copy.period),
        value: Some(copy.value),
        said: Some(super::series::copy(copy)),
        ..Row::default()
    }));
    rows.extend(report.outliers.iter().map(|outlier| Row {
        strand,
        finding: "outlying growth",
        period: Some(outlier.period),
        growth: Some((f64::NAN, outlier.log_growth)),
        said: Some(super::series::outlier(outlier)),
        ..Row::default()
    }));
    rows
}

fn refused<'a>(strand: Option<&'a Strand>, finding: &'static str, why: &str) -> Row<'a> {
    Row {
        strand,
        finding,
        said: Some(format!(
            "not looked at: {}",
            why.trim_start_matches("nothing is left: ")
        )),
        ..Row::default()
    }
}

fn labels(events: &[Event]) -> Option<String> {
    let labels: Vec<&str> = events.iter().map(|event| event.label.as_str()).collect();
    (!labels.is_empty()).then(|| labels.join("; "))
}
