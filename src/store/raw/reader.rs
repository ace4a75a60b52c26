//! From whole lines to rows: the quick way where it serves, the careful way elsewhere.

use memchr::memchr;

use super::account::Stretch;
use super::digits::{digits_of, number};
use super::layout::{Field, Layout};
use super::quick::{self, AHEAD, Amounts, Lead};
use super::reject::Rejects;
use super::row::{Cells, Fault, Row};

/// What takes the rows of a pass.
pub(super) trait Sink {
    /// Whether quantities are read; without, a quantity that is no number is not told.
    const QUANTITIES: bool = true;

    /// Whether the product of a row is looked at; without, that of another row may stand in its place.
    const PRODUCTS: bool = true;

    /// Whether rows of this year and pair are wanted; the amounts of others are not even read.
    ///
    /// Asked anew whenever the year or the pair changes.
    fn wants(&mut self, _row: &Row) -> bool {
        true
    }

    /// Takes a wanted row; its line is counted from the start of the piece.
    fn row(&mut self, row: &Row, line: u64);
}

/// Reads the lines of one piece of a file, in turn.
pub(super) struct Reader<'l> {
    layout: &'l Layout,
    usual: bool,
    has_quantity: bool,
    lead: Option<Lead>,
    /// The row before; its year and pair are those of the lead.
    before: Row,
    /// Whether rows of that year and pair are wanted.
    wanted: bool,
    pub lines: u64,
    /// Rows that were read, as far as they are wanted.
    pub rows: u64,
    pub stretch: Stretch,
    pub rejects: Rejects,
    pub short_products: u64,
}

impl<'l> Reader<'l> {
    pub fn new(layout: &'l Layout) -> Self {
        Self {
            layout,
            usual: layout.is_usual(),
            has_quantity: layout.columns().len() == 6,
            lead: None,
            before: Row::default(),
            wanted: false,
            lines: 0,
            rows: 0,
            stretch: Stretch::default(),
            rejects: Rejects::default(),
            short_products: 0,
        }
    }

    /// Reads a block of whole lines; only the very last of a file may lack its end.
    pub fn feed(&mut self, block: &[u8], sink: &mut impl Sink) {
        let mut at = 0;
        while at < block.len() {
            at += match (self.lead, self.wanted) {
                (None, _) => 0,
                (Some(lead), true) => self.run::<_, true>(lead, &block[at..], sink),
                (Some(lead), false) => self.run::<_, false>(lead, &block[at..], sink),
            };
            if at < block.len() {
                at += self.careful(&block[at..], sink);
            }
        }
    }

    /// Reads the rows of the year and pair at hand while they are written as expected, and gives
    /// their length.
    fn run<S: Sink, const WANTED: bool>(
        &mut self,
        lead: Lead,
        block: &[u8],
        sink: &mut S,
    ) -> usize {
        let separator = self.layout.separator;
        let mut row = self.before;
        // Products are compared as their digits; swapped, these sort as the number does.
        let mut before = digits_of(row.product).swap_bytes();
        let (mut sorted, mut repeated, mut count, mut short) = (true, 0, 0, 0);
        let mut at = 0;
        while let Some(ahead) = block[at..].first_chunk::<AHEAD>() {
            let Some(product_at) = lead.matches(ahead) else {
                break;
            };
            // The next row is found first and without a look at what stands between, so that the
            // processor can begin with it while it is busy with this one.
            let Some(end) = memchr(b'\n', &block[at + product_at..]) else {
                break;
            };
            let end = product_at + end;
            let Some((digits, value_at)) = quick::product(ahead, product_at, separator) else {
                break;
            };
            if WANTED {
                let amounts = Amounts {
                    ahead,
                    from: value_at,
                    end,
                    separator,
                };
                let read = match (S::QUANTITIES, self.has_quantity) {
                    (true, true) => amounts.both(),
                    (false, true) => amounts.value_alone(),
                    (_, false) => amounts.last_value(),
                };
                let Some((value, quantity)) = read else {
                    break;
                };
                (row.value, row.quantity) = (Some(value), quantity);
            }
            let product = digits.swap_bytes();
            sorted &= before <= product;
            repeated += u64::from(before == product);
            before = product;
            short += u64::from(value_at == product_at + 6);
            count += 1;
            at += end + 1;
            if WANTED {
                if S::PRODUCTS {
                    row.product = number(digits) as u32;
                }
                sink.row(&row, self.lines + count);
            }
        }
        self.before.product = number(before.swap_bytes()) as u32;
        self.lines += count;
        self.rows += count;
        self.short_products += short;
        if count > 0 {
            self.stretch
                .run(self.layout.key(&self.before), sorted, repeated);
        }
        at
    }

    /// Reads the row that begins `rest` however it is written, and gives its length.
    fn careful<S: Sink>(&mut self, rest: &[u8], sink: &mut S) -> usize {
        let end = memchr(b'\n', rest);
        let length = end.map_or(rest.len(), |end| end + 1);
        let line = &rest[..end.unwrap_or(rest.len())];
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        self.lines += 1;
        self.lead = None;
        if line.trim_ascii().is_empty() {
            return length;
        }
        match self.row::<S>(line, sink) {
            Ok(Some(row)) => sink.row(&row, self.lines),
            Ok(None) => {}
            Err(fault) => {
                self.rejects.push(self.lines, fault);
                return length;
            }
        }
        self.rows += 1;
        length
    }

    /// The row of a line, if it is wanted.
    fn row<S: Sink>(&mut self, line: &[u8], sink: &mut S) -> Result<Option<Row>, Fault> {
        let cells = Cells::cut(line, self.layout);
        let mut row = cells.keys().map_err(|fault| {
            // Where this row belongs is unknown, and so is whether the rows are sorted.
            self.stretch.sorted = false;
            cells.whole().err().unwrap_or(fault)
        })?;
        self.stretch.push(self.layout.key(&row));
        self.short_products += u64::from(cells.is_short());
        self.wanted = sink.wants(&row);
        self.before = row;
        if self.usual {
            self.lead = Lead::of(line, self.layout.separator);
        }
        // As the quick way, which does not look at the rest of rows nobody wants.
        if !self.wanted {
            return Ok(None);
        }
        cells.whole()?;
        row.value = cells.amount(Field::Value)?;
        if S::QUANTITIES {
            row.quantity = cells.amount(Field::Quantity)?;
        }
        Ok(Some(row))
    }
}
