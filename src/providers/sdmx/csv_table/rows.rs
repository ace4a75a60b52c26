//! Rows of SDMX-CSV, each handed to the door, left out or rejected.

use crate::providers::columns::{Tally, cell};
use crate::providers::door::Door;
use crate::providers::imf::indicators::FOB_BESIDE_CIF;
use crate::providers::observation::{Amount, Direction, Observation, Scheme};
use crate::providers::sdmx::breakdowns::Breakdowns;
use crate::providers::sdmx::columns::Columns;
use crate::providers::sdmx::flags::{self, amount, split};
use crate::providers::sdmx::others::{Others, shifted};
use crate::providers::sdmx::row::{Row, id};
use crate::providers::sdmx::survey::Survey;

/// What the rows are read by, and what was met in them.
pub(super) struct Rows<'a> {
    header: &'a [String],
    columns: &'a Columns,
    survey: &'a Survey<'a>,
    currency: &'a str,
    /// Whether rows differ in their power of ten, so that the door cannot apply one to all.
    scaled_here: bool,
    breakdowns: Breakdowns,
    flags: Tally,
    others: Others,
    fob_taken: u64,
}

/// What a row counts, if it is a value in the currency of the file.
struct Value {
    direction: Option<Direction>,
    power: i32,
    fob: bool,
}

impl<'a> Rows<'a> {
    pub fn new(
        header: &'a [String],
        columns: &'a Columns,
        survey: &'a Survey<'a>,
        breakdowns: Breakdowns,
    ) -> Self {
        Self {
            header,
            columns,
            survey,
            currency: survey.currency(),
            scaled_here: survey.common_power().is_none(),
            breakdowns,
            flags: Tally::default(),
            others: Others::default(),
            fob_taken: 0,
        }
    }

    /// Hands the figures of a row to the door.
    pub fn take(&mut self, place: u64, cells: &[&str], door: &mut Door) {
        let columns = self.columns;
        let Some(value) = self.value(place, cells, door) else {
            return;
        };
        if let Some(reason) = self.breakdowns.left_out(columns, cells) {
            return self.leave_out(reason, door);
        }
        let Some(direction) = value.direction else {
            let flow = cell(cells, columns.flow);
            return door.reject(place, "flow", flow, "is neither import nor export");
        };
        if value.fob && self.survey.imports_cif {
            return self.leave_out(FOB_BESIDE_CIF, door);
        }
        self.fob_taken += u64::from(value.fob);
        let (reporter, partner) = (area(cells, columns.reporter), area(cells, columns.partner));
        let scheme = match is_code(reporter) && is_code(partner) {
            true => columns.scheme,
            false => Scheme::Any,
        };
        let (exporter, importer, side, kind) = direction.between(reporter, partner);
        let product = match id(cell(cells, columns.product)) {
            "" | "_T" | "_Z" => "TOTAL",
            code => code,
        };
        for (column, period) in &columns.values {
            let (figure, flag) = split(cell(cells, Some(*column)), cell(cells, columns.flag));
            self.flags.add(flag);
            if period.is_some() && matches!((figure, flag), ("" | ":", "")) {
                door.leave_out("blank: no figure for that period");
                continue;
            }
            self.breakdowns.note(cells, door);
            let quantity = self.survey.quantities.get(&columns.key(cells));
            door.take(Observation {
                place,
                period: period
                    .as_deref()
                    .unwrap_or_else(|| id(cell(cells, columns.time))),
                exporter,
                importer,
                scheme,
                side,
                kind,
                product,
                value: amount(figure, flag, self.scaled_here.then_some(value.power)),
                quantity: quantity.map(|(text, unit)| (Amount::Text(text), *unit)),
                source: None,
            });
        }
    }

    /// The value of a row; the door is told of any other.
    fn value(&mut self, place: u64, cells: &[&str], door: &mut Door) -> Option<Value> {
        let columns = self.columns;
        let reason = match columns.row(cells) {
            Row::Value { currency, .. } if currency != self.currency => {
                "values in another currency than most of the file"
            }
            Row::Value {
                direction,
                power,
                fob,
                ..
            } => {
                if let Some(own) = columns.power(cells, self.survey.stated) {
                    return Some(Value {
                        direction,
                        power: power + own,
                        fob,
                    });
                }
                let reason = "is no power of ten, where other rows have one";
                door.reject(place, "UNIT_MULT", cell(cells, columns.power), reason);
                return None;
            }
            Row::Against(currency) => {
                let reason = format!("is not the currency of the indicator, {currency}");
                door.reject(place, "UNIT_MEASURE", cell(cells, columns.unit), &reason);
                return None;
            }
            Row::Quantity(_) if self.survey.valued.contains(&columns.key(cells)) => {
                "quantities, joined to the value of the same flow"
            }
            Row::Quantity(_) if columns.time.is_none() => {
                "quantities, which are not joined where each period is a column"
            }
            Row::Quantity(_) => "quantities without a value beside them",
            Row::Out(reason) => {
                if let Some((column, text)) = shifted(columns, self.header, cells) {
                    let reason =
                        "does not fit its column; the row may have slipped, or be of another table";
                    door.reject(place, column, text, reason);
                    return None;
                }
                let (indicator, unit) = (cell(cells, columns.indicator), cell(cells, columns.unit));
                self.others.add(place, indicator, unit);
                reason
            }
        };
        self.leave_out(reason, door);
        None
    }

    fn leave_out(&self, reason: &'static str, door: &mut Door) {
        let figures = self.columns.values.iter();
        figures.for_each(|_| door.leave_out(reason));
    }

    /// Tells the door what was met in all rows together.
    pub fn tell(&self, door: &mut Door) {
        if self.fob_taken > 0 {
            door.remark(format!(
                "{} rows are imports valued FOB, as the file has none valued CIF",
                self.fob_taken
            ));
        }
        self.others.tell(door);
        flags::tell(&self.flags, door);
    }
}

/// A country as the row names it; the world has codes of its own.
fn area<'a>(cells: &[&'a str], column: usize) -> &'a str {
    match id(cell(cells, Some(column))) {
        "G001" | "W00" => "World",
        code => code,
    }
}

fn is_code(area: &str) -> bool {
    area == "World" || !area.bytes().any(|byte| byte.is_ascii_lowercase())
}
