//! Whose table it is: its title, the country that reports, and the money of that country.

use super::columns::Columns;
use super::refused;
use crate::error::Result;
use crate::providers::door::Door;
use crate::providers::pxweb::words::{currency_of, kroner};
use crate::providers::text::document::Document;

/// The title above the header, if there is one.
pub(super) fn title(document: &Document) -> String {
    let mut lines = document.head().lines();
    let first = lines.next().unwrap_or_default().trim();
    let title = first
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .unwrap_or_default();
    if title.contains("\";\"") || title.contains("\",\"") || title.contains("\"\t\"") {
        String::new()
    } else {
        title.to_owned()
    }
}

/// The country that reports: as the user says, or whose money it is.
pub(super) fn reporter(columns: &Columns, door: &mut Door) -> Result<String> {
    if let Some(reporter) = door.reporter() {
        return Ok(reporter.to_owned());
    }
    let (country, currency) = match columns.money.currency {
        Some("NOK") => ("Norway", "NOK"),
        Some("SEK") => ("Sweden", "SEK"),
        Some("ISK") => ("Iceland", "ISK"),
        _ => {
            return Err(refused(
                "a table of a statistical office does not say whose trade it is; name the country with --reporter",
            ));
        }
    };
    door.remark(format!(
        "reporter taken as {country}, for values are in {currency}; --reporter says otherwise"
    ));
    Ok(country.to_owned())
}

/// Tells the door currency and unit: as the content says, or as `kr` means in the country that reports.
pub(super) fn tell_money(columns: &Columns, title: &str, reporter: &str, door: &mut Door) {
    let named = columns
        .values
        .iter()
        .find(|value| value.taken)
        .map_or("", |value| &value.content);
    let kroner = kroner(named).or_else(|| kroner(title));
    match (columns.money.currency, kroner, currency_of(reporter)) {
        (Some(currency), ..) => {
            door.currency(currency);
            door.unit(columns.money.power.unwrap_or_default());
        }
        // Four countries write `kr`; the reporter tells which.
        (None, Some(power), Some(currency)) => {
            door.currency(currency);
            door.unit(power);
            door.remark(format!(
                "values taken as {currency} counted in 10^{power}, the `kr` of {reporter}"
            ));
        }
        _ => {
            door.remark("neither title nor header says the currency of the values; say it with --currency and --unit");
        }
    }
}
