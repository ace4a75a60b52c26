//! What a table says of itself, told to the door.

use std::collections::BTreeSet;

use super::Plan;
use crate::error::{Error, Result};
use crate::providers::door::Door;
use crate::providers::pxweb::currency_labels;
use crate::providers::pxweb::label_money::Unit;
use crate::providers::pxweb::offices;
use crate::providers::pxweb::product_codes;
use crate::providers::pxweb::roles::Role;

impl Plan<'_> {
    /// Tells the door what the table says of itself, and gives the currency.
    pub(crate) fn describe(&self, door: &mut Door) -> Result<Option<String>> {
        let cube = self.cube;
        if door.options().currency.is_none() {
            currency_labels::agree(cube, &self.roles)?;
        }
        door.published(&cube.publisher, &cube.title);
        if !cube.updated.is_empty() {
            door.updated(&cube.updated);
        }
        door.unit(self.power.unwrap_or(0));
        let currency = self.currency(door)?;
        if let Some(name) = self
            .at(Role::Product)
            .and_then(|at| product_codes::classification(&cube.dimensions[at]))
        {
            door.classification(&name);
        }
        for (at, dimension) in cube.dimensions.iter().enumerate() {
            if let ([only], Role::Extra, false) = (
                dimension.members.as_slice(),
                self.roles[at],
                dimension.attribute,
            ) {
                door.remark(format!("`{}` is {} throughout", dimension.id, only.shown()));
            }
        }
        Ok(currency)
    }

    /// The currency of the values: as they say, or that of the office.
    fn currency(&self, door: &mut Door) -> Result<Option<String>> {
        let currencies: BTreeSet<&str> = self
            .measures
            .values()
            .filter_map(|m| match &m.unit {
                Unit::Money { currency, .. } => currency.as_deref(),
                _ => None,
            })
            .collect();
        let office = offices::find(&self.cube.publisher);
        Ok(match (currencies.len(), office) {
            (0, Some(office)) => {
                door.currency(office.currency);
                door.remark(format!(
                    "the table names no currency; taken as {}, that of {}",
                    office.currency, office.name
                ));
                Some(office.currency.to_owned())
            }
            (0, None) => {
                door.remark(
                    "the table does not say what its values count; give `--currency` and `--unit`",
                );
                None
            }
            (1, _) => {
                currencies.iter().for_each(|code| door.currency(code));
                currencies.first().map(|code| (*code).to_owned())
            }
            _ => {
                let named: Vec<&str> = currencies.into_iter().collect();
                return Err(Error::Unreadable {
                    reason: format!(
                        "values are in {}; download the table in one currency",
                        named.join(" and ")
                    ),
                });
            }
        })
    }
}
