//! UNCTAD: matrices of exports between all countries, in tidy form.
//!
//! Download: <https://unctadstat.unctad.org>, merchandise trade matrix, and files made from it.
//!
//! ```text
//! year,exporter,importer_stata_name,value_thousand_usd
//! 1995,Australia,Afghanistan,2059.118
//! ```
//!
//! English names, thousand US dollars, exports as the exporter counted them. The importer's column
//! is `importer` where names were kept whole; such a file looks like anyone's table, and is read by
//! this layout only when asked for (`--as unctad`).
//!
//! Quirks:
//! - `importer_stata_name` was a column name once: spaces and signs dropped, cut at some twenty
//!   letters (`BoliviaPlurinational`). It is read as the name of which it is the beginning.
//! - `Indonesia (...2002)` and `Sudan (...2011)` are the countries in their borders of that time.
//! - A matrix of 2015 that circulates has importers in rows: tidy files made from it must be turned
//!   before they are loaded, and nothing in them shows it.

use std::collections::{BTreeSet, HashMap};

use crate::error::Result;
use crate::model::source::{Kind, Side};
use crate::providers::columns::{cell, code, find, has_all, require};
use crate::providers::door::Door;
use crate::providers::observation::{Amount, Observation, Scheme};
use crate::providers::table::{Layout, Table};
use crate::providers::text::document::Document;
use crate::providers::text::grid::Grid;
use crate::providers::unread::Unread;

/// UNCTAD matrices of merchandise exports.
pub struct Unctad;

const KNOWN: [&str; 6] = [
    "year",
    "exporter",
    "importer",
    "importer_stata_name",
    "value_thousand_usd",
    "product",
];

impl Table for Unctad {
    fn layout(&self) -> Layout {
        Layout {
            name: "unctad",
            about: "UNCTAD export matrices: `year,exporter,importer,value_thousand_usd`, English names",
        }
    }

    fn recognises_header(&self, header: &[String]) -> bool {
        // With `importer` whole, the names are anyone's: such a file is a table of its own, unless
        // the user says `--as unctad`.
        has_all(
            header,
            &[
                "year",
                "exporter",
                "importer_stata_name",
                "value_thousand_usd",
            ],
        )
    }

    fn read_grid(&self, grid: &Grid, _: &Document, door: &mut Door) -> Result<()> {
        let [year, exporter] = [require(grid, &["year"])?, require(grid, &["exporter"])?];
        let importer = require(grid, &["importer_stata_name", "importer"])?;
        let value = require(grid, &["value_thousand_usd"])?;
        // Their matrices are of all goods; who adds products to one calls them so.
        let product = find(grid.header(), &["product"]);
        let mut unread = Unread::of(grid, KNOWN);
        unread.tell(door);
        door.published("UNCTAD", "Merchandise trade matrix");
        door.currency("USD");
        door.unit(3);
        let mut names = Names::default();
        grid.each(|_, cells| names.whole.extend([today(cell(cells, Some(exporter)))]));
        let mut former = BTreeSet::new();
        let mut known: HashMap<&str, &str> = HashMap::new();
        grid.each(|place, cells| {
            let at = |column| cell(cells, Some(column));
            for area in [at(exporter), at(importer)] {
                if area.contains("200") || area.contains("201") {
                    former.insert(area);
                }
            }
            let to = *known
                .entry(at(importer))
                .or_insert_with_key(|name| names.of(name));
            let product = Some(cell(cells, product)).filter(|text| !text.is_empty());
            unread.note(cells, door);
            door.take(Observation {
                place,
                period: code(at(year)),
                exporter: today(at(exporter)),
                importer: to,
                scheme: Scheme::Name,
                side: Side::Exporter,
                kind: Kind::Total,
                product: product.unwrap_or("TOTAL"),
                value: Amount::Text(at(value)),
                quantity: None,
                source: None,
            });
        });
        if !former.is_empty() {
            let list: Vec<&str> = former.into_iter().collect();
            door.remark(format!(
                "countries in the borders of that time, read as those of today: {}",
                list.join(", ")
            ));
        }
        Ok(())
    }
}

/// A name without the note of when its borders changed: `Sudan (...2011)`.
fn today(name: &str) -> &str {
    name.split_once(" (...").map_or(name, |(name, _)| name)
}

/// Whole names, to know a cut one by its beginning.
#[derive(Default)]
struct Names<'a> {
    whole: BTreeSet<&'a str>,
}

impl<'a> Names<'a> {
    /// The name that `written` is, or is the beginning of; itself if there is none or more than one.
    fn of(&self, written: &'a str) -> &'a str {
        let bare = today(written).trim_end_matches(|letter: char| letter.is_ascii_digit());
        let squeezed = squeeze(bare);
        if squeezed.is_empty() {
            return written;
        }
        let every = || self.whole.iter().copied().chain(RARE);
        if let Some(exact) = every().find(|name| squeeze(name) == squeezed) {
            return exact;
        }
        let mut begun: Vec<&str> = every()
            .filter(|name| squeeze(name).starts_with(&squeezed))
            .collect();
        begun.dedup();
        match begun[..] {
            [one] => one,
            _ => bare,
        }
    }
}

fn squeeze(name: &str) -> String {
    name.chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

/// Countries with a name of several words that seldom export enough to be in the other column.
const RARE: [&str; 13] = [
    "American Samoa",
    "Cocos (Keeling) Islands",
    "French Southern Territories",
    "Holy See",
    "Marshall Islands",
    "Norfolk Island",
    "State of Palestine",
    "Timor-Leste",
    "Western Sahara",
    "Christmas Island",
    "Pitcairn",
    "San Marino",
    "South Sudan",
];
