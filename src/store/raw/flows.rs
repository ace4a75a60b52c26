//! The rows of the flows wanted: bisected where the order is known, scanned elsewhere.

use super::answer::{Answer, Found, Met, Way};
use super::bisect::{Stop, bisect, serves};
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
    /// Takes about 150 bytes a row found. Whoever wants half the world asks for
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
        for (number, file) in self.files.iter().enumerate() {
            let before = met.len();
            let bisected = match routes.iter().all(|route| serves(file, route)) {
                true if self.order_of(file).is_some() => {
                    Some(self.probed(number, &routes, &mut met)?)
                }
                _ => None,
            };
            let mut found = match bisected {
                Some(Ok(found)) => found,
                other => {
                    // What was found before the contradiction is found again.
                    met.truncate(before);
                    let wanted = &*wanted.get_or_insert_with(|| Wanted::new(&routes));
                    let mut found = self.scanned(number, wanted, &mut met)?;
                    found.remarks.extend(other.and_then(Result::err));
                    found
                }
            };
            found.rows = (met.len() - before) as u64;
            files.push(found);
        }
        met.sort_unstable();
        let repeated = self.once_each(&mut met)?;
        Ok(Answer {
            rows: met.into_iter().map(|(row, _)| row).collect(),
            files,
            repeated,
        })
    }

    /// Adds the rows of a file by probing, or says in words why it does not serve.
    fn probed(
        &self,
        number: usize,
        routes: &[Route],
        met: &mut Vec<Met>,
    ) -> Result<Result<Found, String>> {
        let file = &self.files[number];
        let mut found = Found {
            name: file.name().to_owned(),
            way: Way::Bisected { probes: 0 },
            rows: 0,
            rejects: Rejects::default(),
            remarks: Vec::new(),
        };
        let (mut probes, mut cut) = (0, false);
        for route in routes {
            let bisection = match bisect(file, number, route, met) {
                Ok(bisection) => bisection,
                Err(Stop::Contradiction(words)) => {
                    file.unchanged()?;
                    return Ok(Err(words));
                }
                Err(Stop::Failed(error)) => return Err(error),
            };
            for part in bisection
                .swept
                .into_iter()
                .filter(|part| part.rejects.count > 0)
            {
                found
                    .rejects
                    .follow(part.rejects, part.from.line_in(&self.files)?);
            }
            probes += bisection.probes;
            cut |= bisection.unended;
        }
        file.unchanged()?;
        found.way = Way::Bisected { probes };
        found.rejects.name(file.name());
        if cut {
            found.remarks.push(format!(
                "{}: the last line has no line end; the file may be cut, compare its size with the publisher's",
                file.name()
            ));
        }
        Ok(Ok(found))
    }

    fn scanned(&self, number: usize, wanted: &Wanted, met: &mut Vec<Met>) -> Result<Found> {
        let file = &self.files[number];
        let (pieces, account) = pass(file, self.threads(), || Matching {
            wanted,
            rows: Vec::new(),
        })?;
        for piece in pieces {
            let rows = piece.sink.rows.into_iter();
            met.extend(rows.map(|(row, line)| {
                let place = Place {
                    file: number,
                    offset: 0,
                    line: line + piece.lines_before,
                };
                (row, place)
            }));
        }
        let mut remarks = account.remarks(file.name());
        remarks.extend(self.learn(file, &account));
        Ok(Found {
            name: file.name().to_owned(),
            way: Way::Scanned {
                lines: account.lines,
            },
            rows: 0,
            rejects: account.rejects,
            remarks,
        })
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
