//! From whole lines to rows: the quick way where it serves, the careful way elsewhere.

use memchr::memchr;

use super::account::Stretch;
use super::digits::{digits_of, number};
use super::layout::Layout;
use super::quick::{self, AHEAD, Amounts, Lead};
use super::reject::Rejects;
use super::row::Row;

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
    pub(super) layout: &'l Layout,
    pub(super) usual: bool,
    has_quantity: bool,
    pub(super) lead: Option<Lead>,
    /// The row before; its year and pair are those of the lead.
    pub(super) before: Row,
    /// Whether the row before was one; otherwise only its year and pair are known.
    pub(super) linked: bool,
    /// Whether rows of that year and pair are wanted.
    pub(super) wanted: bool,
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
            linked: false,
            wanted: false,
            lines: 0,
            rows: 0,
            stretch: Stretch::default(),
            rejects: Rejects::default(),
            short_products: 0,
        }
    }

    /// Reads a block of whole lines; only the very last of a file may lack its end.
    pub fn feed<S: Sink>(&mut self, block: &[u8], sink: &mut S) {
        let mut at = 0;
        while at < block.len() {
            let rest = &block[at..];
            let read = match self.turn_to(rest, sink) {
                Some(lead) if self.wanted => self.run::<S, true>(lead, rest, sink),
                Some(lead) => self.run::<S, false>(lead, rest, sink),
                None => 0,
            };
            at += match read {
                0 => self.careful(rest, sink),
                read => read,
            };
        }
    }

    /// Turns to the year and pair of the row that begins `rest`, if it can be read quickly.
    fn turn_to<S: Sink>(&mut self, rest: &[u8], sink: &mut S) -> Option<Lead> {
        let ahead = rest.first_chunk::<AHEAD>()?;
        if let Some(lead) = self.lead.filter(|lead| lead.matches(ahead).is_some()) {
            return Some(lead);
        }
        let (lead, row) = Lead::of(rest, self.layout.separator).filter(|_| self.usual)?;
        self.wanted = sink.wants(&row);
        (self.before, self.linked) = (row, false);
        self.lead = Some(lead);
        Some(lead)
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
        let mut before = match self.linked {
            true => digits_of(row.product).swap_bytes() as i64,
            false => -1,
        };
        let mut first = None;
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
            let product = digits.swap_bytes() as i64;
            first.get_or_insert(digits);
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
        let Some(first) = first else {
            return 0;
        };
        let mut key = |digits| {
            self.before.product = number(digits) as u32;
            self.layout.key(&self.before)
        };
        if !self.linked {
            self.stretch.push(key(first));
        }
        self.stretch
            .run(key(before.swap_bytes() as u64), sorted, repeated);
        self.linked = true;
        self.lines += count;
        self.rows += count;
        self.short_products += short;
        at
    }
}
