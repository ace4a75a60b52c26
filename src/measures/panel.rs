//! The flows that a measure works on, period by period, and matrices of them.

mod slice;

pub(super) use slice::Slice;

use super::dimension::{Dimension, Key, NONE};
use crate::error::{Error, Result};
use crate::model::coded::{Coded, CodedRow};
use crate::model::column::{TOTAL, WORLD};
use crate::model::period::Frequency;
use std::borrow::Cow;
use std::collections::BTreeSet;

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
    world: Option<u32>,
}

impl Panel {
    /// Products are cut to so many digits, and totals left out if there are products beside them.
    pub fn of(mut coded: Coded, frequency: Frequency, digits: Option<u8>) -> Self {
        // The list may have products of rows that were not chosen.
        let total = coded.products.iter().position(|code| code == TOTAL);
        let is_product = |row: &CodedRow| Some(row.product as usize) != total;
        let has_products = coded.rows.iter().any(is_product);
        if has_products {
            coded.rows.retain(is_product);
        }
        if let Some(digits) = digits {
            cut(&mut coded, digits);
        }
        let place = |row: &CodedRow| (row.period, row.exporter, row.importer, row.product);
        if !coded.rows.is_sorted_by_key(place) {
            coded.rows.sort_unstable_by_key(place);
        }
        Self {
            world: coded.area(WORLD),
            coded,
            frequency,
            named: Default::default(),
            has_products,
        }
    }

    /// Names countries or products; those that the data do not have are an error.
    ///
    /// Products are named by how their codes begin.
    ///
    /// # Errors
    /// [`Error::NothingLeft`] if the data have none of a name.
    pub fn name(&mut self, dimension: Dimension, codes: &[String]) -> Result<()> {
        for code in codes {
            let list = match dimension {
                Dimension::Product => &self.coded.products,
                _ => &self.coded.areas,
            };
            let is = |known: &String| match dimension {
                Dimension::Product => known.starts_with(code),
                _ => known == code,
            };
            let found: Vec<u32> = (0..)
                .zip(list)
                .filter(|(_, known)| is(known))
                .map(|(place, _)| place)
                .collect();
            if found.is_empty() {
                return Err(Error::NothingLeft {
                    what: format!("these data have no {} {code}", dimension.as_str()),
                    remedy: "name another, or give files that have it with --data".to_owned(),
                });
            }
            self.named[dimension as usize].extend(found);
        }
        Ok(())
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

    fn words(&self, key: &Key) -> String {
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
            let mut with_partners = vec![false; self.coded.areas.len()];
            for row in kept.iter().filter(|row| dimension.of(row) != world) {
                with_partners[other.of(row) as usize] = true;
            }
            kept = retained(kept, |row| {
                dimension.of(row) != world || !with_partners[other.of(row) as usize]
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

/// Cuts product codes; rows that become alike stay apart and are summed later.
fn cut(coded: &mut Coded, digits: u8) {
    let short = |code: &String| -> String {
        match code.as_str() {
            TOTAL => code.clone(),
            _ => code.chars().take(usize::from(digits)).collect(),
        }
    };
    let all: BTreeSet<String> = coded.products.iter().map(short).collect();
    let all: Vec<String> = all.into_iter().collect();
    let places: Vec<u32> = coded
        .products
        .iter()
        .map(|code| all.partition_point(|known| *known < short(code)) as u32)
        .collect();
    for row in &mut coded.rows {
        row.product = places[row.product as usize];
    }
    coded.products = all;
}
