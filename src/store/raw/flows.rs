//! The rows of the flows wanted: bisected where the order is known, scanned elsewhere.

use super::answer::{Answer, Found, Met, Way};
use super::bisect::{Bisection, Stop, bisect, serves};
use super::file::RawFile;
use super::files::RawFiles;
use super::pass::pass;
use super::place::Place;
use super::reader::Sink;
use super::reject::Rejects;
use super::route::{Route, Wanted};
use super::row::Row;
use crate::error::Result;

impl RawFiles {
    /// The rows of `routes`, from all files.
    ///
    /// Takes about 160 bytes a row found. Whoever wants half the world asks for
    /// [`totals`](Self::totals) instead.
    ///
    /// # Errors
    /// [`Error::Conflict`](crate::Error::Conflict) where one key has two different rows;
    /// [`Error::Io`](crate::Error::Io) and [`Error::Unreadable`](crate::Error::Unreadable) in
    /// [`Error::File`](crate::Error::File) where a file cannot be read or changed meanwhile.
    pub fn flows(&self, routes: &[Route]) -> Result<Answer> {
        let routes = apart(routes);
        let mut met: Vec<Met> = Vec::new();
        let mut files = Vec::new();
        let mut wanted = None;
        for (at, file) in self.files.iter().enumerate() {
            let bisected = match routes.iter().all(|route| serves(file, route)) {
                true if self.order_of(file).is_some() => Some(self.probed(file, &routes)?),
                _ => None,
            };
            let (mut found, rows) = match bisected {
                Some(Ok(found)) => found,
                other => {
                    let wanted = &*wanted.get_or_insert_with(|| Wanted::new(&routes));
                    let (mut found, rows) = self.scanned(file, wanted)?;
                    found
                        .remarks
                        .extend(other.and_then(|bisected| bisected.err()));
                    (found, rows)
                }
            };
            found.rows = rows.len() as u64;
            met.extend(rows.into_iter().map(|(row, place)| (row, at, place)));
            files.push(found);
        }
        met.sort_unstable();
        let repeated = self.once_each(&mut met)?;
        Ok(Answer {
            rows: met.into_iter().map(|(row, ..)| row).collect(),
            files,
            repeated,
        })
    }

    /// The rows of a file by probing, or in words why it does not serve.
    fn probed(&self, file: &RawFile, routes: &[Route]) -> Result<Result<FoundRows, String>> {
        let mut rejects = Rejects::default();
        let mut rows = Vec::new();
        let (mut probes, mut cut) = (0, false);
        for route in routes {
            let Bisection {
                swept,
                probes: more,
                unended,
            } = match bisect(file, route) {
                Ok(bisection) => bisection,
                Err(Stop::Contradiction(words)) => {
                    file.unchanged()?;
                    return Ok(Err(words));
                }
                Err(Stop::Failed(error)) => return Err(error),
            };
            for part in swept {
                let before = Place {
                    offset: part.from,
                    line: 0,
                };
                if part.rejects.count > 0 {
                    rejects.follow(part.rejects, before.line_in(file)?);
                }
                rows.extend(part.rows);
            }
            (probes, cut) = (probes + more, cut | unended);
        }
        file.unchanged()?;
        rejects.name(file.name());
        let mut remarks = Vec::new();
        if cut {
            remarks.push(format!(
                "{}: the last line has no line end; the file may be cut, compare its size with the publisher's",
                file.name()
            ));
        }
        Ok(Ok((
            Found {
                name: file.name().to_owned(),
                way: Way::Bisected { probes },
                rows: 0,
                rejects,
                remarks,
            },
            rows,
        )))
    }

    fn scanned(&self, file: &RawFile, wanted: &Wanted) -> Result<FoundRows> {
        let (pieces, account) = pass(file, self.threads(), || Matching {
            wanted,
            rows: Vec::new(),
        })?;
        let rows = pieces.into_iter().flat_map(|piece| {
            let before = piece.lines_before;
            let rows = piece.sink.rows.into_iter();
            rows.map(move |(row, line)| {
                let line = line + before;
                (row, Place { offset: 0, line })
            })
        });
        let mut remarks = account.remarks(file.name());
        remarks.extend(self.learn(file, &account));
        let found = Found {
            name: file.name().to_owned(),
            way: Way::Scanned {
                lines: account.lines,
            },
            rows: 0,
            rejects: account.rejects,
            remarks,
        };
        Ok((found, rows.collect()))
    }
}

/// The routes without those that others hold already: a row is found once.
fn apart(routes: &[Route]) -> Vec<Route> {
    let mut routes = routes.to_vec();
    routes.sort_unstable();
    routes.dedup();
    let holds = |wide: &Route, narrow: &Route| {
        wide != narrow
            && wide
                .exporter
                .is_none_or(|_| wide.exporter == narrow.exporter)
            && wide
                .importer
                .is_none_or(|_| wide.importer == narrow.importer)
    };
    let all = routes.clone();
    routes.retain(|route| !all.iter().any(|other| holds(other, route)));
    routes
}

type FoundRows = (Found, Vec<(Row, Place)>);

/// Keeps the rows of the pairs wanted.
struct Matching<'w> {
    wanted: &'w Wanted,
    rows: Vec<(Row, u64)>,
}

impl Sink for Matching<'_> {
    fn wants(&mut self, row: &Row) -> bool {
        self.wanted.has(row)
    }

    fn row(&mut self, row: &Row, line: u64) {
        self.rows.push((*row, line));
    }
}
