//! BACI's numbers of countries, and the routes between them that a question needs.

use crate::model::place::{Place, Scheme, resolve};
use crate::store::Asked;
use crate::store::raw::Route;

/// Country numbers have three digits.
const COUNTRIES: u16 = 1000;

/// The routes that hold all that is asked for; none where that is everything.
pub(super) fn routes(asked: &Asked) -> Option<Vec<Route>> {
    let numbers =
        |codes: &[String]| -> Vec<u16> { codes.iter().flat_map(|code| numbers(code)).collect() };
    match asked {
        Asked::Everything | Asked::Pairs { .. } | Asked::Flows { .. } | Asked::ByProduct { .. } => {
            None
        }
        Asked::Among { codes, .. } => {
            let all = numbers(codes);
            let pairs = all
                .iter()
                .flat_map(|from| all.iter().map(move |to| (*from, *to)));
            Some(pairs.map(|(from, to)| Route::pair(from, to)).collect())
        }
        Asked::From { codes, .. } => {
            Some(numbers(codes).into_iter().map(Route::exports_of).collect())
        }
        Asked::Into { codes, .. } => {
            Some(numbers(codes).into_iter().map(Route::imports_of).collect())
        }
    }
}

fn code(number: u16) -> Option<&'static str> {
    match resolve(&number.to_string(), Scheme::Number)? {
        Place::Country(country) => Some(&country.today().code),
        Place::World | Place::Group(_) => None,
    }
}

/// The code of every number that BACI can have.
pub fn codes() -> Vec<Option<&'static str>> {
    (0..COUNTRIES).map(code).collect()
}

/// Every number of a country: that of today, and those of its earlier extents.
fn numbers(wanted: &str) -> Vec<u16> {
    (0..COUNTRIES)
        .filter(|number| code(*number) == Some(wanted))
        .collect()
}
