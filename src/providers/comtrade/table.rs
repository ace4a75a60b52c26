//! UN Comtrade, the layout of its present API (v1), as a table.
//!
//! Download: <https://comtradeplus.un.org/TradeFlow> (CSV), the API at
//! <https://comtradedeveloper.un.org>, the R package `comtradr`, or the bulk files of subscribers.
//!
//! Layout: one row a flow, about 47 columns. The API and the site write
//! `refYear,period,reporterCode,reporterISO,flowCode,partnerCode,…,primaryValue`, R writes
//! `ref_year,…,primary_value`, bulk files are tab-separated with the names of the API.
//!
//! ```text
//! typeCode,freqCode,period,reporterCode,flowCode,partnerCode,partner2Code,classificationCode,cmdCode,customsCode,motCode,primaryValue
//! C,A,2018,579,X,156,0,H5,TOTAL,C00,0,2510000000
//! ```
//!
//! Quirks:
//! - `cifvalue` is empty on exports and `fobvalue` on most imports; `primaryValue` is the one that counts.
//! - Annual rows have the month 52; the period comes from `period`.
//! - Rows of a second partner, a customs procedure, a mode of transport or supply are parts of the
//!   row whose codes are 0, C00, 0 and 0. Parts are left out where that row stands in the file, and
//!   taken, with a remark, where one part is all there is of a flow.
//! - Areas are M49-like numbers with Comtrade's own (842 USA, 579 Norway, 490 other Asia, 0 World).
//! - Tables that R adds up by partner (`refYear,flowCode,partnerDesc,reporterDesc,partner_sum`) are
//!   read too; they have no product where it is the total.
//! - A weight or quantity of 0 with the unit `N/A` is none.

use std::borrow::Cow;

use crate::error::Result;
use crate::providers::columns::{Tally, cell, code, find, has_all};
use crate::providers::comtrade::columns::{Columns, PANEL, REPORTER};
use crate::providers::comtrade::contradictions::Contradictions;
use crate::providers::comtrade::fields::PRESENT;
use crate::providers::comtrade::harmonized::{Harmonized, tell_mended};
use crate::providers::comtrade::parts::{self as comtrade, FINER, Part};
use crate::providers::door::Door;
use crate::providers::observation::{Amount, Direction, Observation};
use crate::providers::table::{Layout, Table};
use crate::providers::text::document::Document;
use crate::providers::text::grid::Grid;
use crate::providers::unread::Unread;

/// Tables with the field names of UN Comtrade's API.
pub struct ComtradeTable;

impl Table for ComtradeTable {
    fn layout(&self) -> Layout {
        Layout {
            name: "comtrade",
            about: "UN Comtrade v1: CSV from the site, the API or R, and tab-separated bulk files",
        }
    }

    fn recognises_header(&self, header: &[String]) -> bool {
        let period = find(header, &["period", "refYear"]).is_some();
        let reporter = find(header, &REPORTER).is_some();
        let full = has_all(header, &["flowCode", "cmdCode", "primaryValue"]);
        period && reporter && (full || has_all(header, &["flowCode", "partnerDesc", PANEL]))
    }

    fn read_grid(&self, grid: &Grid, _: &Document, door: &mut Door) -> Result<()> {
        let columns = Columns::of(grid)?;
        door.published("United Nations", "UN Comtrade");
        door.currency("USD");
        let parts = columns.parts(grid);
        let mut unread = Unread::of(grid, PRESENT.split('|'));
        unread.tell(door);
        let mut against = Contradictions::default();
        let hs = columns
            .product
            .map(|product| Harmonized::of(grid, product, columns.classification));
        let mut mended = 0_u64;
        let (mut kinds, mut estimates, mut levels) =
            (Tally::default(), Tally::default(), Tally::default());
        let (mut aggregated, mut alone, mut taken) = (0, 0, 0);
        grid.each(|place, cells| {
            let at = |column| cell(cells, column);
            if at(columns.kind_of_trade) == "S" {
                return door.leave_out("trade in services");
            }
            let flow = at(Some(columns.flow));
            let Some(direction) = Direction::read(flow) else {
                return match flow {
                    "MIP" | "XIP" | "MOP" | "XOP" | "FM" => {
                        door.leave_out("flows of one customs procedure (MIP, XIP, MOP, XOP, FM)");
                    }
                    _ => door.reject(place, "flowCode", flow, "is no flow of UN Comtrade, such as M or X"),
                };
            };
            if !columns.whole(cells) {
                match parts.of(columns.key(cells)) {
                    Part::Covered => return door.leave_out(FINER),
                    Part::OneOfMany => {
                        return door.reject(
                            place,
                            "partner2Code",
                            at(columns.breakdown[0]),
                            "is one of several parts of a flow without its total; ask for partner2Code=0, motCode=0 and customsCode=C00",
                        );
                    }
                    Part::Alone => alone += 1,
                }
            }
            let Some((reporter, partner, scheme)) = columns.areas(cells) else {
                return door.reject(place, "reporterCode", at(columns.reporters[0]), "is an area without a code");
            };
            columns.compare(place, cells, &mut against);
            let product = match &hs {
                Some(hs) => hs.mend(at(columns.product), at(columns.classification)),
                None => Cow::Borrowed("TOTAL"),
            };
            mended += u64::from(matches!(product, Cow::Owned(_)));
            kinds.add(at(columns.classification));
            estimates.add(code(at(columns.estimate)));
            levels.add(&digits(&product).to_string());
            aggregated += u64::from(matches!(at(columns.reported), "False" | "false" | "FALSE" | "0"));
            taken += 1;
            let (exporter, importer, side, kind) = direction.between(reporter, partner);
            let year = code(at(columns.year));
            unread.note(cells, door);
            door.take(Observation {
                place,
                period: Some(code(at(columns.period))).filter(|text| !text.is_empty()).unwrap_or(year),
                exporter,
                importer,
                scheme,
                side,
                kind,
                product: &product,
                value: Amount::Text(at(Some(columns.value))),
                quantity: columns.quantity(cells),
                source: None,
            });
        });
        if alone > 0 {
            door.remark(format!(
                "{alone} rows cover one second partner, customs procedure or mode of transport, and their total is not in the file: they may be parts of a flow"
            ));
        }
        if aggregated > 0 {
            door.remark(format!("{aggregated} of {taken} rows were added up by the publisher, not reported as such (isReported is false)"));
        }
        comtrade::tell_classification(&kinds, door);
        comtrade::tell_estimates(&estimates, door);
        comtrade::tell_levels(&levels, door);
        tell_mended(mended, door);
        against.tell(door);
        Ok(())
    }
}

/// Digits of a product code; a total has none.
fn digits(product: &str) -> usize {
    product.bytes().filter(u8::is_ascii_digit).count()
}
