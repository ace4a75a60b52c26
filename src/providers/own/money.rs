//! Currency and unit of a user's own table: from its mapping, the names of its columns, what stands in
//! columns beside the value, and the lines around the table.

use crate::error::{Error, Result};
use crate::providers::columns::plain;
use crate::providers::door::Door;
use crate::providers::options::Unit as OptionUnit;
use crate::providers::own::columns::Columns;
use crate::providers::own::heard::Heard;
use crate::providers::own::mapping::{Field, Mapping};
use crate::providers::own::row_units::RowUnits;
use crate::providers::text::grid::Grid;

/// Tells the door currency and unit of the values.
///
/// # Errors
/// [`Error::Unreadable`] if what is said contradicts itself, is not certain, or says that the values are no money.
pub(crate) fn tell_money(
    columns: &Columns,
    grid: &Grid,
    rows: &RowUnits,
    mapping: &Mapping,
    door: &mut Door,
) -> Result<()> {
    let heard = Heard::of(columns, grid, rows)?;
    let row_powers = rows.powers();
    if let (Some((_, column)), Some(said)) = (row_powers.first(), heard.powers.first()) {
        let same = row_powers.iter().all(|(power, _)| *power == said.what);
        if !same && door.options().unit.is_none() {
            return Err(refused(format!(
                "the column `{column}` says one unit and another is told by 10^{}, {}; say which with --unit",
                said.what, said.why
            )));
        }
    }
    if let (Some((place, what)), None, true) = (
        &heard.other,
        door.options().currency,
        heard.currencies.is_empty()
            || heard
                .other
                .as_ref()
                .is_some_and(|(_, what)| what.contains("constant")),
    ) {
        return Err(refused(format!(
            "{place}, so the values are {what}; give the table of values in money at current prices, or say with --data-currency that they are money"
        )));
    }
    tell_currency(&heard, mapping, door)?;
    tell_power(&heard, &row_powers, mapping, door)?;
    if let (Some(name), None) = (&heard.doubtful, door.options().unit) {
        door.remark(format!(
            "column `{name}` hints at a unit that may mean thousand or million; it was not applied, say it with --unit"
        ));
    }
    let stated = door.options().unit.is_some() && door.options().currency.is_some();
    for place in heard.unclear.iter().filter(|_| !stated) {
        door.remark(format!(
            "{place} speaks of money, but of no unit or currency for certain: it was not applied; say it with --unit and --data-currency"
        ));
    }
    Ok(())
}

fn tell_currency(heard: &Heard, mapping: &Mapping, door: &mut Door) -> Result<()> {
    let stated = match &mapping.currency {
        Some(Field::Is(word)) => Some(word.to_ascii_uppercase()),
        _ => None,
    };
    let option = door
        .options()
        .currency
        .map(|currency| currency.as_str().to_owned());
    let (first, other) = (
        heard.currencies.first(),
        heard
            .currencies
            .iter()
            .find(|said| said.what != heard.currencies[0].what),
    );
    match (option.or(stated), first, other) {
        (Some(stated), first, _) => {
            door.currency(&stated);
            if let Some(first) = first.filter(|first| first.what != stated) {
                door.remark(format!(
                    "values taken as {stated}, as you say, and not as {}, {}",
                    first.what, first.why
                ));
            }
        }
        (None, Some(first), Some(other)) => {
            return Err(refused(format!(
                "the values are {}, {}, and {}, {}; load one currency at a time, or say which with --data-currency",
                first.what, first.why, other.what, other.why
            )));
        }
        (None, Some(first), None) => {
            door.currency(first.what);
            if !first.plain {
                door.remark(format!("values taken as {}, {}", first.what, first.why));
            }
        }
        (None, None, _) => match &heard.shared {
            Some(name) if name.contains('$') || name.to_lowercase().contains("dollar") => {
                door.remark(format!(
                    "the column `{name}` says dollars and not whose; if they are not American, say whose with --data-currency"
                ));
            }
            Some(name) if door.options().otherwise.is_none() => {
                return Err(refused(format!(
                    "the column `{name}` has the money of one of several countries; say which with --data-currency"
                )));
            }
            _ => {}
        },
    }
    Ok(())
}

fn tell_power(
    heard: &Heard,
    row_powers: &[(i32, &str)],
    mapping: &Mapping,
    door: &mut Door,
) -> Result<()> {
    let stated = match &mapping.unit {
        Some(Field::Is(word)) => Some(power(word)?),
        _ => None,
    };
    let first = heard.powers.first();
    let other = heard
        .powers
        .iter()
        .find(|said| said.what != heard.powers[0].what);
    let option = door.options().unit.map(OptionUnit::power);
    match (option.or(stated), first, other) {
        (Some(stated), first, _) => {
            door.unit(stated);
            let told = first.map(|first| (first.what, first.why.clone()));
            let told = told.or_else(|| {
                let (power, column) = row_powers.first()?;
                Some((*power, format!("as the column `{column}` says")))
            });
            if let Some((power, why)) = told.filter(|(power, _)| *power != stated) {
                door.remark(format!(
                    "values counted in 10^{stated}, as you say, and not in 10^{power}, {why}"
                ));
            }
        }
        (None, Some(first), Some(other)) => {
            return Err(refused(format!(
                "values are counted in 10^{}, {}, and in 10^{}, {}; say which with --unit",
                first.what, first.why, other.what, other.why
            )));
        }
        (None, Some(first), None) => {
            door.unit(first.what);
            door.remark(format!(
                "values counted in 10^{}, {}",
                first.what, first.why
            ));
        }
        (None, None, _) => {
            for (power, column) in row_powers {
                door.remark(format!(
                    "values counted in 10^{power} in rows in which the column `{column}` says so"
                ));
            }
        }
    }
    Ok(())
}

fn refused(reason: String) -> Error {
    Error::Unreadable { reason }
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
