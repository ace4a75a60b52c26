//! Which figures of a table are values of flows, which are quantities, and which are neither.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::{Error, Result};
use crate::providers::observation::Direction;
use crate::providers::pxweb::cube::{Cube, Figure};
use crate::providers::pxweb::headings::{self, Heading};
use crate::providers::pxweb::label_money::{self as money, Unit};
use crate::providers::pxweb::roles::Role;

/// What the figures under one combination of measures are.
#[derive(Debug, Clone)]
pub(crate) struct Measure {
    pub(crate) unit: Unit,
    pub(crate) heading: Option<Heading>,
    /// Taken as the value of imports, and of exports.
    pub(crate) value: [bool; 2],
    /// Taken as the quantity.
    pub(crate) quantity: bool,
    words: String,
}

/// The measures of a table, by the members of its measure dimensions.
pub(crate) struct Measures {
    at: Vec<usize>,
    by_members: BTreeMap<Vec<u32>, Measure>,
}

impl Measures {
    /// Finds the measures that figures stand under, and settles which of them are read.
    ///
    /// # Errors
    /// If several are values of the same flows, so that taking them all would count twice.
    pub(crate) fn of(cube: &Cube, roles: &[Role]) -> Result<Self> {
        let at: Vec<usize> = (0..roles.len())
            .filter(|at| roles[*at] == Role::Measure)
            .collect();
        let mut used: BTreeSet<Vec<u32>> = BTreeSet::new();
        cube.each(|_, place, figure| {
            if figure != Figure::Empty
                && !used
                    .iter()
                    .take(FEW)
                    .any(|members| stands_under(place, &at, members))
            {
                used.insert(at.iter().map(|at| place[*at]).collect());
            }
        });
        let mut by_members: BTreeMap<_, _> = used
            .into_iter()
            .map(|members| (members.clone(), measure(cube, &at, &members)))
            .collect();
        if by_members.len() == 1 {
            by_members
                .values_mut()
                .filter(|m| m.unit == Unit::Unknown)
                .for_each(|m| {
                    m.unit = Unit::Money {
                        currency: None,
                        power: 0,
                    };
                });
        }
        for import in [true, false] {
            choose(&mut by_members, import)?;
        }
        let kilos = by_members
            .values()
            .any(|m| m.unit == Unit::Quantity("kg".to_owned()));
        let first = by_members.values_mut().find(|m| match &m.unit {
            Unit::Quantity(unit) => !kilos || unit == "kg",
            _ => false,
        });
        if let Some(first) = first {
            first.quantity = true;
        }
        Ok(Self { at, by_members })
    }

    /// The measure of a cell.
    pub(crate) fn find(&self, place: &[u32]) -> Option<&Measure> {
        if self.by_members.len() <= FEW {
            let mut all = self.by_members.iter();
            return all
                .find(|(members, _)| stands_under(place, &self.at, members))
                .map(|(_, measure)| measure);
        }
        let members: Vec<u32> = self.at.iter().map(|at| place[*at]).collect();
        self.by_members.get(&members)
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Measure> {
        self.by_members.values()
    }

    /// The measures that are read as values.
    pub(crate) fn values(&self) -> impl Iterator<Item = &Measure> {
        self.all().filter(|measure| measure.value != [false, false])
    }
}

/// Up to so many are faster to look through than to look up, and tables seldom have more measures.
const FEW: usize = 8;

fn stands_under(place: &[u32], at: &[usize], members: &[u32]) -> bool {
    at.iter()
        .zip(members)
        .all(|(at, member)| place[*at] == *member)
}

fn measure(cube: &Cube, at: &[usize], members: &[u32]) -> Measure {
    let mut words: Vec<&str> = Vec::new();
    let mut headings = Vec::new();
    for (at, member) in at.iter().zip(members) {
        let dimension = &cube.dimensions[*at];
        let member = &dimension.members[*member as usize];
        let code = if dimension.is_numbered() {
            ""
        } else {
            member.code.as_str()
        };
        words.extend([code, &member.label, &member.unit]);
        let words = headings::of_words(&member.label).filter(|heading| *heading != Heading::Both);
        headings.push(words.or_else(|| {
            if dimension.id.to_uppercase().contains("UNIT") {
                None
            } else {
                headings::of_indicator(code)
            }
        }));
    }
    let mut unit = money::unit(&words);
    // The unit of the whole table speaks where the measure itself is silent on it.
    if let (
        Unit::Unknown
        | Unit::Money {
            currency: None,
            power: 0,
        },
        false,
    ) = (&unit, cube.unit.is_empty())
    {
        let with_table: Vec<&str> = words.iter().copied().chain([cube.unit.as_str()]).collect();
        unit = money::unit(&with_table);
    }
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let heading = headings.into_iter().flatten().next();
    if heading == Some(Heading::Balance) {
        unit = Unit::Other;
    }
    // Shares, numbers of products and the like at WITS; the codes alone do not name the unit.
    let wits = |word: &&str| word.starts_with("MPRT-") || word.starts_with("XPRT-");
    if words
        .iter()
        .any(|word| wits(word) && !word.ends_with("-TRD-VL"))
    {
        unit = Unit::Other;
    }
    if words.iter().any(wits) && matches!(unit, Unit::Money { currency: None, .. }) {
        unit = Unit::Money {
            currency: Some("USD".to_owned()),
            power: 3,
        };
    }
    Measure {
        unit,
        heading,
        value: [false; 2],
        quantity: false,
        words: words.join(", "),
    }
}

/// Marks the one measure that is the value of imports, or of exports.
fn choose(measures: &mut BTreeMap<Vec<u32>, Measure>, import: bool) -> Result<()> {
    let fits = |measure: &Measure| {
        matches!(measure.unit, Unit::Money { .. })
            && match measure.heading {
                None => true,
                Some(Heading::To(to)) => is_import(to) == import,
                Some(Heading::Both | Heading::Balance) => false,
            }
    };
    let usual = if import { "cif" } else { "fob" };
    let all: Vec<Vec<u32>> = measures
        .iter()
        .filter(|(_, m)| fits(m))
        .map(|(key, _)| key.clone())
        .collect();
    let words = |key: &Vec<u32>| measures[key].words.to_lowercase();
    let at_usual: Vec<_> = all
        .iter()
        .filter(|key| words(key).contains(usual))
        .cloned()
        .collect();
    // Domestic exports and re-exports stand beside exports without being the same flow.
    let kinds: BTreeSet<_> = all
        .iter()
        .map(|key| format!("{:?}", measures[key].heading))
        .collect();
    let chosen = match (all.len(), at_usual.len()) {
        (0 | 1, _) => all,
        (_, 1) => at_usual,
        _ if kinds.len() == all.len() && !kinds.contains("None") => all,
        _ => {
            let named: Vec<String> = all
                .iter()
                .map(|key| format!("`{}`", measures[key].words))
                .collect();
            return Err(Error::Unreadable {
                reason: format!(
                    "{} measures are values of the same {}: {}; download the table with one of them",
                    all.len(),
                    if import { "imports" } else { "exports" },
                    named.join(", ")
                ),
            });
        }
    };
    for key in chosen {
        if let Some(measure) = measures.get_mut(&key) {
            measure.value[usize::from(!import)] = true;
        }
    }
    Ok(())
}

/// Whether goods come in.
pub(crate) fn is_import(direction: Direction) -> bool {
    matches!(direction, Direction::Import | Direction::ReImport)
}
