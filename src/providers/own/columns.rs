//! Where the columns of a user's own table stand, by a mapping or by their usual names.

use crate::error::{Error, Result};
use crate::providers::own::aliases::{self, Alias};
use crate::providers::own::found::{From, Value, from, missing};
use crate::providers::own::mapping::{Field, Mapping};
use crate::providers::own::values::values;

pub(crate) enum Parties {
    Ends { exporter: From, importer: From },
    Report { reporter: From, partner: From },
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
    pub frequency: Option<From>,
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
            product: match find(&mapping.product, &aliases::PRODUCT)? {
                Some(product) => Some(product),
                None => find(&None, &aliases::SECTOR)?,
            },
            quantity: optional(&mapping.quantity, &aliases::QUANTITY)?,
            quantity_unit: optional(&mapping.quantity_unit, &aliases::QUANTITY_UNIT)?,
            source: optional(&mapping.source, &aliases::SOURCE)?,
            frequency: optional(&None, &aliases::FREQUENCY)?,
        })
    }

    /// The columns that something is read from.
    pub fn read_columns(&self) -> Vec<usize> {
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
            &self.frequency,
        ];
        let read = optional.into_iter().flatten().chain([first, second]);
        let read = read.filter_map(|from| match from {
            From::Column(column) => Some(*column),
            From::Word(_) => None,
        });
        read.chain(self.values.iter().map(|value| value.from))
            .collect()
    }
}
