//! Reading on from a place in a sorted file until the rows wanted are behind.

use super::bisect::Stop;
use super::file::RawFile;
use super::layout::Layout;
use super::pieces::{BLOCK, whole_lines};
use super::place::Place;
use super::positioned::{read_at, shortened};
use super::reader::{Reader, Sink};
use super::reject::Rejects;
use super::row::Row;

/// Most pairs have few rows: the first read is short, the next ones longer.
const FIRST: usize = 16 * 1024;

/// The rows met, and what could not be read among them.
pub(super) struct Swept {
    pub rows: Vec<(Row, Place)>,
    /// Their lines are counted from `from`.
    pub rejects: Rejects,
    pub from: u64,
}

/// Takes the rows that `takes` accepts from `from` on, up to the first above `target` it does not.
///
/// # Errors
/// [`Stop::Contradiction`] where rows are out of order, [`Stop::Failed`] where reading fails.
pub(super) fn sweep(
    file: &RawFile,
    from: u64,
    target: &Row,
    takes: impl Fn(&Row) -> bool,
) -> Result<Swept, Stop> {
    let mut reader = Reader::new(file.layout());
    let mut sink = Sweeper {
        layout: file.layout(),
        target: file.layout().key(target),
        takes,
        rows: Vec::new(),
        from,
        past: false,
    };
    let mut offset = from;
    let mut buffer = vec![0; FIRST];
    while offset < file.size() && !sink.past {
        let met = read_at(&file.file, &mut buffer, offset).map_err(file.io("cannot read"))?;
        let at_end = offset + met as u64 >= file.size();
        if met < buffer.len() && !at_end {
            return Err(Stop::Failed(file.io("cannot read")(shortened())));
        }
        let whole = match whole_lines(&buffer[..met], at_end) {
            Some(whole) => whole,
            None if buffer.len() < BLOCK => 0,
            None => {
                let reason = format!("{}: a line is longer than {BLOCK} bytes", file.name());
                return Err(Stop::Contradiction(reason));
            }
        };
        reader.feed(&buffer[..whole], &mut sink);
        if !reader.stretch.sorted {
            return Err(Stop::Contradiction(format!(
                "{}: the rows after byte {offset} are not sorted; the whole file is read instead",
                file.name()
            )));
        }
        offset += whole as u64;
        buffer.resize((buffer.len() * 2).min(BLOCK), 0);
    }
    Ok(Swept {
        rows: sink.rows,
        rejects: reader.rejects,
        from,
    })
}

struct Sweeper<'f, T> {
    layout: &'f Layout,
    target: u64,
    takes: T,
    rows: Vec<(Row, Place)>,
    from: u64,
    past: bool,
}

impl<T: Fn(&Row) -> bool> Sink for Sweeper<'_, T> {
    fn wants(&mut self, row: &Row) -> bool {
        let wanted = (self.takes)(row);
        self.past |= !wanted && self.layout.key(row) >= self.target;
        wanted
    }

    fn row(&mut self, row: &Row, line: u64) {
        let place = Place {
            offset: self.from,
            line,
        };
        self.rows.push((*row, place));
    }
}
