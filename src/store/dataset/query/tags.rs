//! Period, side and kind of rows, three columns in one number.

use std::ops::Range;

use super::super::parquet::{Codes, Reader, Words};
use super::super::tables::{KIND, PERIOD, SIDE};
use super::answer::Tag;
use super::column::{Column, not_text, text};
use super::names::Names;
use crate::error::Result;

/// None is ever given.
type Filter = fn(&Words) -> Vec<bool>;

/// The three columns of one group.
pub enum Tags<'a> {
    /// One tag for all rows.
    One(u32),
    Many(Box<[Column<'a>; 3]>),
}

impl<'a> Tags<'a> {
    pub fn new(reader: &'a Reader, group: usize, names: &mut Names) -> Result<Self> {
        let column =
            |name: &str, codes: Codes<'a>| Column::new(codes, name == PERIOD, None::<Filter>);
        let mut columns = [
            column(PERIOD, reader.codes(group, PERIOD)?)?,
            column(SIDE, reader.codes(group, SIDE)?)?,
            column(KIND, reader.codes(group, KIND)?)?,
        ];
        for column in &mut columns {
            if !column.is_single()? {
                return Ok(Self::Many(Box::new(columns)));
            }
        }
        Ok(Self::One(number(&mut columns, [0; 3], names)?))
    }

    /// Passes over a page.
    pub fn pass(&mut self) {
        if let Self::Many(columns) = self {
            columns.iter_mut().for_each(Column::pass);
        }
    }

    /// The numbers of the rows of `ranges` in the next page, of so many rows.
    pub fn page(
        &mut self,
        rows: usize,
        ranges: &[Range<usize>],
        names: &mut Names,
        out: &mut Vec<u32>,
    ) -> Result<()> {
        out.clear();
        let columns = match self {
            Self::One(number) => {
                out.resize(ranges.iter().map(Range::len).sum(), *number);
                return Ok(());
            }
            Self::Many(columns) => columns,
        };
        for column in columns.iter_mut() {
            column.page(rows, &mut Vec::new())?;
        }
        let mut last: Option<([u32; 3], u32)> = None;
        for row in ranges.iter().flat_map(Range::clone) {
            let [period, side, kind] = columns.as_ref();
            let places = [period, side, kind].map(|column| column.places()[row]);
            let number = match last {
                Some((known, number)) if known == places => number,
                _ => number(columns, places, names)?,
            };
            last = Some((places, number));
            out.push(number);
        }
        Ok(())
    }
}

fn number(columns: &mut [Column<'_>; 3], places: [u32; 3], names: &mut Names) -> Result<u32> {
    let [period, side, kind] = columns;
    let days: Option<[u8; 4]> = period.word(places[0])?.try_into().ok();
    Ok(names.tag(Tag {
        period: days.map(i32::from_le_bytes).ok_or_else(not_text)?,
        side: text(side.word(places[1])?)?.parse()?,
        kind: text(kind.word(places[2])?)?.parse()?,
    }))
}
