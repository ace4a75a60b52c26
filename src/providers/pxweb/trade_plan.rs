//! What a table means for trade, settled before any figure is read.

mod cell;
mod telling;

use crate::error::{Error, Result};
use crate::providers::door::Door;
use crate::providers::pxweb::areas::Areas;
use crate::providers::pxweb::breakdowns;
use crate::providers::pxweb::cube::{Cube, Member};
use crate::providers::pxweb::headings::{self, Heading};
use crate::providers::pxweb::measures::Measures;
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
