//! Makes a claim of the cells of a row.

use super::amount_cell::amount;
use super::row::{Column, Row};
use super::{base_cell, growth_cell};
use crate::checks::claims::claim::{Amount, Claim, Flow, Goods, Place};
use crate::model::country::country;
use crate::model::group::group;

/// The two codes of a row's flow, if it names both.
pub(super) fn pair(row: &Row) -> Option<(String, String)> {
    let named = row.get(Column::Exporter).zip(row.get(Column::Importer));
    let (first, second) = named.or_else(|| row.get(Column::Direction).and_then(arrow))?;
    Some((code(first)?, code(second)?))
}

/// The claim of a row; `pair` are the countries of the other rows.
///
/// # Errors
/// Why there is none, in words for a list of what was not read.
pub(super) fn claim(row: &Row, pair: Option<&(String, String)>) -> Result<Claim, String> {
    let period = match row.get(Column::Period) {
        Some(cell) => Some(base_cell::period(cell).ok_or_else(|| {
            format!("`{cell}` is no period; write 2009, 2009 Q1 or 2009 Jan-Oct")
        })?),
        None => None,
    };
    let level = level(row)?;
    let change = growth_cell::change(row, level.as_ref())?;
    if level.is_none() && change.is_none() {
        return Err("it has neither a level nor a growth".to_owned());
    }
    Ok(Claim {
        id: row.get(Column::Id).unwrap_or_default().to_owned(),
        quote: row.get(Column::Quote).unwrap_or_default().to_owned(),
        place: Place::default(),
        flow: flow(row, pair)?,
        goods: goods(row.get(Column::Goods))?,
        period,
        level,
        change,
        source: row.get(Column::Source).unwrap_or_default().to_owned(),
    })
}

fn flow(row: &Row, pair: Option<&(String, String)>) -> Result<Flow, String> {
    let known = |column| match row.get(column) {
        Some(name) => code(name).map(Some).ok_or_else(|| {
            format!("`{name}` is no country known here; `bilat countries` lists them")
        }),
        None => Ok(None),
    };
    let (exporter, importer) = (known(Column::Exporter)?, known(Column::Importer)?);
    let word = row
        .get(Column::Direction)
        .map(str::to_lowercase)
        .unwrap_or_default();
    let both = [
        "two-way",
        "two way",
        "total",
        "trade",
        "both",
        "bilateral",
        "turnover",
    ]
    .contains(&word.as_str());
    let balance = ["balance", "surplus", "trade balance"].contains(&word.as_str());
    if both || balance {
        let named = exporter.map(|first| (first, importer));
        let from_rows = || pair.map(|(first, second)| (first.clone(), Some(second.clone())));
        let Some((first, second)) = named.or_else(from_rows) else {
            return Err(
                "it names no countries; fill the columns `exporter` and `importer`".to_owned(),
            );
        };
        return Ok(if both {
            Flow::TwoWay { first, second }
        } else {
            Flow::Balance { first, second }
        });
    }
    if let Some((first, second)) = row.get(Column::Direction).and_then(arrow) {
        let named = |name: &str| {
            code(name).ok_or_else(|| {
                format!("`{name}` is no country known here; `bilat countries` lists them")
            })
        };
        return Ok(Flow::OneWay {
            exporter: Some(named(first)?),
            importer: Some(named(second)?),
        });
    }
    let one_way = ["", "export", "exports", "import", "imports", "x", "m"].contains(&word.as_str());
    if !one_way {
        return Err(format!(
            "`{word}` is no direction; write NOR->CHN, export, import, two-way or balance"
        ));
    }
    if exporter.is_none() && importer.is_none() {
        return Err("it names no country; fill the columns `exporter` and `importer`".to_owned());
    }
    Ok(Flow::OneWay { exporter, importer })
}

fn code(name: &str) -> Option<String> {
    let found = country(name).map(|country| country.code.clone()).ok();
    found.or_else(|| group(name).map(|group| group.code.clone()).ok())
}

/// The two names of `NOR->CHN`.
fn arrow(cell: &str) -> Option<(&str, &str)> {
    let (first, second) = ["->", "→", "=>", " to "]
        .iter()
        .find_map(|mark| cell.split_once(mark))?;
    Some((first.trim(), second.trim()))
}

fn goods(cell: Option<&str>) -> Result<Goods, String> {
    match cell.map(str::to_lowercase).as_deref() {
        None | Some("goods" | "merchandise") => Ok(Goods::Goods),
        Some("services") => Ok(Goods::Services),
        Some("both" | "goods and services") => Ok(Goods::Both),
        Some(other) => Err(format!(
            "`{other}` is no kind of trade; write goods, services or both"
        )),
    }
}

/// The level with its unit, which may stand in a column of its own.
fn level(row: &Row) -> Result<Option<Amount>, String> {
    let Some(cell) = row.get(Column::Level) else {
        return Ok(None);
    };
    let words = format!(
        "{} {}",
        with_digits(cell, row.get(Column::Digits)),
        unit(row)
    );
    amount(&words)
        .map(Some)
        .ok_or_else(|| format!("`{cell}` is no amount; write 2.28 and the unit billion USD"))
}

fn unit(row: &Row) -> String {
    let words = [row.get(Column::Unit), row.get(Column::Currency)];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Writes the zeros that a spreadsheet took off: 2.4 printed with two decimals is 2.40.
fn with_digits(cell: &str, digits: Option<&str>) -> String {
    let wanted: usize = digits.and_then(|digits| digits.parse().ok()).unwrap_or(0);
    let decimals = cell
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.len());
    let plain = cell
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !plain || wanted <= decimals || wanted > 9 {
        return cell.to_owned();
    }
    let point = if cell.contains('.') { "" } else { "." };
    format!("{cell}{point}{}", "0".repeat(wanted - decimals))
}
