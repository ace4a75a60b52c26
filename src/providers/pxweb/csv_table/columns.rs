//! What columns of a saved table mean: its dimensions, and contents and periods of its figures.

use std::collections::BTreeSet;

use super::refused;
use crate::error::{Error, Result};
use crate::providers::columns::cell;
use crate::providers::money::{Money, money};
use crate::providers::observation::Direction;
use crate::providers::pxweb::words::{in_words, is_country, is_direction, is_product, is_value};
use crate::providers::text::grid::Grid;
use crate::providers::text::year_column::{dated, period};

/// A column of figures.
pub(super) struct Value {
    pub column: usize,
    pub content: String,
    pub period: String,
    pub direction: Option<Direction>,
    pub taken: bool,
}

/// What the columns mean, and the money their values are in.
pub(super) struct Columns {
    pub country: usize,
    pub direction: Option<usize>,
    pub product: Option<usize>,
    pub values: Vec<Value>,
    pub money: Money,
}

impl Columns {
    pub fn of(grid: &Grid, title: &str) -> Result<Self> {
        let header = grid.header();
        let mut values: Vec<Value> = Vec::new();
        for (column, name) in header.iter().enumerate() {
            let Some((content, period)) = figures(name) else {
                continue;
            };
            let direction = in_words(content);
            values.push(Value {
                column,
                content: content.to_owned(),
                period: period.to_owned(),
                direction,
                taken: true,
            });
        }
        let valued = |value: &Value| is_value(&value.content);
        if values.iter().any(valued) {
            values
                .iter_mut()
                .for_each(|value| value.taken = is_value(&value.content));
        }
        let mut kinds: Vec<Money> = values
            .iter()
            .filter(|value| value.taken)
            .map(|value| money(&value.content))
            .collect();
        kinds.dedup();
        let money = match kinds[..] {
            [one] if one.currency.is_some() => one,
            [_] => money(title),
            _ => {
                return Err(refused(
                    "the values are in several currencies or units; save one content at a time",
                ));
            }
        };
        let is_figure = |column: usize| values.iter().any(|value| value.column == column);
        let dimensions: Vec<usize> = (0..header.len())
            .filter(|&column| !is_figure(column))
            .collect();
        let find = |wanted: fn(&str) -> bool| {
            dimensions
                .iter()
                .copied()
                .find(|&column| wanted(&header[column]))
        };
        let country = find(is_country).ok_or_else(|| Error::MissingColumn {
            column: "country".to_owned(),
            found: header.to_vec(),
        })?;
        let (direction, product) = (find(is_direction), find(is_product));
        for column in dimensions {
            if column != country && Some(column) != direction && Some(column) != product {
                one_category(grid, column)?;
            }
        }
        Ok(Self {
            country,
            direction,
            product,
            values,
            money,
        })
    }
}

/// Content and period of a column's name: `Value (NOK) 2022`.
pub(super) fn figures(name: &str) -> Option<(&str, &str)> {
    let name = name.trim();
    if let Some(named) = dated(name).filter(|named| named.unit.is_empty()) {
        return Some(("", named.period));
    }
    let (content, last) = name.rsplit_once(' ')?;
    period(last).map(|_| (content.trim(), last))
}

/// Refuses a dimension whose categories may hold one another.
fn one_category(grid: &Grid, column: usize) -> Result<()> {
    let mut categories = BTreeSet::new();
    grid.each(|_, cells| {
        if categories.len() < 2 {
            categories.insert(cell(cells, Some(column)).to_owned());
        }
    });
    let mut two = categories.into_iter();
    match (two.next(), two.next()) {
        (Some(first), Some(second)) => Err(refused(&format!(
            "dimension `{}` has `{first}`, `{second}` and perhaps more, which may hold one another; save the table with one of them",
            grid.header()[column]
        ))),
        _ => Ok(()),
    }
}
