//! IMF Direction of Trade Statistics, as tables.
//!
//! Download: the former <https://data.imf.org/DOT> (bulk, “time series” or “panel”), or files made
//! of it. The IMF's present files are SDMX-CSV; see the provider for those.
//!
//! Three layouts:
//!
//! ```text
//! countrySource,countryTarget,value,type,year,month
//! Canada,United States,26198.821483,export,2011,1
//!
//! Country Name,Country Code,Indicator Name,Indicator Code,Counterpart Country Name,Counterpart Country Code,Attribute,1948,1948Q1,1948M1,…
//! Norway,142,"Goods, Value of Exports, Free on board (FOB), US Dollars",TXG_FOB_USD,"China, P.R.: Mainland",924,Value,…
//!
//! Country Name,Country Code,Counterpart Country Name,Counterpart Country Code,Time Period,"Goods, Value of Exports, Free on board (FOB), US Dollars (TXG_FOB_USD)",…
//! ```
//!
//! Quirks:
//! - `countrySource` is the country that reports, `type` what it reports; values are million US dollars.
//! - The IMF's country numbers (142 Norway, 924 China) are not those of the UN. Names are read.
//! - Yearly, quarterly and monthly columns stand side by side; a last column without a name is empty.
//! - Rows whose `Attribute` is not `Value` hold flags. Imports valued FOB stand beside those valued
//!   CIF for some countries, and trade balances beside both: they are left out.

use crate::error::Result;
use crate::providers::columns::{Tally, cell, code, find, has_all, require};
use crate::providers::door::Door;
use crate::providers::imf::indicators::{FOB_BESIDE_CIF, Meaning, meaning};
use crate::providers::observation::{Amount, Direction, Observation, Scheme};
use crate::providers::table::{Layout, Table};
use crate::providers::text::document::Document;
use crate::providers::text::grid::Grid;
use crate::providers::unread::Unread;
use crate::providers::year_columns::{self, periods};

/// DOTS as tidy, wide or panel tables.
pub struct ImfDotsTable;

const TIDY: [&str; 5] = ["countrySource", "countryTarget", "value", "type", "year"];
const BULK: [&str; 2] = ["Country Name", "Counterpart Country Name"];

impl Table for ImfDotsTable {
    fn layout(&self) -> Layout {
        Layout {
            name: "imf-dots",
            about: "IMF Direction of Trade: tidy, or the bulk CSV by series or panel",
        }
    }

    fn recognises_header(&self, header: &[String]) -> bool {
        let series = has_all(header, &["Indicator Code"]) && !periods(header).is_empty();
        let panel =
            has_all(header, &["Time Period"]) && header.iter().any(|name| of_panel(name).is_some());
        has_all(header, &TIDY) || (has_all(header, &BULK) && (series || panel))
    }

    fn read_grid(&self, grid: &Grid, _: &Document, door: &mut Door) -> Result<()> {
        door.published("IMF", "Direction of Trade Statistics");
        door.currency("USD");
        if has_all(grid.header(), &TIDY) {
            return tidy(grid, door);
        }
        door.remark("values are taken as whole US dollars, as the IMF's bulk files have them; --unit says otherwise");
        match has_all(grid.header(), &["Indicator Code"]) {
            true => series(grid, door),
            false => panel(grid, door),
        }
    }
}

fn tidy(grid: &Grid, door: &mut Door) -> Result<()> {
    let [reporter, partner, value, flow, year] = TIDY.map(|name| require(grid, &[name]));
    let (reporter, partner, value, flow, year) = (reporter?, partner?, value?, flow?, year?);
    let month = find(grid.header(), &["month"]);
    let mut unread = Unread::of(grid, TIDY.into_iter().chain(["month"]));
    unread.tell(door);
    door.unit(6);
    door.remark(
        "values are taken as million US dollars, as the IMF publishes them; --unit says otherwise",
    );
    grid.each(|place, cells| {
        let at = |column| cell(cells, Some(column));
        let Some(direction) = Direction::read(at(flow)) else {
            return door.reject(place, "type", at(flow), "is neither export nor import");
        };
        let period = match (code(at(year)), code(cell(cells, month))) {
            (year, "") => year.to_owned(),
            (year, month) => format!("{year}-{month:0>2}"),
        };
        let (exporter, importer, side, kind) = direction.between(at(reporter), at(partner));
        let value = Amount::Text(at(value));
        let (scheme, product) = (Scheme::Name, "TOTAL");
        unread.note(cells, door);
        door.take(Observation {
            place,
            period: &period,
            exporter,
            importer,
            scheme,
            side,
            kind,
            product,
            value,
            quantity: None,
            source: None,
        });
    });
    Ok(())
}

fn series(grid: &Grid, door: &mut Door) -> Result<()> {
    let [reporter, partner] = [require(grid, &BULK[..1])?, require(grid, &BULK[1..])?];
    let indicator = require(grid, &["Indicator Code"])?;
    let attribute = find(grid.header(), &["Attribute"]);
    year_columns::tell(grid.header(), door)?;
    let periods = periods(grid.header());
    let mut others = Tally::default();
    grid.each(|place, cells| {
        let at = |column| cell(cells, Some(column));
        let leave_out =
            |door: &mut Door, reason| periods.iter().for_each(|_| door.leave_out(reason));
        if !matches!(cell(cells, attribute), "" | "Value") {
            return leave_out(door, "rows of flags");
        }
        let direction = match meaning(at(indicator)) {
            Meaning::Flow(direction) => direction,
            Meaning::ImportsFob => return leave_out(door, FOB_BESIDE_CIF),
            Meaning::Other => {
                others.add(at(indicator));
                return leave_out(door, "indicators that are no flow");
            }
        };
        let (exporter, importer, side, kind) = direction.between(at(reporter), at(partner));
        for (column, period) in &periods {
            let text = at(*column);
            if text.is_empty() {
                door.leave_out("blank: no figure for that period");
                continue;
            }
            let (scheme, product, value) = (Scheme::Name, "TOTAL", Amount::Text(text));
            door.take(Observation {
                place,
                period,
                exporter,
                importer,
                scheme,
                side,
                kind,
                product,
                value,
                quantity: None,
                source: None,
            });
        }
    });
    if !others.is_empty() {
        door.remark(format!(
            "indicators that are no flow were left out, by series: {}",
            others.list()
        ));
    }
    Ok(())
}

fn panel(grid: &Grid, door: &mut Door) -> Result<()> {
    let [reporter, partner] = [require(grid, &BULK[..1])?, require(grid, &BULK[1..])?];
    let period = require(grid, &["Time Period"])?;
    let named = grid.header().iter().enumerate();
    let measures: Vec<(usize, Meaning)> = named
        .filter_map(|(column, name)| Some((column, of_panel(name)?)))
        .collect();
    grid.each(|place, cells| {
        let at = |column| cell(cells, Some(column));
        for &(column, meaning) in &measures {
            let text = at(column);
            let direction = match meaning {
                _ if text.is_empty() => {
                    door.leave_out("blank: no figure for that period");
                    continue;
                }
                Meaning::Flow(direction) => direction,
                Meaning::ImportsFob => {
                    door.leave_out(FOB_BESIDE_CIF);
                    continue;
                }
                Meaning::Other => {
                    door.leave_out("indicators that are no flow");
                    continue;
                }
            };
            let (exporter, importer, side, kind) = direction.between(at(reporter), at(partner));
            let (scheme, product, value) = (Scheme::Name, "TOTAL", Amount::Text(text));
            door.take(Observation {
                place,
                period: at(period),
                exporter,
                importer,
                scheme,
                side,
                kind,
                product,
                value,
                quantity: None,
                source: None,
            });
        }
    });
    Ok(())
}

/// The meaning of a panel's column, by the code in brackets at its end.
fn of_panel(name: &str) -> Option<Meaning> {
    let (_, code) = name.trim().strip_suffix(')')?.rsplit_once('(')?;
    let is_code = code.contains('_')
        && code
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte == b'_' || byte.is_ascii_digit());
    is_code.then(|| meaning(code))
}
