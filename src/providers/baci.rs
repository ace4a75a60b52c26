//! CEPII BACI: UN Comtrade with both sides reconciled into one figure.
//!
//! Download: <https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37>, one zip per HS
//! revision with a CSV a year (`BACI_HS92_Y2021_V202301.csv`) and lists of countries and products.
//!
//! ```text
//! t,i,j,k,v,q
//! 2021,4,24,382390,52.051,       13.235
//! ```
//!
//! t year, i exporter, j importer (numbers like M49), k product of six digits, v thousand current
//! US dollars, q tonnes. Releases before 2020 call k `hs6` and order the columns otherwise.
//!
//! Quirks:
//! - `q` is text padded with spaces, `NA` where unknown.
//! - `k` has lost its leading zero wherever it was read as a number, in some releases by the
//!   publisher; five digits are given theirs back.
//! - Neither unit, revision nor release stands in the file; the name of the file has the last two.
//! - The lists of countries are separated by `,` or `;` from release to release. They hold no
//!   trade and are refused with a word saying so.

use crate::error::{Error, Result};
use crate::model::source::{Kind, Side};
use crate::providers::columns::{cell, code, find, has_all, require};
use crate::providers::door::Door;
use crate::providers::observation::{Amount, Observation, Scheme};
use crate::providers::table::{Layout, Table};
use crate::providers::text::document::Document;
use crate::providers::text::grid::Grid;
use crate::providers::unread::Unread;

/// CEPII BACI, a year a file.
pub struct Baci;

impl Table for Baci {
    fn layout(&self) -> Layout {
        Layout {
            name: "baci",
            about: "CEPII BACI: `t,i,j,k,v,q`, one file a year, thousand US dollars",
        }
    }

    fn recognises_header(&self, header: &[String]) -> bool {
        let product = find(header, &["k", "hs6"]).is_some();
        (has_all(header, &["t", "i", "j", "v"]) && product) || is_list(header)
    }

    fn read_grid(&self, grid: &Grid, document: &Document, door: &mut Door) -> Result<()> {
        if is_list(grid.header()) {
            let reason = format!(
                "`{}` is a list of codes that comes with BACI and holds no trade; give the files named BACI_HS…_Y…",
                document.name()
            );
            return Err(Error::Unreadable { reason });
        }
        let [year, exporter, importer] = [
            require(grid, &["t"])?,
            require(grid, &["i"])?,
            require(grid, &["j"])?,
        ];
        let (product, value) = (require(grid, &["k", "hs6"])?, require(grid, &["v"])?);
        let weight = find(grid.header(), &["q"]);
        let mut unread = Unread::of(grid, ["t", "i", "j", "k", "hs6", "v", "q"]);
        unread.tell(door);
        door.currency("USD");
        door.unit(3);
        door.remark("values are taken as thousand US dollars, as BACI publishes them; --unit says otherwise");
        tell_release(document.name(), door);
        let mut mended = 0_u64;
        let mut padded = String::new();
        grid.each(|place, cells| {
            let at = |column| cell(cells, Some(column));
            let written = code(at(product));
            let digits = written.bytes().all(|byte| byte.is_ascii_digit());
            let product = match (written.len(), digits) {
                (5, true) => {
                    mended += 1;
                    padded.clear();
                    padded.push('0');
                    padded.push_str(written);
                    padded.as_str()
                }
                (6, true) => written,
                _ => return door.reject(place, "k", written, "is no product of six digits"),
            };
            let tonnes = cell(cells, weight);
            unread.note(cells, door);
            door.take(Observation {
                place,
                period: code(at(year)),
                exporter: code(at(exporter)),
                importer: code(at(importer)),
                scheme: Scheme::Number,
                side: Side::Reconciled,
                kind: Kind::Total,
                product,
                value: Amount::Text(at(value)),
                quantity: (!matches!(tonnes, "" | "NA")).then_some((Amount::Text(tonnes), "t")),
                source: None,
            });
        });
        if mended > 0 {
            door.remark(format!(
                "{mended} product codes had five digits; their leading zero was put back"
            ));
        }
        Ok(())
    }
}

/// Whether a header is that of a list which comes with BACI, of countries or of products.
pub fn is_list(header: &[String]) -> bool {
    let countries = has_all(header, &["country_code", "iso_3digit_alpha"])
        || has_all(header, &["country_code", "country_iso3"])
        || has_all(header, &["country_code", "country_name_full"]);
    countries || (header.len() == 2 && has_all(header, &["code", "description"]))
}

/// Tells the HS revision and the release that stand in the name of the file.
fn tell_release(name: &str, door: &mut Door) {
    let upper = name.to_ascii_uppercase();
    let after = |mark: &str, length: usize| {
        let from = upper.find(mark)? + mark.len();
        let digits = upper.get(from..from + length)?;
        digits
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then_some(digits)
    };
    let revision = after("HS", 2)
        .or_else(|| after("BACI", 2))
        .and_then(|digits| {
            Some(match digits {
                "92" => "HS 1992",
                "96" => "HS 1996",
                "02" => "HS 2002",
                "07" => "HS 2007",
                "12" => "HS 2012",
                "17" => "HS 2017",
                "22" => "HS 2022",
                _ => return None,
            })
        });
    let release = after("_V", 6);
    match revision {
        Some(revision) => door.classification(revision),
        None => door.remark("the HS revision does not stand in the file, and its name does not say; BACI names files like BACI_HS92_Y2021_V202301.csv"),
    }
    match release {
        Some(release) => {
            door.published("CEPII", &format!("BACI, release {release}"));
            door.remark(format!("release V{release}, as the name of the file says"));
        }
        None => door.published("CEPII", "BACI"),
    }
}
