//! Rows of an answer on their way, a page at most, column by column.

use std::ops::Range;

use super::super::parquet::Numbers;
use crate::error::Result;

/// Some rows. All slices have their length, but for those that say nothing, which are empty.
///
/// Numbers of words are those of the [`Names`](super::Names) that come with it.
#[derive(Debug, Clone, Copy)]
pub struct Batch<'a> {
    /// Places in the list of periods, sides and kinds.
    pub tags: &'a [u32],
    /// Empty where exporters are summed over, and so on.
    pub exporters: &'a [u32],
    pub importers: &'a [u32],
    pub products: &'a [u32],
    /// Nulls stand as 0.
    pub values: &'a [i64],
    /// Which values are there; empty if all are.
    pub present: &'a [bool],
    /// How many rows of the store each is the sum of; empty where each is one, or that was not asked for.
    pub rows: &'a [i64],
    /// How many of them have no value; empty where each is one.
    pub missing: &'a [i64],
    /// Only where every row is asked for.
    pub quantities: &'a [i64],
    pub quantities_present: &'a [bool],
    pub units: &'a [u32],
}

/// Room for the columns of a batch, used again for the next.
#[derive(Default)]
pub struct Buffers {
    pub tags: Vec<u32>,
    pub exporters: Vec<u32>,
    pub importers: Vec<u32>,
    pub products: Vec<u32>,
    pub values: Amounts,
    pub counts: Amounts,
    pub missing: Amounts,
    pub quantities: Amounts,
    pub units: Vec<u32>,
}

/// A column of numbers and which of them are there.
#[derive(Default)]
pub struct Amounts {
    values: Vec<i64>,
    present: Vec<bool>,
}

impl Amounts {
    /// Reads a page, of so many rows, and keeps those of `ranges`.
    pub fn read(
        &mut self,
        numbers: &mut Numbers<'_>,
        rows: usize,
        ranges: &[Range<usize>],
    ) -> Result<()> {
        numbers.page(rows, &mut self.values, &mut self.present)?;
        keep(&mut self.values, ranges);
        if !self.present.is_empty() {
            keep(&mut self.present, ranges);
        }
        Ok(())
    }

    pub fn clear(&mut self) {
        self.values.clear();
        self.present.clear();
    }

    pub fn values(&self) -> &[i64] {
        &self.values
    }

    pub fn present(&self) -> &[bool] {
        &self.present
    }
}

/// Moves the rows of `ranges` to the front and forgets the others.
fn keep<T: Copy>(rows: &mut Vec<T>, ranges: &[Range<usize>]) {
    let mut end = 0;
    for range in ranges {
        if range.start != end {
            rows.copy_within(range.clone(), end);
        }
        end += range.len();
    }
    rows.truncate(end);
}

#[cfg(test)]
mod tests {
    use super::keep;

    #[test]
    fn rows_that_are_kept_move_up() {
        let whole: std::ops::Range<usize> = 0..8;
        let kept = |ranges: &[std::ops::Range<usize>]| {
            let mut rows: Vec<u32> = (0..8).collect();
            keep(&mut rows, ranges);
            rows
        };
        assert_eq!(kept(std::slice::from_ref(&whole)), [0, 1, 2, 3, 4, 5, 6, 7]);
        assert_eq!(kept(&[0..2, 3..4, 6..8]), [0, 1, 3, 6, 7]);
        assert!(kept(&[]).is_empty());
    }
}
