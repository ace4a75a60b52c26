//! Currency and unit of a user's own table, from its mapping or the name of its column of values.

use crate::error::{Error, Result};
use crate::providers::columns::plain;
use crate::providers::door::Door;
use crate::providers::money::money;
use crate::providers::own::aliases;
use crate::providers::own::columns::{Columns, From, from, mapped, text};
use crate::providers::own::mapping::Mapping;
use crate::providers::text::grid::Grid;

impl Columns {
    /// Tells the door currency and unit, from the mapping or the name of the value's column.
    pub fn tell_money(&self, grid: &Grid, mapping: &Mapping, door: &mut Door) -> Result<()> {
        let mut names: Vec<&str> = self
            .values
            .iter()
            .filter(|value| value.period.is_none())
            .map(|value| grid.header()[value.from].as_str())
            .collect();
        names.dedup_by_key(|name| money(name));
        let read = match names[..] {
            [name] => money(name),
            [] => money(""),
            _ => {
                return Err(Error::Unreadable {
                    reason: format!(
                        "columns `{}` are in different currencies or units; load them one at a time with --map value=…",
                        names.join("`, `")
                    ),
                });
            }
        };
        let currency = one_word(
            grid,
            &from(grid.header(), &mapping.currency, &aliases::CURRENCY)?,
            "currency",
        )?;
        let unit = match &mapping.unit {
            Some(field) => one_word(grid, &Some(mapped(grid.header(), field)?), "unit")?,
            None => None,
        };
        match (currency, read.currency) {
            (Some(stated), _) => door.currency(&stated.to_ascii_uppercase()),
            (None, Some(read)) => {
                door.currency(read);
                door.remark(format!(
                    "values taken as {read}, as the column `{}` is named",
                    names[0]
                ));
            }
            (None, None) => {}
        }
        match (unit, read.power) {
            (Some(stated), _) => door.unit(power(&stated)?),
            (None, Some(power)) => {
                door.unit(power);
                door.remark(format!("values counted in 10^{power}, as the column `{}` is named", names[0]));
            }
            (None, None) if read.doubtful => door.remark(format!(
                "column `{}` hints at a unit that may mean thousand or million; it was not applied, say it with --unit", names[0]
            )),
            (None, None) => {}
        }
        Ok(())
    }
}

/// The one word a column has in every row that has any.
fn one_word(grid: &Grid, from: &Option<From>, what: &str) -> Result<Option<String>> {
    let mut words: Vec<String> = Vec::new();
    grid.each(|_, cells| {
        let word = text(from, cells);
        if !word.is_empty() && words.len() < 2 && !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    });
    match &words[..] {
        [] => Ok(None),
        [word] => Ok(Some(word.clone())),
        [first, second, ..] => Err(Error::Unreadable {
            reason: format!(
                "the column of the {what} has `{first}` and `{second}`; load one {what} at a time"
            ),
        }),
    }
}

/// The power of ten that a word for a unit means.
fn power(unit: &str) -> Result<i32> {
    match plain(unit).as_str() {
        "one" | "ones" | "units" | "1" => Ok(0),
        "thousand" | "thousands" | "1000" => Ok(3),
        "million" | "millions" | "1000000" => Ok(6),
        "billion" | "billions" | "1000000000" => Ok(9),
        _ => Err(Error::UnknownWord {
            what: "unit",
            typed: unit.to_owned(),
            known: vec!["one", "thousand", "million", "billion"],
        }),
    }
}
