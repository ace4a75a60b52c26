//! One view of one source, and how it compares with others.

use std::collections::BTreeSet;

use crate::model::flow_table::Flow;
use crate::model::pair::{Pair, View};
use crate::model::source::{Kind, Side};

/// A source that adds fewer new years than this is no help: one figure has no growth.
const WORTH_ADDING: usize = 2;

/// One view of one source, and how well it covers the asked years.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Candidate {
    pub source: String,
    pub view: View,
    pub exports: BTreeSet<i32>,
    pub imports: BTreeSet<i32>,
    /// Years with a published sum of both directions.
    pub whole: BTreeSet<i32>,
}

impl Candidate {
    pub fn keeps(&self, flow: &Flow, pair: &Pair) -> bool {
        let of_source = flow.source == self.source;
        let published_whole = flow.kind == Kind::TwoWay && pair.holds(flow);
        let world = !pair.holds(flow);
        // World totals stand beside whichever figure has their side.
        of_source
            && (self.view.takes(flow) || published_whole || (world && self.has_side(flow.side)))
    }

    fn has_side(&self, side: Side) -> bool {
        match self.view {
            View::Side(own) => own == side,
            View::Reporter(_) => matches!(side, Side::Exporter | Side::Importer),
        }
    }

    pub fn years(&self) -> BTreeSet<i32> {
        let directed = self.exports.union(&self.imports);
        directed.chain(&self.whole).copied().collect()
    }

    pub fn both(&self) -> usize {
        self.exports.intersection(&self.imports).count()
    }

    /// Larger is better, compared in this order.
    fn merit(&self) -> (usize, Option<i32>) {
        let figures = self.exports.len() + self.imports.len() + self.whole.len();
        // A year with both directions has two figures, and counts double.
        (figures + 2 * self.both(), self.years().last().copied())
    }

    fn without(&self, years: &BTreeSet<i32>) -> Self {
        let left = |own: &BTreeSet<i32>| own.difference(years).copied().collect();
        Self {
            exports: left(&self.exports),
            imports: left(&self.imports),
            whole: left(&self.whole),
            ..self.clone()
        }
    }

    /// The candidate in words, its source called `name`.
    pub fn words(&self, name: &str) -> String {
        let (years, both) = (self.years(), self.both());
        let ways = match both {
            both if both == years.len() => "both ways".to_owned(),
            0 => "one way".to_owned(),
            both => format!("{both} both ways"),
        };
        format!("{name}, {}, {} ({ways})", self.view.words(), count(&years))
    }
}

/// `12 years in 2003–2014`.
fn count(years: &BTreeSet<i32>) -> String {
    match (years.first(), years.last()) {
        (Some(from), Some(to)) if from == to => format!("{from} alone"),
        (Some(from), Some(to)) => format!("{} years in {from}–{to}", years.len()),
        _ => "no year".to_owned(),
    }
}

/// The best of these; of equals the first.
pub(super) fn best<'a>(views: impl IntoIterator<Item = &'a Candidate>) -> Option<&'a Candidate> {
    // `max_by_key` would take the last of equals; the first source in the catalogue wins.
    views.into_iter().reduce(|best, next| {
        if next.merit() > best.merit() {
            next
        } else {
            best
        }
    })
}

/// As few as have all the years that any has, the best first; one that would add a single year
/// is not worth a series of its own.
pub(super) fn cover(views: &[Candidate]) -> Vec<Candidate> {
    let mut chosen: Vec<Candidate> = Vec::new();
    let mut covered = BTreeSet::new();
    loop {
        let left: Vec<Candidate> = views.iter().map(|view| view.without(&covered)).collect();
        let least = if chosen.is_empty() { 1 } else { WORTH_ADDING };
        let worth = left.iter().filter(|view| view.years().len() >= least);
        let Some(next) = best(worth) else { break };
        covered.extend(next.years());
        let whole = views
            .iter()
            .find(|view| view.source == next.source && view.view == next.view);
        chosen.extend(whole.cloned());
    }
    chosen
}
