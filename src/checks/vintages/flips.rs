//! Conclusions that hold in one vintage and not in the other.

use std::collections::BTreeMap;

use serde::Serialize;

use super::compare::{Table, both};
use crate::checks::series::Period;

/// Growth that is up in one vintage and down in the other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SignFlip {
    pub group: String,
    pub key: String,
    /// The later of the two periods.
    pub period: Period,
    /// Growth as a fraction, from the period before.
    pub old: f64,
    pub new: f64,
}

/// A key whose place among the others of its group and period differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RankFlip {
    pub group: String,
    pub key: String,
    pub period: Period,
    /// 1 is the largest; equal figures share the better place. Only keys with a figure in both
    /// vintages are ranked, so a key that was added moves nobody.
    pub old: usize,
    pub new: usize,
}

/// Growth rates whose sign flips, the widest swing first. Growth of nought has no sign.
pub(super) fn signs(old: &Table, new: &Table) -> Vec<SignFlip> {
    let growth = |table: &Table, (group, key, period): &(String, String, Period)| {
        let at = |period| {
            let cell = table.get(&(group.clone(), key.clone(), period));
            cell.copied().flatten()
        };
        let before = at(period.previous()).filter(|before| *before > 0.0)?;
        Some((at(*period)? - before) / before)
    };
    let mut flips: Vec<SignFlip> = both(old, new)
        .filter_map(|(key, ..)| {
            let (was, is) = (growth(old, key)?, growth(new, key)?);
            // Not the product of the two, which can round to nothing.
            let turned = (was > 0.0 && is < 0.0) || (was < 0.0 && is > 0.0);
            turned.then(|| SignFlip {
                group: key.0.clone(),
                key: key.1.clone(),
                period: key.2,
                old: was,
                new: is,
            })
        })
        .collect();
    let swing = |one: &SignFlip| (one.new - one.old).abs();
    flips.sort_by(|a, b| swing(b).total_cmp(&swing(a)));
    flips
}

/// A key with its old and its new figure.
type Pair<'a> = (&'a str, f64, f64);

/// Keys whose rank differs, those nearest the top first; `totals` are not ranked.
pub(super) fn ranks(old: &Table, new: &Table, totals: &[&str]) -> Vec<RankFlip> {
    let mut fields: BTreeMap<(&str, Period), Vec<Pair<'_>>> = BTreeMap::new();
    for ((group, key, period), was, is) in both(old, new) {
        if !totals.contains(&key.as_str()) {
            let field = fields.entry((group, *period)).or_default();
            field.push((key, was, is));
        }
    }
    let mut flips = Vec::new();
    for ((group, period), field) in &fields {
        let place = |values: &dyn Fn(&Pair<'_>) -> f64| -> Vec<usize> {
            let mut sorted: Vec<f64> = field.iter().map(values).collect();
            sorted.sort_by(|a, b| b.total_cmp(a));
            let before = |value: f64| sorted.partition_point(|other| *other > value);
            field.iter().map(|one| before(values(one)) + 1).collect()
        };
        let (was, is) = (place(&|one| one.1), place(&|one| one.2));
        let moved = field.iter().zip(was).zip(is).filter(|((_, a), b)| a != b);
        flips.extend(moved.map(|(((key, ..), old), new)| RankFlip {
            group: (*group).to_owned(),
            key: (*key).to_owned(),
            period: *period,
            old,
            new,
        }));
    }
    flips.sort_by_key(|flip| flip.old.min(flip.new));
    flips
}
