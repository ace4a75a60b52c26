//! Totals with their parts, gathered from the figures of a table.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::checks::series::{Figure, Period};

/// One total in one period, and what should add up to it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Whole {
    /// What is added up: `CHN exports`, `CHN>NOR 03`.
    pub name: String,
    pub period: Period,
    /// The published total; `None` if there is none to hold the sum against.
    pub stated: Option<f64>,
    /// Every part that is expected, in the order of keys; `None` is one without a figure.
    pub parts: Vec<(String, Option<f64>)>,
}

type Cells<'a> = BTreeMap<(&'a str, Period), BTreeMap<&'a str, Option<f64>>>;

fn cells(figures: &[Figure]) -> Cells<'_> {
    let mut cells: Cells<'_> = BTreeMap::new();
    for figure in figures {
        let cell = cells.entry((&figure.group, figure.period)).or_default();
        cell.insert(&figure.key, figure.value);
    }
    cells
}

/// Partners to `WLD`, products to `TOTAL`: every key of a group but the total's own is a part.
///
/// Only rows without a figure count as missing: a partner with no row in a year may well have had
/// no trade, and a table does not say. Groups of countries among the partners must be taken out
/// first, or they are counted twice; the check then shows a sum of about two totals.
pub fn parts_to_total(figures: &[Figure], total: &str) -> Vec<Whole> {
    let whole = |((group, period), row): (&(&str, Period), &BTreeMap<&str, Option<f64>>)| Whole {
        name: (*group).to_owned(),
        period: *period,
        stated: row.get(total).copied().flatten(),
        parts: owned(row.iter().filter(|(key, _)| **key != total)),
    };
    cells(figures).iter().map(whole).collect()
}

/// Members to a group of countries: each member in `members` is expected in each period.
pub fn members_to_group(figures: &[Figure], group_key: &str, members: &[&str]) -> Vec<Whole> {
    let whole = |((group, period), row): (&(&str, Period), &BTreeMap<&str, Option<f64>>)| Whole {
        name: named(group, group_key),
        period: *period,
        stated: row.get(group_key).copied().flatten(),
        parts: members
            .iter()
            .map(|member| ((*member).to_owned(), row.get(member).copied().flatten()))
            .collect(),
    };
    cells(figures).iter().map(whole).collect()
}

/// Product codes of `long` digits to codes of `short` digits: HS6 to HS4 is `(6, 4)`.
///
/// A code of `long` digits without a row in a period is not counted as missing, as it may have had
/// no trade; a code of `short` digits without longer ones below it is left out.
pub fn shorter_codes(figures: &[Figure], long: usize, short: usize) -> Vec<Whole> {
    let digits = |key: &str, count: usize| {
        key.len() == count && key.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut wholes = Vec::new();
    for ((group, period), row) in &cells(figures) {
        let mut below: BTreeMap<&str, Vec<(&&str, &Option<f64>)>> = BTreeMap::new();
        for (key, value) in row.iter().filter(|(key, _)| digits(key, long)) {
            if let Some(code) = key.get(..short) {
                below.entry(code).or_default().push((key, value));
            }
        }
        wholes.extend(below.into_iter().map(|(code, parts)| Whole {
            name: named(group, code),
            period: *period,
            stated: row.get(code).copied().flatten(),
            parts: owned(parts.into_iter()),
        }));
    }
    wholes
}

/// Months, or quarters, to calendar years: 12 or 4 are expected in each year that has any.
///
/// `years` and `parts` are figures of the same groups and keys; a year without any part is left out.
pub fn months_to_year(years: &[Figure], parts: &[Figure]) -> Vec<Whole> {
    let stated: BTreeMap<_, _> = years
        .iter()
        .map(|figure| ((figure.name(), figure.period), figure.value))
        .collect();
    let mut known: BTreeMap<(String, Period), BTreeMap<Period, Option<f64>>> = BTreeMap::new();
    for figure in parts {
        let year = Period::year(figure.period.calendar_year());
        let row = known.entry((figure.name(), year)).or_default();
        row.insert(figure.period, figure.value);
    }
    let whole = |((name, year), row): ((String, Period), BTreeMap<Period, Option<f64>>)| {
        let any = row.keys().next().copied().unwrap_or(year);
        let first = Period::of(year.first_day(), any.frequency());
        let parts = (0..first.in_a_year()).map(|step| first.plus(step));
        Whole {
            stated: stated.get(&(name.clone(), year)).copied().flatten(),
            period: year,
            parts: parts
                .map(|part| (part.to_string(), row.get(&part).copied().flatten()))
                .collect(),
            name,
        }
    };
    known.into_iter().map(whole).collect()
}

fn owned<'a>(
    parts: impl Iterator<Item = (&'a &'a str, &'a Option<f64>)>,
) -> Vec<(String, Option<f64>)> {
    parts
        .map(|(key, value)| ((*key).to_owned(), *value))
        .collect()
}

fn named(group: &str, key: &str) -> String {
    format!("{group} {key}").trim_start().to_owned()
}
