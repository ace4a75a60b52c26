//! Dimensions beside those of trade: totals are read, and what would count a flow twice is refused.

use std::collections::{BTreeMap, HashSet};

use crate::error::{Error, Result};
use crate::providers::door::Door;
use crate::providers::pxweb::cube::{Cube, Dimension, Figure, Member};
use crate::providers::pxweb::headings::{self, Heading};
use crate::providers::pxweb::roles::{self, Role};
use crate::providers::sdmx::prices;

/// Which members are read; for other dimensions the total, where figures stand under more than one
/// member.
pub(crate) fn taken(cube: &Cube, roles: &[Role], door: &mut Door) -> Result<Vec<Vec<bool>>> {
    let used = cube.used();
    let mut taken: Vec<Vec<bool>> = used.iter().map(|used| vec![true; used.len()]).collect();
    let mut open = Vec::new();
    for (at, dimension) in cube.dimensions.iter().enumerate() {
        if prices::is_dimension(&dimension.id) {
            taken[at] = at_current_prices(dimension, &used[at])?;
            continue;
        }
        if roles[at] != Role::Extra || used[at].iter().filter(|used| **used).count() < 2 {
            continue;
        }
        let total = (0..used[at].len()).find(|m| {
            used[at][*m]
                && roles::is_total(&dimension.members[*m].code, &dimension.members[*m].label)
        });
        match total {
            Some(total) => {
                taken[at] = (0..used[at].len()).map(|member| member == total).collect();
                door.remark(format!(
                    "of `{}` only {} is read",
                    dimension.id,
                    dimension.members[total].shown()
                ));
            }
            None => open.push(at),
        }
    }
    if !open.is_empty() && doubles(cube, roles, &taken, &open) {
        let named: Vec<String> = open
            .iter()
            .filter(|at| !cube.dimensions[**at].attribute)
            .map(|at| {
                let dimension = &cube.dimensions[*at];
                let few: Vec<String> = dimension
                    .members
                    .iter()
                    .take(4)
                    .map(Member::shown)
                    .collect();
                format!("`{}` ({} …)", dimension.id, few.join(", "))
            })
            .collect();
        return Err(Error::Unreadable {
            reason: format!(
                "several figures stand for one flow, and no total is among them: by {}; download the table with one \
                 value of each",
                if named.is_empty() {
                    "attributes".to_owned()
                } else {
                    named.join(" and by ")
                }
            ),
        });
    }
    Ok(taken)
}

/// The members of a dimension of prices that are those of the day.
fn at_current_prices(dimension: &Dimension, used: &[bool]) -> Result<Vec<bool>> {
    let members = dimension.members.iter();
    let current: Vec<bool> = members
        .map(|member| {
            prices::are_current(&member.code) || member.label.to_lowercase().starts_with("current")
        })
        .collect();
    let other = (0..used.len()).find(|at| used[*at] && !current[*at]);
    match other {
        Some(other) if !(0..used.len()).any(|at| used[at] && current[at]) => {
            Err(Error::Unreadable {
                reason: format!(
                    "`{}` is {}, and only values at prices of the day are read; download those",
                    dimension.id,
                    dimension.members[other].shown()
                ),
            })
        }
        _ => Ok(current),
    }
}

/// A dimension under a name nobody knows, whose members all begin with a number: if no other has
/// the products, it has.
pub(crate) fn unnamed_product(cube: &Cube, roles: &[Role]) -> Option<usize> {
    let coded = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let has_codes = |dimension: &Dimension| {
        !dimension.attribute
            && !dimension.is_numbered()
            && dimension
                .members
                .iter()
                .all(|m| coded(&m.code) || coded(&m.label) || roles::is_total(&m.code, &m.label))
    };
    let mut open =
        (0..roles.len()).filter(|at| roles[*at] == Role::Extra && has_codes(&cube.dimensions[*at]));
    open.next()
        .filter(|_| open.next().is_none() && !roles.contains(&Role::Product))
}

/// Leaves one member for each direction: imports by origin rather than consignment, CIF; exports
/// FOB.
pub(crate) fn one_flow_each(flows: &Dimension, taken: &mut [bool], used: &[bool]) -> Result<()> {
    let mut by_heading: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, member) in flows.members.iter().enumerate().filter(|(at, _)| used[*at]) {
        if let Some(Heading::To(to)) = headings::of_flow(&member.code, &member.label) {
            by_heading.entry(format!("{to:?}")).or_default().push(at);
        }
    }
    for (heading, members) in by_heading.iter().filter(|(_, members)| members.len() > 1) {
        let usual: &[&str] = if heading.ends_with("Import") {
            &["cif", "origin", "alkuper", "ursprung"]
        } else {
            &["fob"]
        };
        let is_usual = |at: &&usize| {
            usual
                .iter()
                .any(|word| flows.members[**at].label.to_lowercase().contains(word))
        };
        let mut chosen = members.iter().filter(is_usual);
        let (Some(chosen), None) = (chosen.next(), chosen.next()) else {
            let named: Vec<String> = members
                .iter()
                .map(|at| flows.members[*at].shown())
                .collect();
            return Err(Error::Unreadable {
                reason: format!(
                    "`{}` has several members for one direction of trade: {}; download the table with one of them",
                    flows.id,
                    named.join(", ")
                ),
            });
        };
        members
            .iter()
            .filter(|at| *at != chosen)
            .for_each(|at| taken[*at] = false);
    }
    Ok(())
}

/// Whether figures under different members of `open` dimensions are figures of one flow.
fn doubles(cube: &Cube, roles: &[Role], taken: &[Vec<bool>], open: &[usize]) -> bool {
    let keyed: Vec<usize> = (0..roles.len())
        .filter(|at| !open.contains(at) && !matches!(roles[*at], Role::Power | Role::Status))
        .collect();
    let mut seen = HashSet::new();
    let mut double = false;
    cube.each(|_, place, figure| {
        let read = (0..place.len()).all(|at| taken[at][place[at] as usize]);
        if figure != Figure::Empty && read && !double {
            double = !seen.insert(keyed.iter().map(|at| place[*at]).collect::<Vec<u32>>());
        }
    });
    double
}
