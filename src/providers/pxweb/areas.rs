//! Which list of codes the areas of a table are written in, and how to say the world in it.

use crate::error::{Error, Result};
use crate::providers::door::Door;
use crate::providers::observation::Scheme;
use crate::providers::pxweb::cube::{Cube, Dimension, Member};
use crate::providers::pxweb::offices;
use crate::providers::pxweb::roles;

/// How the areas of a table are to be read.
pub(crate) struct Areas {
    pub(crate) scheme: Scheme,
    /// The one reporter, where the table has no dimension of reporters.
    pub(crate) reporter: Option<String>,
    numbered: bool,
}

impl Areas {
    /// Settles the scheme, and the reporter of a table that names none.
    ///
    /// # Errors
    /// If there is no reporter: neither in the table, nor by its publisher, nor by the user.
    pub(crate) fn of(
        cube: &Cube,
        reporters: Option<usize>,
        partners: Option<usize>,
        door: &mut Door,
    ) -> Result<Self> {
        let dimensions: Vec<&Dimension> = [reporters, partners]
            .into_iter()
            .flatten()
            .map(|at| &cube.dimensions[at])
            .collect();
        let national = reporters.is_none();
        let mut scheme = scheme(cube, &dimensions, national);
        let numbered = scheme == Scheme::Name;
        let reporter = match (reporters, door.reporter().map(str::to_owned)) {
            (Some(_), _) => None,
            (None, Some(given)) => {
                // The user writes the reporter as they like, whatever list the partners are in.
                scheme = Scheme::Any;
                Some(given)
            }
            (None, None) => Some(office(cube, scheme, door)?),
        };
        Ok(Self {
            scheme,
            reporter,
            numbered,
        })
    }

    /// An area as the door is to read it.
    pub(crate) fn name<'a>(&self, member: &'a Member) -> &'a str {
        match (roles::is_world(&member.code, &member.label), self.scheme) {
            (true, _) => self.world(),
            (false, _) if self.numbered && !member.label.is_empty() => &member.label,
            (false, _) => &member.code,
        }
    }

    /// The world, in the list of codes.
    pub(crate) fn world(&self) -> &'static str {
        match self.scheme {
            Scheme::Number => "0",
            Scheme::Iso2 => "W00",
            Scheme::Geonom => "WORLD",
            Scheme::Name => "World",
            Scheme::Iso3 | Scheme::Any => "WLD",
        }
    }
}

/// The list that most codes look like.
fn scheme(cube: &Cube, dimensions: &[&Dimension], national: bool) -> Scheme {
    if !national
        && ["ESTAT", "Eurostat"]
            .iter()
            .any(|name| cube.publisher.contains(name))
    {
        return Scheme::Geonom;
    }
    let (mut two, mut three, mut numbers, mut other) = (0, 0, 0, 0);
    for member in dimensions.iter().flat_map(|dimension| &dimension.members) {
        let code = member.code.as_str();
        let letters = code.chars().all(|c| c.is_ascii_alphabetic());
        match code.len() {
            _ if roles::is_world(code, &member.label) => {}
            2 if letters => two += 1,
            3 if letters => three += 1,
            1..=3 if code.chars().all(|c| c.is_ascii_digit()) => numbers += 1,
            _ => other += 1,
        }
    }
    // Groups of countries have codes of their own everywhere; they do not decide.
    let most = two.max(three).max(numbers);
    if most == 0 && other == 0 {
        // The world alone.
        Scheme::Any
    } else if most == 0 || other > 3 * most {
        Scheme::Name
    } else if numbers == most {
        // A national office numbers countries in its own way, or in the order of its list.
        if national {
            Scheme::Name
        } else {
            Scheme::Number
        }
    } else if three == most {
        Scheme::Iso3
    } else {
        Scheme::Iso2
    }
}

/// The country of the office that published the table.
fn office(cube: &Cube, scheme: Scheme, door: &mut Door) -> Result<String> {
    let Some(office) = offices::find(&cube.publisher) else {
        return Err(Error::Unreadable {
            reason: format!(
                "the table does not name its reporter, and its source `{}` is not known as a country's office; \
                 name the country with `--reporter`",
                cube.publisher
            ),
        });
    };
    door.remark(format!(
        "reporter is {}, the country of the publisher `{}`",
        office.name, cube.publisher
    ));
    Ok(match scheme {
        Scheme::Name => office.name,
        Scheme::Iso2 | Scheme::Geonom => office.iso2,
        Scheme::Iso3 | Scheme::Number | Scheme::Any => office.iso3,
    }
    .to_owned())
}
