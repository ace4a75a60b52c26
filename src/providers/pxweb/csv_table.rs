//! CSV as statistical offices with PxWeb save it: Statistics Norway, Statistics Sweden and others.
//!
//! Download: “Save as CSV” under a table of <https://www.ssb.no/en/statbank> (08799, 08801, …) or
//! <https://www.statistikdatabasen.scb.se>.
//!
//! Layout: a title in quotes, then a header with the dimensions and one column for each content
//! and period:
//!
//! ```text
//! "08799: External trade in goods, by commodity number, imports/exports, country, contents and year"
//!
//! "commodity number";"imports/exports";"country";"Value (NOK) 2022";"Value (NOK) 2023"
//! "03021411 Salmon, fresh";"Exports";"China";2510;3120
//! ```
//!
//! Quirks:
//! - The reporter stands nowhere: it is `--reporter`, or the country whose money the values are in
//!   (NOK, SEK, ISK). Anything else is refused.
//! - Direction is a dimension, or part of a column's name. Words are English, Norwegian, Swedish,
//!   Danish or Finnish.
//! - Contents other than value are left out; `.`, `..` and `:` are missing figures.
//! - A dimension beyond country, product and direction with more than one category is refused, for
//!   its categories may hold one another.

mod columns;
mod office;

use columns::{Columns, figures};
use office::{reporter, tell_money, title};

use crate::error::{Error, Result};
use crate::providers::columns::{Tally, cell};
use crate::providers::door::Door;
use crate::providers::observation::{Amount, Observation, Scheme};
use crate::providers::pxweb::headings::of_words;
use crate::providers::pxweb::roles::is_total;
use crate::providers::pxweb::words::{in_words, is_country, is_direction, product};
use crate::providers::table::{Layout, Table};
use crate::providers::text::document::Document;
use crate::providers::text::grid::Grid;
use crate::providers::year_columns::{refuse_others, tell_flags};

/// CSV of PxWeb databases.
pub struct PxWebCsv;

impl Table for PxWebCsv {
    fn layout(&self) -> Layout {
        Layout {
            name: "pxweb-csv",
            about: "CSV saved from a PxWeb database, such as Statistics Norway's or Sweden's",
        }
    }

    fn recognises_header(&self, header: &[String]) -> bool {
        let dimensions = header.iter().take_while(|name| figures(name).is_none());
        let country = dimensions.filter(|name| is_country(name)).count();
        let figured = header
            .iter()
            .filter_map(|name| figures(name))
            .collect::<Vec<_>>();
        let directed = header.iter().any(|name| is_direction(name))
            || figured
                .iter()
                .any(|(content, _)| in_words(content).is_some());
        country == 1 && directed && !figured.is_empty()
    }

    fn read_grid(&self, grid: &Grid, document: &Document, door: &mut Door) -> Result<()> {
        refuse_others(grid.header(), |name| figures(name).is_some())?;
        tell_flags(grid.header(), door);
        let title = title(document);
        let columns = Columns::of(grid, &title)?;
        let reporter = reporter(&columns, door)?;
        tell_money(&columns, &title, &reporter, door);
        door.published(
            "statistical office of the reporter",
            if title.is_empty() {
                document.name()
            } else {
                &title
            },
        );
        let mut others = Tally::default();
        grid.each(|place, cells| {
            let at = |column| cell(cells, column);
            let stated = in_words(at(columns.direction));
            if columns.direction.is_some() && stated.is_none() {
                let text = at(columns.direction);
                if of_words(text).is_none() && !is_total("", text) {
                    let reason = "is neither imports nor exports; the row may have slipped, or be of another table";
                    return door.reject(place, "imports/exports", text, reason);
                }
                columns.values.iter().for_each(|_| {
                    door.leave_out("rows that are neither imports nor exports, such as balances")
                });
                return;
            }
            let product = match at(columns.product) {
                "" => "TOTAL",
                text => product(text),
            };
            for value in &columns.values {
                if !value.taken {
                    others.add(&value.content);
                    door.leave_out("contents that are no value in money");
                    continue;
                }
                let Some(direction) = stated.or(value.direction) else {
                    door.leave_out(
                        "columns that are neither imports nor exports, such as balances",
                    );
                    continue;
                };
                let (exporter, importer, side, kind) =
                    direction.between(&reporter, at(Some(columns.country)));
                door.take(Observation {
                    place,
                    period: &value.period,
                    exporter,
                    importer,
                    scheme: Scheme::Any,
                    side,
                    kind,
                    product,
                    value: Amount::Text(at(Some(value.column))),
                    quantity: None,
                    source: None,
                });
            }
        });
        if !others.is_empty() {
            door.remark(format!(
                "contents that are no value in money were left out, by cells: {}",
                others.list()
            ));
        }
        Ok(())
    }
}

fn refused(reason: &str) -> Error {
    Error::Unreadable {
        reason: reason.to_owned(),
    }
}
