//! Eurostat Comext, the detailed bulk files by CN8 product.
//!
//! Download: <https://ec.europa.eu/eurostat/databrowser/bulk?selectedTab=fileComext>, folder
//! PRODUCTS (`full_v2_202512.7z`, earlier `full202012.7z`; the file within ends in `.dat`).
//!
//! ```text
//! REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,…,FLOW,STAT_PROCEDURE,SUPPL_UNIT,PERIOD,VALUE_EUR,VALUE_NAC,QUANTITY_KG,QUANTITY_SUPPL_UNIT
//! AT,NO,E,35069190,…,2,1,NO_SU,202402,65,65,3,0
//! ```
//!
//! Earlier files: `DECLARANT,DECLARANT_ISO,PARTNER,PARTNER_ISO,…,STAT_REGIME,…,VALUE_IN_EUROS,
//! QUANTITY_IN_KG,SUP_QUANTITY`.
//!
//! Quirks:
//! - A flow has one row for each customs procedure (inward processing and so on); the rows are
//!   added up, and their number is told.
//! - The month 52 is the whole year.
//! - Products with letters (`99RRR100`) are secret or estimated parts; `TOTAL` rows stand beside.
//! - Whole euros.

use std::collections::{HashMap, HashSet};

use crate::error::Result;
use crate::providers::columns::{cell, find, has_all, require};
use crate::providers::comtrade::parts::key;
use crate::providers::door::Door;
use crate::providers::observation::{Amount, Direction, Observation, Scheme};
use crate::providers::table::{Layout, Table};
use crate::providers::text::document::Document;
use crate::providers::text::grid::Grid;

/// Detailed bulk files of Comext.
pub struct ComextBulk;

const REPORTER: [&str; 2] = ["DECLARANT_ISO", "REPORTER"];
const PARTNER: [&str; 2] = ["PARTNER_ISO", "PARTNER"];
const VALUE: [&str; 2] = ["VALUE_IN_EUROS", "VALUE_EUR"];

/// The rows of one flow, added up.
struct Sum {
    place: u64,
    euros: f64,
    /// None if the weight of a row cannot be read.
    kilograms: Option<f64>,
}

impl Table for ComextBulk {
    fn layout(&self) -> Layout {
        Layout {
            name: "comext-bulk",
            about: "Eurostat Comext bulk files by CN8 product and customs procedure",
        }
    }

    fn recognises_header(&self, header: &[String]) -> bool {
        let has = |names: &[&str]| find(header, names).is_some();
        has_all(header, &["PRODUCT_NC", "FLOW", "PERIOD"])
            && has(&VALUE)
            && has(&REPORTER)
            && has(&PARTNER)
    }

    fn read_grid(&self, grid: &Grid, _: &Document, door: &mut Door) -> Result<()> {
        let (reporter, partner) = (require(grid, &REPORTER)?, require(grid, &PARTNER)?);
        let (product, flow, period) = (
            require(grid, &["PRODUCT_NC"])?,
            require(grid, &["FLOW"])?,
            require(grid, &["PERIOD"])?,
        );
        let (value, weight) = (
            require(grid, &VALUE)?,
            find(grid.header(), &["QUANTITY_IN_KG", "QUANTITY_KG"]),
        );
        door.published("Eurostat", "Comext, detailed data");
        door.currency("EUR");
        door.classification("CN");
        let mut order: Vec<[&str; 5]> = Vec::new();
        let mut sums: HashMap<[&str; 5], Sum> = HashMap::new();
        let (mut rows, mut unweighed) = (0_u64, 0_u64);
        let mut met: HashSet<u64> = HashSet::new();
        grid.each(|place, cells| {
            let at = |column| cell(cells, Some(column));
            let Ok(euros) = at(value).parse::<f64>() else {
                return door.reject(place, "VALUE_EUR", at(value), "is no number of euros");
            };
            if Direction::read(at(flow)).is_none() {
                return door.reject(
                    place,
                    "FLOW",
                    at(flow),
                    "is no flow; 1 is import and 2 export",
                );
            }
            // Each row of a flow has a procedure of its own; one that is the same in all is a copy.
            if !met.insert(key(cells)) {
                return door.leave_out("exact repetitions of a row");
            }
            rows += 1;
            let flow = [at(reporter), at(partner), at(product), at(flow), at(period)];
            let sum = sums.entry(flow).or_insert_with(|| {
                order.push(flow);
                Sum {
                    place,
                    euros: 0.0,
                    kilograms: Some(0.0),
                }
            });
            // Whole euros and kilograms: exact up to 2^53, whatever the order.
            sum.euros += euros;
            let kilograms = match cell(cells, weight) {
                "" => Some(0.0),
                text => text.parse::<f64>().ok(),
            };
            unweighed += u64::from(kilograms.is_none());
            sum.kilograms = sum.kilograms.zip(kilograms).map(|(sum, own)| sum + own);
        });
        for key in &order {
            let (Some(sum), [reporter, partner, product, flow, period]) = (sums.get(key), *key)
            else {
                continue;
            };
            let Some(direction) = Direction::read(flow) else {
                continue;
            };
            let (exporter, importer, side, kind) = direction.between(reporter, partner);
            door.take(Observation {
                place: sum.place,
                period: period
                    .strip_suffix("52")
                    .filter(|year| year.len() == 4)
                    .unwrap_or(period),
                exporter,
                importer,
                scheme: Scheme::Geonom,
                side,
                kind,
                product,
                value: Amount::Number(Some(sum.euros)),
                quantity: weight.map(|_| (Amount::Number(sum.kilograms), "kg")),
                source: None,
            });
        }
        if unweighed > 0 {
            door.remark(format!(
                "{unweighed} rows have a weight that is no number; their flows have none"
            ));
        }
        if rows > order.len() as u64 {
            door.remark(format!(
                "{rows} rows, one for each customs procedure, were added up to {} flows",
                order.len()
            ));
        }
        Ok(())
    }
}
