//! Products under all goods, and longer codes under shorter ones.

use std::collections::{BTreeMap, BTreeSet};

use super::{Level, Line, Part, line};
use crate::model::column::TOTAL;
use crate::model::flow_table::Flow;
use crate::model::period::Frequency;

/// Lengths of codes that are levels of one classification.
const LEVELS: [usize; 5] = [2, 4, 6, 8, 10];

pub(super) fn lines(rows: &[Flow], frequency: Frequency) -> Vec<Line> {
    let mut flows: BTreeMap<_, BTreeMap<&str, &Flow>> = BTreeMap::new();
    for row in rows {
        let key = (
            &row.source,
            &row.exporter,
            &row.importer,
            row.side,
            row.kind,
            row.period,
        );
        flows.entry(key).or_default().insert(&row.product, row);
    }
    let mut lines = Vec::new();
    for products in flows.values().filter(|products| products.len() > 1) {
        let lengths: BTreeSet<usize> = products
            .keys()
            .map(|code| length(code))
            .filter(|length| *length > 0)
            .collect();
        lines.extend(to_all(products, &lengths, frequency));
        let levels: Vec<usize> = LEVELS
            .into_iter()
            .filter(|level| lengths.contains(level))
            .collect();
        for pair in levels.windows(2) {
            lines.extend(shorter(products, pair[1], pair[0], frequency));
        }
    }
    lines
}

/// Digits of a code of a classification; 0 for words, letters and `TOTAL`.
fn length(code: &str) -> usize {
    match code.bytes().all(|byte| byte.is_ascii_digit()) {
        true => code.len(),
        false => 0,
    }
}

/// Each level of digits under `TOTAL`; words and letters where there are no digits.
fn to_all(
    products: &BTreeMap<&str, &Flow>,
    lengths: &BTreeSet<usize>,
    frequency: Frequency,
) -> Vec<Line> {
    let Some(total) = products.get(TOTAL) else {
        return Vec::new();
    };
    let level = |digits: usize| {
        let parts = products
            .iter()
            .filter(|(code, _)| **code != TOTAL && length(code) == digits);
        line(Level::Products { digits }, total, frequency, owned(parts))
    };
    match lengths.is_empty() {
        true => vec![level(0)],
        false => lengths.iter().map(|digits| level(*digits)).collect(),
    }
}

fn shorter(
    products: &BTreeMap<&str, &Flow>,
    long: usize,
    short: usize,
    frequency: Frequency,
) -> Vec<Line> {
    let above = products.iter().filter(|(code, _)| length(code) == short);
    let lines = above.filter_map(|(code, total)| {
        let below = products
            .range(*code..)
            .take_while(|(below, _)| below.starts_with(code))
            .filter(|(below, _)| length(below) == long);
        let parts = owned(below);
        let level = Level::Codes { long, short };
        (!parts.is_empty()).then(|| line(level, total, frequency, parts))
    });
    lines.collect()
}

fn owned<'a>(parts: impl Iterator<Item = (&'a &'a str, &'a &'a Flow)>) -> Vec<Part> {
    parts
        .map(|(code, row)| ((*code).to_owned(), row.value))
        .collect()
}
