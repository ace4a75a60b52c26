//! The flows that a measure works on, period by period, and matrices of them.

mod made;
mod markets;
mod slice;

pub(super) use made::Made;
pub(super) use slice::Slice;

use super::ask::Ask;
use super::dimension::{Dimension, Key, NONE};
use super::groups::{Intra, Members};
use super::ready::{Ready, places, without_totals};
use crate::model::coded::{Coded, CodedRow};
use crate::model::column::WORLD;
use crate::model::period::Frequency;
use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};

/// Where the world's figures come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum WorldRow {
    /// The sum of the rows that the data have.
    #[default]
    FromData,
    /// The row of the world that the data have.
    Given,
}

impl WorldRow {
    pub const ALL: [Self; 2] = [Self::FromData, Self::Given];

    /// The word of commands.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FromData => "data",
            Self::Given => "given",
        }
    }
}

/// Flows of one source and side, sorted by period, with what they are restricted to.
pub(super) struct Panel {
    pub coded: Coded,
    pub frequency: Frequency,
    /// Codes of countries and products, in the order of [`Dimension::ALL`], that were named; empty for all.
    pub named: [BTreeSet<u32>; 3],
    /// Whether goods are told apart.
    pub has_products: bool,
    /// What groups are made of, and whether their trade within is counted.
    pub members: Members,
    pub intra: Intra,
    world: Option<u32>,
}

impl Panel {
    /// The rows that a measure takes; totals are left out if there are products beside them.
    pub fn of(ask: &Ask, ready: Ready, frequency: Frequency) -> Self {
        let Ready {
            mut coded,
            mut members,
            ..
        } = ready;
        let years = ask.years_needed();
        members.retain(|(_, year), _| years.contains(*year));
        let has_products = without_totals(&mut coded);
        // One number is compared faster than four.
        let place = |row: &CodedRow| {
            let codes = [row.exporter, row.importer, row.product];
            // Days before 1970 come first.
            let period = row.period.wrapping_sub(i32::MIN) as u32;
            codes.iter().fold(u128::from(period), |key, code| {
                key << 32 | u128::from(*code)
            })
        };
        if !coded.rows.is_sorted_by_key(place) {
            coded.rows.sort_unstable_by_key(place);
        }
        let named = [
            (Dimension::Exporter, &ask.exporters),
            (Dimension::Importer, &ask.importers),
            (Dimension::Product, &ask.products),
        ];
        Self {
            world: coded.area(WORLD),
            named: named.map(|(dimension, codes)| places(&coded, dimension, codes)),
            coded,
            frequency,
            has_products,
            members,
            intra: ask.intra,
        }
    }

    /// Whether a key has the codes that were named.
    pub fn shows(&self, key: &Key) -> bool {
        let fits = |(code, named): (&u32, &BTreeSet<u32>)| {
            *code == NONE || named.is_empty() || named.contains(code)
        };
        key.iter().zip(&self.named).all(fits)
    }

    /// Whether a code was named, or none was.
    pub fn has(&self, dimension: Dimension, code: u32) -> bool {
        let named = &self.named[dimension as usize];
        named.is_empty() || named.contains(&code)
    }

    /// Whether a code is that of the world.
    pub fn is_world(&self, code: u32) -> bool {
        self.world == Some(code)
    }

    /// Whether anything of a dimension was named.
    pub fn names(&self, dimension: Dimension) -> bool {
        !self.named[dimension as usize].is_empty()
    }

    /// The first days of the periods, in order.
    pub fn periods(&self) -> Vec<i32> {
        let mut periods: Vec<i32> = self.coded.rows.iter().map(|row| row.period).collect();
        periods.dedup();
        periods
    }

    /// The rows of one period.
    pub fn rows(&self, period: i32) -> &[CodedRow] {
        let rows = &self.coded.rows;
        let from = rows.partition_point(|row| row.period < period);
        let to = rows.partition_point(|row| row.period <= period);
        &rows[from..to]
    }

    /// The word of a code.
    pub fn word(&self, dimension: Dimension, code: u32) -> &str {
        match dimension {
            Dimension::Product => &self.coded.products[code as usize],
            _ => &self.coded.areas[code as usize],
        }
    }

    /// The words of codes, in their order.
    pub fn word_list(&self, dimension: Dimension, codes: &[u32]) -> Vec<String> {
        let word = |code: &u32| self.word(dimension, *code).to_owned();
        codes.iter().map(word).collect()
    }

    pub fn words(&self, key: &Key) -> String {
        let codes = Dimension::ALL.into_iter().zip(key);
        let words = codes
            .filter(|(_, code)| **code != NONE)
            .map(|(dimension, code)| self.word(dimension, *code));
        words.collect::<Vec<_>>().join(" ")
    }

    /// The rows that count: those of the countries and products named where these are summed over, and
    /// for a sum over partners the partners, or where there are none the world as a partner.
    pub fn parts<'a>(
        &self,
        rows: &'a [CodedRow],
        apart: impl Fn(Dimension) -> bool,
    ) -> Cow<'a, [CodedRow]> {
        self.select(rows, apart, &self.named)
    }

    /// The same of all countries and products, whatever was named.
    pub fn all_parts<'a>(
        &self,
        rows: &'a [CodedRow],
        apart: impl Fn(Dimension) -> bool,
    ) -> Cow<'a, [CodedRow]> {
        self.select(rows, apart, &Default::default())
    }

    fn select<'a>(
        &self,
        rows: &'a [CodedRow],
        apart: impl Fn(Dimension) -> bool,
        named: &[BTreeSet<u32>; 3],
    ) -> Cow<'a, [CodedRow]> {
        let restricts =
            |dimension: Dimension| !apart(dimension) && !named[dimension as usize].is_empty();
        let restricted: Vec<Dimension> = Dimension::ALL
            .into_iter()
            .filter(|one| restricts(*one))
            .collect();
        let of_named = |row: &CodedRow| {
            let mut all = restricted.iter();
            all.all(|dimension| named[*dimension as usize].contains(&dimension.of(row)))
        };
        let mut kept = retained(Cow::Borrowed(rows), of_named);
        let Some(world) = self.world else {
            return kept;
        };
        for (dimension, other) in [
            (Dimension::Exporter, Dimension::Importer),
            (Dimension::Importer, Dimension::Exporter),
        ] {
            if apart(dimension) || restricts(dimension) {
                kept = retained(kept, |row| dimension.of(row) != world);
                continue;
            }
            // A product that has a total alone counts by its total.
            let place = |row: &CodedRow| (other.of(row), row.product);
            let mut with_partners = HashSet::new();
            if kept.iter().any(|row| dimension.of(row) == world) {
                let partners = kept.iter().filter(|row| dimension.of(row) != world);
                with_partners.extend(partners.map(place));
            }
            kept = retained(kept, |row| {
                dimension.of(row) != world || !with_partners.contains(&place(row))
            });
        }
        kept
    }
}

/// The rows that `keep` accepts, copied only if some are not.
fn retained<'a>(
    rows: Cow<'a, [CodedRow]>,
    keep: impl Fn(&CodedRow) -> bool,
) -> Cow<'a, [CodedRow]> {
    match rows.iter().all(&keep) {
        true => rows,
        false => Cow::Owned(rows.iter().filter(|row| keep(row)).copied().collect()),
    }
}
