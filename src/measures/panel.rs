//! The flows that a measure works on, period by period, and matrices of them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::dimension::{Dimension, Key, NONE};
use super::shape::Shape;
use crate::error::{Error, Result};
use crate::indicators::matrix::Matrix;
use crate::indicators::world::World;
use crate::model::coded::{Coded, CodedRow};
use crate::model::column::{TOTAL, WORLD};
use crate::model::period::Frequency;
use crate::model::sum::exact_sum_of;

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

/// More cells than this are no matrix that fits a laptop.
const MOST_CELLS: usize = 100_000_000;

/// A matrix of one period.
pub(super) struct Slice {
    pub matrix: Matrix,
    /// What each row is told apart by.
    pub rows: Vec<Key>,
    /// The code of each column.
    pub columns: Vec<u32>,
    /// The world's own row, if it was asked for.
    world: Option<Vec<f64>>,
    /// Pairs of row and column without a figure, which count as nothing.
    pub unknown: usize,
    /// As [`Panel::coverage`] has it.
    pub coverage: Option<(f64, f64)>,
}

impl Slice {
    pub fn world(&self) -> World<'_> {
        match &self.world {
            Some(row) => World::Given(row),
            None => World::FromData,
        }
    }

    /// The same rows with those columns alone whose code `keep` accepts.
    pub fn columns(self, keep: impl Fn(u32) -> bool) -> Result<Self> {
        let kept: Vec<usize> = (0..self.columns.len())
            .filter(|column| keep(self.columns[*column]))
            .collect();
        let values = (0..self.rows.len()).flat_map(|row| {
            let values = self.matrix.row(row);
            kept.iter().map(|column| values[*column])
        });
        let words = kept
            .iter()
            .map(|column| self.matrix.columns()[*column].clone());
        let matrix = Matrix::new(
            self.matrix.rows().to_vec(),
            words.collect(),
            values.collect(),
        )?;
        let world = self.world.as_ref();
        Ok(Self {
            matrix,
            columns: kept.iter().map(|column| self.columns[*column]).collect(),
            world: world.map(|world| kept.iter().map(|column| world[*column]).collect()),
            ..self
        })
    }
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

    /// How much of the totals that stand beside them the partners in the data make up, from the least
    /// to the most; none where there are no totals, or they are not told apart.
    pub fn coverage(&self, period: i32, shape: &Shape) -> Option<(f64, f64)> {
        let world = self.world?;
        let mut ends: Option<(f64, f64)> = None;
        for (partner, own) in [
            (Dimension::Exporter, Dimension::Importer),
            (Dimension::Importer, Dimension::Exporter),
        ] {
            if !shape.has(partner) || !shape.has(own) {
                continue;
            }
            let mut sums: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
            for row in self.rows(period) {
                let sum = sums.entry(own.of(row)).or_default();
                match partner.of(row) == world {
                    true => sum.1 += row.value.unwrap_or(0.0),
                    false => sum.0 += row.value.unwrap_or(0.0),
                }
            }
            let shares = sums
                .iter()
                .filter(|(code, (parts, total))| **code != world && *parts > 0.0 && *total > 0.0)
                .map(|(_, (parts, total))| parts / total);
            ends = shares.fold(ends, |ends, share| match ends {
                None => Some((share, share)),
                Some((least, most)) => Some((least.min(share), most.max(share))),
            });
        }
        ends
    }

    /// The matrix of a period; none without a figure.
    ///
    /// # Errors
    /// [`Error::Unreadable`] for a matrix too large to hold; [`Error::NothingLeft`] if the row of the world
    /// is asked for and is not there; as [`Matrix::new`] for negative values.
    pub fn slice(&self, period: i32, shape: &Shape, world: WorldRow) -> Result<Option<Slice>> {
        let rows = self.parts(self.rows(period), |dimension| shape.has(dimension));
        let Some(mut slice) = self.matrix(&rows, shape)? else {
            return Ok(None);
        };
        slice.coverage = self.coverage(period, shape);
        if world == WorldRow::Given {
            slice.world = Some(self.world_row(period, shape, &slice)?);
        }
        Ok(Some(slice))
    }

    /// The values of rows by the keys of a shape.
    pub fn matrix(&self, rows: &[CodedRow], shape: &Shape) -> Result<Option<Slice>> {
        let cell = |row: &CodedRow| (Dimension::key(&shape.by, row), shape.over.of(row));
        let rows = match rows.is_sorted_by_key(cell) {
            true => Cow::Borrowed(rows),
            false => {
                let mut rows = rows.to_vec();
                rows.sort_by_key(cell);
                Cow::Owned(rows)
            }
        };
        let mut keys: Vec<Key> = Vec::new();
        let mut places: Vec<Option<u32>> = Vec::new();
        for row in rows.iter() {
            let (key, column) = cell(row);
            if keys.last() != Some(&key) {
                keys.push(key);
            }
            let column = column as usize;
            if column >= places.len() {
                places.resize(column + 1, None);
            }
            places[column] = Some(0);
        }
        let mut columns: Vec<u32> = Vec::new();
        for (code, place) in (0..).zip(&mut places) {
            if let Some(place) = place {
                *place = columns.len() as u32;
                columns.push(code);
            }
        }
        if keys.is_empty() {
            return Ok(None);
        }
        if keys.len().saturating_mul(columns.len()) > MOST_CELLS {
            return Err(Error::Unreadable {
                reason: format!(
                    "{} rows by {} columns are more than fit; tell fewer apart with --by, or take coarser products with --level",
                    keys.len(),
                    columns.len()
                ),
            });
        }
        let mut values = vec![0.0; keys.len() * columns.len()];
        let (mut at, mut unknown) = (0, 0);
        let mut known: Vec<f64> = Vec::new();
        for group in rows.chunk_by(|a, b| cell(a) == cell(b)) {
            let (key, column) = cell(&group[0]);
            at += usize::from(keys[at] != key);
            known.clear();
            known.extend(group.iter().filter_map(|row| row.value));
            unknown += usize::from(known.is_empty());
            let column = places[column as usize].unwrap_or_default() as usize;
            values[at * columns.len() + column] = match known[..] {
                [value] => value,
                _ => exact_sum_of(&known),
            };
        }
        let row_words = keys.iter().map(|key| self.words(key)).collect();
        let column_words = columns
            .iter()
            .map(|code| self.word(shape.over, *code).to_owned())
            .collect();
        Ok(Some(Slice {
            matrix: Matrix::new(row_words, column_words, values)?,
            rows: keys,
            columns,
            world: None,
            unknown,
            coverage: None,
        }))
    }

    /// What the world's own rows say of each column.
    fn world_row(&self, period: i32, shape: &Shape, slice: &Slice) -> Result<Vec<f64>> {
        let missing = || Error::NothingLeft {
            what: "these data have no row of the world for what is asked".to_owned(),
            remedy: "take the sum of the data with --world data".to_owned(),
        };
        let (Some(world), [by @ (Dimension::Exporter | Dimension::Importer)]) =
            (self.world, &shape.by[..])
        else {
            return Err(missing());
        };
        let own: Vec<CodedRow> = self
            .rows(period)
            .iter()
            .filter(|row| by.of(row) == world)
            .copied()
            .collect();
        // Of the world no side is summed over twice.
        let other = match by {
            Dimension::Exporter => Dimension::Importer,
            _ => Dimension::Exporter,
        };
        let partner = |row: &CodedRow| other.of(row) != world;
        let partners = shape.over == other || own.iter().any(partner);
        let rows: Vec<CodedRow> = own
            .into_iter()
            .filter(|row| partner(row) == partners)
            .collect();
        let whole = self.matrix(&rows, shape)?.ok_or_else(missing)?;
        let value = |code: &u32| {
            let place = whole.columns.binary_search(code);
            place.map_or(0.0, |place| whole.matrix.at(0, place))
        };
        Ok(slice.columns.iter().map(value).collect())
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
