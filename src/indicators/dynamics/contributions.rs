//! What each product or partner adds to the growth of the whole.

use crate::indicators::about::About;
use crate::indicators::matrix::Matrix;
use crate::indicators::reason::{Figure, Reason, per_hundred};
use crate::model::sum::exact_sum;

pub const ABOUT: About = About {
    name: "contributions",
    short: "",
    about: "the percentage points that each product or partner adds to the growth of the total",
    formula: "c(k) = 100 · (V(k,t) − V(k,t−1)) / V(t−1); Σk c(k) = growth of the total; share of growth = 100 · ΔV(k) / ΔV",
    unit: "percentage points; shares of growth in per cent",
    keys: "period × part (product or partner); t−1 is the previous calendar year",
    nulls: "all null if the total of the year before is zero, or if a part is unknown and not taken as zero; share of growth null where the total changes by less than 0.05 %",
    source: "standard decomposition; the yearbooks of China's statistical office print it as contribution in percentage points",
};

/// Below this growth of the total, in per cent, shares in it are printed noise.
pub const HARDLY: f64 = 0.05;

/// What a part without a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Absent {
    /// Not known: then the total is not known either.
    #[default]
    Unknown,
    /// Zero, as in customs files that list only what was traded.
    Zero,
}

impl Absent {
    pub const ALL: [Self; 2] = [Self::Unknown, Self::Zero];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Zero => "zero",
        }
    }
}

/// A part of the whole a year before and now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Part {
    pub then: Option<f64>,
    pub now: Option<f64>,
}

/// The rows of two matrices as parts, such as products of products × partners.
///
/// # Errors
/// [`Reason::Unmatched`] unless both have the same rows.
pub fn rows(then: &Matrix, now: &Matrix) -> Result<Vec<Part>, Reason> {
    if then.rows() != now.rows() {
        return Err(Reason::Unmatched);
    }
    Ok(parts(then.row_sums(), now.row_sums()))
}

/// The columns of two matrices as parts, such as partners of products × partners.
///
/// # Errors
/// [`Reason::Unmatched`] unless both have the same columns.
pub fn columns(then: &Matrix, now: &Matrix) -> Result<Vec<Part>, Reason> {
    if then.columns() != now.columns() {
        return Err(Reason::Unmatched);
    }
    Ok(parts(then.column_sums(), now.column_sums()))
}

fn parts(then: Vec<f64>, now: Vec<f64>) -> Vec<Part> {
    let part = |(then, now)| Part {
        then: Some(then),
        now: Some(now),
    };
    then.into_iter().zip(now).map(part).collect()
}

/// Growth of the whole and what its parts add.
#[derive(Debug, Clone, PartialEq)]
pub struct Contributions {
    /// Growth of the whole, per cent.
    pub growth: Figure,
    /// One for every part, in their order.
    pub parts: Vec<Contribution>,
    /// What the total given has beyond the parts; zero where the parts make up the whole.
    pub rest: Figure,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Contribution {
    /// Change in value.
    pub change: Figure,
    /// Percentage points of the growth of the whole.
    pub points: Figure,
    /// Per cent of the change of the whole.
    pub share: Figure,
}

/// Contributions of parts to the growth of their sum, or of a `total` given as then and now.
///
/// ```text
/// c(k) = 100 · (V(k,t) − V(k,t−1)) / V(t−1)        Σk c(k) + rest = growth
/// ```
///
/// Unit: percentage points. Null, with a reason, where the base is zero or, with
/// [`Absent::Unknown`], any part lacks a figure: the growth of an incomplete total is no growth.
/// A share of growth is null where the whole grew by less than [`HARDLY`] per cent.
pub fn contributions(parts: &[Part], total: Option<(f64, f64)>, absent: Absent) -> Contributions {
    let known = |figure: Option<f64>| match absent {
        Absent::Zero => Ok(figure.unwrap_or(0.0)),
        Absent::Unknown => figure.ok_or(Reason::NoFigure),
    };
    let all = |of: fn(&Part) -> Option<f64>| -> Result<f64, Reason> {
        let figures: Vec<f64> = parts
            .iter()
            .map(|part| known(of(part)))
            .collect::<Result<_, _>>()?;
        Ok(exact_sum(figures))
    };
    let sums = all(|part| part.then).and_then(|then| Ok((then, all(|part| part.now)?)));
    let whole = total.map_or_else(|| sums.clone(), Ok);
    let of_whole = |change: Figure| {
        let (then, now) = whole.clone()?;
        if then < 0.0 || now < 0.0 {
            return Err(Reason::NotPositive);
        }
        per_hundred(change?, then)
    };
    let growth = of_whole(whole.clone().map(|(then, now)| now - then));
    let share = |change: Figure| {
        let (then, now) = whole.clone()?;
        if growth.clone()?.abs() < HARDLY {
            return Err(Reason::HardlyChanged);
        }
        per_hundred(change?, now - then)
    };
    let one = |part: &Part| {
        let change = known(part.now).and_then(|now| Ok(now - known(part.then)?));
        Contribution {
            points: of_whole(change.clone()),
            share: share(change.clone()),
            change,
        }
    };
    let beyond = whole.clone().and_then(|(then, now)| {
        let (part_then, part_now) = sums.clone()?;
        Ok(exact_sum([now, -then, -part_now, part_then]))
    });
    Contributions {
        parts: parts.iter().map(one).collect(),
        rest: of_whole(beyond),
        growth,
    }
}
