//! Which flow a claim speaks of, and since when.

use super::claim::{Base, Change, Claim, Flow, Period};

/// The period a change is counted from; `None` where the words leave it open.
pub fn base_period(change: &Change, period: Period) -> Option<Period> {
    match change.base {
        Base::YearBefore { .. } => Some(Period {
            year: period.year - 1,
            ..period
        }),
        Base::Period(base) | Base::PerYearSince(base) => Some(base),
        Base::Open => None,
    }
}

/// Whether two flows are the same; the order of the two does not matter to two-way trade.
pub fn same_flow(one: &Flow, other: &Flow) -> bool {
    match (one, other) {
        (
            Flow::TwoWay {
                first,
                second: Some(second),
            },
            Flow::TwoWay {
                first: a,
                second: Some(b),
            },
        ) => (first, second) == (a, b) || (first, second) == (b, a),
        _ => one == other,
    }
}

/// The flow a claim speaks of, with a missing partner filled in where all other claims of the
/// document speak of one pair; `true` if it was filled in.
pub fn whole_flow(claim: &Claim, claims: &[Claim]) -> (Flow, bool) {
    if ends(&claim.flow).is_some() {
        return (claim.flow.clone(), false);
    }
    let mut pairs: Vec<[&str; 2]> = claims
        .iter()
        .filter_map(|other| ends(&other.flow))
        .collect();
    pairs.iter_mut().for_each(|pair| pair.sort_unstable());
    pairs.sort_unstable();
    pairs.dedup();
    let [pair] = pairs.as_slice() else {
        return (claim.flow.clone(), false);
    };
    let other = |known: &str| {
        let [one, two] = *pair;
        if known == one {
            Some(two.to_owned())
        } else {
            (known == two).then(|| one.to_owned())
        }
    };
    let filled = match &claim.flow {
        Flow::OneWay {
            exporter: Some(known),
            ..
        } => Flow::OneWay {
            exporter: Some(known.clone()),
            importer: other(known),
        },
        Flow::OneWay {
            importer: Some(known),
            ..
        } => Flow::OneWay {
            exporter: other(known),
            importer: Some(known.clone()),
        },
        Flow::OneWay { .. } => claim.flow.clone(),
        Flow::TwoWay { first, .. } => Flow::TwoWay {
            first: first.clone(),
            second: other(first),
        },
        Flow::Balance { first, .. } => Flow::Balance {
            first: first.clone(),
            second: other(first),
        },
    };
    let whole = ends(&filled).is_some();
    (filled, whole)
}

/// The two ends of a flow, if both are known.
pub fn ends(flow: &Flow) -> Option<[&str; 2]> {
    match flow {
        Flow::OneWay { exporter, importer } => Some([exporter.as_deref()?, importer.as_deref()?]),
        Flow::TwoWay { first, second } | Flow::Balance { first, second } => {
            Some([first, second.as_deref()?])
        }
    }
}
