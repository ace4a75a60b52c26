//! One column of a group, page by page; a page that is passed over is never unpacked.

use parquet::errors::{ParquetError, Result as ParquetResult};

use super::failed;
use super::pages::Pages;
use super::words::Words;
use super::{delta, hybrid};
use crate::error::Result;

/// A column of codes or days: places in a dictionary.
pub struct Codes<'a> {
    pages: Pages<'a>,
    words: Option<Words>,
    /// One word all over the group, which needs no page.
    constant: bool,
}

/// A column of numbers.
pub struct Numbers<'a> {
    pages: Pages<'a>,
    nullable: bool,
    some_null: bool,
    constant: Option<i64>,
    marks: Vec<u32>,
    packed: Vec<i64>,
}

impl<'a> Codes<'a> {
    pub(super) fn new(pages: Pages<'a>, constant: Option<&[u8]>) -> Self {
        Self {
            pages,
            words: constant.map(Words::one),
            constant: constant.is_some(),
        }
    }

    /// The dictionary: texts, or days as four bytes, the lowest first. `day` says which.
    ///
    /// # Errors
    /// [`Error::Unreadable`](crate::Error::Unreadable) if the file is damaged.
    pub fn words(&mut self, day: bool) -> Result<&Words> {
        let words = match self.words.take() {
            Some(words) => words,
            None => {
                let (bytes, count) = self.pages.dictionary().map_err(failed(STEP))?;
                Words::new(bytes, count, day).ok_or_else(|| failed(STEP)(bad()))?
            }
        };
        Ok(self.words.insert(words))
    }

    /// Passes over a page.
    pub fn pass(&mut self) {
        self.pages.pass();
    }

    /// Puts the places of the next page, which has so many rows, into `out`; [`words`](Self::words) comes before.
    ///
    /// # Errors
    /// [`Error::Unreadable`](crate::Error::Unreadable) if the file is damaged.
    pub fn page(&mut self, rows: usize, out: &mut Vec<u32>) -> Result<()> {
        out.clear();
        if self.constant {
            out.resize(rows, 0);
            return Ok(());
        }
        let known = self.words.as_ref().map_or(0, Words::len);
        let mut fill = || {
            let bytes = self.pages.page(rows)?;
            let (&width, rest) = bytes.split_first().ok_or_else(bad)?;
            let whole = hybrid::decode(rest, u32::from(width), rows, out);
            let most = out.iter().copied().max().unwrap_or(0);
            match whole && (most as usize) < known {
                true => Ok(()),
                false => Err(bad()),
            }
        };
        fill().map_err(failed(STEP))
    }
}

impl<'a> Numbers<'a> {
    pub(super) fn new(
        pages: Pages<'a>,
        nullable: bool,
        some_null: bool,
        constant: Option<i64>,
    ) -> Self {
        Self {
            pages,
            nullable,
            some_null,
            constant: constant.filter(|_| !some_null),
            marks: Vec::new(),
            packed: Vec::new(),
        }
    }

    /// Passes over a page.
    pub fn pass(&mut self) {
        self.pages.pass();
    }

    /// Puts the next page, which has so many rows, into `values`, nulls as 0, and which are none of them into
    /// `present`, left empty without any.
    ///
    /// # Errors
    /// [`Error::Unreadable`](crate::Error::Unreadable) if the file is damaged.
    pub fn page(
        &mut self,
        rows: usize,
        values: &mut Vec<i64>,
        present: &mut Vec<bool>,
    ) -> Result<()> {
        values.clear();
        present.clear();
        match self.constant {
            Some(value) => values.resize(rows, value),
            None => self.fill(rows, values, present).map_err(failed(STEP))?,
        }
        Ok(())
    }

    fn fill(
        &mut self,
        rows: usize,
        values: &mut Vec<i64>,
        present: &mut Vec<bool>,
    ) -> ParquetResult<()> {
        let bytes = self.pages.page(rows)?;
        let mut rest = bytes.as_ref();
        if self.nullable {
            let (length, all) = rest.split_first_chunk::<4>().ok_or_else(bad)?;
            let length = u32::from_le_bytes(*length) as usize;
            let (levels, numbers) = all.split_at_checked(length).ok_or_else(bad)?;
            rest = numbers;
            self.marks.clear();
            if self.some_null && !hybrid::decode(levels, 1, rows, &mut self.marks) {
                return Err(bad());
            }
        }
        if !self.some_null {
            return match delta::decode(rest, rows, values) {
                true => Ok(()),
                false => Err(bad()),
            };
        }
        let count = self.marks.iter().filter(|&&mark| mark != 0).count();
        self.packed.clear();
        if !delta::decode(rest, count, &mut self.packed) {
            return Err(bad());
        }
        let mut packed = self.packed.iter();
        for &mark in &self.marks {
            present.push(mark != 0);
            values.push(match mark {
                0 => 0,
                _ => *packed.next().ok_or_else(bad)?,
            });
        }
        Ok(())
    }
}

const STEP: &str = "cannot read";

fn bad() -> ParquetError {
    ParquetError::General("a page does not hold what it says; import the year again".to_owned())
}
