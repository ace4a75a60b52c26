//! Two vintages in rows and on a page.

use super::compare::Changed;
use super::flips::{RankFlip, SignFlip};
use super::report::VintageReport;
use crate::checks::columns::Columns;
use crate::checks::flows::money_words;
use crate::checks::series::{Figure, Period};
use crate::error::Result;
use crate::model::column::{BASE_VALUE, CURRENCY, DIFFERENCE, NEW_VALUE, PERIOD, PRICES};
use crate::model::flow_table::FlowTable;
use crate::model::number::percent;
use crate::model::page::{Page, Section};
use crate::model::source::Source;
use crate::model::table::{Caption, Table};
use crate::model::written::capital;

/// Lines of one kind that a page shows; the rows and JSON have the rest.
const SHOWN: usize = 15;

/// One difference between the tables.
enum Row<'a> {
    Changed(&'a Changed),
    Added(&'a Figure),
    Removed(&'a Figure),
    Sign(&'a SignFlip),
    Rank(&'a RankFlip),
}

impl Row<'_> {
    fn what(&self) -> &'static str {
        match self {
            Self::Changed(_) => "changed",
            Self::Added(_) => "added",
            Self::Removed(_) => "removed",
            Self::Sign(_) => "growth turns",
            Self::Rank(_) => "rank differs",
        }
    }

    fn place(&self) -> (&str, &str, Period) {
        match self {
            Self::Changed(one) => (&one.group, &one.key, one.period),
            Self::Added(one) | Self::Removed(one) => (&one.group, &one.key, one.period),
            Self::Sign(one) => (&one.group, &one.key, one.period),
            Self::Rank(one) => (&one.group, &one.key, one.period),
        }
    }

    fn values(&self) -> (Option<f64>, Option<f64>) {
        match self {
            Self::Changed(one) => (Some(one.old), Some(one.new)),
            Self::Added(one) => (None, one.value),
            Self::Removed(one) => (one.value, None),
            Self::Sign(_) | Self::Rank(_) => (None, None),
        }
    }

    fn growth(&self) -> Option<(f64, f64)> {
        match self {
            Self::Sign(one) => Some((one.old, one.new)),
            _ => None,
        }
    }

    fn ranks(&self) -> Option<(usize, usize)> {
        match self {
            Self::Rank(one) => Some((one.old, one.new)),
            _ => None,
        }
    }
}

fn all(report: &VintageReport) -> Vec<Row<'_>> {
    let flips = report.sign_flips.iter().map(Row::Sign);
    flips
        .chain(report.rank_flips.iter().map(Row::Rank))
        .chain(report.changed.iter().map(Row::Changed))
        .chain(report.added.iter().map(Row::Added))
        .chain(report.removed.iter().map(Row::Removed))
        .collect()
}

pub(super) fn rows(report: &VintageReport, new: &FlowTable, sources: &[Source]) -> Result<Table> {
    let rows = all(report);
    let (currency, prices) = money_words(new.basis());
    let rank = |rank: usize| u32::try_from(rank).ok();
    columns(&rows)
        .number("old_growth_percent", |row| Some(100.0 * row.growth()?.0))
        .number("new_growth_percent", |row| Some(100.0 * row.growth()?.1))
        .whole("old_rank", |row| rank(row.ranks()?.0))
        .whole("new_rank", |row| rank(row.ranks()?.1))
        .same(CURRENCY, &currency)
        .same(PRICES, &prices)
        .table(caption(new, sources))
}

fn columns<'a>(rows: &'a [Row<'a>]) -> Columns<'a, Row<'a>> {
    Columns::of(rows)
        .text("finding", |row| Some(row.what().to_owned()))
        .text("within", |row| Some(row.place().0.to_owned()))
        .text("key", |row| Some(row.place().1.to_owned()))
        .period(PERIOD, |row| Some(row.place().2))
        .number(BASE_VALUE, |row| row.values().0)
        .number(NEW_VALUE, |row| row.values().1)
        .number(DIFFERENCE, |row| match row {
            Row::Changed(one) => Some(one.difference),
            _ => None,
        })
        .number("difference_percent", |row| match row {
            Row::Changed(one) => one.relative.map(|relative| 100.0 * relative),
            _ => None,
        })
}

fn caption(new: &FlowTable, sources: &[Source]) -> Caption {
    Caption {
        sources: sources.to_vec(),
        ..Caption::of(new, "Two versions of one table", "difference: new less old")
    }
}

pub(super) fn page(
    report: &VintageReport,
    [old_name, new_name]: &[String; 2],
    new: &FlowTable,
    sources: &[Source],
) -> Result<Page> {
    let mut page = Page::new("Two versions of one table");
    page.add(
        Section::new("")
            .say(format!("Old: {old_name}. New: {new_name}."))
            .list(
                report
                    .words()
                    .iter()
                    .map(|said| format!("{}.", capital(said))),
            ),
    );
    let signs = report.sign_flips.iter().map(|flip| {
        format!(
            "{}, {} in {}: {} in the old table, {} in the new one",
            flip.group,
            flip.key,
            flip.period,
            percent(flip.old),
            percent(flip.new)
        )
    });
    page.add(
        Section::new("Growth that turns its sign, the widest swing first")
            .list(cut(signs.collect())),
    );
    let ranks = report.rank_flips.iter().map(|flip| {
        format!(
            "{}, {} in {}: rank {} in the old table, {} in the new one",
            flip.group, flip.key, flip.period, flip.old, flip.new
        )
    });
    page.add(Section::new("Ranks that differ, nearest the top first").list(cut(ranks.collect())));
    let changed: Vec<Row<'_>> = report
        .changed
        .iter()
        .take(SHOWN)
        .map(Row::Changed)
        .collect();
    let hidden = report.changed.len() - changed.len();
    page.add(
        Section::new("Figures that changed")
            .table(columns(&changed).table(caption(new, sources))?)
            .say(match hidden {
                0 => String::new(),
                more => format!("{more} more are in the table and in JSON."),
            }),
    );
    page.add(Section::new("Only in the new table").list(cut(names(&report.added))));
    page.add(Section::new("Only in the old table").list(cut(names(&report.removed))));
    page.sources = sources.to_vec();
    Ok(page)
}

fn names(figures: &[Figure]) -> Vec<String> {
    let name = |figure: &Figure| format!("{}, {} in {}", figure.group, figure.key, figure.period);
    figures.iter().map(name).collect()
}

fn cut(mut lines: Vec<String>) -> Vec<String> {
    let more = lines.len().saturating_sub(SHOWN);
    if more > 1 {
        lines.truncate(SHOWN);
        lines.push(format!("{more} more are in the table and in JSON"));
    }
    lines
}
