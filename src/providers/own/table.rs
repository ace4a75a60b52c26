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
use crate::providers::columns::cell;
use crate::providers::door::Door;
use crate::providers::own::aliases::{self, Alias};
use crate::providers::own::columns::Columns;
pub(crate) use crate::providers::own::flows::direction;
use crate::providers::own::found::{From, mapped as from_field};
use crate::providers::own::mapping::{Field, Mapping};
use crate::providers::own::money::tell_money;
use crate::providers::own::row_units::RowUnits;
use crate::providers::own::rows::Rows;
use crate::providers::own::values;
use crate::providers::table::{Layout, Table};
use crate::providers::text::document::Document;
use crate::providers::text::grid::Grid;
use crate::providers::year_columns::{self, periods};

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
        let parties = (has(&aliases::EXPORTER) && has(&aliases::IMPORTER))
            || (has(&aliases::REPORTER) && has(&aliases::PARTNER))
            // Whose table it is may be left to the user.
            || (has(&aliases::PARTNER) && has(&aliases::FLOW));
        // Without a column of values too: reading then says which is missing.
        parties && (has(&aliases::PERIOD) || !periods(header).is_empty() || values::is_wide(header))
    }

    fn read_grid(&self, grid: &Grid, _: &Document, door: &mut Door) -> Result<()> {
        let mapping = door.mapping().cloned().unwrap_or_default();
        read_mapped(grid, &mapping, door)
    }
}

/// Reads a table by a mapping; what the mapping leaves out goes by its usual names.
///
/// # Errors
/// If a column is missing or two may mean the same, or if the values are no money at current prices.
pub(crate) fn read_mapped(grid: &Grid, mapping: &Mapping, door: &mut Door) -> Result<()> {
    let mut mapping = mapping.clone();
    // A table of one reporter may leave it to the user to say whose it is.
    if mapping.reporter.is_none()
        && matches!(aliases::column(grid.header(), &aliases::REPORTER), Ok(None))
    {
        mapping.reporter = door
            .reporter()
            .map(|reporter| Field::Is(reporter.to_owned()));
    }
    if door.reporter().is_some() && !matches!(mapping.reporter, Some(Field::Is(_))) {
        door.remark("a column says whose trade it is, so --reporter says nothing of it");
    }
    let mut columns = Columns::of(grid.header(), &mapping)?;
    if columns.values.iter().any(|value| value.period.is_some()) {
        let wide: Vec<&str> = columns
            .values
            .iter()
            .map(|value| grid.header()[value.from].as_str())
            .collect();
        year_columns::refuse_others(grid.header(), |name| wide.contains(&name))?;
        year_columns::tell_flags(grid.header(), door);
    }
    let mut read = columns.read_columns();
    let mapped: Vec<usize> = [&mapping.currency, &mapping.unit]
        .into_iter()
        .flatten()
        .filter_map(|field| match from_field(grid.header(), field) {
            Ok(From::Column(column)) => Some(Ok(column)),
            Ok(From::Word(_)) => None,
            Err(error) => Some(Err(error)),
        })
        .collect::<Result<_>>()?;
    let units = RowUnits::of(grid, &read, &mapped, columns.quantity.is_some())?;
    if columns.quantity_unit.is_none() {
        columns.quantity_unit = units.quantity_unit.map(From::Column);
    }
    tell_money(&columns, grid, &units, &mapping, door)?;
    read.extend(units.columns().chain(units.quantity_unit));
    read.extend(prices(grid)?);
    Rows::of(columns, units, grid, &read, door).read(grid, door);
    Ok(())
}

/// The columns that say what prices values are at; a table at constant prices is not to be taken for current ones.
fn prices(grid: &Grid) -> Result<Vec<usize>> {
    let columns = aliases::all(grid.header(), &aliases::BASIS);
    for &column in &columns {
        let mut constant: Option<(u64, String)> = None;
        grid.each(|place, cells| {
            let prices = cell(cells, Some(column));
            if constant.is_none() && !is_current(prices) {
                constant = Some((place, prices.to_owned()));
            }
        });
        if let Some((row, value)) = constant {
            return Err(Error::BadValue {
                row,
                column: grid.header()[column].clone(),
                value,
                expected:
                    "`current`; give the file with values at current prices and deflate with --real"
                        .to_owned(),
            });
        }
    }
    Ok(columns)
}

/// Whether a word says current prices; a column called `price` may hold prices as numbers.
fn is_current(prices: &str) -> bool {
    let lower = prices.to_lowercase();
    let says_other = [
        "constant", "real", "chained", "deflated", "volume", "20", "19",
    ];
    lower.contains("current")
        || lower.contains("nominal")
        || !lower.contains(char::is_alphabetic)
        || !says_other.iter().any(|word| lower.contains(word))
}
