//! Rows in the order they came, and where the rows of a pair of countries lie among them.

use super::Row;

/// A row in 24 bytes, without its countries and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Packed {
    value: i64,
    quantity: i64,
    /// The number of its product; once it is ordered, the place among all products.
    pub product: u32,
    /// The number of the tag, and above it whether value and quantity are there.
    tag: u32,
}

/// Bytes of a row on disk and, near enough, in memory.
pub const ROW_BYTES: usize = 24;

const VALUE: u32 = 1 << 31;
const QUANTITY: u32 = 1 << 30;

impl Packed {
    pub fn new(row: &Row, tag: u32) -> Self {
        let mark = |there: bool, mark: u32| if there { mark } else { 0 };
        Self {
            value: row.value.unwrap_or(0),
            quantity: row.quantity.unwrap_or(0),
            product: row.product,
            tag: tag | mark(row.value.is_some(), VALUE) | mark(row.quantity.is_some(), QUANTITY),
        }
    }

    /// The number of its tag.
    #[inline]
    pub fn tag(&self) -> u32 {
        self.tag & !(VALUE | QUANTITY)
    }

    /// The value, or 0 without one.
    #[inline]
    pub fn value_or_zero(&self) -> i64 {
        self.value
    }

    #[inline]
    pub fn has_value(&self) -> bool {
        self.tag & VALUE != 0
    }

    #[inline]
    pub fn quantity_or_zero(&self) -> i64 {
        self.quantity
    }

    #[inline]
    pub fn has_quantity(&self) -> bool {
        self.tag & QUANTITY != 0
    }

    pub fn value(&self) -> Option<i64> {
        self.has_value().then_some(self.value)
    }

    pub fn quantity(&self) -> Option<i64> {
        self.has_quantity().then_some(self.quantity)
    }

    pub fn to_bytes(self) -> [u8; ROW_BYTES] {
        let mut bytes = [0; ROW_BYTES];
        bytes[..8].copy_from_slice(&self.value.to_le_bytes());
        bytes[8..16].copy_from_slice(&self.quantity.to_le_bytes());
        bytes[16..20].copy_from_slice(&self.product.to_le_bytes());
        bytes[20..].copy_from_slice(&self.tag.to_le_bytes());
        bytes
    }

    pub fn from_bytes(bytes: &[u8; ROW_BYTES]) -> Self {
        let [a, b, c, d, e, f, g, h, rest @ ..] = *bytes;
        let [i, j, k, l, m, n, o, p, rest @ ..] = rest;
        let [q, r, s, t, rest @ ..] = rest;
        Self {
            value: i64::from_le_bytes([a, b, c, d, e, f, g, h]),
            quantity: i64::from_le_bytes([i, j, k, l, m, n, o, p]),
            product: u32::from_le_bytes([q, r, s, t]),
            tag: u32::from_le_bytes(rest),
        }
    }
}

/// Rows of one year, exporter and importer that lie together in a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Run {
    pub key: u64,
    pub start: u32,
    pub rows: u32,
}

impl Run {
    /// Year, exporter and importer in one number. Areas have at most 24 bits.
    pub fn key(year: i32, exporter: u32, importer: u32) -> u64 {
        (year as u16 as u64) << 48 | u64::from(exporter) << 24 | u64::from(importer)
    }

    pub fn year(&self) -> i32 {
        i32::from((self.key >> 48) as u16 as i16)
    }

    pub fn exporter(&self) -> u32 {
        (self.key >> 24) as u32 & 0xff_ffff
    }

    pub fn importer(&self) -> u32 {
        self.key as u32 & 0xff_ffff
    }
}

/// Brings the rows of each pair together where they lie in several runs; others stay as they are.
///
/// Afterwards the runs are sorted and no key stands twice.
pub fn gather(rows: &mut Vec<Packed>, runs: &mut Vec<Run>) {
    runs.sort_unstable();
    if runs.windows(2).all(|pair| pair[0].key != pair[1].key) {
        return;
    }
    let mut sorted = Vec::with_capacity(rows.len());
    let mut whole: Vec<Run> = Vec::new();
    for run in runs.iter() {
        let start = sorted.len() as u32;
        sorted.extend_from_slice(&rows[run.start as usize..(run.start + run.rows) as usize]);
        match whole.last_mut() {
            Some(last) if last.key == run.key => last.rows += run.rows,
            _ => whole.push(Run { start, ..*run }),
        }
    }
    *rows = sorted;
    *runs = whole;
}
