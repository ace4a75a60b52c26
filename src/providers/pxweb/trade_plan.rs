//! What a table means for trade, settled before any figure is read.

use std::collections::BTreeSet;

use crate::error::{Error, Result};
use crate::providers::door::Door;
use crate::providers::pxweb::areas::Areas;
use crate::providers::pxweb::breakdowns;
use crate::providers::pxweb::cube::{Cube, Figure, Member};
use crate::providers::pxweb::currency_labels;
use crate::providers::pxweb::headings::{self, Heading};
use crate::providers::pxweb::label_money::Unit;
use crate::providers::pxweb::measures::{Measure, Measures};
use crate::providers::pxweb::offices;
use crate::providers::pxweb::product_codes::{self, Product};
use crate::providers::pxweb::roles::{self, Role};

/// What the dimensions of a table mean, and which of its figures are read.
pub(crate) struct Plan<'a> {
    pub(crate) cube: &'a Cube,
    pub(crate) roles: Vec<Role>,
    pub(crate) measures: Measures,
    pub(crate) areas: Areas,
    /// Direction by the title of the table, where nothing nearer says it.
    pub(crate) title: Option<Heading>,
    /// Periods, reporters, partners and directions as they are told, by member.
    pub(crate) periods: Vec<String>,
    pub(crate) reporters: Vec<&'a str>,
    pub(crate) partners: Vec<&'a str>,
    pub(crate) headings: Vec<Option<Heading>>,
    /// Products as codes, by member.
    pub(crate) products: Vec<Product>,
    /// Members that are read, by dimension.
    pub(crate) taken: Vec<Vec<bool>>,
    /// The power of ten the door multiplies by; none if figures differ and are scaled here.
    pub(crate) power: Option<i32>,
}

impl<'a> Plan<'a> {
    pub(crate) fn of(cube: &'a Cube, door: &mut Door) -> Result<Self> {
        let names: Vec<(&str, &str)> = cube
            .dimensions
            .iter()
            .map(|d| (d.id.as_str(), d.label.as_str()))
            .collect();
        let times: Vec<bool> = cube.dimensions.iter().map(|d| d.time).collect();
        let mut roles = roles::roles(&names, &times);
        let unnamed = breakdowns::unnamed_product(cube, &roles);
        if let Some(at) = unnamed {
            roles[at] = Role::Product;
        }
        let at = |role| roles.iter().position(|r| *r == role);
        let title =
            headings::of_words(&cube.title).filter(|heading| matches!(heading, Heading::To(_)));
        let measures = Measures::of(cube, &roles)?;
        let directed = at(Role::Flow).is_some() || measures.all().any(|m| m.heading.is_some());
        let partner = at(Role::Partner);
        if at(Role::Period).is_none()
            || !(directed || title.is_some())
            || partner.is_none() && !directed
        {
            return Err(no_trade(cube));
        }
        if measures.values().next().is_none() {
            return Err(Error::Unreadable {
                reason: "no measure of the table is a value in money".to_owned(),
            });
        }
        let areas = Areas::of(cube, at(Role::Reporter), partner, door)?;
        if let Some(at) = unnamed {
            let id = &cube.dimensions[at].id;
            door.remark(format!("`{id}` is taken as the products, by its codes"));
        }
        if partner.is_none() {
            door.remark("the table has no partners: it is trade with the world");
        }
        let products = at(Role::Product)
            .map(|at| product_codes::read(&cube.dimensions[at]))
            .unwrap_or_default();
        let mut taken = breakdowns::taken(cube, &roles, door)?;
        if let Some(at) = at(Role::Flow) {
            breakdowns::one_flow_each(&cube.dimensions[at], &mut taken[at], &cube.used()[at])?;
        }
        let members = |role| at(role).map_or(&[][..], |at| &cube.dimensions[at].members);
        let name = |member: &'a Member| areas.name(member);
        let mut plan = Self {
            periods: members(Role::Period).iter().map(period).collect(),
            reporters: members(Role::Reporter).iter().map(name).collect(),
            partners: members(Role::Partner).iter().map(name).collect(),
            headings: members(Role::Flow)
                .iter()
                .map(|m| headings::of_flow(&m.code, &m.label))
                .collect(),
            cube,
            roles: roles.clone(),
            measures,
            title,
            products,
            taken,
            power: None,
            areas,
        };
        plan.power = plan.common_power();
        Ok(plan)
    }

    pub(crate) fn at(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|r| *r == role)
    }

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
        let currencies: BTreeSet<&str> = self
            .measures
            .values()
            .filter_map(|m| match &m.unit {
                Unit::Money { currency, .. } => currency.as_deref(),
                _ => None,
            })
            .collect();
        let office = offices::find(&cube.publisher);
        let currency = match (currencies.len(), office) {
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
        };
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

    /// Why a cell is not read, if its members say so.
    pub(crate) fn left_out(&self, place: &[u32], figure: Figure) -> Option<&'static str> {
        if let Some(at) = (0..place.len()).find(|at| !self.taken[*at][place[*at] as usize]) {
            return Some(match self.roles[at] {
                Role::Flow => "the same flow by another concept or valuation",
                _ => "part of a breakdown whose total is in the table",
            });
        }
        // A figure that is not zero is never dropped here: two for one flow are for the door to
        // refuse.
        let product = &self.products.get(place[self.at(Role::Product)?] as usize)?;
        if !product.is_dated() || !matches!(figure, Figure::Number(0.0) | Figure::Mark(_)) {
            return None;
        }
        let year = self.period(place).get(..4)?.parse().ok()?;
        let outlived = !product.valid_in(year);
        outlived.then_some("product code of another time, without a figure")
    }

    pub(crate) fn heading(&self, place: &[u32], measure: &Measure) -> Option<Heading> {
        let by_flow = self
            .at(Role::Flow)
            .and_then(|at| self.headings[place[at] as usize]);
        by_flow.or(measure.heading).or(self.title)
    }

    pub(crate) fn flow_code(&self, place: &[u32]) -> String {
        self.at(Role::Flow).map_or(String::new(), |at| {
            self.cube.dimensions[at].members[place[at] as usize]
                .code
                .clone()
        })
    }

    pub(crate) fn period(&self, place: &[u32]) -> &str {
        self.at(Role::Period)
            .map_or("", |at| &self.periods[place[at] as usize])
    }

    /// Power of ten by `UNIT_MULT`.
    pub(crate) fn multiplier(&self, place: &[u32]) -> Option<i32> {
        let at = self.at(Role::Power)?;
        power(&self.cube.dimensions[at].members[place[at] as usize].code)
    }

    /// What stands where a power of ten should, if others have one.
    pub(crate) fn no_power(&self, place: &[u32]) -> Option<&str> {
        let at = self.at(Role::Power)?;
        let members = &self.cube.dimensions[at].members;
        let code = &members[place[at] as usize].code;
        let stated = members.iter().any(|member| power(&member.code).is_some());
        let wrong = power(code).is_none() && (stated || !code.is_empty());
        wrong.then_some(code)
    }

    pub(crate) fn power_of(&self, place: &[u32], measure: &Measure) -> i32 {
        self.multiplier(place).unwrap_or(match measure.unit {
            Unit::Money { power, .. } => power,
            _ => 0,
        })
    }

    pub(crate) fn common_power(&self) -> Option<i32> {
        let mut powers = BTreeSet::new();
        self.cube.each(|_, place, figure| {
            if let (Figure::Number(_), Some(measure)) = (figure, self.measures.find(place))
                && measure.value != [false, false]
                && self.no_power(place).is_none()
            {
                powers.insert(self.power_of(place, measure));
            }
        });
        powers.first().copied().filter(|_| powers.len() == 1)
    }

    /// The status of a cell, in words for a remark, if it is not the normal one.
    pub(crate) fn status(&self, place: &[u32]) -> Option<String> {
        self.status_code(place)?;
        let dimension = &self.cube.dimensions[self.at(Role::Status)?];
        let member = &dimension.members[place[self.at(Role::Status)?] as usize];
        Some(format!("`{}` is {}", dimension.id, member.shown()))
    }

    pub(crate) fn status_code(&self, place: &[u32]) -> Option<&str> {
        let at = self.at(Role::Status)?;
        let code = self.cube.dimensions[at].members[place[at] as usize]
            .code
            .as_str();
        (!["", "A", "F"].contains(&code)).then_some(code)
    }
}

fn power(code: &str) -> Option<i32> {
    code.parse().ok().filter(|power| (-12..=15).contains(power))
}

/// The period in a form every reader knows: `2024M01`, `2024Q1`, `2024`.
fn period(member: &Member) -> String {
    let looks = |text: &str| text.len() >= 4 && text.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    let text = if looks(&member.code) || !looks(&member.label) {
        &member.code
    } else {
        &member.label
    };
    match text.as_bytes() {
        // SDMX reporting periods (2024-M01, 2024-A1) and Nordic quarters (2024K1).
        [_, _, _, _, b'-', b'A', ..] => text[..4].to_owned(),
        [_, _, _, _, b'-', b'M' | b'Q' | b'S' | b'W', ..] if text.is_ascii() => {
            format!("{}{}", &text[..4], &text[5..])
        }
        [_, _, _, _, b'K', b'1'..=b'4'] => format!("{}Q{}", &text[..4], &text[5..]),
        _ => text.clone(),
    }
}

fn no_trade(cube: &Cube) -> Error {
    let found: Vec<String> = cube
        .dimensions
        .iter()
        .filter(|dimension| !dimension.attribute)
        .map(|dimension| {
            let plain = dimension.label.is_empty() || dimension.label == dimension.id;
            if plain {
                format!("`{}`", dimension.id)
            } else {
                format!("`{}` ({})", dimension.id, dimension.label)
            }
        })
        .collect();
    Error::Unreadable {
        reason: format!(
            "no table of trade: `{}` has the dimensions {}; wanted are a period, a partner country and a direction \
             of trade",
            cube.title,
            found.join(", ")
        ),
    }
}
