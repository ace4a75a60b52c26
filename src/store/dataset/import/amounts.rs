//! A column of amounts on its way into a file.

use super::super::intake::Packed;
use super::super::parquet::Data;

/// Amounts of rows, and which of them are there.
#[derive(Default)]
pub struct Amounts {
    values: Vec<i64>,
    present: Vec<bool>,
    nulls: usize,
}

impl Amounts {
    /// Takes an amount.
    #[inline]
    pub fn push(&mut self, amount: Option<i64>) {
        self.values.push(amount.unwrap_or(0));
        self.present.push(amount.is_some());
        self.nulls += usize::from(amount.is_none());
    }

    /// Takes an amount of each row.
    pub fn extend(
        &mut self,
        rows: &[Packed],
        amount: fn(&Packed) -> i64,
        has: fn(&Packed) -> bool,
    ) {
        self.values.extend(rows.iter().map(amount));
        let start = self.present.len();
        self.present.extend(rows.iter().map(has));
        self.nulls += self.present[start..]
            .iter()
            .filter(|&&there| !there)
            .count();
    }

    /// The amounts as they are written.
    pub fn data(&self) -> Data<'_> {
        let present: &[bool] = match self.nulls {
            0 => &[],
            _ => &self.present,
        };
        let values = &self.values;
        Data::Fixed { values, present }
    }

    /// Forgets them all.
    pub fn clear(&mut self) {
        self.values.clear();
        self.present.clear();
        self.nulls = 0;
    }

    /// Which are there.
    pub fn present(&self) -> &[bool] {
        &self.present
    }
}
