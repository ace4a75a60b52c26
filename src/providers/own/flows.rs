//! Which way the goods of a row go, and who counted them.

use crate::model::source::{Kind, Side};
use crate::providers::columns::code;
use crate::providers::observation::Direction;
use crate::providers::own::columns::{Columns, Parties};
use crate::providers::own::found::{Value, text};
use crate::providers::own::rows::Wrong;

impl Columns {
    /// Exporter, importer, side and kind of a value, as the row and the name of its column say.
    pub fn between<'a>(
        &'a self,
        value: &Value,
        cells: &[&'a str],
    ) -> Result<(&'a str, &'a str, Side, Kind), Wrong> {
        let word = text(&self.flow, cells);
        let wrong = |reason: &str| ("flow".to_owned(), word.to_owned(), reason.to_owned());
        let stated = match word {
            "" => None,
            _ => Some(direction(word).ok_or_else(|| wrong("is neither import nor export"))?),
        };
        let direction = value.direction.or(stated);
        Ok(match (&self.parties, direction) {
            // A flow beside exporter and importer says which of them counted.
            (Parties::Ends { exporter, importer }, Some(flow)) => {
                let (exporter, importer) = (exporter.text(cells), importer.text(cells));
                match flow.between(exporter, importer) {
                    told @ (_, _, Side::Exporter, _) => told,
                    _ => flow.between(importer, exporter),
                }
            }
            (Parties::Ends { exporter, importer }, None) => (
                exporter.text(cells),
                importer.text(cells),
                Side::Unstated,
                Kind::Total,
            ),
            (Parties::Report { reporter, partner }, Some(direction)) => {
                direction.between(reporter.text(cells), partner.text(cells))
            }
            (Parties::Report { .. }, None) => {
                return Err(wrong("is empty where import or export should stand"));
            }
        })
    }
}

/// Directions in the words of common publishers and a few more.
pub(crate) fn direction(word: &str) -> Option<Direction> {
    let lower = word.trim().to_lowercase();
    match lower.as_str() {
        "ausfuhr" | "ausfuhren" | "eksport" | "exportaciones" | "exportación" | "exportations"
        | "exportation" | "utførsel" | "vienti" => return Some(Direction::Export),
        "einfuhr" | "einfuhren" | "importaciones" | "importación" | "importations"
        | "importation" | "innførsel" | "tuonti" => return Some(Direction::Import),
        _ => {}
    }
    let bare = lower
        .trim_start_matches("gross ")
        .trim_start_matches("total ")
        .trim_start_matches("general ");
    Direction::read(code(bare)).or_else(|| Direction::read(bare.trim_end_matches('.')))
}
