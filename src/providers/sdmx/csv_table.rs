//! SDMX-CSV: Eurostat, the IMF, the OECD and others that serve SDMX.
//!
//! Download: Eurostat's data browser and API (`format=SDMX-CSV`), <https://data.imf.org> (IMTS),
//! <https://data-explorer.oecd.org>.
//!
//! Layout: one observation a row; versions 1.0 (`DATAFLOW,…`) and 2.0 (`STRUCTURE,STRUCTURE_ID,
//! ACTION,…`); codes alone or with labels (`EL:Greece`, `REPORTER: Reporting country`):
//!
//! ```text
//! DATAFLOW,LAST UPDATE,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG
//! ESTAT:DS-045409(1.0),15/09/26 11:00:00,A,DE,NO,030462,1,VALUE_IN_EUROS,2024,32313884,
//! ```
//!
//! The IMF's portal also saves one column a period:
//! `COUNTRY.ID,INDICATOR.ID,COUNTERPART_COUNTRY.ID,FREQUENCY.ID,SCALE.ID,2023,2023-Q1,2023-M01,…`
//!
//! Quirks:
//! - Values and quantities are rows of their own. A quantity joins the value of its key; alone, it
//!   is left out.
//! - `UNIT_MULT` counts: 6 is millions. The IMF's `SCALE` does not: it says how to show values
//!   that are whole already.
//! - Imports FOB beside imports CIF, and balances, are left out; so are the IMF's country groups
//!   (G163), except the world (G001).
//! - Greece is EL with Eurostat, and GB is UK or XI.
//! - A flag may stand for a value: `c` is confidential.

mod rows;
mod source;

use rows::Rows;
use source::tell_source;

use crate::error::{Error, Result};
use crate::providers::columns::find;
use crate::providers::door::Door;
use crate::providers::sdmx::breakdowns::Breakdowns;
use crate::providers::sdmx::columns::{Columns, PARTNER, REPORTER};
use crate::providers::sdmx::survey::Survey;
use crate::providers::table::{Layout, Table};
use crate::providers::text::document::Document;
use crate::providers::text::grid::Grid;
use crate::providers::year_columns::{self, periods};

/// SDMX-CSV, versions 1.0 and 2.0.
pub struct SdmxCsv;

impl Table for SdmxCsv {
    fn layout(&self) -> Layout {
        Layout {
            name: "sdmx-csv",
            about: "SDMX-CSV of Eurostat Comext, IMF, OECD: TIME_PERIOD and OBS_VALUE columns",
        }
    }

    fn recognises_header(&self, header: &[String]) -> bool {
        let has = |names: &[&str]| find(header, names).is_some();
        let long = has(&["TIME_PERIOD"]) && has(&["OBS_VALUE"]);
        let wide = has(&["COUNTRY.ID", "COUNTRY"])
            && has(&["INDICATOR.ID", "INDICATOR"])
            && !periods(header).is_empty();
        (long || wide) && has(&REPORTER) && has(&PARTNER)
    }

    fn read_grid(&self, grid: &Grid, _: &Document, door: &mut Door) -> Result<()> {
        read(grid, door)
    }
}

/// Reads the cells of a table with SDMX's column names, tidy or wide by periods.
pub(crate) fn read(grid: &Grid, door: &mut Door) -> Result<()> {
    let columns = Columns::of(grid.header())?;
    if columns.time.is_none() {
        year_columns::tell(grid.header(), door)?;
    }
    let survey = Survey::of(grid, &columns);
    if survey.currencies.is_empty() {
        let reason = "no row counts money of imports or exports; download values too, such as VALUE_IN_EUROS or XG_FOB_USD";
        return Err(Error::Unreadable {
            reason: reason.to_owned(),
        });
    }
    tell_source(grid, &columns, door);
    door.currency(survey.currency());
    door.unit(survey.common_power().unwrap_or_default());
    if find(grid.header(), &["SCALE", "SCALE.ID"]).is_some() && columns.power.is_none() {
        door.remark("the column SCALE says how the publisher shows values; they are whole units already and were not scaled");
    }
    let breakdowns = Breakdowns::of(grid, &columns, door);
    let mut rows = Rows::new(grid.header(), &columns, &survey, breakdowns);
    grid.each(|place, cells| rows.take(place, cells, door));
    rows.tell(door);
    Ok(())
}
