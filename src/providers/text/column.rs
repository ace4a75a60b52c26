//! What the cells of one column say of how its numbers are written.

use crate::providers::text::numeral::is_space;

/// What the cells of one column say of its marks; a count, and the first line.
#[derive(Debug, Clone, Default)]
pub struct Column {
    pub is_code: bool,
    /// `1,5`
    pub comma_decimal: Seen,
    /// `1.5`
    pub point_decimal: Seen,
    /// `1,234,567` or `1,234.5`
    pub comma_thousands: Seen,
    /// `1.234.567` or `1.234,5`
    pub point_thousands: Seen,
    /// `1,234`
    pub comma_either: Seen,
    /// `1.234`
    pub point_either: Seen,
    /// `1234`, and of those the ones of more than three digits.
    pub whole: Seen,
    pub long_whole: Seen,
    pub space: Seen,
    pub apostrophe: Seen,
}

#[derive(Debug, Clone, Copy, Default)]
pub struct Seen {
    pub count: u64,
    pub line: u64,
}

impl Seen {
    fn at(&mut self, line: u64) {
        self.count += 1;
        if self.count == 1 {
            self.line = line;
        }
    }

    pub fn and(self, other: Self) -> Self {
        let line = match (self.count, other.count) {
            (0, _) => other.line,
            (_, 0) => self.line,
            _ => self.line.min(other.line),
        };
        Self {
            count: self.count + other.count,
            line,
        }
    }
}

impl Column {
    pub fn see(&mut self, cell: &str, line: u64) {
        let cell = cell.trim_start_matches(['-', '+', '−']);
        // `0101.21` is a heading of the tariff; one is enough to know the column.
        let bytes = cell.as_bytes();
        if bytes.len() > 1 && bytes[0] == b'0' && bytes[1].is_ascii_digit() {
            self.is_code = true;
            return;
        }
        let (mut commas, mut points, mut last, mut others) = (0, 0, 0, None);
        for (at, c) in cell.char_indices() {
            match c {
                '0'..='9' => {}
                ',' => (commas, last) = (commas + 1, at),
                '.' => (points, last) = (points + 1, at),
                ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' => others = Some(' '),
                '\'' | '’' => others = Some('\''),
                _ => return,
            }
        }
        self.weigh(cell, commas, points, last, others, line);
    }

    fn weigh(
        &mut self,
        cell: &str,
        commas: usize,
        points: usize,
        last: usize,
        others: Option<char>,
        line: u64,
    ) {
        let (whole, fraction) = (&cell[..last], cell.get(last + 1..).unwrap_or_default());
        match others {
            Some(' ') if grouped(cell.split([',', '.']).next().unwrap_or_default(), is_space) => {
                self.space.at(line)
            }
            Some('\'')
                if grouped(cell.split([',', '.']).next().unwrap_or_default(), |c| {
                    c == '\'' || c == '’'
                }) =>
            {
                self.apostrophe.at(line)
            }
            Some(_) => return,
            None => {}
        }
        let of_three = fraction.len() == 3
            && (1..=3).contains(&whole.len())
            && !whole.starts_with('0')
            && others.is_none();
        match (commas, points) {
            (0, 0) if others.is_none() => {
                self.whole.at(line);
                if cell.len() > 3 {
                    self.long_whole.at(line);
                }
            }
            (0, 0) => {}
            (1, 0) if of_three => self.comma_either.at(line),
            (0, 1) if of_three => self.point_either.at(line),
            (1, 0) => self.comma_decimal.at(line),
            (0, 1) => self.point_decimal.at(line),
            (_, 0) if grouped(cell, |c| c == ',') => self.comma_thousands.at(line),
            (0, _) if grouped(cell, |c| c == '.') => self.point_thousands.at(line),
            (_, 1) if cell.as_bytes()[last] == b'.' && grouped(whole, |c| c == ',') => {
                self.comma_thousands.at(line)
            }
            (1, _) if cell.as_bytes()[last] == b',' && grouped(whole, |c| c == '.') => {
                self.point_thousands.at(line)
            }
            _ => {}
        }
    }
}

/// Whether digits stand in threes, set apart by a mark.
pub fn grouped(whole: &str, mark: fn(char) -> bool) -> bool {
    let mut groups = whole.split(mark);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3)
}
