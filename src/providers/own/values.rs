//! Which columns of a table hold its values.

use crate::error::{Error, Result};
use crate::providers::observation::Direction;
use crate::providers::own::aliases::{self, Counts};
use crate::providers::own::found::{From, Value, mapped, missing};
use crate::providers::own::mapping::Mapping;
use crate::providers::year_columns::periods;

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
    let wide = wide(header);
    match (has_period, wide.is_empty()) {
        (true, false) => Err(Error::Unreadable {
            reason: format!(
                "there is a column of periods and columns named by periods such as `{}`; say which column holds the value with --map value=…",
                header[wide[0].from]
            ),
        }),
        (false, false) => Ok(wide),
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

/// Columns named by a period alone, else those named by what they count and a period.
fn wide(header: &[String]) -> Vec<Value> {
    let of = |from, period: &str, direction| Value {
        from,
        period: Some(period.to_owned()),
        direction,
    };
    let bare = periods(header);
    if !bare.is_empty() {
        let each = bare.iter();
        return each.map(|(from, period)| of(*from, period, None)).collect();
    }
    let named = header.iter().enumerate();
    named
        .filter_map(|(from, name)| {
            let (period, counts) = aliases::valued_period(name)?;
            let direction = match counts {
                Counts::Value => None,
                Counts::Exports => Some(Direction::Export),
                Counts::Imports => Some(Direction::Import),
            };
            Some(of(from, period, direction))
        })
        .collect()
}

/// Whether columns are named by what they count and a period.
pub(crate) fn is_wide(header: &[String]) -> bool {
    !wide(header).is_empty()
}
