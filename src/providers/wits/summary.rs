//! World Bank WITS: the trade summary of a country.
//!
//! Download: <https://wits.worldbank.org/countrysnapshot/>, “Download all years”
//! (`en_NOR_AllYears_WITS_Trade_Summary.CSV`).
//!
//! Layout: one row a series, one column a year, the latest first, numbers padded with spaces:
//!
//! ```text
//! Reporter,Partner,Product categories,Indicator Type,Indicator,2019,2018,…
//! Norway,World,All Products,Export,Exports (in US$ Mil),      104029.88,      123040.32,…
//! Norway,China,All Products,Import,Trade (US$ Mil)-Top 5 Import Partner,        8751.03,…
//! ```
//!
//! Quirks:
//! - Most rows are no flows: shares, tariffs, counts, GDP. Only import and export rows in US$ Mil
//!   are taken; the others are left out and named.
//! - `...` stands for all partners or all products.
//! - Partners are listed for the years they were among the top five: a blank is not zero.
//! - Product groups overlap (fuels are also raw materials); never add them up.

use crate::error::Result;
use crate::providers::columns::{Tally, cell, has_all, require};
use crate::providers::door::Door;
use crate::providers::observation::{Amount, Direction, Observation, Scheme};
use crate::providers::table::{Layout, Table};
use crate::providers::text::document::Document;
use crate::providers::text::grid::Grid;
use crate::providers::year_columns::{self, periods};

/// Country summaries of WITS, wide by years.
pub struct WitsSummary;

impl Table for WitsSummary {
    fn layout(&self) -> Layout {
        Layout {
            name: "wits-summary",
            about: "World Bank WITS country summaries: wide CSV, one column a year",
        }
    }

    fn recognises_header(&self, header: &[String]) -> bool {
        let named = [
            "Reporter",
            "Partner",
            "Product categories",
            "Indicator Type",
            "Indicator",
        ];
        has_all(header, &named) && !periods(header).is_empty()
    }

    fn read_grid(&self, grid: &Grid, _: &Document, door: &mut Door) -> Result<()> {
        let reporter = require(grid, &["Reporter"])?;
        let partner = require(grid, &["Partner"])?;
        let product = require(grid, &["Product categories"])?;
        let group = require(grid, &["Indicator Type"])?;
        let indicator = require(grid, &["Indicator"])?;
        year_columns::tell(grid.header(), door)?;
        let years = periods(grid.header());
        door.published("World Bank", "WITS Trade Summary");
        door.currency("USD");
        door.unit(6);
        door.classification("WITS product groups");
        let mut others = Tally::default();
        let mut blank = 0_u64;
        grid.each(|place, cells| {
            let at = |column| cell(cells, Some(column));
            let power = match at(indicator) {
                text if text.contains("US$ Mil") => Some(6),
                text if text.contains("US$ Thousand") => Some(3),
                _ => None,
            };
            let (Some(direction), Some(power)) = (Direction::read(at(group)), power) else {
                // A word under a year, or an indicator under none: the cells slipped.
                let wrong = years.iter().find(|(column, _)| is_word(at(*column)));
                if let Some((column, year)) = wrong {
                    let reason =
                        "does not fit its column; the row may have slipped, or be of another table";
                    return door.reject(place, year, at(*column), reason);
                }
                if !at(indicator).contains(char::is_alphabetic) {
                    let reason =
                        "is no indicator; the row may have slipped, or be of another table";
                    return door.reject(place, "Indicator", at(indicator), reason);
                }
                others.add(at(indicator));
                years
                    .iter()
                    .for_each(|_| door.leave_out("indicators that are no flow in US$ Mil"));
                return;
            };
            let (exporter, importer, side, kind) =
                direction.between(at(reporter), whole(at(partner), "World"));
            for (column, year) in &years {
                let text = at(*column);
                if text.is_empty() {
                    blank += 1;
                    door.leave_out(
                        "blank: not among the top partners of that year, or not reported",
                    );
                    continue;
                }
                door.take(Observation {
                    place,
                    period: year,
                    exporter,
                    importer,
                    scheme: Scheme::Name,
                    side,
                    kind,
                    product: whole(at(product), "TOTAL"),
                    value: if power == 6 {
                        Amount::Text(text)
                    } else {
                        Amount::Tens(text, power)
                    },
                    quantity: None,
                    source: None,
                });
            }
        });
        if !others.is_empty() {
            door.remark(format!(
                "indicators that are no flow in US$ Mil were left out, by series: {}",
                others.list()
            ));
        }
        if blank > 0 {
            door.remark(format!(
                "{blank} cells are blank: the summary lists partners only for years they were among the top five, so a blank is not zero"
            ));
        }
        door.remark(
            "product groups overlap (stages of processing beside sectors); do not add them up",
        );
        Ok(())
    }
}

/// Whether a cell under a year is neither a figure nor a mark that stands for one.
fn is_word(text: &str) -> bool {
    text.len() > 3 && !text.bytes().any(|byte| byte.is_ascii_digit())
}

/// The word for everything in place of WITS' own.
fn whole<'a>(text: &'a str, everything: &'a str) -> &'a str {
    match text {
        "..." | "" | "All Products" | "World" => everything,
        other => other,
    }
}
