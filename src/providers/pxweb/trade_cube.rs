//! Hands the figures of a cube to the door as flows.
//!
//! A table is trade if it has a period, a direction (a dimension, its measures, or its title) and a
//! partner; all else may be missing: without a product it is all goods, without a reporter the
//! country of the publishing office. Other dimensions must not double a flow: where one has a
//! total, the parts are left out; where it has none and its members would stand for the same flow
//! twice, the table is refused.

use std::collections::{BTreeMap, HashMap};

use crate::error::Result;
use crate::providers::door::Door;
use crate::providers::observation::{Amount, Observation};
use crate::providers::pxweb::cube::{Cube, Figure};
use crate::providers::pxweb::headings::Heading;
use crate::providers::pxweb::label_money::Unit;
use crate::providers::pxweb::measures;
use crate::providers::pxweb::roles::Role;
use crate::providers::pxweb::trade_plan::Plan;

/// Reads a cube.
///
/// # Errors If it is no trade, or several figures stand for one flow; the message says what was
/// found and what to do.
///
/// Gives what the values count, as power of ten and currency: one file must not have two of them.
pub(crate) fn tell(cube: &Cube, door: &mut Door) -> Result<(i32, Option<String>)> {
    let plan = Plan::of(cube, door)?;
    let currency = plan.describe(door)?;
    let quantities = plan.quantities();
    let mut statuses: BTreeMap<String, u64> = BTreeMap::new();
    cube.each(|number, place, figure| {
        if let Some(status) = plan.status(place).filter(|_| figure != Figure::Empty) {
            *statuses.entry(status).or_default() += 1;
        }
        plan.take(number, place, figure, &quantities, door);
    });
    for (status, count) in statuses {
        door.remark(format!("{status} for {count} figures"));
    }
    Ok((plan.power.unwrap_or(0), currency))
}

/// Quantities by what they have in common with a value.
type Quantities = HashMap<Vec<u32>, (f64, String)>;

impl<'a> Plan<'a> {
    fn take(
        &self,
        number: u64,
        place: &[u32],
        figure: Figure,
        quantities: &Quantities,
        door: &mut Door,
    ) {
        // A status without a figure is the reason why there is none.
        let reason = self.status_code(place).filter(|_| figure == Figure::Empty);
        if figure == Figure::Empty && reason.is_none() {
            return door.leave_out("empty cell");
        }
        if let Some(reason) = self.left_out(place, figure) {
            return door.leave_out(reason);
        }
        let Some(measure) = self.measures.find(place) else {
            return door.leave_out("empty cell");
        };
        if let Unit::Quantity(_) = measure.unit {
            return door.leave_out(if measure.quantity {
                "quantity, told together with the value of the flow"
            } else {
                "a second quantity of the flow"
            });
        }
        if measure.value == [false; 2] && !matches!(measure.unit, Unit::Money { .. }) {
            return door.leave_out("a measure that is no value of trade");
        }
        let direction = match self.heading(place, measure) {
            Some(Heading::To(direction)) => direction,
            Some(Heading::Both | Heading::Balance) => {
                return door.leave_out("trade balance or both directions together, no flow");
            }
            None => {
                return door.reject(
                    number,
                    "flow",
                    &self.flow_code(place),
                    "the direction of trade cannot be told",
                );
            }
        };
        if !measure.value[usize::from(!measures::is_import(direction))] {
            return door.leave_out(
                "another valuation of a flow that is there CIF (imports) or FOB (exports)",
            );
        }
        if let (Some(text), Figure::Number(_)) = (self.no_power(place), figure) {
            return door.reject(
                number,
                "UNIT_MULT",
                text,
                "is no power of ten, where others are",
            );
        }
        let value = match figure {
            Figure::Mark(at) => Amount::Text(&self.cube.marks[at as usize]),
            // What the user says of the unit wins over what the table says of each.
            Figure::Number(number) if self.power.is_some() || door.options().unit.is_some() => {
                Amount::Number(Some(number))
            }
            Figure::Number(value) => match times_ten_to(value, self.power_of(place, measure)) {
                Some(scaled) => Amount::Number(Some(scaled)),
                None => {
                    return door.reject(number, "value", &value.to_string(), "too large a figure");
                }
            },
            Figure::Empty => reason.map_or(Amount::Number(None), Amount::Text),
        };
        let area = |role, names: &[&'a str]| self.at(role).map(|at| names[place[at] as usize]);
        let reporter = match &self.areas.reporter {
            Some(reporter) => reporter,
            None => area(Role::Reporter, &self.reporters).unwrap_or_default(),
        };
        let partner = area(Role::Partner, &self.partners).unwrap_or(self.areas.world());
        let (exporter, importer, side, kind) = direction.between(reporter, partner);
        let product = self
            .at(Role::Product)
            .map_or("TOTAL", |at| &self.products[place[at] as usize].code);
        let quantity = quantities.get(&self.key(place));
        door.take(Observation {
            place: number,
            period: self.period(place),
            exporter,
            importer,
            scheme: self.areas.scheme,
            side,
            kind,
            product,
            value,
            quantity: quantity.map(|(number, unit)| (Amount::Number(Some(*number)), unit.as_str())),
            source: None,
        });
    }

    /// What a value and its quantity have in common.
    fn key(&self, place: &[u32]) -> Vec<u32> {
        let keyed = |at: &usize| match self.roles[*at] {
            Role::Measure | Role::Power | Role::Status => false,
            Role::Extra => !self.cube.dimensions[*at].attribute,
            _ => true,
        };
        (0..place.len()).filter(keyed).map(|at| place[at]).collect()
    }

    fn quantities(&self) -> Quantities {
        let mut quantities = Quantities::new();
        if !self.measures.all().any(|measure| measure.quantity) {
            return quantities;
        }
        self.cube.each(|_, place, figure| {
            let (Figure::Number(number), Some(measure)) = (figure, self.measures.find(place))
            else {
                return;
            };
            if let (true, Unit::Quantity(unit)) = (measure.quantity, &measure.unit) {
                let power = self.multiplier(place).unwrap_or(0);
                if let Some(number) = times_ten_to(number, power) {
                    let unit = self
                        .unit_of_product(place, unit)
                        .unwrap_or_else(|| unit.clone());
                    quantities.insert(self.key(place), (number, unit));
                }
            }
        });
        quantities
    }

    /// The unit that Statistics Norway writes behind a product: `Horses (Q1=number, Q2=kg)`.
    fn unit_of_product(&self, place: &[u32], named: &str) -> Option<String> {
        let which = ["q1", "q2"]
            .into_iter()
            .find(|which| named.contains(which))?;
        let which = format!("{}=", which.to_uppercase());
        let at = self.at(Role::Product)?;
        let (_, unit) = self.cube.dimensions[at].members[place[at] as usize]
            .label
            .rsplit_once(which.as_str())?;
        let unit = unit.split([',', ')']).next().unwrap_or_default().trim();
        Some(unit.to_owned()).filter(|unit| !unit.is_empty())
    }
}

/// Multiplies in decimal, so that 1.1 thousand is 1100 and not a hair beside it.
fn times_ten_to(number: f64, power: i32) -> Option<f64> {
    format!("{number}e{power}")
        .parse()
        .ok()
        .filter(|scaled: &f64| scaled.is_finite())
}
