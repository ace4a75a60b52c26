//! Reading the rows of a user's own table.

use std::borrow::Cow;

use crate::model::period::Frequency;
use crate::model::source::{Kind, Side};
use crate::providers::columns::{cell, code};
use crate::providers::door::Door;
use crate::providers::observation::{Amount, Observation, Scheme};
use crate::providers::own::columns::Columns;
use crate::providers::own::dates::{Dates, frequency};
use crate::providers::own::found::{From, text};
use crate::providers::own::products::{Codes, list};
use crate::providers::own::row_units::{RowSays, RowUnits};
use crate::providers::own::unread::Rest;
use crate::providers::repeated_years::RepeatedYears;
use crate::providers::text::cell::clip;
use crate::providers::text::grid::Grid;
use crate::providers::text::period::period;

/// The rows of a table, and what shows in all of them together.
pub(crate) struct Rows {
    columns: Columns,
    units: RowUnits,
    rest: Rest,
    dates: Dates,
    codes: Codes,
    repeats: RepeatedYears,
}

/// Column, text and reason of a row that cannot be read.
pub(crate) type Wrong = (String, String, String);

impl Rows {
    pub fn of(
        columns: Columns,
        units: RowUnits,
        grid: &Grid,
        read: &[usize],
        door: &mut Door,
    ) -> Self {
        let dates = Dates::of(
            |see| match (&columns.period, &columns.month) {
                (Some(_), Some(_)) => {}
                (Some(from), None) => grid.each_while(|_, cells| see(from.text(cells))),
                (None, _) => {
                    let values = columns.values.iter();
                    let mut periods = values.filter_map(|value| value.period.as_deref());
                    let _ = periods.all(see);
                }
            },
            door,
        );
        if let Some(From::Column(column)) = columns.product
            && let Some(list) = list(&grid.header()[column])
        {
            door.classification(list);
        }
        let days = match columns.period {
            Some(From::Column(column)) if dates.days => Some(column),
            _ => None,
        };
        Self {
            rest: Rest::of(grid.header(), read, days),
            columns,
            units,
            dates,
            codes: Codes::default(),
            repeats: RepeatedYears::default(),
        }
    }

    /// Hands every row to the door, and tells what they show together.
    pub fn read(mut self, grid: &Grid, door: &mut Door) {
        grid.each(|place, cells| {
            if let Err((column, text, reason)) = self.row(place, cells, grid, door) {
                door.reject(place, &column, &text, &reason);
            }
        });
        self.rest.tell(door);
        self.dates.tell(door);
        self.codes.tell(door);
        self.repeats.tell(door);
    }

    fn row(
        &mut self,
        place: u64,
        cells: &[&str],
        grid: &Grid,
        door: &mut Door,
    ) -> Result<(), Wrong> {
        let unwrapped: Vec<&str>;
        let cells = match cells.iter().any(|cell| cell.starts_with(['=', '\''])) {
            true => {
                unwrapped = cells.iter().map(|cell| as_text(cell)).collect();
                &unwrapped
            }
            false => cells,
        };
        let mut filled = cells
            .iter()
            .enumerate()
            .filter(|(_, cell)| !cell.is_empty());
        if let (Some((at, word)), None, true) = (filled.next(), filled.next(), cells.len() > 2) {
            let reason = "stands alone in its row: a heading, a note or a row cut off; remove it, or complete the row";
            return Err((grid.header()[at].clone(), clip(word, 80), reason.to_owned()));
        }
        self.rest.hear(cells);
        let power = match self.units.row(cells) {
            RowSays::Power(power) => power.filter(|power| *power != 0),
            RowSays::NoMoney(reason) => {
                door.leave_out(&reason);
                return Ok(());
            }
            RowSays::Wrong(column, text, reason) => return Err((column, text, reason.to_owned())),
        };
        let wrong =
            |column: &str, text: &str, reason: String| (column.to_owned(), text.to_owned(), reason);
        let (side, kind) = (
            text(&self.columns.side, cells),
            text(&self.columns.kind, cells),
        );
        let side = match side {
            "" => None,
            typed => {
                let side = typed.parse::<Side>();
                Some(side.map_err(|error| wrong("side", typed, error.to_string()))?)
            }
        };
        let kind = match kind {
            "" => None,
            typed => {
                let kind = typed.parse::<Kind>();
                Some(kind.map_err(|error| wrong("kind", typed, error.to_string()))?)
            }
        };
        let product = self.codes.read(text(&self.columns.product, cells));
        for value in &self.columns.values {
            let read = match &value.period {
                Some(period) => self.dates.read(period),
                None => self.dates.read(text(&self.columns.period, cells)),
            };
            let date = with_month(read, code(text(&self.columns.month, cells)));
            fits_frequency(&date, text(&self.columns.frequency, cells))
                .map_err(|reason| wrong("period", &date, reason))?;
            self.rest.note(cells, door);
            let (exporter, importer, told, sort) = self.columns.between(value, cells)?;
            let figure = cell(cells, Some(value.from));
            let source = Some(text(&self.columns.source, cells)).filter(|id| !id.is_empty());
            let (side, kind) = (side.unwrap_or(told), kind.unwrap_or(sort));
            let key = [
                exporter,
                importer,
                side.as_str(),
                kind.as_str(),
                &product,
                source.unwrap_or(""),
            ];
            self.repeats.add(&date, &key, figure);
            let quantity =
                Some(text(&self.columns.quantity, cells)).filter(|text| !text.is_empty());
            door.take(Observation {
                place,
                period: &date,
                exporter: code(exporter),
                importer: code(importer),
                scheme: Scheme::Any,
                side,
                kind,
                product: &product,
                value: match power {
                    Some(power) => Amount::Tens(figure, power),
                    None => Amount::Text(figure),
                },
                quantity: quantity
                    .map(|of| (Amount::Text(of), text(&self.columns.quantity_unit, cells))),
                source,
            });
        }
        Ok(())
    }
}

/// A cell without what keeps spreadsheets from making it a number: `="010121"`, `'010121`.
fn as_text(cell: &str) -> &str {
    let formula = cell
        .strip_prefix("=\"")
        .and_then(|cell| cell.strip_suffix('"'));
    formula.or_else(|| cell.strip_prefix('\'')).unwrap_or(cell)
}

fn with_month<'a>(period: Cow<'a, str>, month: &str) -> Cow<'a, str> {
    match month {
        "" => period,
        month => Cow::Owned(format!("{period}-{month:0>2}")),
    }
}

/// Checks a period against how often figures come, where the table says so.
fn fits_frequency(date: &str, word: &str) -> Result<(), String> {
    let Some(stated) = frequency(word) else {
        return Ok(());
    };
    let Some((_, read)) = period(date) else {
        return Ok(());
    };
    let named = |frequency| match frequency {
        Frequency::Year => "a year",
        Frequency::Quarter => "a quarter",
        Frequency::Month => "a month",
    };
    match stated == read {
        true => Ok(()),
        false => Err(format!(
            "is {}, but the row says that its figure is of {}; mend one of them",
            named(read),
            named(stated)
        )),
    }
}
