//! Rows of bits, for sets that are met in pairs.

const WORD: usize = u64::BITS as usize;

/// Rows of yes or no, 64 to a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bits {
    words: usize,
    rows: Vec<u64>,
}

impl Bits {
    pub fn new(rows: usize, width: usize) -> Self {
        let words = width.div_ceil(WORD).max(1);
        Self {
            words,
            rows: vec![0; rows * words],
        }
    }

    pub fn set(&mut self, row: usize, column: usize) {
        self.rows[row * self.words + column / WORD] |= 1 << (column % WORD);
    }

    pub fn has(&self, row: usize, column: usize) -> bool {
        self.row(row)[column / WORD] >> (column % WORD) & 1 == 1
    }

    pub fn count(&self, row: usize) -> usize {
        self.row(row)
            .iter()
            .map(|word| word.count_ones() as usize)
            .sum()
    }

    /// How many columns both rows have.
    pub fn shared(&self, one: usize, other: usize) -> usize {
        let both = self.row(one).iter().zip(self.row(other));
        both.map(|(a, b)| (a & b).count_ones() as usize).sum()
    }

    /// The columns of a row, rising.
    pub fn ones(&self, row: usize) -> impl Iterator<Item = usize> {
        let words = self.row(row).iter().enumerate();
        words.flat_map(|(at, &word)| Ones(word).map(move |bit| at * WORD + bit))
    }

    fn row(&self, row: usize) -> &[u64] {
        &self.rows[row * self.words..(row + 1) * self.words]
    }
}

/// The places of the ones that are left in a word.
struct Ones(u64);

impl Iterator for Ones {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let place = self.0.trailing_zeros() as usize;
        let left = self.0 != 0;
        self.0 &= self.0.wrapping_sub(1);
        left.then_some(place)
    }
}
