//! Reading on from a place in a sorted file until the rows wanted are behind.

use super::answer::Met;
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

/// What could not be read of a stretch, and where the stretch begins.
pub(super) struct Swept {
    /// Their lines are counted from the place.
    pub rejects: Rejects,
    /// The line before the stretch.
    pub from: Place,
}

/// Adds to `rows` those that `takes` accepts from `from` on, up to the first above `target` it does not.
///
/// # Errors
/// [`Stop::Contradiction`] where rows are out of order, [`Stop::Failed`] where reading fails.
pub(super) fn sweep(
    file: &RawFile,
    from: Place,
    target: &Row,
    takes: impl Fn(&Row) -> bool,
    rows: &mut Vec<Met>,
) -> Result<Swept, Stop> {
    let mut reader = Reader::new(file.layout());
    let mut sink = Sweeper {
        layout: file.layout(),
        target: file.layout().key(target),
        takes,
        rows,
        from,
        past: false,
    };
    let mut offset = from.offset;
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
        rejects: reader.rejects,
        from,
    })
}

struct Sweeper<'f, 'r, T> {
    layout: &'f Layout,
    target: u64,
    takes: T,
    rows: &'r mut Vec<Met>,
    from: Place,
    past: bool,
}

impl<T: Fn(&Row) -> bool> Sink for Sweeper<'_, '_, T> {
    fn wants(&mut self, row: &Row) -> bool {
        let wanted = (self.takes)(row);
        self.past |= !wanted && self.layout.key(row) >= self.target;
        wanted
    }

    fn row(&mut self, row: &Row, line: u64) {
        let place = Place { line, ..self.from };
        self.rows.push((*row, place));
    }
}
