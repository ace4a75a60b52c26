//! Columns named by a period, and what offices hang on to such names: flags, notes, units.

use crate::error::{Error, Result};
use crate::providers::door::Door;
use crate::providers::text::year_column::{dated, period};

/// The columns named by a period, with the period as the door reads it.
pub(crate) fn periods(header: &[String]) -> Vec<(usize, String)> {
    let named = header.iter().enumerate();
    named
        .filter_map(|(column, name)| Some((column, dated(name)?.period.to_owned())))
        .collect()
}

/// Tells the door which names of periods carry flags, where the layout knows the unit of its figures.
///
/// # Errors
/// [`Error::Unreadable`] if a column holds a year in its name and is not read, or names a unit.
pub(crate) fn tell(header: &[String], door: &mut Door) -> Result<()> {
    if header.iter().all(|name| dated(name).is_none()) {
        return Ok(());
    }
    refuse_others(header, |name| dated(name).is_some())?;
    tell_flags(header, door);
    let united = header
        .iter()
        .find(|name| dated(name).is_some_and(|named| !named.unit.is_empty()));
    match united {
        Some(name) => Err(refused(name, "names a unit of its own")),
        None => Ok(()),
    }
}

/// Tells the door which names of periods carry flags.
pub(crate) fn tell_flags(header: &[String], door: &mut Door) {
    let flagged: Vec<&str> = header
        .iter()
        .filter(|name| dated(name).is_some_and(|named| !named.flag.is_empty()))
        .map(String::as_str)
        .collect();
    if !flagged.is_empty() {
        door.remark(format!(
            "columns of periods with a flag, read as the others: `{}`",
            flagged.join("`, `")
        ));
    }
}

/// Refuses a column that holds a year in its name and is not read: its year would vanish.
///
/// # Errors
/// [`Error::Unreadable`] naming the first such column.
pub(crate) fn refuse_others(header: &[String], is_read: impl Fn(&str) -> bool) -> Result<()> {
    let lost = header
        .iter()
        .find(|name| !is_read(name) && has_year(name) && !is_derived(name));
    match lost {
        Some(name) => Err(refused(
            name,
            "holds a year but names no period for certain",
        )),
        None => Ok(()),
    }
}

fn refused(name: &str, what: &str) -> Error {
    Error::Unreadable {
        reason: format!(
            "column `{name}` {what}; rename it to the bare period, such as 2021, or remove it"
        ),
    }
}

/// Whether four digits that may be a year stand alone in a name; `HS2012` and `EU27_2020` are versions of lists.
fn has_year(name: &str) -> bool {
    let runs = name.split(|c: char| !c.is_alphanumeric());
    let list = name.trim().to_lowercase();
    let of_list = [
        "hs", "sitc", "cpc", "bec", "isic", "nace", "cn", "eu2", "iso", "naics",
    ];
    if of_list.iter().any(|start| list.starts_with(start)) {
        return false;
    }
    let year = |digits: &str| digits.len() == 4 && ("1900".."2100").contains(&digits);
    runs.into_iter().any(|run| {
        let digits = run.trim_matches(char::is_alphabetic);
        year(digits) && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Words of columns that are worked out from others, and so are no flow of their own.
fn is_derived(name: &str) -> bool {
    const WORDS: [&str; 20] = [
        "%",
        "percent",
        "per cent",
        "pct",
        "change",
        "growth",
        "share",
        "average",
        "avg",
        "mean",
        "median",
        "index",
        "cagr",
        "rank",
        "ratio",
        "diff",
        "increase",
        "decrease",
        "cumulative",
        "yoy",
    ];
    let lower = name.to_lowercase();
    // `2021/2020`: one year over another.
    let over = lower.split_once('/').is_some_and(|(one, other)| {
        one.len() == 4 && one > other && period(one).is_some() && period(other).is_some()
    });
    over || WORDS.iter().any(|word| lower.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_year_in_words_is_no_period_and_not_passed_over() {
        let lost = |name: &str| refuse_others(&[name.to_owned()], |name| dated(name).is_some());
        for name in ["2021 (Jan-Jun)", "Jan-Jun 2021", "2021.1", "to 2021"] {
            assert!(lost(name).is_err(), "{name}");
        }
        for name in [
            "% change 2021",
            "Average 2019-2021",
            "2021/2020",
            "HS2012",
            "iso3166",
            "12021",
            "value",
        ] {
            assert!(lost(name).is_ok(), "{name}");
        }
    }
}
