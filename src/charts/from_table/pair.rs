//! Charts of the trade between two countries.

use crate::charts::headline::{mirror as mirror_headline, pair as headline};
use crate::charts::reading::Reading;
use crate::charts::{Balance, Both, Gap, Growth, Index, Lines, Mirror, Point, Scene, Series, Wish};
use crate::error::{Error, Result};
use crate::model::column::{BALANCE, EXPORTS, GROWTH, IMPORTS, INDEX, VALUE};
use crate::model::naming::{in_prose, name_of};
use crate::model::source::Side;
use crate::model::table::Table;
use crate::model::written::capital;

pub fn lines(table: &Table, wish: &Wish) -> Result<Scene> {
    let reading = Reading::of(table, VALUE)?;
    Lines {
        unit: reading.money(),
        words: wish.words(headline::levels(&reading), &reading, table),
        marks: wish.marks(&reading),
        series: reading.series,
        from_zero: !wish.log,
        log: wish.log,
    }
    .scene(&wish.look)
}

pub fn growth(table: &Table, wish: &Wish) -> Result<Scene> {
    let reading = Reading::of(table, GROWTH)?.merged()?;
    Growth {
        words: wish.words(headline::growth(&reading), &reading, table),
        marks: wish.marks(&reading),
        series: reading.fractions(),
    }
    .scene(&wish.look)
}

pub fn index(table: &Table, wish: &Wish) -> Result<Scene> {
    let reading = Reading::of(table, INDEX)?;
    Index {
        words: wish.words(headline::index(&reading), &reading, table),
        base_label: reading.base_label(table)?,
        marks: wish.marks(&reading),
        series: reading.series,
    }
    .scene(&wish.look)
}

pub fn balance(table: &Table, wish: &Wish) -> Result<Scene> {
    let reading = Reading::exchange(table, BALANCE)?;
    let (positive, negative) = reading.balance_names();
    Balance {
        unit: reading.money(),
        words: wish.words(headline::balance(&reading), &reading, table),
        points: first(&reading)?.points.clone(),
        positive,
        negative,
        marks: wish.marks(&reading),
    }
    .scene(&wish.look)
}

/// Exports up and imports down, from a balance table.
pub fn both(table: &Table, wish: &Wish) -> Result<Scene> {
    let reading = Reading::exchange(table, EXPORTS)?;
    let back = Reading::exchange(table, IMPORTS)?;
    let (country, partner) = pair(&reading);
    let named = |series: &Series, exporter: &str, importer: &str| Series {
        name: format!("{} to {}", name_of(exporter), name_of(importer)),
        key: exporter.to_owned(),
        ..series.clone()
    };
    let exports = named(first(&reading)?, &country, &partner);
    let imports = named(first(&back)?, &partner, &country);
    let unit = reading.money();
    let of = (country.as_str(), partner.as_str());
    let headline = headline::both(&exports, &imports, of, &unit, &reading.unit);
    Both {
        words: wish.words(headline, &reading, table),
        marks: wish.marks(&reading),
        exports,
        imports,
        balance: true,
        unit,
    }
    .scene(&wish.look)
}

/// One flow as both sides report it, from a growth table that has both.
pub fn mirror(table: &Table, wish: &Wish) -> Result<Scene> {
    let reading = Reading::of(table, VALUE)?;
    let (exporter, importer, flow) = both_reports(&reading)?;
    let named = |series: Series, code: &str| Series {
        name: format!("{} reports", capital(&in_prose(code))),
        key: code.to_owned(),
        detail: String::new(),
        dashed: false,
        ..series
    };
    let of = (flow.0.as_str(), flow.1.as_str());
    let headline = mirror_headline::reports(&exporter, &importer, of, &reading.unit);
    Mirror {
        words: wish.words(headline, &reading, table),
        marks: wish.marks(&reading),
        unit: reading.money(),
        exporter: named(exporter, of.0),
        importer: named(importer, of.1),
    }
    .scene(&wish.look)
}

/// How far the importer's report lies from the exporter's, from the same table.
pub fn gap(table: &Table, wish: &Wish) -> Result<Scene> {
    let reading = Reading::of(table, VALUE)?;
    let (exporter, importer, flow) = both_reports(&reading)?;
    let of = (flow.0.as_str(), flow.1.as_str());
    let gaps = |name: String, factor: f64, dashed: bool| Series {
        name,
        key: of.1.to_owned(),
        detail: String::new(),
        dashed,
        points: importer
            .points
            .iter()
            .map(|point| Point {
                value: point
                    .value
                    .zip(exporter.at(point.year).filter(|sent| *sent > 0.0))
                    .map(|(received, sent)| received / factor / sent - 1.0),
                ..*point
            })
            .collect(),
    };
    let mut series = vec![gaps("As reported".to_owned(), 1.0, false)];
    if series[0].values().next().is_none() {
        return Err(Error::Chart {
            reason: "no year has both reports above zero, so there is no gap to draw".to_owned(),
        });
    }
    let headline = mirror_headline::gap(&series[0], of);
    let mut words = wish.words(headline, &reading, table);
    if let Some((factor, name)) = wish.cif.as_ref().filter(|(factor, _)| *factor != 1.0) {
        series.push(gaps(format!("Adjusted by {factor}"), *factor, true));
        words.notes.push(format!(
            "Adjusted: the importer’s report divided by a CIF/FOB factor of {factor} ({name})."
        ));
    }
    Gap {
        series,
        marks: wish.marks(&reading),
        words,
    }
    .scene(&wish.look)
}

/// The exporter's and the importer's report of the one flow of a table.
fn both_reports(reading: &Reading) -> Result<(Series, Series, (String, String))> {
    let side = |side: Side| {
        let sided = reading.series.iter().zip(&reading.flows);
        let mut own = sided.filter(|(series, _)| series.detail == side.as_str());
        match (own.next(), own.next()) {
            (Some((series, flow)), None) => Ok((series.clone(), flow.clone())),
            (None, _) => Err(Error::Chart {
                reason: format!("there is no {side}’s report to hold against the other; choose a source that has both sides"),
            }),
            _ => Err(Error::Chart {
                reason: "a mirror shows one flow of one source; choose the source, and the exporter first".to_owned(),
            }),
        }
    };
    let (exporter, flow) = side(Side::Exporter)?;
    let (importer, _) = side(Side::Importer)?;
    Ok((exporter, importer, flow))
}

fn pair(reading: &Reading) -> (String, String) {
    reading.flows.first().cloned().unwrap_or_default()
}

fn first(reading: &Reading) -> Result<&Series> {
    reading.series.first().ok_or_else(|| Error::Chart {
        reason: "nothing to draw: there is no figure; widen the years".to_owned(),
    })
}
