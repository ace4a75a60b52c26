//! The quick way to read a row of today's layout: what differs from the row before, and no more.
//!
//! Rows of one pair follow each other, so that `2021,156,842,` is compared as sixteen bytes and not
//! read again. Digits are read eight at a time, without a branch for each, as the lengths of amounts
//! are what a processor cannot guess. Whatever is not written as BACI writes it is left to the
//! careful way.

use super::digits::{decimals, eight, first, leading, matches, number, padded};
use super::row::Row;

/// Bytes that must lie ahead of a row for the quick way; more than any row of plain digits has.
pub(super) const AHEAD: usize = 96;

/// A row, and what lies behind it.
pub(super) type Ahead = [u8; AHEAD];

/// The start of the last row read: year, exporter and importer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lead {
    bytes: u128,
    /// Covers the bytes of the start.
    mask: u128,
    length: usize,
}

impl Lead {
    /// The start of a row and what it says, if it is plain: a year of four digits, countries of up
    /// to three, and a separator after each.
    pub fn of(line: &[u8], separator: u8) -> Option<(Self, Row)> {
        let head = line.first_chunk::<16>()?;
        let mut codes = [0_u16; 3];
        let mut at = 0;
        for (code, digits) in codes.iter_mut().zip([4..=4, 1..=3, 1..=3]) {
            let from = at;
            while head[at].is_ascii_digit() && at - from < *digits.end() {
                *code = *code * 10 + u16::from(head[at] - b'0');
                at += 1;
            }
            if head[at] != separator || !digits.contains(&(at - from)) {
                return None;
            }
            at += 1;
        }
        let row = Row {
            year: codes[0],
            exporter: codes[1],
            importer: codes[2],
            ..Row::default()
        };
        let lead = Self {
            bytes: u128::from_le_bytes(*head),
            mask: u128::MAX >> (8 * (16 - at)),
            length: at,
        };
        Some((lead, row))
    }

    /// The length of the start, if the row that begins here has the same.
    #[inline]
    pub fn matches(&self, ahead: &Ahead) -> Option<usize> {
        let head = ahead.first_chunk::<16>()?;
        let differing = (u128::from_le_bytes(*head) ^ self.bytes) & self.mask;
        (differing == 0).then_some(self.length)
    }
}

#[inline]
pub(super) fn word(ahead: &Ahead, at: usize) -> Option<u64> {
    Some(u64::from_le_bytes(*ahead.get(at..at + 8)?.first_chunk()?))
}

/// The eight digits of a product of six, or of five that lost a zero, that begins at `at`; and
/// where the value after it begins.
#[inline]
pub(super) fn product(ahead: &Ahead, at: usize, separator: u8) -> Option<(u64, usize)> {
    let word = word(ahead, at)?;
    let is_end = |length: usize| (word >> (8 * length)) as u8 == separator;
    let length = if is_end(6) { 6 } else { 5 };
    if !is_end(length) {
        return None;
    }
    Some((leading(word, length)?, at + length + 1))
}

/// A value times 1000, and where it ends.
#[inline]
fn value(ahead: &Ahead, at: usize) -> Option<(i64, usize)> {
    let start = word(ahead, at)?;
    let point = first(start, b'.');
    // Up to four digits, the point and three decimals are in the word: seven digits without it.
    if let 1..=4 = point {
        let whole = start & !(u64::MAX << (8 * point));
        let joined = whole | start >> 8 >> (8 * point) << (8 * point);
        if let Some(digits) = leading(joined, point + 3) {
            return Some((number(digits) as i64, at + point + 4));
        }
    } else if let 5..=7 = point
        && let Some(thousandths) = decimals(word(ahead, at + point + 1)?)
        && let Some(whole) = leading(start, point)
    {
        return Some(((number(whole) * 1000 + thousandths) as i64, at + point + 4));
    }
    let (value, length) = any_amount(ahead.get(at..)?)?;
    Some((value, at + length))
}

/// The end of a row: where its value begins, and where its line feed is.
pub(super) struct Amounts<'a> {
    pub ahead: &'a Ahead,
    pub from: usize,
    pub end: usize,
    pub separator: u8,
}

impl Amounts<'_> {
    /// The value and the quantity.
    #[inline]
    pub fn both(&self) -> Option<(i64, Option<i64>)> {
        let (value, from) = self.value()?;
        Some((value, quantity(self.ahead, from, self.end)?))
    }

    /// The value; of the quantity nothing is made sure of but that it is one field.
    #[inline]
    pub fn value_alone(&self) -> Option<(i64, Option<i64>)> {
        let (value, from) = self.value()?;
        let rest = self.ahead.get(from..from + 16)?.first_chunk()?;
        let separators = matches(u128::from_le_bytes(*rest), self.separator);
        // The lowest match is exact, those above it may not be.
        let one_field = match self.end - from {
            length @ 0..16 => separators.trailing_zeros() as usize / 8 >= length,
            _ => !self.ahead.get(from..self.end)?.contains(&self.separator),
        };
        one_field.then_some((value, None))
    }

    /// The value, where there is no quantity.
    #[inline]
    pub fn last_value(&self) -> Option<(i64, Option<i64>)> {
        let (value, end) = value(self.ahead, self.from)?;
        let rest = self.ahead.get(end..self.end)?;
        matches!(rest, b"" | b"\r").then_some((value, None))
    }

    #[inline]
    fn value(&self) -> Option<(i64, usize)> {
        let (value, end) = value(self.ahead, self.from)?;
        // An empty quantity ends where it begins; a row without one has no separator.
        let separated = *self.ahead.get(end)? == self.separator && end < self.end;
        separated.then_some((value, end + 1))
    }
}

/// A quantity times 1000, padded, quoted, `NA` or empty, up to the line feed.
#[inline]
fn quantity(ahead: &Ahead, from: usize, end: usize) -> Option<Option<i64>> {
    let length = end - from;
    if !(5..16).contains(&length) {
        return any_quantity(ahead, from, end);
    }
    let last = word(ahead, end - 4)?;
    let Some(thousandths) = decimals(last >> 8) else {
        return any_quantity(ahead, from, end);
    };
    // The eight bytes before the point; those before the quantity are taken for padding, too.
    let kept = 8 * (length - 4).min(8);
    let whole = word(ahead, end - 12)?;
    let whole = (whole >> (64 - kept) << (64 - kept)) | eight(b' ').unbounded_shr(kept as u32);
    // What stands before those eight must be padding.
    let padding = 8 * (length - 4).saturating_sub(8) as u32;
    let beyond = (word(ahead, from)? ^ eight(b' ')) & !u64::MAX.unbounded_shl(padding);
    match padded(whole) {
        Some(whole) if last as u8 == b'.' && beyond == 0 => {
            Some(Some((whole * 1000 + thousandths) as i64))
        }
        _ => any_quantity(ahead, from, end),
    }
}

/// Digits with at most three decimals, times 1000, and how long they are.
fn any_amount(text: &[u8]) -> Option<(i64, usize)> {
    let digits = |text: &[u8]| text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let number = |text: &[u8]| {
        let digits = text.iter().map(|digit| i64::from(digit - b'0'));
        digits.fold(0, |number, digit| number * 10 + digit)
    };
    // Twelve digits of thousands are below the largest amount.
    let point = digits(text);
    if !(1..=12).contains(&point) {
        return None;
    }
    let whole = number(&text[..point]) * 1000;
    let Some(rest) = text[point..].strip_prefix(b".") else {
        return Some((whole, point));
    };
    let decimals = digits(rest);
    let scale = [1000, 100, 10, 1].get(decimals)?;
    Some((
        whole + number(&rest[..decimals]) * scale,
        point + 1 + decimals,
    ))
}

fn any_quantity(ahead: &Ahead, from: usize, end: usize) -> Option<Option<i64>> {
    let text = ahead.get(from..end)?;
    let text = text.strip_suffix(b"\r").unwrap_or(text);
    let text = match text {
        [b'"', inner @ .., b'"'] => inner,
        bare => bare,
    };
    match text.trim_ascii_start() {
        b"" | b"NA" => Some(None),
        number => {
            let (amount, length) = any_amount(number)?;
            (length == number.len()).then_some(Some(amount))
        }
    }
}
