//! CSV as statistical offices with PxWeb save it: Statistics Norway, Statistics Sweden and others.
//!
//! Download: “Save as CSV” under a table of <https://www.ssb.no/en/statbank> (08799, 08801, …) or
//! <https://www.statistikdatabasen.scb.se>.
//!
//! Layout: a title in quotes, then a header with the dimensions and one column for each content
//! and period:
//!
//! ```text
//! "08799: External trade in goods, by commodity number, imports/exports, country, contents and year"
//!
//! "commodity number";"imports/exports";"country";"Value (NOK) 2022";"Value (NOK) 2023"
//! "03021411 Salmon, fresh";"Exports";"China";2510;3120
//! ```
//!
//! Quirks:
//! - The reporter stands nowhere: it is `--reporter`, or the country whose money the values are in
//!   (NOK, SEK, ISK). Anything else is refused.
//! - Direction is a dimension, or part of a column's name. Words are English, Norwegian, Swedish,
//!   Danish or Finnish.
//! - Contents other than value are left out; `.`, `..` and `:` are missing figures.
//! - A dimension beyond country, product and direction with more than one category is refused, for
//!   its categories may hold one another.

use std::collections::BTreeSet;

use crate::error::{Error, Result};
use crate::providers::columns::{Tally, cell};
use crate::providers::door::Door;
use crate::providers::money::{Money, money};
use crate::providers::observation::{Amount, Direction, Observation, Scheme};
use crate::providers::pxweb::headings::of_words;
use crate::providers::pxweb::roles::is_total;
use crate::providers::pxweb::words::{
    currency_of, in_words, is_country, is_direction, is_product, is_value, kroner, product,
};
use crate::providers::table::{Layout, Table};
use crate::providers::text::document::Document;
use crate::providers::text::grid::Grid;
use crate::providers::text::year_column::{dated, period};
use crate::providers::year_columns::{refuse_others, tell_flags};

/// CSV of PxWeb databases.
pub struct PxWebCsv;

impl Table for PxWebCsv {
    fn layout(&self) -> Layout {
        Layout {
            name: "pxweb-csv",
            about: "CSV saved from a PxWeb database, such as Statistics Norway's or Sweden's",
        }
    }

    fn recognises_header(&self, header: &[String]) -> bool {
        let dimensions = header.iter().take_while(|name| figures(name).is_none());
        let country = dimensions.filter(|name| is_country(name)).count();
        let figured = header
            .iter()
            .filter_map(|name| figures(name))
            .collect::<Vec<_>>();
        let directed = header.iter().any(|name| is_direction(name))
            || figured
                .iter()
                .any(|(content, _)| in_words(content).is_some());
        country == 1 && directed && !figured.is_empty()
    }

    fn read_grid(&self, grid: &Grid, document: &Document, door: &mut Door) -> Result<()> {
        refuse_others(grid.header(), |name| figures(name).is_some())?;
        tell_flags(grid.header(), door);
        let title = title(document);
        let columns = Columns::of(grid, &title)?;
        let reporter = reporter(&columns, door)?;
        let named = columns
            .values
            .iter()
            .find(|value| value.taken)
            .map_or("", |value| &value.content);
        match (columns.money.currency, kroner(named).or_else(|| kroner(&title)), currency_of(&reporter)) {
            (Some(currency), ..) => {
                door.currency(currency);
                door.unit(columns.money.power.unwrap_or_default());
            }
            // Four countries write `kr`; the reporter tells which.
            (None, Some(power), Some(currency)) => {
                door.currency(currency);
                door.unit(power);
                door.remark(format!("values taken as {currency} counted in 10^{power}, the `kr` of {reporter}"));
            }
            _ => door.remark("neither title nor header says the currency of the values; say it with --currency and --unit"),
        }
        door.published(
            "statistical office of the reporter",
            if title.is_empty() {
                document.name()
            } else {
                &title
            },
        );
        let mut others = Tally::default();
        grid.each(|place, cells| {
            let at = |column| cell(cells, column);
            let stated = in_words(at(columns.direction));
            if columns.direction.is_some() && stated.is_none() {
                let text = at(columns.direction);
                if of_words(text).is_none() && !is_total("", text) {
                    let reason = "is neither imports nor exports; the row may have slipped, or be of another table";
                    return door.reject(place, "imports/exports", text, reason);
                }
                columns.values.iter().for_each(|_| {
                    door.leave_out("rows that are neither imports nor exports, such as balances")
                });
                return;
            }
            let product = match at(columns.product) {
                "" => "TOTAL",
                text => product(text),
            };
            for value in &columns.values {
                if !value.taken {
                    others.add(&value.content);
                    door.leave_out("contents that are no value in money");
                    continue;
                }
                let Some(direction) = stated.or(value.direction) else {
                    door.leave_out(
                        "columns that are neither imports nor exports, such as balances",
                    );
                    continue;
                };
                let (exporter, importer, side, kind) =
                    direction.between(&reporter, at(Some(columns.country)));
                door.take(Observation {
                    place,
                    period: &value.period,
                    exporter,
                    importer,
                    scheme: Scheme::Any,
                    side,
                    kind,
                    product,
                    value: Amount::Text(at(Some(value.column))),
                    quantity: None,
                    source: None,
                });
            }
        });
        if !others.is_empty() {
            door.remark(format!(
                "contents that are no value in money were left out, by cells: {}",
                others.list()
            ));
        }
        Ok(())
    }
}

/// A column of figures.
struct Value {
    column: usize,
    content: String,
    period: String,
    direction: Option<Direction>,
    taken: bool,
}

struct Columns {
    country: usize,
    direction: Option<usize>,
    product: Option<usize>,
    values: Vec<Value>,
    money: Money,
}

impl Columns {
    fn of(grid: &Grid, title: &str) -> Result<Self> {
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
fn figures(name: &str) -> Option<(&str, &str)> {
    let name = name.trim();
    if let Some(named) = dated(name).filter(|named| named.unit.is_empty()) {
        return Some(("", named.period));
    }
    let (content, last) = name.rsplit_once(' ')?;
    period(last).map(|_| (content.trim(), last))
}

/// The country that reports: as the user says, or whose money it is.
fn reporter(columns: &Columns, door: &mut Door) -> Result<String> {
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

fn refused(reason: &str) -> Error {
    Error::Unreadable {
        reason: reason.to_owned(),
    }
}

/// The title above the header, if there is one.
fn title(document: &Document) -> String {
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
