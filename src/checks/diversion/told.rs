//! Third places in rows and on a page.

use super::check::Diversion;
use super::choose::Chosen;
use super::places::Third;
use super::report::{DiversionReport, Ranking};
use crate::checks::columns::Columns;
use crate::checks::flows::money_words;
use crate::error::Result;
use crate::model::column::{CURRENCY, EXPORTER, IMPORTER, PRICES, RANK, SOURCE};
use crate::model::flow_table::FlowTable;
use crate::model::naming::{in_prose, name_of};
use crate::model::number::money;
use crate::model::page::{Page, Section};
use crate::model::source::Source;
use crate::model::table::{Caption, Table};
use crate::model::written::capital;

/// Places that a page shows; the rows and JSON have the rest.
const SHOWN: usize = 15;

/// Places without a figure that a page names.
const NAMED: usize = 8;

const FORMULA: &str = "means a period before and after the event; through a place can have gone no more in \
addition than the smaller of both rises; beyond growth: each leg less what it would be had it grown like all \
other exports of the one and imports of the other";

struct Row<'a> {
    rank: u32,
    third: &'a Third,
}

fn ranked(report: &DiversionReport) -> Vec<Row<'_>> {
    let places = (1..).zip(&report.ranked);
    places.map(|(rank, third)| Row { rank, third }).collect()
}

pub(super) fn rows(
    report: &DiversionReport,
    check: &Diversion,
    flows: &FlowTable,
    sources: &[Source],
) -> Result<Table> {
    let rows = ranked(report);
    let (currency, prices) = money_words(flows.basis());
    let source = sources.first().map_or("", |source| source.id.as_str());
    columns(&rows)
        .number("out_beyond_growth", |row| {
            row.third.beyond.map(|beyond| beyond.out)
        })
        .number("into_beyond_growth", |row| {
            row.third.beyond.map(|beyond| beyond.into)
        })
        .same(EXPORTER, &check.exporter.code)
        .same(IMPORTER, &check.importer.code)
        .same(CURRENCY, &currency)
        .same(PRICES, &prices)
        .same(SOURCE, source)
        .table(caption(flows, sources))
}

fn columns<'a>(rows: &'a [Row<'a>]) -> Columns<'a, Row<'a>> {
    Columns::of(rows)
        .whole(RANK, |row| Some(row.rank))
        .text("place", |row| Some(row.third.place.clone()))
        .number("out_before_value", |row| Some(row.third.out.before))
        .number("out_after_value", |row| Some(row.third.out.after))
        .number("into_before_value", |row| Some(row.third.into.before))
        .number("into_after_value", |row| Some(row.third.into.after))
        .number("through_value", |row| Some(row.third.through))
        .number("of_fall_percent", |row| {
            row.third.of_fall.map(|part| 100.0 * part)
        })
        .number("through_beyond_growth_value", |row| {
            row.third.beyond.map(|beyond| beyond.through)
        })
}

fn caption(flows: &FlowTable, sources: &[Source]) -> Caption {
    Caption {
        sources: sources.to_vec(),
        ..Caption::of(flows, "Third places around an event", FORMULA)
    }
}

pub(super) fn page(
    report: &DiversionReport,
    chosen: &Chosen,
    check: &Diversion,
    flows: &FlowTable,
    sources: &[Source],
) -> Result<Page> {
    let mut page = Page::new(format!(
        "Exports of {} to {} and third places around {}",
        in_prose(&check.exporter.code),
        in_prose(&check.importer.code),
        check.event
    ));
    let source = sources.first().map_or(chosen.source.as_str(), Source::name);
    let sides = chosen.sides;
    let currency = flows.basis().currency.as_str();
    let mut said: Vec<String> = report.words.clone();
    let closing = said.pop().unwrap_or_default();
    let summed = match chosen.summed {
        true => {
            " All exports or imports are sums of the partners known in every period, as no total is given."
        }
        false => "",
    };
    page.add(
        Section::new("")
            .say(format!(
                "Figures of {source} in {}: the flow itself as the {} reports it, flows to third places as the {} and flows from them as the {} does.{summed}",
                flows.basis().unit(),
                sides.direct,
                sides.out,
                sides.into
            ))
            .list(said.iter().map(|said| format!("{}.", capital(said))))
            .say(format!("{}.", capital(&closing))),
    );
    let rose: Vec<Row<'_>> = ranked(report)
        .into_iter()
        .filter(|row| through(report.ranking, row.third) > 0.0)
        .collect();
    let shown = &rose[..rose.len().min(SHOWN)];
    let ranking = match report.ranking {
        Ranking::Rise => "by the smaller of both rises",
        Ranking::BeyondGrowth => "by the smaller of both rises beyond general growth",
    };
    page.add(
        Section::new(format!("Places where both flows rose, {ranking}"))
            .table(columns(shown).table(caption(flows, sources))?)
            .say(rest(rose.len().saturating_sub(SHOWN), report)),
    );
    page.add(Section::new("Places that cannot be ranked").list(unranked(report)));
    page.add(Section::new("How places are ranked").say(format!(
        "{}. {}",
        capital(FORMULA),
        limits(report, currency)
    )));
    page.sources = sources.to_vec();
    Ok(page)
}

fn through(ranking: Ranking, third: &Third) -> f64 {
    match ranking {
        Ranking::Rise => third.through,
        Ranking::BeyondGrowth => third.beyond.map_or(0.0, |beyond| beyond.through),
    }
}

fn rest(hidden: usize, report: &DiversionReport) -> String {
    let all = report.ranked.len();
    match hidden {
        0 => format!("{all} places with both flows known in every period were ranked."),
        _ => format!(
            "{hidden} more, and those where one of the two did not rise, are in the table and in JSON; {all} places were ranked."
        ),
    }
}

fn unranked(report: &DiversionReport) -> Vec<String> {
    let mut lines: Vec<String> = report
        .unranked
        .iter()
        .take(NAMED)
        .map(|one| format!("{}: {}", name_of(&one.place), one.missing.join("; ")))
        .collect();
    match report.unranked.len().saturating_sub(NAMED) {
        0 => {}
        more => lines.push(format!("{more} more are in JSON")),
    }
    lines
}

fn limits(report: &DiversionReport, currency: &str) -> String {
    let fall = report.direct.difference;
    let fell = match fall < 0.0 {
        true => format!(
            "The fall that could have been taken up is {} a period. ",
            money(-fall, currency)
        ),
        false => String::new(),
    };
    format!(
        "{fell}The event is a date and nothing more: whatever else changed in these years is in the figures too."
    )
}
