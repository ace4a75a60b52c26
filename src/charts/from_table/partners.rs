//! Charts of one country and its partners.

use crate::charts::headline::partners as headline;
use crate::charts::reading::partners::{At, Partners};
use crate::charts::{
    Bump, Heatmap, Multiples, MultiplesPanel, Point, Quadrants, Ranked, RankedRow, Scatter,
    ScatterAxis, ScatterPoint, ScatterSize, Scene, Series, Shares, Slope, SlopeColours, Unit, Wish,
};
use crate::error::Result;
use crate::model::column::{CAGR, EXPORT_SHARE, GROWTH, IMPORT_SHARE, RANK, VALUE};
use crate::model::naming::{in_prose, possessive};
use crate::model::table::Table;
use crate::model::written::capital;

/// Ranks beyond this leave a bump chart, which holds no more names.
const RANKS: usize = 20;

/// The last year's levels and their growth, from a comparison.
pub fn ranked(table: &Table, wish: &Wish) -> Result<Scene> {
    let levels = Partners::of(table, VALUE)?;
    let year = levels.last_year();
    // A panel of one year has levels and no growth.
    let rates = Partners::of(table, GROWTH).map(|rates| rates.reading.fractions());
    let rates = rates.unwrap_or_default();
    let row = |series: &Series| RankedRow {
        name: series.name.clone(),
        key: series.key.clone(),
        value: series.at(year),
        change: rates
            .iter()
            .find(|rate| rate.key == series.key)
            .and_then(|rate| rate.at(year)),
    };
    Ranked {
        rows: levels.reading.series.iter().map(row).collect(),
        rest: None,
        unit: levels.money(),
        period: year.to_string(),
        earlier: match rates.is_empty() {
            true => String::new(),
            false => (year - 1.0).to_string(),
        },
        highlight: wish.highlight.clone(),
        words: wish.words(headline::ranked(&levels, year), &levels.reading, table),
    }
    .scene(&wish.look)
}

/// Growth by partner and year, from a comparison; the largest partner first.
pub fn compare(table: &Table, wish: &Wish) -> Result<Scene> {
    let rates = Partners::of(table, GROWTH)?;
    let by_size = Partners::of(table, VALUE)?.by_size();
    let fractions = rates.reading.fractions();
    let rows = by_size
        .iter()
        .filter_map(|one| fractions.iter().find(|rate| rate.key == one.key).cloned());
    Heatmap {
        rows: rows.collect(),
        marks: wish.marks(&rates.reading),
        words: wish.words(headline::growth(&rates), &rates.reading, table),
    }
    .scene(&wish.look)
}

/// A panel for every partner, from a comparison or a growth table.
pub fn multiples(table: &Table, wish: &Wish) -> Result<Scene> {
    let partners = Partners::of(table, VALUE)?;
    let panel = |series: Series| MultiplesPanel {
        name: series.name.clone(),
        series: vec![series],
    };
    let headline = headline::levels(&partners, partners.span());
    Multiples {
        panels: partners.by_size().into_iter().map(panel).collect(),
        unit: partners.money(),
        from_zero: true,
        own_scale: wish.own_scale,
        others_behind: !wish.own_scale,
        marks: wish.marks(&partners.reading),
        words: wish.words(headline, &partners.reading, table),
    }
    .scene(&wish.look)
}

/// The first year against the last, from a comparison.
pub fn slope(table: &Table, wish: &Wish) -> Result<Scene> {
    let partners = Partners::of(table, VALUE)?;
    let years = partners.span();
    Slope {
        series: partners.by_size(),
        years,
        unit: partners.money(),
        colours: SlopeColours::Keys,
        highlight: wish.highlight.clone(),
        from_zero: true,
        words: wish.words(headline::levels(&partners, years), &partners.reading, table),
    }
    .scene(&wish.look)
}

/// Ranks by year, from a comparison.
pub fn bump(table: &Table, wish: &Wish) -> Result<Scene> {
    let ranks = Partners::of(table, RANK)?;
    let lowest = ranks.reading.series.iter().flat_map(Series::values);
    let lowest = lowest.map(|(_, rank)| rank).fold(1.0, f64::max);
    let highlight = match (wish.highlight.as_slice(), ranks.reading.series.len()) {
        ([], few) if few <= 7 => ranks
            .reading
            .series
            .iter()
            .map(|one| one.key.clone())
            .collect(),
        // Without a choice the first of the last year are followed.
        ([], _) => ranks
            .by_size()
            .iter()
            .rev()
            .take(5)
            .map(|one| one.key.clone())
            .collect(),
        (chosen, _) => chosen.to_vec(),
    };
    Bump {
        top: (lowest as usize).min(RANKS),
        highlight,
        marks: wish.marks(&ranks.reading),
        words: wish.words(headline::ranks(&ranks), &ranks.reading, table),
        series: ranks.reading.series,
    }
    .scene(&wish.look)
}

/// Shares of all the country buys or sells, and what is left, from market shares.
pub fn shares(table: &Table, wish: &Wish) -> Result<Scene> {
    let column = match Partners::of(table, VALUE)?.at {
        At::Importer => IMPORT_SHARE,
        At::Exporter => EXPORT_SHARE,
    };
    let partners = Partners::of(table, column)?;
    let words = wish.words(headline::shares(&partners), &partners.reading, table);
    let mut parts = partners.by_size();
    for point in parts.iter_mut().flat_map(|one| &mut one.points) {
        point.value = point.value.map(|share| share / 100.0);
    }
    let [first, last] = partners.span();
    let left = |year: f64| {
        let shares: Option<Vec<f64>> = parts.iter().map(|one| one.at(year)).collect();
        // Shares of rounded figures may come to a hair more than the whole.
        shares.map(|shares| (1.0 - shares.iter().sum::<f64>()).max(0.0))
    };
    let years = (first as i32..=last as i32).map(f64::from);
    let other = Series {
        name: "Other".to_owned(),
        key: "other".to_owned(),
        points: years
            .map(|year| Point {
                year,
                value: left(year),
            })
            .collect(),
        ..Series::default()
    };
    parts.push(other);
    Shares {
        parts,
        complete: true,
        marks: wish.marks(&partners.reading),
        words,
    }
    .scene(&wish.look)
}

/// Share and growth of each partner, its size as area, from a table of standing.
pub fn scatter(table: &Table, wish: &Wish) -> Result<Scene> {
    let levels = Partners::of(table, VALUE)?;
    let (column, whole) = match levels.at {
        At::Importer => (IMPORT_SHARE, "imports"),
        At::Exporter => (EXPORT_SHARE, "exports"),
    };
    let whole = format!("{} {whole}", possessive(&levels.country));
    let (shares, growth) = (Partners::of(table, column)?, Partners::of(table, CAGR)?);
    let year = levels.last_year();
    let of = |partners: &Partners, key: &str| {
        let mut series = partners.reading.series.iter();
        let value = series.find(|one| one.key == key)?.values().next()?.1;
        Some(value)
    };
    let points: Vec<ScatterPoint> = levels
        .reading
        .series
        .iter()
        .map(|one| ScatterPoint {
            name: one.name.clone(),
            key: one.key.clone(),
            x: of(&shares, &one.key).map(|percent| percent / 100.0),
            y: of(&growth, &one.key).map(|percent| percent / 100.0),
            size: of(&levels, &one.key),
        })
        .collect();
    let rates: Vec<Option<f64>> = points.iter().map(|point| point.y).collect();
    let amount = match levels.at {
        At::Importer => format!("exports to {}, {year}", in_prose(&levels.country)),
        At::Exporter => format!("{} exports, {year}", capital(&possessive(&levels.country))),
    };
    Scatter {
        x: ScatterAxis {
            title: format!("Share of {whole}, {year}"),
            unit: Unit::Percent,
            log: points
                .iter()
                .filter_map(|point| point.x)
                .all(|share| share > 0.0),
            line: None,
        },
        y: ScatterAxis {
            title: "Compound growth a year".to_owned(),
            unit: Unit::Percent,
            log: false,
            line: Some(0.0),
        },
        size: Some(ScatterSize {
            title: amount,
            unit: levels.money(),
        }),
        quadrants: Quadrants::default(),
        highlight: wish.highlight.clone(),
        words: wish.words(headline::standing(&levels, &rates), &levels.reading, table),
        points,
    }
    .scene(&wish.look)
}
