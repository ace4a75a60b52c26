//! A user's own table, tidy or with one column a period.
//!
//! Layout: whatever the user has, as long as its columns have their usual names (`exporter`,
//! `Origin`, `reporter_iso3`, `Euros`, …) or a [`Mapping`] says which is which.
//!
//! ```text
//! Destination,Origin,Product,Year,Euros        exporter,importer,2003,2004
//! LU,BE,1,2007.0,2966697.0                     Norway,China,1200,1500
//!
//! year,reporter_iso,partner_iso,trade_value_usd_exp,trade_value_usd_imp
//! 2018,nor,chn,2510000000,8690000000
//! ```
//!
//! Rules:
//! - Two columns that may mean the same are refused, both named; nothing is guessed between them.
//!   A code and a name of the same area are no rivals: the code is read.
//! - Exporter and importer, or reporter, partner and flow, or reporter, partner and the values of
//!   exports and imports side by side.
//! - Currency and unit are read from the name of a value's column where they are certain
//!   (`value_thousand_usd`, `Trade Value (US$ million)`, `NOK mill.`), and told.
//! - A period that repeats another figure for figure is told.

use crate::error::{Error, Result};
use crate::model::basis::Prices;
use crate::model::column::PRICES;
use crate::model::source::{Kind, Side};
use crate::providers::columns::{cell, code, periods};
use crate::providers::door::Door;
use crate::providers::observation::{Amount, Direction, Observation, Scheme};
use crate::providers::own::aliases::{self, Alias};
use crate::providers::own::columns::{Columns, Parties, Value, text};
use crate::providers::own::mapping::Mapping;
use crate::providers::repeated_years::RepeatedYears;
use crate::providers::table::{Layout, Table};
use crate::providers::text::document::Document;
use crate::providers::text::grid::Grid;

/// Tables with columns of usual names, or mapped by the user.
///
/// A table under a mapping may have names that nothing recognises: a caller with a mapping reads
/// it by this provider without asking.
pub struct OwnTable;

impl Table for OwnTable {
    fn layout(&self) -> Layout {
        Layout {
            name: "table",
            about: "your own table, tidy or one column a period; --map says what columns mean",
        }
    }

    fn recognises_header(&self, header: &[String]) -> bool {
        // Rivals count as found: reading then refuses them by name, which helps more than silence.
        let has = |alias: &Alias| !matches!(aliases::column(header, alias), Ok(None));
        let values = !matches!(aliases::values(header), Ok([None, None, None]));
        let parties = (has(&aliases::EXPORTER) && has(&aliases::IMPORTER))
            || (has(&aliases::REPORTER) && has(&aliases::PARTNER));
        parties && ((has(&aliases::PERIOD) && values) || !periods(header).is_empty())
    }

    fn read_grid(&self, grid: &Grid, _: &Document, door: &mut Door) -> Result<()> {
        let mapping = door.mapping().cloned().unwrap_or_default();
        read_mapped(grid, &mapping, door)
    }
}

/// Reads a table by a mapping; what the mapping leaves out goes by its usual names.
///
/// # Errors
/// If a column is missing or two may mean the same.
pub(crate) fn read_mapped(grid: &Grid, mapping: &Mapping, door: &mut Door) -> Result<()> {
    refuse_constant_prices(grid)?;
    let columns = Columns::of(grid.header(), mapping)?;
    columns.tell_money(grid, mapping, door)?;
    let unused = columns.unused(grid.header(), mapping);
    if !unused.is_empty() {
        door.remark(format!("columns not used: `{}`", unused.join("`, `")));
    }
    let mut heard = Heard::default();
    grid.each(|place, cells| columns.read(place, cells, &mut heard, door));
    heard.repeats.tell(door);
    // Classifications have levels of 2, 4 and 6 digits, so an odd length beside the next is telling.
    let lost = [1, 3, 5]
        .into_iter()
        .find(|odd| heard.digits[*odd] > 0 && heard.digits[odd + 1] > 0);
    if let Some(odd) = lost {
        door.remark(format!(
            "product codes of {odd} and {} digits stand side by side: a program that read them as numbers may have dropped their leading zero; they were not changed",
            odd + 1
        ));
    }
    Ok(())
}

/// A table that says its values are at constant prices is not to be taken for current ones.
fn refuse_constant_prices(grid: &Grid) -> Result<()> {
    let Some(column) = grid.find(PRICES) else {
        return Ok(());
    };
    let mut constant: Option<(u64, String)> = None;
    grid.each(|place, cells| {
        let prices = cell(cells, Some(column));
        if constant.is_none() && !prices.is_empty() && prices != Prices::Current.to_string() {
            constant = Some((place, prices.to_owned()));
        }
    });
    match constant {
        None => Ok(()),
        Some((row, value)) => Err(Error::BadValue {
            row,
            column: grid.header()[column].clone(),
            value,
            expected:
                "`current`; give the file with values at current prices and deflate with --real"
                    .to_owned(),
        }),
    }
}

/// What shows in all rows together.
#[derive(Default)]
struct Heard {
    repeats: RepeatedYears,
    /// Product codes by their number of digits.
    digits: [u64; 8],
}

impl Columns {
    fn read(&self, place: u64, cells: &[&str], heard: &mut Heard, door: &mut Door) {
        let word = text(&self.flow, cells);
        let stated = match word {
            "" => None,
            _ => match direction(word) {
                Some(direction) => Some(direction),
                None => return door.reject(place, "flow", word, "is neither import nor export"),
            },
        };
        let side = match text(&self.side, cells) {
            "" => None,
            typed => match typed.parse::<Side>() {
                Ok(side) => Some(side),
                Err(error) => return door.reject(place, "side", typed, &error.to_string()),
            },
        };
        let kind = match text(&self.kind, cells) {
            "" => None,
            typed => match typed.parse::<Kind>() {
                Ok(kind) => Some(kind),
                Err(error) => return door.reject(place, "kind", typed, &error.to_string()),
            },
        };
        for value in &self.values {
            let (exporter, importer, told, sort) = match &self.parties {
                Parties::Ends { exporter, importer } => {
                    let (exporter, importer) = (exporter.text(cells), importer.text(cells));
                    match value.direction.or(stated) {
                        // A flow beside exporter and importer says which of them counted.
                        Some(flow) => match flow.between(exporter, importer) {
                            told @ (_, _, Side::Exporter, _) => told,
                            _ => flow.between(importer, exporter),
                        },
                        None => (exporter, importer, Side::Unstated, Kind::Total),
                    }
                }
                Parties::Report { reporter, partner } => match value.direction.or(stated) {
                    Some(direction) => direction.between(reporter.text(cells), partner.text(cells)),
                    None => {
                        return door.reject(
                            place,
                            "flow",
                            word,
                            "is empty where import or export should stand",
                        );
                    }
                },
            };
            let period = self.period(value, cells);
            let product = match code(text(&self.product, cells)) {
                "" => "TOTAL",
                all if ["total", "all products", "all commodities"]
                    .contains(&all.to_lowercase().as_str()) =>
                {
                    "TOTAL"
                }
                one => one,
            };
            if product.bytes().all(|byte| byte.is_ascii_digit()) {
                heard.digits[product.len().min(7)] += 1;
            }
            let figure = cell(cells, Some(value.from));
            let source = Some(text(&self.source, cells)).filter(|id| !id.is_empty());
            let (side, kind) = (side.unwrap_or(told), kind.unwrap_or(sort));
            heard.repeats.add(
                &period,
                &[
                    exporter,
                    importer,
                    side.as_str(),
                    kind.as_str(),
                    product,
                    source.unwrap_or(""),
                ],
                figure,
            );
            let quantity = Some(text(&self.quantity, cells)).filter(|text| !text.is_empty());
            door.take(Observation {
                place,
                period: &period,
                exporter: code(exporter),
                importer: code(importer),
                scheme: Scheme::Any,
                side,
                kind,
                product,
                value: Amount::Text(figure),
                quantity: quantity
                    .map(|text_of| (Amount::Text(text_of), text(&self.quantity_unit, cells))),
                source,
            });
        }
    }

    fn period(&self, value: &Value, cells: &[&str]) -> String {
        if let Some(period) = &value.period {
            return period.clone();
        }
        let period = code(text(&self.period, cells));
        match code(text(&self.month, cells)) {
            "" => period.to_owned(),
            month => format!("{period}-{month:0>2}"),
        }
    }
}

/// Directions in the words of common publishers and a few more.
pub(crate) fn direction(word: &str) -> Option<Direction> {
    let lower = word.trim().to_lowercase();
    let bare = lower
        .trim_start_matches("gross ")
        .trim_start_matches("total ")
        .trim_start_matches("general ");
    Direction::read(code(bare)).or_else(|| Direction::read(bare.trim_end_matches('.')))
}
