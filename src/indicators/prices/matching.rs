//! Products that have a price in both of two periods.

use std::fmt;

use super::basket::{Basket, Good, Item};
use super::outliers::Outliers;
use super::price_pair::PricePair;
use crate::indicators::reason::{Figure, percent};
use crate::model::sum::exact_sum;

/// The products that two baskets share, and what is left aside.
#[derive(Debug, Clone, PartialEq)]
pub struct Matched<'a> {
    pub pairs: Vec<PricePair>,
    /// Items of the pairs.
    pub items: Vec<&'a Item>,
    pub coverage: Coverage,
}

/// How much a comparison of two periods rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// Products compared.
    pub matched: usize,
    /// Products with a price in the later period alone.
    pub appeared: usize,
    /// Products with a price in the earlier period alone.
    pub vanished: usize,
    /// Products taken out by the outlier rule.
    pub outliers: Vec<Item>,
    /// Per cent of the earlier period's whole value, with rows that have no quantity, that is compared.
    pub earlier: Figure,
    pub later: Figure,
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |figure: &Figure| match figure {
            Ok(share) => format!("{share:.1} %"),
            Err(reason) => reason.to_string(),
        };
        write!(
            f,
            "{} products compared ({} of the earlier value, {} of the later); {} appeared, {} vanished, {} outliers",
            self.matched,
            share(&self.earlier),
            share(&self.later),
            self.appeared,
            self.vanished,
            self.outliers.len()
        )
    }
}

/// Matches two periods by product and unit of quantity, and takes out outliers.
///
/// A matched model: products that appear or vanish have no price to compare, so they move the
/// value and the volume, never the price index. How much they weigh is in the coverage.
pub fn matched<'a>(then: &'a Basket, now: &Basket, rule: Outliers) -> Matched<'a> {
    let both = in_both(then, now);
    let all: Vec<PricePair> = both.iter().map(|(_, pair)| *pair).collect();
    let out = rule.of(&all);
    let kept = |out_wanted: bool| {
        let marked = both.iter().zip(&out);
        marked
            .filter(move |(_, out)| **out == out_wanted)
            .map(|(one, _)| one)
    };
    let pairs: Vec<PricePair> = kept(false).map(|(_, pair)| *pair).collect();
    Matched {
        coverage: Coverage {
            matched: pairs.len(),
            appeared: now.goods().len() - both.len(),
            vanished: then.goods().len() - both.len(),
            outliers: kept(true).map(|(item, _)| (*item).clone()).collect(),
            earlier: percent(
                exact_sum(pairs.iter().map(|one| one.p0 * one.q0)),
                then.value(),
            ),
            later: percent(
                exact_sum(pairs.iter().map(|one| one.p1 * one.q1)),
                now.value(),
            ),
        },
        items: kept(false).map(|(item, _)| *item).collect(),
        pairs,
    }
}

/// Items of both baskets with their pairs, in the order of items.
fn in_both<'a>(then: &'a Basket, now: &Basket) -> Vec<(&'a Item, PricePair)> {
    let mut later = now.goods().iter().peekable();
    let pair = |(item, before): (&'a Item, &Good)| {
        // Both are sorted: walk them side by side.
        while later.next_if(|(other, _)| *other < item).is_some() {}
        let (_, after) = later.next_if(|(other, _)| *other == item)?;
        let pair = PricePair {
            p0: before.price,
            q0: before.quantity,
            p1: after.price,
            q1: after.quantity,
        };
        Some((item, pair))
    };
    then.goods().iter().filter_map(pair).collect()
}
