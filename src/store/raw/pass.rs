//! One pass over a whole file, in as many pieces as there are threads.

use std::num::NonZeroUsize;

use super::account::{Account, Stretch};
use super::file::RawFile;
use super::packed::with_stream;
use super::pieces::{each_block, each_packed_block};
use super::positioned::read_at;
use super::reader::{Reader, Sink};
use super::reject::Rejects;
use crate::error::{Error, Result};

/// What a piece of a file gave its sink.
pub(super) struct Piece<S> {
    pub sink: S,
    /// Lines of the file before the piece, the header included.
    pub lines_before: u64,
}

/// A piece smaller than this is not worth a thread.
const SMALLEST: u64 = 1 << 20;

/// Reads every row of a file once; each thread has a sink of its own, made by `make`.
///
/// The pieces are in the order of the file, and a piece is one stretch of it: where the rows are
/// sorted, sinks meet few keys in common.
///
/// # Errors
/// [`Error::Io`] and [`Error::Unreadable`] in [`Error::File`] where the file cannot be read, or
/// changed while it was.
pub(super) fn pass<S: Sink + Send>(
    file: &RawFile,
    threads: NonZeroUsize,
    make: impl Fn() -> S + Sync,
) -> Result<(Vec<Piece<S>>, Account)> {
    let (read, unended) = match file.is_plain() {
        true => {
            let read = in_pieces(file, threads, &make)?;
            let mut last = [0];
            read_at(&file.file, &mut last, file.size() - 1).map_err(file.io("cannot read"))?;
            (read, last != *b"\n")
        }
        false => {
            let mut reader = Reader::new(file.layout());
            let mut sink = make();
            let ended = with_stream(&file.file, &file.packing, |stream| {
                each_packed_block(file, stream, |block| reader.feed(block, &mut sink))
            })
            .map_err(|error| error.in_file(file.name().as_ref()))?;
            (vec![(reader, sink)], !ended)
        }
    };
    file.unchanged()?;
    Ok(join(file, read, unended))
}

fn in_pieces<'f, S: Sink + Send>(
    file: &'f RawFile,
    threads: NonZeroUsize,
    make: &(impl Fn() -> S + Sync),
) -> Result<Vec<(Reader<'f>, S)>> {
    let bytes = file.size() - file.body;
    let pieces = (threads.get() as u64).min(bytes / SMALLEST + 1);
    let edge = |piece: u64| {
        file.body + (u128::from(bytes) * u128::from(piece) / u128::from(pieces)) as u64
    };
    let one = |piece: u64| -> Result<(Reader<'f>, S)> {
        let mut reader = Reader::new(file.layout());
        let mut sink = make();
        each_block(file, edge(piece), edge(piece + 1), |block| {
            reader.feed(block, &mut sink);
        })?;
        Ok((reader, sink))
    };
    let one = &one;
    std::thread::scope(|scope| {
        // The first piece is read by this thread, which would otherwise only wait.
        let others: Vec<_> = (1..pieces)
            .map(|piece| scope.spawn(move || one(piece)))
            .collect();
        let first = one(0);
        let others = others.into_iter().map(|other| {
            let panicked = || Error::Unreadable {
                reason: "a reading thread failed; run again and report it".to_owned(),
            };
            other.join().unwrap_or_else(|_| Err(panicked()))
        });
        // All are joined before the first error is returned.
        let all: Vec<_> = std::iter::once(first).chain(others).collect();
        all.into_iter().collect()
    })
}

/// The account of a file from what was read of its parts.
pub(super) fn join<S>(
    file: &RawFile,
    read: Vec<(Reader<'_>, S)>,
    unended: bool,
) -> (Vec<Piece<S>>, Account) {
    let mut stretch = Stretch::default();
    let mut rejects = Rejects::default();
    let (mut lines, mut rows, mut short_products) = (1, 0, 0);
    let mut pieces = Vec::with_capacity(read.len());
    for (reader, sink) in read {
        stretch.follow(reader.stretch);
        rejects.follow(reader.rejects, lines);
        pieces.push(Piece {
            sink,
            lines_before: lines,
        });
        lines += reader.lines;
        rows += reader.rows;
        short_products += reader.short_products;
    }
    rejects.name(file.name());
    let account = Account {
        lines,
        rows,
        rejects,
        order: stretch.order(),
        short_products,
        unended,
    };
    (pieces, account)
}
