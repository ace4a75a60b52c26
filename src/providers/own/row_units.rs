//! What columns beside the value say of it, row by row: its unit, its scale, what is measured at all.

use std::collections::BTreeMap;

use crate::error::{Error, Result};
use crate::providers::columns::{Tally, cell};
use crate::providers::own::aliases::{self, Alias};
use crate::providers::own::unit_words::{
    Says, in_currency, in_exponent, in_measure, in_scale, in_unit,
};
use crate::providers::text::cell::clip;
use crate::providers::text::grid::Grid;

/// Words of one column that says something of the value.
struct Words {
    column: usize,
    name: String,
    says: BTreeMap<String, Says>,
}

/// What a row says of its value.
pub(crate) enum RowSays {
    /// Its unit is ten to this power; none if the row does not say.
    Power(Option<i32>),
    /// The reason for which the row is no flow in money.
    NoMoney(String),
    /// Column, text and reason.
    Wrong(String, String, &'static str),
}

/// The columns that say something of the value beside them.
#[derive(Default)]
pub(crate) struct RowUnits {
    words: Vec<Words>,
    /// Units of the quantity that stands beside the value.
    pub quantity_unit: Option<usize>,
}

/// How the words of a column are read.
type Read = fn(&str) -> Says;

/// More different words than this are no units.
const MOST: usize = 500;

impl RowUnits {
    /// Reads the words of such columns; `taken` are columns read as something else.
    ///
    /// # Errors
    /// [`Error::Unreadable`] if a unit is not certain, or no row counts money.
    pub fn of(grid: &Grid, taken: &[usize], mapped: &[usize], has_quantity: bool) -> Result<Self> {
        let mut found = Self::default();
        let kinds: [(&Alias, Read); 5] = [
            (&aliases::CURRENCY, in_currency),
            (&aliases::UNIT, in_unit),
            (&aliases::SCALE, in_scale),
            (&aliases::UNIT_MULT, in_exponent),
            (&aliases::MEASURE, in_measure),
        ];
        for (alias, read) in kinds {
            for column in aliases::all(grid.header(), alias) {
                if !taken.contains(&column) && !mapped.contains(&column) {
                    found.add(grid, column, alias, read, has_quantity)?;
                }
            }
        }
        for column in mapped {
            found.add(grid, *column, &aliases::UNIT, in_unit, false)?;
        }
        Ok(found)
    }

    fn add(
        &mut self,
        grid: &Grid,
        column: usize,
        alias: &Alias,
        read: Read,
        has_quantity: bool,
    ) -> Result<()> {
        let name = grid.header()[column].clone();
        let mut tally = Tally::default();
        grid.each(|_, cells| {
            let word = cell(cells, Some(column));
            if !word.is_empty() && (tally.count(word) > 0 || tally.words().len() <= MOST) {
                tally.add(word);
            }
        });
        let says: BTreeMap<String, Says> = tally
            .words()
            .into_iter()
            .map(|word| (word.to_owned(), read(word)))
            .collect();
        let any = |wanted: fn(&Says) -> bool| says.values().any(wanted);
        let money = any(|says| matches!(says, Says::Unit(_) | Says::Unclear));
        if has_quantity && alias.meaning == "unit" && !money {
            self.quantity_unit = Some(column);
            return Ok(());
        }
        if let Some((word, _)) = says.iter().find(|(_, says)| **says == Says::Unclear) {
            return Err(Error::Unreadable {
                reason: format!(
                    "column `{name}` says `{}`, which is no unit or currency for certain; write it as `million USD`, or say --unit and --data-currency and map what the file says away",
                    clip(word, 40)
                ),
            });
        }
        let others = says.values().filter(|says| matches!(says, Says::Other(_)));
        if !says.is_empty() && others.count() == says.len() {
            let word = tally.most().unwrap_or_default();
            return Err(Error::Unreadable {
                reason: format!(
                    "column `{name}` says `{}`, so the values are no money; give the table of values in money",
                    clip(word, 40)
                ),
            });
        }
        if any(|says| *says != Says::Nothing) {
            self.words.push(Words { column, name, says });
        }
        Ok(())
    }

    /// The columns that are read here.
    pub fn columns(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().map(|words| words.column)
    }

    /// Currencies that rows name, with the column that does, and whether that is what it is for.
    pub fn currencies(&self) -> Vec<(&'static str, &str, bool)> {
        let mut found = Vec::new();
        for words in &self.words {
            let currencies = words.says.values().filter_map(|says| match says {
                Says::Unit(unit) => unit.currency,
                _ => None,
            });
            let name = words.name.as_str();
            let plain = aliases::all(std::slice::from_ref(&words.name), &aliases::CURRENCY);
            found.extend(currencies.map(|currency| (currency, name, !plain.is_empty())));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Powers of ten other than one that rows name, with the column that does.
    pub fn powers(&self) -> Vec<(i32, &str)> {
        let mut found = Vec::new();
        for words in &self.words {
            let powers = words.says.values().filter_map(|says| match says {
                Says::Unit(unit) if unit.power != 0 => Some(unit.power),
                _ => None,
            });
            found.extend(powers.map(|power| (power, words.name.as_str())));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// What a row says of its value.
    pub fn row(&self, cells: &[&str]) -> RowSays {
        let mut power: Option<i32> = None;
        for words in &self.words {
            let text = cell(cells, Some(words.column));
            let wrong = |reason| RowSays::Wrong(words.name.clone(), text.to_owned(), reason);
            match words.says.get(text) {
                Some(Says::Other(_)) => {
                    return RowSays::NoMoney(format!(
                        "rows in which `{}` is `{text}`, which is no value in money",
                        words.name
                    ));
                }
                Some(Says::Unit(unit)) => match power {
                    Some(other) if other != 0 && unit.power != 0 && other != unit.power => {
                        return wrong(
                            "contradicts the unit in another column of the row; mend one of them",
                        );
                    }
                    _ => power = Some(power.unwrap_or(0).max(unit.power)),
                },
                _ if words.is_unit() && words.scales() => {
                    return wrong(
                        "says no unit that is known where other rows do; write one, thousand, million or billion",
                    );
                }
                _ => {}
            }
        }
        RowSays::Power(power)
    }
}

impl Words {
    /// Whether some row is scaled by this column.
    fn scales(&self) -> bool {
        let scaled = |says: &Says| matches!(says, Says::Unit(unit) if unit.power != 0);
        self.says.values().any(scaled)
    }

    /// Whether every word should be a unit, as in no column of measures.
    fn is_unit(&self) -> bool {
        !aliases::all(std::slice::from_ref(&self.name), &aliases::MEASURE).contains(&0)
    }
}
