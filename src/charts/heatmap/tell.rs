//! What a heat map says in words beside its cells.

use crate::charts::layout::alt;
use crate::charts::layout::plane::Plane;
use crate::charts::series::Series;
use crate::model::number;

/// What the dashes stand for.
pub fn absent(rows: &[Series], plane: &Plane) -> Vec<String> {
    let (first, last) = ((plane.x.low + 0.5) as i64, (plane.x.high - 0.5) as i64);
    let lacking: Vec<(&str, Vec<i64>)> = rows
        .iter()
        .map(|row| {
            let years = (first..=last).filter(|year| row.at(*year as f64).is_none());
            (row.name.as_str(), years.collect::<Vec<i64>>())
        })
        .filter(|(_, years)| !years.is_empty())
        .collect();
    match lacking.len() {
        0 => Vec::new(),
        1..=3 => {
            let told: Vec<String> = lacking
                .iter()
                .map(|(name, years)| format!("{name} in {}", alt::years(years)))
                .collect();
            vec![format!("A dash: no growth rate ({}).", told.join("; "))]
        }
        rows => {
            let count: usize = lacking.iter().map(|(_, years)| years.len()).sum();
            vec![format!(
                "A dash: no growth rate ({count} cells in {rows} rows)."
            )]
        }
    }
}

/// The highest and the lowest figure of all, for the alternative text.
pub fn extremes(rows: &[Series]) -> String {
    let figures = || {
        rows.iter()
            .flat_map(|row| row.values().map(move |(year, value)| (row, year, value)))
    };
    let highest = figures().max_by(|a, b| a.2.total_cmp(&b.2));
    let lowest = figures().min_by(|a, b| a.2.total_cmp(&b.2));
    let told = [("Highest of all", highest), ("Lowest", lowest)];
    told.into_iter()
        .filter_map(|(what, figure)| {
            let (row, year, value) = figure?;
            let value = number::percent(value);
            Some(format!(
                " {what}: {value} ({}, {}).",
                row.name,
                alt::year(year)
            ))
        })
        .collect()
}
