//! Finding the few rows wanted in a sorted file, by probing.

use super::answer::Met;
use super::file::RawFile;
use super::layout::Field;
use super::place::Place;
use super::probe::{Probe, Search};
use super::route::Route;
use super::row::Row;
use super::sweep::{Swept, sweep};
use crate::error::{Error, Result};

/// What probing gave.
pub(super) struct Bisection {
    pub swept: Vec<Swept>,
    pub probes: u64,
    /// Whether the last line has no end.
    pub unended: bool,
}

/// Why a bisection gave nothing.
pub(super) enum Stop {
    /// The rows are not sorted as they were; in words, with the place.
    Contradiction(String),
    Failed(Error),
}

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

/// Whether rows sorted as the header orders them hold a route in one stretch a year.
pub(super) fn serves(file: &RawFile, route: &Route) -> bool {
    let wanted = [
        (Field::Exporter, route.exporter.is_some()),
        (Field::Importer, route.importer.is_some()),
    ];
    let bound = wanted.iter().filter(|(_, bound)| *bound).count();
    let mut order = file.layout().order().peekable();
    order.next_if_eq(&Field::Year);
    let first: Vec<Field> = order.take(bound).collect();
    let within = |(field, bound): &(Field, bool)| !bound || first.contains(field);
    file.is_plain() && bound > 0 && wanted.iter().all(within)
}

/// Adds to `rows` those of a route that [`serves`] allows, from the file of that number, known to be sorted.
///
/// # Errors
/// [`Stop::Contradiction`] where a probe meets rows out of order, [`Stop::Failed`] where the file
/// cannot be read.
pub(super) fn bisect(
    file: &RawFile,
    number: usize,
    route: &Route,
    rows: &mut Vec<Met>,
) -> Result<Bisection, Stop> {
    let mut search = Search::new(file);
    let (last, unended) = search.last()?;
    let mut target = Row {
        exporter: route.exporter.unwrap_or_default(),
        importer: route.importer.unwrap_or_default(),
        ..Row::default()
    };
    let mut swept = Vec::new();
    let by_year = file.layout().order().next() == Some(Field::Year);
    let mut year = search.probe(file.body)?;
    while let Probe::Row(from, first) = year {
        target.year = if by_year { first.year } else { 0 };
        let start = Place {
            file: number,
            offset: search.lower_bound(from, &target)?,
            line: 0,
        };
        let takes = |row: &Row| route.takes(row) && (!by_year || row.year == first.year);
        swept.push(sweep(file, start, &target, takes, rows)?);
        if !by_year || first.year >= last.year {
            break;
        }
        let next = Row {
            year: first.year + 1,
            ..Row::default()
        };
        year = search.first_not_below(from, &next)?;
    }
    Ok(Bisection {
        swept,
        probes: search.probes,
        unended,
    })
}
