//! Adding parts up and ranking what is left over.

use serde::Serialize;

use super::tolerance::Tolerance;
use super::whole::Whole;
use crate::checks::series::Period;
use crate::model::sum::exact_sum;

/// What the sum of the parts says of a total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// The difference is within the tolerance and no part is missing.
    Agrees,
    /// The difference is within the tolerance although parts are missing: they can hold no more
    /// than that.
    AgreesWithoutMissing,
    /// The parts fall short, and parts are missing that may hold the rest.
    ShortWithMissing,
    /// The parts fall short though none is missing.
    Short,
    /// The parts come to more than the total.
    Over,
    /// Nothing to compare: no total, or no part with a figure.
    NotComparable,
}

impl Agreement {
    /// Whether the total is wrong by its own parts: [`Short`](Self::Short) or [`Over`](Self::Over).
    pub const fn disagrees(self) -> bool {
        matches!(self, Self::Short | Self::Over)
    }
}

/// One total against the exact sum of its parts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sum {
    pub name: String,
    pub period: Period,
    pub stated: Option<f64>,
    /// Correctly rounded sum of the parts that have a figure; `None` if none has.
    pub sum: Option<f64>,
    /// Parts with a figure.
    pub parts: usize,
    /// Keys of the parts without one.
    pub missing: Vec<String>,
    /// Stated less sum, rounded once.
    pub difference: Option<f64>,
    /// Difference over the size of the stated total; `None` if that is 0.
    pub relative: Option<f64>,
    /// What the tolerance allows.
    pub allowed: Option<f64>,
    pub agreement: Agreement,
    /// 2 or 3 if the parts come to about so many totals, as they do if levels are mixed.
    pub times: Option<u8>,
}

/// Sums with what they rank by.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ranked {
    pub tolerance: Tolerance,
    /// The largest difference first; those without one last, by name and period.
    pub sums: Vec<Sum>,
    pub compared: usize,
    pub disagreeing: usize,
}

/// How near the parts must come to a whole number of totals to be called so.
const TIMES: f64 = 0.01;

/// Adds up every whole and ranks the differences by size, the largest first.
pub fn check(wholes: &[Whole], tolerance: Tolerance) -> Ranked {
    let mut sums: Vec<Sum> = wholes.iter().map(|whole| add(whole, tolerance)).collect();
    let size = |sum: &Sum| sum.difference.map_or(-1.0, f64::abs);
    sums.sort_by(|a, b| {
        size(b)
            .total_cmp(&size(a))
            .then_with(|| (&a.name, a.period).cmp(&(&b.name, b.period)))
    });
    Ranked {
        tolerance,
        compared: sums.iter().filter(|sum| sum.difference.is_some()).count(),
        disagreeing: sums.iter().filter(|sum| sum.agreement.disagrees()).count(),
        sums,
    }
}

pub(super) fn add(whole: &Whole, tolerance: Tolerance) -> Sum {
    let figures: Vec<f64> = whole.parts.iter().filter_map(|(_, value)| *value).collect();
    let without = whole.parts.iter().filter(|(_, value)| value.is_none());
    let missing: Vec<String> = without.map(|(key, _)| key.clone()).collect();
    let sum = (!figures.is_empty()).then(|| exact_sum(figures.iter().copied()));
    // Not stated minus the rounded sum: that would round twice.
    let difference = whole
        .stated
        .filter(|_| sum.is_some())
        .map(|stated| exact_sum(std::iter::once(stated).chain(figures.iter().map(|value| -value))));
    let allowed = whole
        .stated
        .map(|stated| tolerance.allowed(stated, figures.len()));
    let agreement = match difference.zip(allowed) {
        None => Agreement::NotComparable,
        Some((difference, allowed)) => match (difference.abs() <= allowed, missing.is_empty()) {
            (true, true) => Agreement::Agrees,
            (true, false) => Agreement::AgreesWithoutMissing,
            (false, _) if difference < 0.0 => Agreement::Over,
            (false, true) => Agreement::Short,
            (false, false) => Agreement::ShortWithMissing,
        },
    };
    let stated = whole.stated.filter(|stated| *stated != 0.0);
    let ratio = sum.zip(stated).map(|(sum, stated)| sum / stated);
    let times = [2u8, 3].into_iter().find(|times| {
        let whole = f64::from(*times);
        figures.len() > 1 && ratio.is_some_and(|ratio| (ratio / whole - 1.0).abs() <= TIMES)
    });
    Sum {
        name: whole.name.clone(),
        period: whole.period,
        stated: whole.stated,
        sum,
        parts: figures.len(),
        missing,
        difference,
        relative: difference.zip(stated).map(|(d, stated)| d / stated.abs()),
        allowed,
        agreement,
        times: times.filter(|_| agreement == Agreement::Over),
    }
}
