//! Events as people type them.

use bilat::Error;
use bilat::model::period::parse_date;
use chrono::NaiveDate;

/// A day, and what happened on it.
#[derive(Debug, Clone)]
pub struct Dated {
    pub day: NaiveDate,
    pub label: String,
}

/// Reads `2010-10-08`, `2010-10`, `2010`, each with `=what happened` if wanted.
pub fn dated(typed: &str) -> Result<Dated, Error> {
    let (date, label) = typed.split_once('=').unwrap_or((typed, typed));
    Ok(Dated {
        day: parse_date(date.trim())?,
        label: label.trim().to_owned(),
    })
}
