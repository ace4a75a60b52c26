//! Finding columns by their usual names, for tables that come without a mapping.

use crate::error::{Error, Result};
use crate::providers::columns::plain;
use crate::providers::money::money;
pub(crate) use crate::providers::own::names::{
    Alias, BASIS, CURRENCY, EXPORTER, FLOW, FREQUENCY, IMPORTER, KIND, MEASURE, MONTH, PARTNER,
    PERIOD, PRODUCT, QUANTITY, QUANTITY_UNIT, REPORTER, SCALE, SECTOR, SIDE, SOURCE, UNIT,
    UNIT_MULT,
};
use crate::providers::text::money_words::{evened, is_shared};
use crate::providers::text::year_column::period;

/// One thing written in several ways, best first: a code is surer than a name.
const WRITINGS: [&str; 10] = [
    "iso3", "iso", "iso3code", "isocode", "code", "id", "", "iso2", "name", "desc",
];

/// The column of a meaning, if the header has one.
///
/// # Errors
/// [`Error::Unreadable`] if two columns may be it.
pub(crate) fn column(header: &[String], alias: &Alias) -> Result<Option<usize>> {
    let mut found: Option<(usize, &str, usize)> = None;
    for (index, name) in header.iter().enumerate() {
        let Some((root, writing)) = read(&plain(name), alias.roots) else {
            continue;
        };
        found = match found {
            None => Some((index, root, writing)),
            Some((first, other, best)) if other == root && best != writing => {
                Some(if writing < best {
                    (index, root, writing)
                } else {
                    (first, other, best)
                })
            }
            Some((first, ..)) => return Err(rivals(alias.meaning, &header[first], name)),
        };
    }
    Ok(found.map(|(index, ..)| index))
}

/// Every column that may have a meaning, where several may say it together.
pub(crate) fn all(header: &[String], alias: &Alias) -> Vec<usize> {
    let named = |name: &String| read(&plain(name), alias.roots).is_some();
    let columns = header.iter().enumerate();
    columns
        .filter(|(_, name)| named(name))
        .map(|(column, _)| column)
        .collect()
}

/// The root of a name, and the place of its writing among [`WRITINGS`].
fn read(plain: &str, roots: &'static [&'static str]) -> Option<(&'static str, usize)> {
    roots.iter().find_map(|root| {
        let rest = plain.strip_prefix(root)?;
        let writing = WRITINGS.iter().position(|writing| *writing == rest)?;
        Some((*root, writing))
    })
}

/// What a column of values counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counts {
    Value,
    Exports,
    Imports,
}

/// The columns of values, exports and imports.
///
/// # Errors
/// [`Error::Unreadable`] if two columns may be one of them.
pub(crate) fn values(header: &[String]) -> Result<[Option<usize>; 3]> {
    let mut found = [None; 3];
    for (index, name) in header.iter().enumerate() {
        let Some(counts) = counts(name) else { continue };
        let (place, meaning) = match counts {
            Counts::Value => (0, "value"),
            Counts::Exports => (1, "exports"),
            Counts::Imports => (2, "imports"),
        };
        if let Some(first) = found[place].replace(index) {
            return Err(rivals(meaning, &header[first], name));
        }
    }
    Ok(found)
}

/// The period in the name of a column of values, and what it counts: `value_2019`, `Exports 2019`.
pub(crate) fn valued_period(name: &str) -> Option<(&str, Counts)> {
    let at = name.rfind([' ', '_', '-', '.'])?;
    let period = period(&name[at + 1..])?;
    Some((period, counts(&name[..at])?))
}

/// Whether a name is that of a column of values: `value`, `Euros`, `trade_value_usd_exp`.
fn counts(name: &str) -> Option<Counts> {
    // A percentage is no amount, whatever it is of.
    if name.contains('%') {
        return None;
    }
    let lower = evened(name);
    let words = lower.split(|letter: char| !letter.is_alphanumeric() && !"$€£¥".contains(letter));
    let mut counts = Counts::Value;
    let mut says_value = money(name).currency.is_some();
    for word in words.filter(|word| !word.is_empty()) {
        match word {
            "value" | "values" | "val" | "amount" | "tradevalue" | "obsvalue" | "primaryvalue"
            | "wert" | "valeur" | "valor" | "verdi" | "værdi" | "värde" | "beløp" => {
                says_value = true
            }
            "exp" | "export" | "exports" if counts == Counts::Value => counts = Counts::Exports,
            "imp" | "import" | "imports" if counts == Counts::Value => counts = Counts::Imports,
            "trade" | "total" | "obs" | "primary" | "in" | "of" | "current" | "nominal"
            | "goods" | "fob" | "cif" => {}
            "us" | "m" | "mil" | "us$" => {}
            // A word that money reads: a currency or a power of ten.
            other if is_shared(other) || is_money(other) => {}
            _ => return None,
        }
    }
    (says_value || counts != Counts::Value).then_some(counts)
}

/// Whether a word says a currency or, beside one, a power of ten.
fn is_money(word: &str) -> bool {
    let beside = money(&format!("{word} usd"));
    money(word).currency.is_some() || beside.power.is_some()
}

fn rivals(meaning: &str, first: &str, second: &str) -> Error {
    let reason = match first == second {
        true => format!("the header names two columns `{first}`; rename one of them"),
        false => format!(
            "columns `{first}` and `{second}` may both be the {meaning}; say which with --map {meaning}=\"{first}\" or --map {meaning}=\"{second}\""
        ),
    };
    Error::Unreadable { reason }
}
