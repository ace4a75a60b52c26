//! One direction for both, both for one, or one for the other.

use super::needed_base::other_flows;
use super::{Explain, Explained};
use crate::checks::claims::case::Case;
use crate::checks::claims::claim::{Flow, Part};
use crate::checks::claims::parts::joined;
use crate::checks::claims::reading::Reading;

/// The stated figure is that of another flow between the same two countries.
///
/// ```text
/// rate = growth of exports + imports, or of the other direction
/// ```
pub(super) struct PartAndTotal;

impl Explain for PartAndTotal {
    fn name(&self) -> &'static str {
        "part against total"
    }

    fn test(&self, case: &Case<'_>) -> Vec<Explained> {
        if case.claim.change.is_none() {
            return levels(case);
        }
        let (Some(stated), Some(base)) = (case.stated_rate(), case.base()) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for (flow, what) in other_flows(&case.flow) {
            let summed = summed_growth(case, &flow).map(|figure| (figure, "the text".to_owned()));
            let lines = case.lines_of(&flow);
            let pairs = lines.iter().flat_map(|line| line.pairs(base, case.period));
            let growth = pairs.filter_map(|pair| Some((case.rate(pair.ratio()?)?, pair.words)));
            found.extend(summed.into_iter().chain(growth).map(|(figure, whose)| {
                Explained::rate(stated, figure, &format!("{whose}, {what}"))
            }));
        }
        found
    }
}

/// Growth of both directions together, from those the text prints.
fn summed_growth(case: &Case, flow: &Flow) -> Option<Reading> {
    let Flow::TwoWay { .. } = flow else {
        return None;
    };
    let then = joined(case, flow, case.base()?, false)?;
    let now = joined(case, flow, case.period, false)?;
    let alike = now.currency == then.currency;
    case.rate(now.reading.over(then.reading).filter(|_| alike)?)
}

fn levels(case: &Case) -> Vec<Explained> {
    let Some(stated) = case.stated_level() else {
        return Vec::new();
    };
    let currency = case.claim.level.as_ref().and_then(|level| level.currency);
    let mut found = Vec::new();
    for (flow, what) in other_flows(&case.flow) {
        for line in case.lines_of(&flow).iter().filter(|line| !line.own) {
            let here = line
                .levels
                .iter()
                .filter(|level| level.period == case.period);
            for level in
                here.filter(|level| level.currency == currency && level.period.part != Part::Fiscal)
            {
                let words = format!("{}, {what}", line.words);
                found.push(Explained::money(stated, level.reading, currency, &words));
            }
        }
    }
    found
}
