//! Totals and their parts in rows and on a page.

use super::check::Agreement;
use super::gather::Level;
use super::report::{Checked, LevelReport, TotalsReport};
use crate::checks::columns::Columns;
use crate::checks::flows::money_words;
use crate::error::Result;
use crate::model::column::{
    CURRENCY, DIFFERENCE, EXPORTER, IMPORTER, KIND, PARTS_VALUE, PERIOD, PRICES, PRODUCT, SIDE,
    SOURCE, STATED_VALUE,
};
use crate::model::flow_table::FlowTable;
use crate::model::number::{money, share};
use crate::model::page::{Page, Section};
use crate::model::source::Source;
use crate::model::table::{Caption, Table};
use crate::model::written::capital;

/// Differences that a page shows; the rows and JSON have the rest.
const SHOWN: usize = 15;

const RULES: &str = "A total agrees with its parts if the difference is no more than rounding makes: half a \
unit a figure, the unit being the largest power of ten that all figures of the level are multiples of, or the \
one that was said. Parts that come to more disagree, unless they are groups of \
products with names for codes, which may overlap. Parts that come to less disagree if none of them is a \
row without a figure, unless they do so in most totals of a level: then the table holds a selection of parts.";

/// Everything of every total, disagreements first.
pub(super) fn rows(checked: &[Checked], flows: &FlowTable, sources: &[Source]) -> Result<Table> {
    let (currency, prices) = money_words(flows.basis());
    Columns::of(checked)
        .text("level", |one| Some(one.level.words()))
        .period(PERIOD, |one| Some(one.sum.period))
        .text(EXPORTER, |one| Some(one.total.exporter.clone()))
        .text(IMPORTER, |one| Some(one.total.importer.clone()))
        .text(PRODUCT, |one| Some(one.total.product.clone()))
        .number(STATED_VALUE, |one| one.sum.stated)
        .number(PARTS_VALUE, |one| one.sum.sum)
        .number(DIFFERENCE, |one| one.sum.difference)
        .number("difference_percent", |one| {
            one.sum.relative.map(|relative| 100.0 * relative)
        })
        .number("allowed", |one| one.sum.allowed)
        .whole("parts", |one| u32::try_from(one.sum.parts).ok())
        .whole("parts_missing", |one| {
            u32::try_from(one.sum.missing.len()).ok()
        })
        .text("agreement", |one| Some(words(one).to_owned()))
        .text("disagrees", |one| {
            Some(if one.disagrees { "yes" } else { "no" }.to_owned())
        })
        .text(KIND, |one| Some(one.total.kind.to_string()))
        .same(CURRENCY, &currency)
        .same(PRICES, &prices)
        .text(SIDE, |one| Some(one.total.side.to_string()))
        .text(SOURCE, |one| Some(one.total.source.clone()))
        .table(Caption {
            sources: sources.to_vec(),
            ..Caption::of(
                flows,
                "Totals and the sums of their parts",
                "difference: total less the exact sum of its parts",
            )
        })
}

fn words(one: &Checked) -> &'static str {
    match (one.sum.agreement, one.sum.times) {
        (Agreement::Agrees, _) => "agrees",
        (Agreement::AgreesWithoutMissing, _) => "agrees without the missing",
        (Agreement::ShortWithMissing, _) => "short, parts are missing",
        (Agreement::Short, _) if one.disagrees => "short",
        (Agreement::Short, _) => "short, as a selection is",
        (Agreement::Over, _) if !one.disagrees => "over, as overlapping groups are",
        (Agreement::Over, Some(2)) => "over, parts are about twice the total",
        (Agreement::Over, Some(_)) => "over, parts are about three times the total",
        (Agreement::Over, None) => "over",
        (Agreement::NotComparable, _) => "not comparable",
    }
}

pub(super) fn page(report: &TotalsReport, flows: &FlowTable, sources: &[Source]) -> Result<Page> {
    let disagreeing: Vec<Checked> = disagreeing(report).cloned().collect();
    let mut page = Page::new("Totals and the sums of their parts");
    page.add(
        Section::new("")
            .say(summary(report))
            .list(report.levels.iter().map(|level| line(level, report, flows))),
    );
    page.add(
        Section::new("Where they differ, the largest difference first")
            .table(shown(&disagreeing, flows)?)
            .say(match disagreeing.len().saturating_sub(SHOWN) {
                0 => String::new(),
                more => format!("{more} more are in the table and in JSON."),
            }),
    );
    page.add(Section::new("How totals are checked").say(RULES));
    page.sources = sources.to_vec();
    Ok(page)
}

/// The count of totals that disagree.
pub(super) fn said(report: &TotalsReport) -> Vec<String> {
    vec![summary(report)]
}

fn disagreeing(report: &TotalsReport) -> impl Iterator<Item = &Checked> {
    report.checked.iter().filter(|one| one.disagrees)
}

fn summary(report: &TotalsReport) -> String {
    let disagree = disagreeing(report).count();
    let compared = report.checked.len();
    match (disagree, compared) {
        (0, 1) => "1 total was compared with its parts and does not disagree.".to_owned(),
        (0, all) => format!("{all} totals were compared with their parts; none disagrees."),
        (1, all) => format!("1 of {all} totals disagrees with its parts."),
        (some, all) => format!("{some} of {all} totals disagree with their parts."),
    }
}

/// What one source does at one level.
pub(in crate::checks) fn line(
    level: &LevelReport,
    report: &TotalsReport,
    flows: &FlowTable,
) -> String {
    let currency = flows.basis().currency.as_str();
    let own = report.checked.iter().filter(|one| {
        (one.level, &one.total.source, one.total.side) == (level.level, &level.source, level.side)
    });
    let farthest = own
        .filter(|one| one.disagrees || (level.selection && one.sum.agreement == Agreement::Short))
        .filter_map(|one| Some((one, one.sum.relative?)))
        .max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()));
    let most = farthest.map_or(String::new(), |(one, relative)| {
        format!(
            "; farthest {} in {}: parts {} by {}",
            one.sum.name,
            one.sum.period,
            if relative < 0.0 { "over" } else { "short" },
            share(relative.abs())
        )
    });
    let short = match (level.short, level.selection) {
        (0, _) => String::new(),
        (short, false) => format!(", {short} with parts short"),
        (short, true) => format!(
            ", {short} with parts short, as in a selection of parts, which is not held against it"
        ),
    };
    let over = match level.over {
        0 => String::new(),
        over if level.level == (Level::Products { digits: 0 }) => format!(
            ", {over} with parts over, as groups with names that overlap, which is not held against them"
        ),
        over => format!(", {over} with parts over"),
    };
    let besides = match level.tolerance.relative {
        0.0 => String::new(),
        part => format!(" and {} of the total", share(part)),
    };
    capital(&format!(
        "{} ({}, {}): {} of {} agree to {} a figure{besides}{short}{over}{most}",
        level.level.words(),
        level.source,
        level.side,
        level.agree,
        level.compared,
        money(level.tolerance.unit / 2.0, currency),
    ))
}

fn shown(disagreeing: &[Checked], flows: &FlowTable) -> Result<Table> {
    let rows = &disagreeing[..disagreeing.len().min(SHOWN)];
    Columns::of(rows)
        .text("total of", |one| Some(one.sum.name.clone()))
        .text("level", |one| Some(one.level.words()))
        .period(PERIOD, |one| Some(one.sum.period))
        .number(STATED_VALUE, |one| one.sum.stated)
        .number(PARTS_VALUE, |one| one.sum.sum)
        .number(DIFFERENCE, |one| one.sum.difference)
        .number("difference_percent", |one| {
            one.sum.relative.map(|relative| 100.0 * relative)
        })
        .whole("parts", |one| u32::try_from(one.sum.parts).ok())
        .text("agreement", |one| Some(words(one).to_owned()))
        .text(SIDE, |one| Some(one.total.side.to_string()))
        .text(SOURCE, |one| Some(one.total.source.clone()))
        .table(Caption::of(flows, "", ""))
}
