//! What names of columns, lines around a table and cells below its header say of its values.

use crate::error::{Error, Result};
use crate::providers::money::{Money, money};
use crate::providers::own::columns::Columns;
use crate::providers::own::row_units::RowUnits;
use crate::providers::text::cell::clip;
use crate::providers::text::grid::Grid;
use crate::providers::text::layout::is_unit;
use crate::providers::text::stated::Stated;
use crate::providers::text::unit::Unit;
use crate::providers::text::year_column::dated;

/// Something said of the values, and by what.
pub(super) struct Said<T> {
    pub what: T,
    /// `as the column `x` is named`, `as line 2 says`.
    pub why: String,
    /// Whether a column that is there for it says so: nothing to remark on.
    pub plain: bool,
}

/// All that is said of the values.
#[derive(Default)]
pub(super) struct Heard {
    pub currencies: Vec<Said<&'static str>>,
    pub powers: Vec<Said<i32>>,
    /// What is said that cannot be applied.
    pub unclear: Vec<String>,
    /// What says that the values are no money, and how.
    pub other: Option<(String, &'static str)>,
    /// A column whose name has a word that means thousand to some and million to others.
    pub doubtful: Option<String>,
    /// A column whose name has a currency that several countries have.
    pub shared: Option<String>,
}

impl Heard {
    /// Hears names, cells of units, lines and columns beside the values.
    ///
    /// # Errors
    /// [`Error::Unreadable`] if columns of values are named in different units.
    pub fn of(columns: &Columns, grid: &Grid, rows: &RowUnits) -> Result<Self> {
        let mut heard = Self::default();
        names(columns, grid, &mut heard)?;
        for value in &columns.values {
            if let Some((line, said)) = grid.unit(value.from) {
                match Unit::read(said) {
                    Some(unit) => heard.unit(unit, &format!("as line {line} says")),
                    None if is_unit(said) && said != "-" && !said.eq_ignore_ascii_case("year") => {
                        heard.other = Some((format!("line {line} says `{said}`"), "no money"));
                    }
                    None => {}
                }
            }
        }
        lines(grid, &mut heard);
        for (currency, column, plain) in rows.currencies() {
            heard.currencies.push(Said {
                what: currency,
                why: format!("as the column `{column}` says"),
                plain,
            });
        }
        Ok(heard)
    }

    fn unit(&mut self, unit: Unit, why: &str) {
        if let Some(currency) = unit.currency {
            self.currencies.push(Said {
                what: currency,
                why: why.to_owned(),
                plain: false,
            });
        }
        if unit.power != 0 {
            self.powers.push(Said {
                what: unit.power,
                why: why.to_owned(),
                plain: false,
            });
        }
    }
}

/// What the names of the columns of values say.
fn names(columns: &Columns, grid: &Grid, heard: &mut Heard) -> Result<()> {
    let said = |name: &str| -> Money {
        match dated(name) {
            Some(named) => money(named.unit),
            None => money(name),
        }
    };
    let mut names: Vec<&str> = columns
        .values
        .iter()
        .map(|value| grid.header()[value.from].as_str())
        .collect();
    names.dedup_by_key(|name| said(name));
    let [name] = names[..] else {
        return Err(Error::Unreadable {
            reason: format!(
                "columns `{}` are in different currencies or units; load them one at a time with --map value=…",
                names.join("`, `")
            ),
        });
    };
    let read = said(name);
    let why = format!("as the column `{name}` is named");
    heard.unit(
        Unit {
            power: read.power.unwrap_or(0),
            currency: read.currency,
        },
        &why,
    );
    heard.doubtful = read.doubtful.then(|| name.to_owned());
    heard.shared = read.shared.then(|| name.to_owned());
    Ok(())
}

/// What the titles and notes around the table say.
fn lines(grid: &Grid, heard: &mut Heard) {
    for line in grid.lines() {
        match Stated::of(&line.text) {
            Stated::Unit(unit) => heard.unit(unit, &format!("as {} says", line.place)),
            Stated::Other(what) => {
                let said = format!("{} says `{}`", line.place, clip(&line.text, 80));
                heard.other.get_or_insert((said, what));
            }
            Stated::Perhaps => heard.unclear.push(line.place.clone()),
            Stated::Nothing => {}
        }
    }
}
