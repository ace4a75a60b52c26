//! The careful way to read a row: any layout, quotes, padding; and the fault of one that cannot be read.

use memchr::memchr;

use super::layout::Field;
use super::quick::Lead;
use super::reader::{Reader, Sink};
use super::row::{Cells, Fault, Row};

impl Reader<'_> {
    /// Reads the row that begins `rest` however it is written, and gives its length.
    pub(super) fn careful<S: Sink>(&mut self, rest: &[u8], sink: &mut S) -> usize {
        let end = memchr(b'\n', rest);
        let length = end.map_or(rest.len(), |end| end + 1);
        let line = &rest[..end.unwrap_or(rest.len())];
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        self.lines += 1;
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
        (self.before, self.linked) = (row, true);
        self.lead = None;
        if self.usual {
            self.lead = Lead::of(line, self.layout.separator).map(|(lead, _)| lead);
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
