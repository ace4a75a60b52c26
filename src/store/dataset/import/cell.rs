//! Exact sums of rows.

use crate::error::{Error, Result};

/// What rows come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cell {
    /// The sum of those that have a value.
    pub value: i64,
    pub rows: u32,
    /// Rows without a value.
    pub missing: u32,
}

impl Cell {
    /// Counts a row; true if the sum has no room in 64 bits and is wrong from now on.
    #[inline]
    #[must_use]
    pub fn add(&mut self, value: i64, has_value: bool) -> bool {
        let (sum, over) = self.value.overflowing_add(value);
        self.value = sum;
        self.rows += 1;
        self.missing += u32::from(!has_value);
        over
    }

    /// Adds the rows of another sum.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where the sum has no room in 64 bits.
    pub fn merge(&mut self, other: Self) -> Result<()> {
        let count = |a: u32, b: u32| a.checked_add(b).ok_or_else(too_large);
        self.rows = count(self.rows, other.rows)?;
        self.missing = count(self.missing, other.missing)?;
        let value = self.value.checked_add(other.value);
        self.value = value.ok_or_else(too_large)?;
        Ok(())
    }

    /// The sum; none where no row has a value.
    pub fn sum(&self) -> Option<i64> {
        (self.missing < self.rows).then_some(self.value)
    }
}

/// What is said of a sum that is too large.
#[cold]
pub fn too_large() -> Error {
    Error::Unreadable {
        reason:
            "a sum has more than 18 digits; import with fewer decimals, or ask for less at once"
                .to_owned(),
    }
}
