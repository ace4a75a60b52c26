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

use crate::error::{Error, Result};
use crate::providers::columns::{Tally, cell, find};
use crate::providers::door::Door;
use crate::providers::observation::{Amount, Observation, Scheme};
use crate::providers::sdmx::breakdowns::Breakdowns;
use crate::providers::sdmx::columns::{Columns, PARTNER, REPORTER, Survey};
use crate::providers::sdmx::flags::{self, amount, split};
use crate::providers::sdmx::others::{Others, shifted};
use crate::providers::sdmx::row::{Row, id};
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
    let currency = survey.currencies.most().unwrap_or_default().to_owned();
    let same = survey.powers.len() <= 1;
    door.currency(&currency);
    door.unit(if same {
        survey.powers.iter().copied().next().unwrap_or_default()
    } else {
        0
    });
    if find(grid.header(), &["SCALE", "SCALE.ID"]).is_some() && columns.power.is_none() {
        door.remark("the column SCALE says how the publisher shows values; they are whole units already and were not scaled");
    }
    let mut breakdowns = Breakdowns::of(grid, &columns, door);
    let (mut flags, mut others, mut fob_taken) = (Tally::default(), Others::default(), 0_u64);
    grid.each(|place, cells| {
        let out =
            |door: &mut Door, reason| columns.values.iter().for_each(|_| door.leave_out(reason));
        let (direction, power, fob) = match columns.row(cells) {
            Row::Value { currency: of, .. } if of != currency => {
                return out(door, "values in another currency than most of the file");
            }
            Row::Value {
                direction,
                power,
                fob,
                ..
            } => match columns.power(cells, survey.stated) {
                Some(own) => (direction, power + own, fob),
                None => {
                    let text = cell(cells, columns.power);
                    return door.reject(
                        place,
                        "UNIT_MULT",
                        text,
                        "is no power of ten, where other rows have one",
                    );
                }
            },
            Row::Against(currency) => {
                let reason = format!("is not the currency of the indicator, {currency}");
                return door.reject(place, "UNIT_MEASURE", cell(cells, columns.unit), &reason);
            }
            Row::Quantity(_) if survey.valued.contains(&columns.key(cells)) => {
                return out(door, "quantities, joined to the value of the same flow");
            }
            Row::Quantity(_) if columns.time.is_none() => {
                return out(
                    door,
                    "quantities, which are not joined where each period is a column",
                );
            }
            Row::Quantity(_) => return out(door, "quantities without a value beside them"),
            Row::Out(reason) => {
                if let Some((column, text)) = shifted(&columns, grid.header(), cells) {
                    let reason =
                        "does not fit its column; the row may have slipped, or be of another table";
                    return door.reject(place, column, text, reason);
                }
                others.add(
                    place,
                    cell(cells, columns.indicator),
                    cell(cells, columns.unit),
                );
                return out(door, reason);
            }
        };
        if let Some(reason) = breakdowns.left_out(&columns, cells) {
            return out(door, reason);
        }
        let Some(direction) = direction else {
            return door.reject(
                place,
                "flow",
                cell(cells, columns.flow),
                "is neither import nor export",
            );
        };
        if fob && survey.imports_cif {
            return out(door, crate::providers::imf::indicators::FOB_BESIDE_CIF);
        }
        fob_taken += u64::from(fob);
        let area = |column| match id(cell(cells, Some(column))) {
            "G001" | "W00" => "World",
            code => code,
        };
        let (reporter, partner) = (area(columns.reporter), area(columns.partner));
        let is_code =
            |text: &str| text == "World" || !text.bytes().any(|byte| byte.is_ascii_lowercase());
        let scheme = if is_code(reporter) && is_code(partner) {
            columns.scheme
        } else {
            Scheme::Any
        };
        let (exporter, importer, side, kind) = direction.between(reporter, partner);
        let product = match id(cell(cells, columns.product)) {
            "" | "_T" | "_Z" => "TOTAL",
            code => code,
        };
        for (column, period) in &columns.values {
            let (figure, flag) = split(cell(cells, Some(*column)), cell(cells, columns.flag));
            flags.add(flag);
            if period.is_some() && matches!((figure, flag), ("" | ":", "")) {
                door.leave_out("blank: no figure for that period");
                continue;
            }
            breakdowns.note(cells, door);
            let quantity = survey.quantities.get(&columns.key(cells));
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
                value: amount(figure, flag, (!same).then_some(power)),
                quantity: quantity.map(|(text, unit)| (Amount::Text(text), *unit)),
                source: None,
            });
        }
    });
    if fob_taken > 0 {
        door.remark(format!(
            "{fob_taken} rows are imports valued FOB, as the file has none valued CIF"
        ));
    }
    others.tell(door);
    flags::tell(&flags, door);
    Ok(())
}

fn tell_source(grid: &Grid, columns: &Columns, door: &mut Door) {
    let header = grid.header();
    let structure = find(header, &["DATAFLOW", "STRUCTURE_ID"]);
    let update = find(header, &["LAST UPDATE"]);
    let mut first: Option<(String, String)> = None;
    grid.each(|_, cells| {
        first.get_or_insert_with(|| {
            (
                cell(cells, structure).to_owned(),
                cell(cells, update).to_owned(),
            )
        });
    });
    let (flow, updated) = first.unwrap_or_default();
    if !updated.is_empty() {
        door.updated(&updated);
    }
    let agency = flow.split([':', '.', '(']).next().unwrap_or_default();
    let publisher = match agency {
        "ESTAT" => "Eurostat",
        "" if columns.scheme == Scheme::Geonom => "Eurostat",
        "" => "unknown",
        other => other,
    };
    door.published(
        publisher,
        if flow.is_empty() {
            "trade in goods"
        } else {
            &flow
        },
    );
    if flow.contains("DS-045409") || flow.contains("DS-059341") {
        door.classification("HS");
    }
    if find(header, &["sitc06", "sitc_r4"]).is_some() {
        door.classification("SITC Rev. 4");
    }
}
