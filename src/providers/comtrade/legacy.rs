//! UN Comtrade before 2022: its titled CSV, and the short names of its older API.
//!
//! Download: archived files of <https://comtrade.un.org/data>, and the bulk files of that time.
//!
//! Layout: 35 titled columns (22 in bulk files), one row a flow:
//!
//! ```text
//! Classification,Year,Period,…,Aggregate Level,…,Trade Flow Code,…,Reporter Code,…,Partner Code,…,Commodity Code,…,Netweight (kg),…,Trade Value (US$),…,Flag
//! H4,2014,2014,…,6,…,2,…,360,…,0,…,010129,…,3600,…,9653,…,0
//! ```
//!
//! R writes the same names with dots or underscores (`Trade.Value..US..`, `trade_value_usd`). The
//! older API with short heads wrote `pfCode,yr,period,aggrLevel,rgCode,rtCode,ptCode,cmdCode,
//! NetWeight,TradeValue,estCode`.
//!
//! Quirks:
//! - Flow codes: 1 import, 2 export, 3 re-export, 4 re-import.
//! - TOTAL, 2, 4 and 6 digit rows may stand in one file (`Aggregate Level`).
//! - World is 0, or `WLD` by ISO code.
//! - `Flag` 2, 4 and 6 say that quantity, weight or both were estimated.

use std::borrow::Cow;

use crate::error::Result;
use crate::providers::columns::{Tally, cell, code, find, require};
use crate::providers::comtrade::contradictions::Contradictions;
use crate::providers::comtrade::fields::LEGACY;
use crate::providers::comtrade::harmonized::{Harmonized, tell_mended};
use crate::providers::comtrade::legacy_columns::{Amounts, Areas, PARTNERS, REPORTERS};
use crate::providers::comtrade::parts::{self as comtrade, FINER, Part, Parts, is_total, key};
use crate::providers::door::Door;
use crate::providers::observation::{Amount, Direction, Observation};
use crate::providers::table::{Layout, Table};
use crate::providers::text::document::Document;
use crate::providers::text::grid::Grid;
use crate::providers::unread::Unread;

/// Tables with the titles of UN Comtrade's former site.
pub struct ComtradeLegacy;

const PERIOD: [&str; 3] = ["Period", "Year", "yr"];
const FLOW: [&str; 4] = ["Trade Flow Code", "rgCode", "Trade Flow", "rgDesc"];
const PRODUCT: [&str; 2] = ["Commodity Code", "cmdCode"];
const VALUE: [&str; 3] = ["Trade Value (US$)", "trade_value_usd", "TradeValue"];

impl Table for ComtradeLegacy {
    fn layout(&self) -> Layout {
        Layout {
            name: "comtrade-legacy",
            about: "UN Comtrade before 2022: CSV with 35 titled columns, or the older API's short names",
        }
    }

    fn recognises_header(&self, header: &[String]) -> bool {
        let has = |names: &[&str]| find(header, names).is_some();
        let areas = REPORTERS
            .iter()
            .zip(PARTNERS)
            .any(|(reporter, partner)| has(reporter) && has(partner));
        has(&PERIOD) && has(&FLOW) && areas && has(&PRODUCT) && has(&VALUE)
    }

    fn read_grid(&self, grid: &Grid, _: &Document, door: &mut Door) -> Result<()> {
        let header = grid.header();
        let (period, flow) = (require(grid, &PERIOD)?, require(grid, &FLOW)?);
        let (product, value) = (require(grid, &PRODUCT)?, require(grid, &VALUE)?);
        let class = find(header, &["Classification", "pfCode"]);
        let level = find(header, &["Aggregate Level", "aggrLevel"]);
        let flag = find(header, &["Flag", "estCode"]);
        let areas = Areas::of(header);
        let amounts = Amounts::of(header);
        let finer = [
            &["2nd Partner Code", "X2nd Partner Code", "ptCode2"][..],
            &["Customs Proc. Code", "cstCode"],
            &["Mode of Transport Code", "motCode"],
        ]
        .map(|names| find(header, names));
        let whole = |cells: &[&str]| finer.iter().all(|&column| is_total(cell(cells, column)));
        let id = |cells: &[&str]| {
            let at = |column| cell(cells, column);
            let (reporter, partner) = (
                at(areas.reporters[areas.list()]),
                at(areas.partners[areas.list()]),
            );
            key(&[
                at(Some(period)),
                reporter,
                partner,
                at(Some(flow)),
                at(Some(product)),
                at(class),
            ])
        };
        let (mut parts, mut any) = (Parts::default(), false);
        grid.each(|_, cells| any |= !whole(cells));
        if any {
            grid.each(|_, cells| parts.add(id(cells), whole(cells)));
        }

        let mut unread = Unread::of(grid, LEGACY.split('|'));
        unread.tell(door);
        let mut against = Contradictions::default();
        let hs = Harmonized::of(grid, product, class);
        let mut mended = 0_u64;
        let (word, year) = (
            find(header, &["Trade Flow", "rgDesc"]),
            find(header, &["Year", "yr"]),
        );
        door.published("United Nations", "UN Comtrade, legacy");
        door.currency("USD");
        let (mut kinds, mut flags, mut levels) =
            (Tally::default(), Tally::default(), Tally::default());
        grid.each(|place, cells| {
            let at = |column| cell(cells, column);
            if !whole(cells) {
                match parts.of(id(cells)) {
                    Part::Covered => return door.leave_out(FINER),
                    Part::OneOfMany => {
                        let reason = "is one of several parts of a flow without its total; take the row of all partners, procedures and modes";
                        return door.reject(place, "2nd Partner Code", at(finer[0]), reason);
                    }
                    Part::Alone => {}
                }
            }
            let text = code(at(Some(flow)));
            let Some(direction) = Direction::read(text) else {
                return door.reject(place, "Trade Flow Code", text, "is no flow; 1 to 4 are known");
            };
            let Some((reporter, partner, scheme)) = areas.read(cells) else {
                return door.reject(place, "Reporter Code", at(areas.reporters[0]), "is an area without a code");
            };
            areas.compare(place, cells, &mut against);
            against.year(place, at(Some(period)), at(year));
            against.flow(place, text, at(word));
            let product = hs.mend(at(Some(product)), at(class));
            mended += u64::from(matches!(product, Cow::Owned(_)));
            kinds.add(at(class));
            flags.add(code(at(flag)));
            levels.add(code(at(level)));
            let (exporter, importer, side, kind) = direction.between(reporter, partner);
            unread.note(cells, door);
            door.take(Observation {
                place,
                period: code(at(Some(period))),
                exporter,
                importer,
                scheme,
                side,
                kind,
                product: &product,
                value: Amount::Text(at(Some(value))),
                quantity: amounts.read(cells),
                source: None,
            });
        });
        comtrade::tell_classification(&kinds, door);
        comtrade::tell_estimates(&flags, door);
        comtrade::tell_levels(&levels, door);
        tell_mended(mended, door);
        against.tell(door);
        Ok(())
    }
}
