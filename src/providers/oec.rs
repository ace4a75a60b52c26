//! OEC/MIT: imports between countries, from the Observatory of Economic Complexity.
//!
//! Download: panels made from <https://oec.world/en/resources/bulk-download/international>.
//!
//! ```text
//! year,importer,exporter,import_value_usd
//! 1962,chn,jpn,38461000
//! ```
//!
//! Lower-case ISO3 codes, whole US dollars, goods as the importer counted them (SITC Rev. 2 goods
//! of Feenstra et al. up to 2000). `export_value_usd` in place of the last column is the exporter's.
//!
//! Quirks:
//! - 1998 repeats 1997 figure for figure; such years are found and told.
//! - Zero rows are not written; sums over partners fall short of published totals from 2011 on.

use crate::error::Result;
use crate::model::source::{Kind, Side};
use crate::providers::columns::{cell, code, find, has_all, require};
use crate::providers::door::Door;
use crate::providers::observation::{Amount, Observation, Scheme};
use crate::providers::repeated_years::RepeatedYears;
use crate::providers::table::{Layout, Table};
use crate::providers::text::document::Document;
use crate::providers::text::grid::Grid;
use crate::providers::unread::Unread;

/// OEC panels of imports by year, importer and exporter.
pub struct Oec;

const VALUE: [&str; 2] = ["import_value_usd", "export_value_usd"];

const PRODUCT: [&str; 8] = [
    "sitc", "sitc4", "hs", "hs2", "hs4", "hs6", "hs_code", "product",
];

impl Table for Oec {
    fn layout(&self) -> Layout {
        Layout {
            name: "oec",
            about: "OEC/MIT panel: `year,importer,exporter,import_value_usd`, lower-case ISO3",
        }
    }

    fn recognises_header(&self, header: &[String]) -> bool {
        let values = VALUE
            .iter()
            .filter(|value| find(header, &[value]).is_some())
            .count();
        has_all(header, &["year", "importer", "exporter"]) && values == 1
    }

    fn read_grid(&self, grid: &Grid, _: &Document, door: &mut Door) -> Result<()> {
        let [year, importer, exporter] = [
            require(grid, &["year"])?,
            require(grid, &["importer"])?,
            require(grid, &["exporter"])?,
        ];
        let product = find(grid.header(), &PRODUCT);
        let keys = ["year", "importer", "exporter"];
        let known = keys.into_iter().chain(PRODUCT).chain(VALUE);
        let mut unread = Unread::of(grid, known);
        unread.tell(door);
        let value = require(grid, &VALUE)?;
        let side = match find(grid.header(), &[VALUE[0]]) {
            Some(_) => Side::Importer,
            None => Side::Exporter,
        };
        let lower =
            |text: &str| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_lowercase());
        let mut theirs = true;
        grid.each(|_, cells| {
            let at = |column| cell(cells, Some(column));
            theirs &= lower(at(exporter)) && lower(at(importer));
        });
        // Others use these names too; the OEC alone writes its codes small.
        let scheme = if theirs { Scheme::Iso3 } else { Scheme::Any };
        if theirs {
            door.published(
                "OEC/MIT",
                "Observatory of Economic Complexity, bilateral trade",
            );
        }
        door.currency("USD");
        let mut years = RepeatedYears::default();
        grid.each(|place, cells| {
            let at = |column| cell(cells, Some(column));
            let product = Some(cell(cells, product))
                .filter(|code| !code.is_empty())
                .unwrap_or("TOTAL");
            let year = code(at(year));
            years.add(year, &[at(exporter), at(importer), product], at(value));
            unread.note(cells, door);
            door.take(Observation {
                place,
                period: year,
                exporter: at(exporter),
                importer: at(importer),
                scheme,
                side,
                kind: Kind::Total,
                product,
                value: Amount::Text(at(value)),
                quantity: None,
                source: None,
            });
        });
        years.tell(door);
        Ok(())
    }
}
