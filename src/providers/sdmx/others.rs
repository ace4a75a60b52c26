//! Rows that are no flow in money: told by indicator, and rejected where their cells slipped.

use crate::providers::columns::{Tally, cell};
use crate::providers::door::Door;
use crate::providers::sdmx::columns::Columns;
use crate::providers::sdmx::flags::split;
use crate::providers::sdmx::row::id;
use crate::providers::text::period::reading;

/// A cell of a row that is left out and does not fit its column, as where cells slipped.
pub(crate) fn shifted<'a>(
    columns: &Columns,
    header: &'a [String],
    cells: &[&'a str],
) -> Option<(&'a str, &'a str)> {
    let wrong = |column: usize| Some((header[column].as_str(), cell(cells, Some(column))));
    if let Some(time) = columns.time
        && reading(id(cell(cells, Some(time)))).is_none()
    {
        return wrong(time);
    }
    let figures = columns.values.iter().map(|(column, _)| *column);
    let worded = |column: &usize| {
        let (figure, _) = split(cell(cells, Some(*column)), "");
        figure.len() > 3 && !figure.bytes().any(|byte| byte.is_ascii_digit())
    };
    figures.into_iter().find(worded).and_then(wrong)
}

/// Indicators that are left out, with their units.
#[derive(Default)]
pub(crate) struct Others {
    met: Tally,
    first: u64,
}

impl Others {
    pub fn add(&mut self, place: u64, indicator: &str, unit: &str) {
        if self.met.is_empty() {
            self.first = place;
        }
        self.met.add(format!("{indicator} {unit}").trim());
    }

    pub fn tell(&self, door: &mut Door) {
        if !self.met.is_empty() {
            let (list, first) = (self.met.list(), self.first);
            door.remark(format!(
                "indicators that are no flow in money were left out, by rows: {list}; first in row {first}"
            ));
        }
    }
}
