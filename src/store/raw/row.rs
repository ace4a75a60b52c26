//! One row, and the careful way to read one: any order of columns, quotes, padding.

use super::amount::thousandths;
use super::layout::{Field, Layout};

/// One row of BACI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Row {
    pub year: u16,
    /// Country numbers as BACI has them, below 1000.
    pub exporter: u16,
    pub importer: u16,
    /// Six digits as a number: `010121` is 10121.
    pub product: u32,
    /// Whole US dollars; `None` where the cell is empty or `NA`.
    pub value: Option<i64>,
    /// Kilogrammes; `None` where the cell is empty or `NA`, or there is no column `q`.
    pub quantity: Option<i64>,
}

/// Why a row cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    /// The column at fault; `None` where the number of fields is.
    pub field: Option<Field>,
    pub text: String,
    pub reason: String,
}

/// The cells of a line, found but not yet understood.
pub(super) struct Cells<'a> {
    line: &'a [u8],
    layout: &'a Layout,
    cells: [&'a [u8]; 6],
    met: usize,
}

impl<'a> Cells<'a> {
    /// Cuts a line, given without its line end; cells that are not there are empty.
    pub fn cut(line: &'a [u8], layout: &'a Layout) -> Self {
        let mut cells: [&[u8]; 6] = [b""; 6];
        let mut met = 0;
        for cell in Split::new(line, layout.separator) {
            if let Some(field) = layout.columns().get(met) {
                cells[*field as usize] = cell;
            }
            met += 1;
        }
        Self {
            line,
            layout,
            cells,
            met,
        }
    }

    /// Whether there are as many cells as the header has.
    pub fn whole(&self) -> Result<(), Fault> {
        let (met, due) = (self.met, self.layout.columns().len());
        if met == due {
            return Ok(());
        }
        Err(Fault {
            field: None,
            text: shown(self.line),
            reason: format!("has {met} fields where the header has {due}"),
        })
    }

    fn text(&self, field: Field) -> &'a [u8] {
        self.cells[field as usize]
    }

    /// Year, countries and product.
    pub fn keys(&self) -> Result<Row, Fault> {
        let country = "is no country number of up to three digits";
        Ok(Row {
            year: self.code(Field::Year, 4..=4, "is no year of four digits")? as u16,
            exporter: self.code(Field::Exporter, 1..=3, country)? as u16,
            importer: self.code(Field::Importer, 1..=3, country)? as u16,
            // Five digits have lost their leading zero, in some releases by the publisher.
            product: self.code(Field::Product, 5..=6, "is no product of six digits")?,
            value: None,
            quantity: None,
        })
    }

    /// The value, or the quantity.
    pub fn amount(&self, field: Field) -> Result<Option<i64>, Fault> {
        let text = self.text(field);
        thousandths(text).map_err(|reason| fault(field, text, reason))
    }

    /// Whether the product has five digits.
    pub fn is_short(&self) -> bool {
        undotted(self.text(Field::Product)).len() == 5
    }

    fn code(
        &self,
        field: Field,
        length: std::ops::RangeInclusive<usize>,
        reason: &str,
    ) -> Result<u32, Fault> {
        let text = undotted(self.text(field));
        if !length.contains(&text.len()) || !text.iter().all(u8::is_ascii_digit) {
            return Err(fault(field, self.text(field), reason));
        }
        let digits = text.iter().map(|digit| u32::from(digit - b'0'));
        Ok(digits.fold(0, |number, digit| number * 10 + digit))
    }
}

/// Readers that guess types turn `842` into `842.0`.
fn undotted(text: &[u8]) -> &[u8] {
    text.strip_suffix(b".0").unwrap_or(text)
}

fn fault(field: Field, text: &[u8], reason: &str) -> Fault {
    Fault {
        field: Some(field),
        text: shown(text),
        reason: reason.to_owned(),
    }
}

/// Text of a file as a message may show it: short, and without control characters.
fn shown(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    let clean = text.chars().filter(|sign| !sign.is_control());
    let mut short: String = clean.take(60).collect();
    if text.chars().count() > 60 {
        short.push('…');
    }
    short
}

/// The fields of a line, unquoted and trimmed.
struct Split<'a> {
    rest: Option<&'a [u8]>,
    separator: u8,
}

impl<'a> Split<'a> {
    fn new(line: &'a [u8], separator: u8) -> Self {
        Self {
            rest: Some(line),
            separator,
        }
    }
}

impl<'a> Iterator for Split<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let rest = self.rest?;
        // A separator within quotes is none; a quote that never closes makes the cell unreadable.
        let mut within = false;
        let end = rest.iter().position(|byte| {
            within ^= *byte == b'"';
            *byte == self.separator && !within
        });
        self.rest = end.map(|end| &rest[end + 1..]);
        let cell = rest[..end.unwrap_or(rest.len())].trim_ascii();
        let inner = cell
            .strip_prefix(b"\"")
            .and_then(|cell| cell.strip_suffix(b"\""));
        Some(inner.map_or(cell, <[u8]>::trim_ascii))
    }
}
