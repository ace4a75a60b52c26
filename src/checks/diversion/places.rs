//! Third places: what A sends there and what B receives from there.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::change::Change;
use super::report::{Flows, Ranking};
use super::windows::Windows;
use crate::checks::series::Series;

/// One third place with both of its legs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Third {
    pub place: String,
    /// What the exporter sends there.
    pub out: Change,
    /// What the importer receives from there.
    pub into: Change,
    /// The smaller of the two rises, 0 unless both rose: no more than this can have taken the way
    /// through the place in addition to what did before.
    pub through: f64,
    /// `through` over the fall of A → B; `None` unless that fell.
    pub of_fall: Option<f64>,
    /// `None` without the totals of both sides.
    pub beyond: Option<Beyond>,
}

/// Rises beyond what each leg would show had it grown like the rest.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Beyond {
    /// A → C after, less A → C before times the growth of A's exports to all but B.
    pub out: f64,
    /// C → B after, less C → B before times the growth of B's imports from all but A.
    pub into: f64,
    /// The smaller of the two, 0 unless both are above 0.
    pub through: f64,
}

/// A place of which a leg is not known in every period of both windows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unranked {
    pub place: String,
    /// What is missing: `NOR>SWE has no figure in 2011, 2012`.
    pub missing: Vec<String>,
}

/// Every place, ranked, and those that cannot be.
pub(super) fn rank(
    flows: &Flows<'_>,
    windows: &Windows,
    direct: &Change,
    ranking: Ranking,
) -> (Vec<Third>, Vec<Unranked>) {
    let by_place = |legs: &'_ [Series]| -> BTreeMap<String, Series> {
        legs.iter()
            .map(|s| (s.key().to_owned(), s.clone()))
            .collect()
    };
    let (out, into) = (by_place(flows.out), by_place(flows.into));
    let growths = growths(flows, windows, direct);
    let places: BTreeSet<&String> = out.keys().chain(into.keys()).collect();
    let (mut ranked, mut unranked) = (Vec::new(), Vec::new());
    for place in places {
        let leg = |legs: &BTreeMap<String, Series>, name: &str| match legs.get(place) {
            None => Err(format!("{name} is not in the table")),
            Some(series) => Change::of(series, windows).map_err(|missing| {
                let missing: Vec<_> = missing.iter().map(ToString::to_string).collect();
                format!("{name} has no figure in {}", missing.join(", "))
            }),
        };
        let legs = (leg(&out, "the flow to it"), leg(&into, "the flow from it"));
        match legs {
            (Ok(out), Ok(into)) => ranked.push(third(place, out, into, direct, growths)),
            (out, into) => unranked.push(Unranked {
                place: place.clone(),
                missing: [out.err(), into.err()].into_iter().flatten().collect(),
            }),
        }
    }
    let size = |one: &Third| match ranking {
        Ranking::Rise => one.through,
        Ranking::BeyondGrowth => one.beyond.map_or(0.0, |beyond| beyond.through),
    };
    ranked.sort_by(|a, b| {
        size(b)
            .total_cmp(&size(a))
            .then_with(|| a.place.cmp(&b.place))
    });
    (ranked, unranked)
}

/// Growth of A's exports to all but B, and of B's imports from all but A.
fn growths(flows: &Flows<'_>, windows: &Windows, direct: &Change) -> Option<(f64, f64)> {
    let beside = |total: Option<&Series>| {
        let total = Change::of(total?, windows).ok()?;
        total.growth_beside(direct)
    };
    beside(flows.all_exports).zip(beside(flows.all_imports))
}

fn third(
    place: &str,
    out: Change,
    into: Change,
    direct: &Change,
    growths: Option<(f64, f64)>,
) -> Third {
    let through = out.difference.min(into.difference).max(0.0);
    let beyond = growths.map(|(exports, imports)| {
        let out = out.after - out.before * exports;
        let into = into.after - into.before * imports;
        Beyond {
            out,
            into,
            through: out.min(into).max(0.0),
        }
    });
    Third {
        place: place.to_owned(),
        out,
        into,
        through,
        of_fall: (direct.difference < 0.0).then(|| through / -direct.difference),
        beyond,
    }
}
