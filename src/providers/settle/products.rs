//! Products among the products they consist of.

use foldhash::HashSet;

use super::{Comparison, Detail};
use crate::error::{Error, Result};
use crate::model::column::TOTAL;
use crate::model::intake::{Intake, Row};
use crate::model::period::year_of;
use crate::model::source::{Kind, Side};
use crate::model::sum::exact_sum;

/// Lengths of codes that are levels of one classification: chapter, heading, subheading, national
/// lines. Codes of other lengths are no hierarchy: `1` is no parent of `10`.
const LEVELS: [usize; 5] = [2, 4, 6, 8, 10];

/// Below this share of products that agree with their parts the file is not understood.
const MOST: f64 = 0.9;

type Flow = (u32, u32, u32, Side, Kind, i32);

fn flow(row: &Row) -> Flow {
    (
        row.source,
        row.exporter,
        row.importer,
        row.side,
        row.kind,
        row.period,
    )
}

/// A product with the products it consists of, as places in the rows.
struct Parent {
    own: usize,
    /// Products below it that have nothing below themselves.
    leaves: Vec<usize>,
}

/// Products go where their parts stand beside them and add up to them.
pub(super) fn leave_out_parents(
    intake: &mut Intake,
    detail: Option<Detail>,
) -> Result<Option<String>> {
    let lengths: Vec<usize> = intake
        .products
        .list()
        .iter()
        .filter_map(|code| level(code))
        .collect();
    if lengths.windows(2).all(|pair| pair[0] == pair[1]) {
        return Ok(None);
    }
    let parents = parents(intake);
    if parents.is_empty() {
        return Ok(None);
    }
    let mut comparison = Comparison::default();
    for parent in &parents {
        if let Some(total) = intake.rows[parent.own].value {
            let sum = sum(intake, &parent.leaves);
            comparison.add(total, sum, || about(intake, parent.own));
        }
    }
    let agree = 1.0 - comparison.apart as f64 / comparison.compared.max(1) as f64;
    let words = comparison
        .words("the products above them", "products")
        .unwrap_or_default();
    let detail = match detail {
        None if agree < MOST => {
            return Err(Error::TotalsAmongParts {
                reason: format!("products and their parts stand side by side, and {words}"),
                remedy: "say which to keep with --detail finest or --detail coarsest".to_owned(),
            });
        }
        None => Detail::Finest,
        Some(detail) => detail,
    };
    let mut gone = vec![false; intake.rows.len()];
    for parent in &parents {
        match detail {
            Detail::Finest => gone[parent.own] = true,
            Detail::Coarsest => parent.leaves.iter().for_each(|leaf| gone[*leaf] = true),
        }
    }
    if detail == Detail::Coarsest {
        // Products between the top and the leaves repeat the top as well.
        let lower: Vec<usize> = lower(intake, &parents).collect();
        lower.into_iter().for_each(|place| gone[place] = true);
    }
    let count = gone.iter().filter(|gone| **gone).count();
    let mut place = 0;
    intake.rows.retain(|_| {
        place += 1;
        !gone[place - 1]
    });
    let kept = detail.as_str();
    Ok(Some(format!(
        "{count} product rows left out to keep the {kept} level; {words}"
    )))
}

/// `TOTAL` rows against the sum of the products beside them.
pub(super) fn compare_totals(intake: &Intake) -> Option<String> {
    let total = intake.products.find(TOTAL)?;
    if intake.products.list().len() == 1 {
        return None;
    }
    let order = in_order(intake);
    let mut comparison = Comparison::default();
    for group in order.chunk_by(|&a, &b| flow(&intake.rows[a]) == flow(&intake.rows[b])) {
        let own = group
            .iter()
            .find(|&&place| intake.rows[place].product == total);
        let parts: Vec<usize> = group
            .iter()
            .copied()
            .filter(|&place| intake.rows[place].product != total)
            .collect();
        if let (Some(&own), false) = (own, parts.is_empty())
            && let Some(value) = intake.rows[own].value
        {
            comparison.add(value, sum(intake, &parts), || about(intake, own));
        }
    }
    comparison.words("the TOTAL row", "products")
}

fn level(code: &str) -> Option<usize> {
    let digits = code.bytes().all(|byte| byte.is_ascii_digit());
    (digits && LEVELS.contains(&code.len())).then_some(code.len())
}

/// Places of the rows, by flow and then by product code, so that parts follow what they are part of.
fn in_order(intake: &Intake) -> Vec<usize> {
    let mut order: Vec<usize> = (0..intake.rows.len()).collect();
    order.sort_by(|&a, &b| {
        let (a, b) = (&intake.rows[a], &intake.rows[b]);
        let codes = || {
            intake
                .products
                .word(a.product)
                .cmp(intake.products.word(b.product))
        };
        flow(a).cmp(&flow(b)).then_with(codes)
    });
    order
}

fn parents(intake: &Intake) -> Vec<Parent> {
    let code = |place: usize| intake.products.word(intake.rows[place].product);
    let order = in_order(intake);
    let mut found = Vec::new();
    for group in order.chunk_by(|&a, &b| flow(&intake.rows[a]) == flow(&intake.rows[b])) {
        let coded: Vec<usize> = group
            .iter()
            .copied()
            .filter(|&place| level(code(place)).is_some())
            .collect();
        for (index, &own) in coded.iter().enumerate() {
            // Codes are in order, so everything below a product follows it at once, and a product
            // is a leaf if what follows it is not below it.
            let below = coded[index + 1..]
                .iter()
                .take_while(|&&next| code(next).starts_with(code(own)));
            let below: Vec<usize> = below
                .copied()
                .filter(|&place| code(place).len() > code(own).len())
                .collect();
            let is_leaf = |at: usize| {
                let next = below.get(at + 1);
                next.is_none_or(|&next| {
                    !code(next).starts_with(code(below[at])) || code(next) == code(below[at])
                })
            };
            let leaves: Vec<usize> = (0..below.len())
                .filter(|&at| is_leaf(at))
                .map(|at| below[at])
                .collect();
            if !leaves.is_empty() {
                found.push(Parent { own, leaves });
            }
        }
    }
    found
}

/// Places of the parents that lie below another parent.
fn lower<'a>(intake: &'a Intake, parents: &'a [Parent]) -> impl Iterator<Item = usize> + 'a {
    let code = |place: usize| intake.products.word(intake.rows[place].product);
    let all: HashSet<(Flow, &str)> = parents
        .iter()
        .map(|one| (flow(&intake.rows[one.own]), code(one.own)))
        .collect();
    parents.iter().map(|one| one.own).filter(move |&own| {
        let (flow, code) = (flow(&intake.rows[own]), code(own));
        let above = LEVELS.iter().filter(|length| **length < code.len());
        above
            .into_iter()
            .any(|&length| all.contains(&(flow, &code[..length])))
    })
}

fn sum(intake: &Intake, places: &[usize]) -> f64 {
    exact_sum(places.iter().filter_map(|&place| intake.rows[place].value))
}

fn about(intake: &Intake, place: usize) -> String {
    let row = &intake.rows[place];
    format!(
        "{} of {} to {} in {}",
        intake.products.word(row.product),
        intake.areas.word(row.exporter),
        intake.areas.word(row.importer),
        year_of(row.period)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_numbers_are_no_hierarchy() {
        assert_eq!(level("1"), None);
        assert_eq!(level("10"), Some(2));
        assert_eq!(level("TOTAL"), None);
    }
}
