//! Sums by two keys, both small numbers, without hashing.

use std::rc::Rc;

use super::totals::Sum;

/// No slot yet.
const NONE: u16 = u16::MAX;

/// Sums by a country below 1000 and a code below 1,000,000, in as little room as was met.
pub(super) struct Grid {
    /// Where each second code has its slot, in all rows alike.
    slots: Vec<u16>,
    codes: Vec<u32>,
    /// A row by first code, as long as the highest slot met in it.
    rows: Vec<Vec<Sum>>,
    /// More codes than slots can number were met.
    pub overflown: bool,
}

impl Default for Grid {
    fn default() -> Self {
        Self {
            slots: Vec::new(),
            codes: Vec::new(),
            rows: vec![Vec::new(); 1000],
            overflown: false,
        }
    }
}

impl Grid {
    /// Takes out the sums of a first key, to add to many of them; [`close`](Self::close) brings them back.
    pub fn open(&mut self, first: u16) -> Vec<Sum> {
        std::mem::take(&mut self.rows[usize::from(first)])
    }

    pub fn close(&mut self, first: u16, row: Vec<Sum>) {
        self.rows[usize::from(first)] = row;
    }

    /// The sum of a second key in a row that is open, 0 before anything was added.
    #[inline]
    pub fn sum<'r>(&mut self, row: &'r mut Vec<Sum>, second: u32) -> &'r mut Sum {
        let slot = match self.slots.get(second as usize) {
            Some(&slot) if slot != NONE => slot,
            _ => self.new_slot(second),
        };
        let slot = usize::from(slot);
        if slot >= row.len() {
            self.widen(row);
        }
        &mut row[slot]
    }

    #[cold]
    fn widen(&self, row: &mut Vec<Sum>) {
        // Most rows meet most codes: room for those met so far, and no doubling at first.
        if row.is_empty() {
            row.reserve_exact(self.codes.len());
        }
        row.resize(self.codes.len(), Sum::default());
    }

    #[cold]
    fn new_slot(&mut self, code: u32) -> u16 {
        let at = code as usize;
        if at >= self.slots.len() {
            self.slots.resize(at + 1, NONE);
        }
        let slot = self.codes.len() as u16;
        if usize::from(slot) != self.codes.len() || slot == NONE {
            self.overflown = true;
            return 0;
        }
        self.codes.push(code);
        self.slots[at] = slot;
        slot
    }

    /// Every pair of keys that was met, the slot of the second, and the sum; sorted by key.
    pub fn sorted(&self) -> impl Iterator<Item = (u16, u32, usize, &Sum)> {
        let mut by_code: Vec<(u32, usize)> = self.codes.iter().copied().zip(0..).collect();
        by_code.sort_unstable();
        let by_code: Rc<[(u32, usize)]> = by_code.into();
        self.rows.iter().zip(0..).flat_map(move |(row, first)| {
            let by_code = Rc::clone(&by_code);
            let codes = if row.is_empty() { 0 } else { by_code.len() };
            let met = (0..codes).filter_map(move |at| {
                let (code, slot) = by_code[at];
                Some((first, code, slot, row.get(slot)?))
            });
            met.filter(|(.., sum)| sum.rows > 0)
        })
    }
}
