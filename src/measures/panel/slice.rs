//! Matrices of one period.

use super::{Panel, WorldRow};
use crate::error::{Error, Result};
use crate::indicators::matrix::Matrix;
use crate::indicators::world::World;
use crate::measures::dimension::{Dimension, Key, NONE};
use crate::measures::shape::Shape;
use crate::model::coded::CodedRow;
use crate::model::sum::exact_sum_of;
use crate::model::written::period;
use std::borrow::Cow;

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

    /// The same rows with the columns alone that were named, if any were.
    pub fn among_named(self, panel: &Panel, over: Dimension) -> Result<Self> {
        match panel.names(over) {
            true => self.columns(|code| panel.has(over, code)),
            false => Ok(self),
        }
    }

    /// The same rows with those columns alone whose code `keep` accepts.
    fn columns(self, keep: impl Fn(u32) -> bool) -> Result<Self> {
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
    /// The matrix of a period; none without a figure.
    ///
    /// # Errors
    /// [`Error::Unreadable`] for a matrix too large to hold; [`Error::NothingLeft`] if the row of the world
    /// is asked for and is not there; [`Error::BasisMismatch`] for a value below zero.
    pub fn slice(&self, period: i32, shape: &Shape, world: WorldRow) -> Result<Option<Slice>> {
        let rows = self.parts(self.rows(period), |dimension| shape.has(dimension));
        let slice = self.sliced(period, &rows, shape, world, &[NONE; 3])?;
        Ok(slice.map(|slice| Slice {
            coverage: self.coverage(period, shape),
            ..slice
        }))
    }

    pub(super) fn sliced(
        &self,
        period: i32,
        rows: &[CodedRow],
        shape: &Shape,
        world: WorldRow,
        market: &Key,
    ) -> Result<Option<Slice>> {
        let given = match world {
            WorldRow::FromData => None,
            WorldRow::Given => Some(self.world_rows(period, shape, market)?),
        };
        // What the world trades and nobody here does is of the world all the same.
        let further = given.iter().flatten().map(|row| shape.over.of(row));
        let Some(mut slice) = self.matrix_with(rows, shape, further)? else {
            return Ok(None);
        };
        if let Some(given) = given {
            let whole = self.matrix(&given, shape)?;
            let sums = whole.as_ref().map(|whole| whole.matrix.column_sums());
            let value = |code: &u32| {
                let place = whole.as_ref()?.columns.binary_search(code).ok()?;
                Some(sums.as_ref()?[place])
            };
            let values = slice.columns.iter().map(|code| value(code).unwrap_or(0.0));
            slice.world = Some(values.collect());
        }
        Ok(Some(slice))
    }

    /// The values of rows by the keys of a shape.
    pub fn matrix(&self, rows: &[CodedRow], shape: &Shape) -> Result<Option<Slice>> {
        self.matrix_with(rows, shape, std::iter::empty())
    }

    /// The same with further columns.
    fn matrix_with(
        &self,
        rows: &[CodedRow],
        shape: &Shape,
        further: impl Iterator<Item = u32>,
    ) -> Result<Option<Slice>> {
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
        let mut meet = |column: u32| {
            let column = column as usize;
            if column >= places.len() {
                places.resize(column + 1, None);
            }
            places[column] = Some(0);
        };
        for row in rows.iter() {
            let (key, column) = cell(row);
            if keys.last() != Some(&key) {
                keys.push(key);
            }
            meet(column);
        }
        further.for_each(meet);
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
            if let Some(value) = known.iter().find(|value| **value < 0.0) {
                return Err(self.below_zero(*value, &group[0]));
            }
            unknown += usize::from(known.is_empty());
            let column = places[column as usize].unwrap_or_default() as usize;
            values[at * columns.len() + column] = match known[..] {
                [value] => value,
                _ => exact_sum_of(&known),
            };
        }
        let row_words = keys.iter().map(|key| self.words(key)).collect();
        let column_words = self.word_list(shape.over, &columns);
        Ok(Some(Slice {
            matrix: Matrix::new(row_words, column_words, values)?,
            rows: keys,
            columns,
            world: None,
            unknown,
            coverage: None,
        }))
    }

    fn below_zero(&self, value: f64, row: &CodedRow) -> Error {
        let period = period(row.period, self.frequency);
        let product = self.word(Dimension::Product, row.product);
        let [exporter, importer] = [
            self.word(Dimension::Exporter, row.exporter),
            self.word(Dimension::Importer, row.importer),
        ];
        Error::BasisMismatch {
            reason: format!(
                "{exporter} to {importer}, {product}, {period}: {value} is below zero, and nothing can be a share of it"
            ),
            remedy: "correct the figure, or leave its period out with --years".to_owned(),
        }
    }
}
