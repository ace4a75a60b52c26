//! PX files of PC-Axis and PxWeb.

use crate::error::Result;
use crate::providers::door::Door;
use crate::providers::provider::Provider;
use crate::providers::pxweb::cube::{Cells, Cube, Dimension, Member};
use crate::providers::pxweb::px_text::{decode, entries, faulty, figures};
use crate::providers::pxweb::trade_cube;
use crate::providers::text::document::Document;

/// More cells than any office serves at once; a file that claims more is faulty.
const MOST_CELLS: usize = 200_000_000;

/// PX files, as every PxWeb of a statistical office saves them.
///
/// ```text
/// CHARSET="ANSI";
/// CODEPAGE="iso-8859-1";
/// TITLE="External trade by country, imports/exports and year";
/// STUB="country","imports/exports";
/// HEADING="year";
/// VALUES("country")="China","Sweden";
/// CODES("country")="CN","SE";
/// UNITS="NOK million";
/// SOURCE="Statistics Norway";
/// DATA=
/// 1 2
/// 3 ".."
/// ;
/// ```
///
/// Quirks:
/// - `KEYWORD[language]("dimension","value")=…;` over any number of lines; texts that follow each
///   other without a comma are one text. Words in another language than `LANGUAGE` are passed over.
/// - Text is UTF-8, or in `CODEPAGE`, which is Windows-1252 if it is missing.
/// - The last dimension of `HEADING` runs fastest. `-` is nothing, which is zero; `.` to `......`
///   are figures that are not there, by the reasons the office has for each.
/// - Units stand in `UNITS`, or in `UNITS("value")` for each value of `CONTVARIABLE`.
/// - `KEYS`, the form that leaves out empty rows, is refused: save the table without it.
pub struct Px;

impl Provider for Px {
    fn name(&self) -> &'static str {
        "px"
    }

    fn about(&self) -> &'static str {
        "PX files of PC-Axis and PxWeb, from any statistical office"
    }

    fn recognises(&self, document: &Document) -> bool {
        let bytes = document.bytes();
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(65_536)]);
        let starts = |word: &str| {
            head.lines()
                .any(|line| line.trim_start_matches('\u{feff}').starts_with(word))
        };
        // Long lists of values push STUB out of the head in no known file, but DATA often.
        (starts("STUB") || starts("HEADING"))
            && (starts("CHARSET=") || starts("AXIS-VERSION=") || starts("MATRIX="))
    }

    fn read(&self, document: &Document, door: &mut Door) -> Result<()> {
        let text = decode(document.bytes());
        let (table, zeros) = cube(&text)?;
        if zeros > 0 {
            door.remark(format!("{zeros} cells are `-`, which is zero in a px file"));
        }
        trade_cube::tell(&table, door).map(|_| ())
    }
}

fn cube(text: &str) -> Result<(Cube, u64)> {
    let (entries, data) = entries(text)?;
    let all = |keyword: &str, about: &str| {
        entries
            .get(&(keyword.to_owned(), about.to_owned()))
            .map_or(&[][..], Vec::as_slice)
    };
    let first = |keyword: &str| all(keyword, "").first().cloned().unwrap_or_default();
    if entries.contains_key(&("KEYS".to_owned(), String::new()))
        || entries.keys().any(|(word, _)| word == "KEYS")
    {
        return Err(faulty(
            "the form with `KEYS` is not read; save the table without it",
        ));
    }
    let contents = first("CONTVARIABLE");
    let mut dimensions = Vec::new();
    for id in all("STUB", "").iter().chain(all("HEADING", "")) {
        let (values, codes) = (all("VALUES", id), all("CODES", id));
        if values.is_empty() || !codes.is_empty() && codes.len() != values.len() {
            let counts = format!("{} values and {} codes", values.len(), codes.len());
            return Err(faulty(&format!("dimension `{id}` has {counts}")));
        }
        let members = values.iter().enumerate().map(|(at, value)| Member {
            code: codes.get(at).unwrap_or(value).clone(),
            label: value.clone(),
            unit: if *id == contents {
                all("UNITS", value).join(" ")
            } else {
                String::new()
            },
        });
        let code = all("VARIABLECODE", id).first().unwrap_or(id).clone();
        let time = entries.contains_key(&("TIMEVAL".to_owned(), id.clone()));
        dimensions.push(Dimension {
            id: code,
            label: id.clone(),
            time,
            attribute: false,
            members: members.collect(),
        });
    }
    if dimensions.is_empty() {
        return Err(faulty("there is neither `STUB` nor `HEADING`"));
    }
    let count = dimensions
        .iter()
        .try_fold(1_usize, |count, d| count.checked_mul(d.members.len()));
    let count = count
        .filter(|count| *count <= MOST_CELLS)
        .ok_or_else(|| faulty("the dimensions claim too many cells"))?;
    let (figures, marks, zeros) = figures(data, count)?;
    let per_content = || {
        entries
            .iter()
            .find(|((word, about), _)| word == "LAST-UPDATED" && !about.is_empty())
    };
    let updated = Some(first("LAST-UPDATED")).filter(|when| !when.is_empty());
    let updated = updated.or_else(|| per_content().and_then(|(_, when)| when.first().cloned()));
    let title = Some(first("TITLE"))
        .filter(|title| !title.is_empty())
        .unwrap_or_else(|| first("CONTENTS"));
    Ok((
        Cube {
            publisher: first("SOURCE"),
            title,
            updated: updated.unwrap_or_default(),
            unit: first("UNITS"),
            dimensions,
            cells: Cells::Grid(figures),
            marks,
        },
        zeros,
    ))
}
