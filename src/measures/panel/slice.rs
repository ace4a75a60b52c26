//! Matrices of one period.

use super::{Panel, WorldRow};
use crate::error::{Error, Result};
use crate::indicators::matrix::Matrix;
use crate::indicators::world::World;
use crate::measures::dimension::{Dimension, Key};
use crate::measures::shape::Shape;
use crate::model::coded::CodedRow;
use crate::model::sum::exact_sum_of;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// More cells than this are no matrix that fits a laptop.
const MOST_CELLS: usize = 100_000_000;

/// A matrix of one period.
pub(in crate::measures) struct Slice {
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
