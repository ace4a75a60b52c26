//! What all rows of SDMX-CSV say together.

use std::collections::{HashMap, HashSet};

use crate::providers::columns::{Tally, cell};
use crate::providers::observation::Direction;
use crate::providers::sdmx::columns::Columns;
use crate::providers::sdmx::row::Row;
use crate::providers::text::grid::Grid;

/// What must be known of all rows before the first is taken.
#[derive(Default)]
pub(crate) struct Survey<'a> {
    pub currencies: Tally,
    pub powers: HashSet<i32>,
    /// Whether any row says its power of ten.
    pub stated: bool,
    pub imports_cif: bool,
    /// Quantities by key, and whether a value took them.
    pub quantities: HashMap<[&'a str; 6], (&'a str, &'static str)>,
    pub valued: HashSet<[&'a str; 6]>,
}

impl<'a> Survey<'a> {
    pub fn of(grid: &'a Grid, columns: &Columns) -> Self {
        let mut survey = Self::default();
        let long = columns.time.is_some();
        grid.each(|_, cells| survey.stated |= !cell(cells, columns.power).is_empty());
        let stated = survey.stated;
        grid.each(|_, cells| match columns.row(cells) {
            Row::Value {
                currency,
                power,
                fob,
                direction,
            } => {
                survey.currencies.add(&currency);
                let own = columns.power(cells, stated);
                survey.powers.extend(own.map(|own| power + own));
                survey.imports_cif |= !fob && direction == Some(Direction::Import);
            }
            Row::Quantity(unit) if long => {
                survey.quantities.insert(
                    columns.key(cells),
                    (cell(cells, Some(columns.values[0].0)), unit),
                );
            }
            Row::Quantity(_) | Row::Out(_) | Row::Against(_) => {}
        });
        if !survey.quantities.is_empty() {
            grid.each(|_, cells| {
                if let Row::Value { .. } = columns.row(cells) {
                    survey.valued.insert(columns.key(cells));
                }
            });
        }
        survey
    }

    /// The currency that most values are in.
    pub fn currency(&self) -> &str {
        self.currencies.most().unwrap_or_default()
    }

    /// The power of ten that all values are counted in; none if they differ.
    pub fn common_power(&self) -> Option<i32> {
        let one = || self.powers.iter().copied().next().unwrap_or_default();
        (self.powers.len() <= 1).then(one)
    }
}
