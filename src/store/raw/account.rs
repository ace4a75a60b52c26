//! What became of the lines of a file.

use super::reject::Rejects;

/// How the rows of a file are ordered by its key columns, in the order of its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Each row comes after the one before: sorted, and no key twice.
    Ascending,
    /// Sorted, but so many rows have the key of the row before them.
    Repeating(u64),
    /// Not sorted, or a row whose key cannot be read: keys may repeat anywhere.
    Unsorted,
}

/// What became of the lines of a file that was read whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Lines, the header included.
    pub lines: u64,
    /// Rows whose keys were read; with the rejects, all rows there are.
    pub rows: u64,
    pub rejects: Rejects,
    pub order: Order,
    /// Product codes of five digits, whose leading zero was put back.
    pub short_products: u64,
    /// Whether the last line has no end: the file may be cut.
    pub unended: bool,
}

impl Account {
    /// What a reader of the result must be told of `file`.
    pub fn remarks(&self, file: &str) -> Vec<String> {
        let mut remarks = Vec::new();
        if self.unended {
            remarks.push(format!(
                "{file}: line {} has no line end; the file may be cut, compare its size with the publisher's",
                self.lines
            ));
        }
        if self.short_products > 0 {
            remarks.push(format!(
                "{file}: {} product codes had five digits; their leading zero was put back",
                self.short_products
            ));
        }
        match self.order {
            Order::Ascending => {}
            Order::Repeating(count) => remarks.push(format!(
                "{file}: {count} rows repeat the year, pair and product of the row before"
            )),
            Order::Unsorted => remarks.push(format!(
                "{file}: the rows are not sorted, or where some belong cannot be read, so that repetitions are not looked for and every question takes a whole pass"
            )),
        }
        remarks
    }
}

/// How far a stretch of rows is sorted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch {
    /// Keys of the first and the last row.
    pub ends: Option<(u64, u64)>,
    pub sorted: bool,
    pub repeated: u64,
}

impl Default for Stretch {
    fn default() -> Self {
        Self {
            ends: None,
            sorted: true,
            repeated: 0,
        }
    }
}

impl Stretch {
    /// Takes the key of the next row.
    #[inline]
    pub fn push(&mut self, key: u64) {
        match &mut self.ends {
            Some((_, last)) => {
                self.sorted &= *last <= key;
                self.repeated += u64::from(*last == key);
                *last = key;
            }
            none => *none = Some((key, key)),
        }
    }

    /// Takes rows that follow those before within one year and pair, up to the key of the last.
    pub fn run(&mut self, last: u64, sorted: bool, repeated: u64) {
        self.sorted &= sorted;
        self.repeated += repeated;
        self.ends = self.ends.map(|(start, _)| (start, last));
    }

    /// Adds the stretch that follows.
    pub fn follow(&mut self, next: Self) {
        if let Some((first, last)) = next.ends {
            self.push(first);
            self.ends = self.ends.map(|(start, _)| (start, last));
        }
        self.sorted &= next.sorted;
        self.repeated += next.repeated;
    }

    pub fn order(self) -> Order {
        match (self.sorted, self.repeated) {
            (false, _) => Order::Unsorted,
            (true, 0) => Order::Ascending,
            (true, repeated) => Order::Repeating(repeated),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Order, Stretch};

    #[test]
    fn the_seam_of_two_stretches_is_looked_at() {
        let of = |keys: &[u64]| {
            let mut stretch = Stretch::default();
            keys.iter().for_each(|key| stretch.push(*key));
            stretch
        };
        let joined = |a: &[u64], b: &[u64]| {
            let mut stretch = of(a);
            stretch.follow(of(b));
            stretch.order()
        };
        assert_eq!(joined(&[1, 5], &[6, 7]), Order::Ascending);
        assert_eq!(joined(&[1, 5], &[5, 7]), Order::Repeating(1));
        assert_eq!(joined(&[1, 5], &[4, 7]), Order::Unsorted);
        assert_eq!(joined(&[1, 5], &[6, 3]), Order::Unsorted);
        assert_eq!(joined(&[], &[6, 7]), Order::Ascending);
        assert_eq!(joined(&[2, 2], &[]), Order::Repeating(1));
        let mut three = of(&[1, 5]);
        three.follow(of(&[]));
        three.follow(of(&[4]));
        assert_eq!(three.order(), Order::Unsorted);
    }
}
