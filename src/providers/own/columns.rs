//! Where the columns of a user's own table stand, by a mapping or by their usual names.

use crate::error::{Error, Result};
use crate::providers::columns::{cell, periods, plain};
use crate::providers::observation::Direction;
use crate::providers::own::aliases::{self, Alias};
use crate::providers::own::mapping::{Field, Mapping};

/// Where the word for a meaning comes from in this table.
pub(crate) enum From {
    Column(usize),
    Word(String),
}

impl From {
    pub fn text<'a>(&'a self, cells: &[&'a str]) -> &'a str {
        match self {
            Self::Column(column) => cell(cells, Some(*column)),
            Self::Word(word) => word,
        }
    }
}

pub(crate) fn text<'a>(from: &'a Option<From>, cells: &[&'a str]) -> &'a str {
    from.as_ref().map_or("", |from| from.text(cells))
}

pub(crate) enum Parties {
    Ends { exporter: From, importer: From },
    Report { reporter: From, partner: From },
}

/// A column of values, the period it is of where its name says so, and the direction likewise.
pub(crate) struct Value {
    pub from: usize,
    pub period: Option<String>,
    pub direction: Option<Direction>,
}

pub(crate) struct Columns {
    pub parties: Parties,
    pub flow: Option<From>,
    pub period: Option<From>,
    pub month: Option<From>,
    pub values: Vec<Value>,
    pub side: Option<From>,
    pub kind: Option<From>,
    pub product: Option<From>,
    pub quantity: Option<From>,
    pub quantity_unit: Option<From>,
    pub source: Option<From>,
}

/// Whether a header has every column that a mapping, and the usual names, ask for.
pub(crate) fn fits(header: &[String], mapping: &Mapping) -> bool {
    header.len() > 1 && Columns::of(header, mapping).is_ok()
}

impl Columns {
    pub fn of(header: &[String], mapping: &Mapping) -> Result<Self> {
        let find = |field: &Option<Field>, alias: &Alias| from(header, field, alias);
        let optional = |field: &Option<Field>, alias: &Alias| match find(field, alias) {
            // Rivals for what a table need not have are no reason to refuse it, unless asked for.
            Err(_) if field.is_none() => Ok(None),
            found => found,
        };
        let (exporter, importer) = (
            find(&mapping.exporter, &aliases::EXPORTER)?,
            find(&mapping.importer, &aliases::IMPORTER)?,
        );
        let parties = match (exporter, importer) {
            (Some(exporter), Some(importer)) => Parties::Ends { exporter, importer },
            _ => Parties::Report {
                reporter: find(&mapping.reporter, &aliases::REPORTER)?
                    .ok_or_else(|| missing("exporter", header))?,
                partner: find(&mapping.partner, &aliases::PARTNER)?
                    .ok_or_else(|| missing("importer", header))?,
            },
        };
        let period = find(&mapping.period, &aliases::PERIOD)?;
        let values = values(header, mapping, period.is_some())?;
        let flow = find(&mapping.flow, &aliases::FLOW)?;
        let directed = values.iter().all(|value| value.direction.is_some());
        match parties {
            Parties::Report { .. } if !directed && flow.is_none() => {
                return Err(missing("flow", header));
            }
            Parties::Ends { .. }
                if values
                    .iter()
                    .filter(|value| value.direction.is_some())
                    .count()
                    > 1 =>
            {
                let reason = "values of exports and of imports stand beside exporter and importer, which leaves open whose they are; map reporter and partner, or one value column and the side";
                return Err(Error::Unreadable {
                    reason: reason.to_owned(),
                });
            }
            _ => {}
        }
        Ok(Self {
            parties,
            flow,
            period,
            month: find(&mapping.month, &aliases::MONTH)?,
            values,
            side: find(&mapping.side, &aliases::SIDE)?,
            kind: find(&mapping.kind, &aliases::KIND)?,
            product: find(&mapping.product, &aliases::PRODUCT)?,
            quantity: optional(&mapping.quantity, &aliases::QUANTITY)?,
            quantity_unit: optional(&mapping.quantity_unit, &aliases::QUANTITY_UNIT)?,
            source: optional(&mapping.source, &aliases::SOURCE)?,
        })
    }

    /// Names of the columns that nothing is read from.
    pub fn unused<'a>(&self, header: &'a [String], mapping: &Mapping) -> Vec<&'a str> {
        let money = [
            (&mapping.currency, &aliases::CURRENCY),
            (&mapping.unit, &aliases::CURRENCY),
        ];
        let money = money.map(|(field, alias)| from(header, field, alias).ok().flatten());
        let (first, second) = match &self.parties {
            Parties::Ends { exporter, importer } => (exporter, importer),
            Parties::Report { reporter, partner } => (reporter, partner),
        };
        let optional = [
            &self.flow,
            &self.period,
            &self.month,
            &self.side,
            &self.kind,
            &self.product,
            &self.quantity,
            &self.quantity_unit,
            &self.source,
        ];
        let read = optional.into_iter().chain(&money).flatten();
        let read = read.chain([first, second]).filter_map(|from| match from {
            From::Column(column) => Some(*column),
            From::Word(_) => None,
        });
        let read: Vec<usize> = read
            .chain(self.values.iter().map(|value| value.from))
            .collect();
        let unread = |(at, name): &(usize, &String)| !read.contains(at) && !name.is_empty();
        let unread = header.iter().enumerate().filter(unread);
        unread.map(|(_, name)| name.as_str()).collect()
    }
}

/// The columns of values: mapped, named as usual, or named by periods.
pub(crate) fn values(header: &[String], mapping: &Mapping, has_period: bool) -> Result<Vec<Value>> {
    let one = |from, direction| Value {
        from,
        period: None,
        direction,
    };
    let stated = [
        (&mapping.value, None),
        (&mapping.exports, Some(Direction::Export)),
        (&mapping.imports, Some(Direction::Import)),
    ];
    let mut found = Vec::new();
    for (field, direction) in stated {
        match field
            .as_ref()
            .map(|field| mapped(header, field))
            .transpose()?
        {
            Some(From::Column(column)) => found.push(one(column, direction)),
            Some(From::Word(word)) => {
                return Err(Error::Unreadable {
                    reason: format!("a value cannot be the word `{word}`; map it to a column"),
                });
            }
            None => {}
        }
    }
    if !found.is_empty() {
        return Ok(found);
    }
    let wide = periods(header);
    match (has_period, wide.is_empty()) {
        (true, false) => Err(Error::Unreadable {
            reason: format!(
                "there is a column of periods and columns named by periods such as `{}`; say which column holds the value with --map value=…",
                wide[0].1
            ),
        }),
        (false, false) => Ok(wide
            .into_iter()
            .map(|(from, period)| Value {
                from,
                period: Some(period),
                direction: None,
            })
            .collect()),
        (false, true) => Err(missing("period", header)),
        (true, true) => match aliases::values(header)? {
            [Some(value), None, None] => Ok(vec![one(value, None)]),
            [None, None, None] => Err(missing("value", header)),
            [None, exports, imports] => {
                let both = [(exports, Direction::Export), (imports, Direction::Import)];
                Ok(both
                    .into_iter()
                    .filter_map(|(from, direction)| Some(one(from?, Some(direction))))
                    .collect())
            }
            [Some(value), other, another] => {
                let rival = other.or(another).map_or("", |rival| header[rival].as_str());
                let reason = format!(
                    "columns `{}` and `{rival}` may both be the value; say which with --map value=…",
                    header[value]
                );
                Err(Error::Unreadable { reason })
            }
        },
    }
}

/// Where a field of a mapping stands, or its alias.
pub(crate) fn from(
    header: &[String],
    field: &Option<Field>,
    alias: &Alias,
) -> Result<Option<From>> {
    match field {
        Some(field) => mapped(header, field).map(Some),
        None => Ok(aliases::column(header, alias)?.map(From::Column)),
    }
}

/// The exact name first: two columns may differ by signs alone.
pub(crate) fn mapped(header: &[String], field: &Field) -> Result<From> {
    match field {
        Field::Is(word) => Ok(From::Word(word.clone())),
        Field::Column(name) => {
            let exact = header.iter().position(|column| column == name);
            let close = || {
                header
                    .iter()
                    .position(|column| plain(column) == plain(name))
            };
            exact
                .or_else(close)
                .map(From::Column)
                .ok_or_else(|| missing(name, header))
        }
    }
}

pub(crate) fn missing(column: &str, header: &[String]) -> Error {
    Error::MissingColumn {
        column: column.to_owned(),
        found: header.to_vec(),
    }
}
