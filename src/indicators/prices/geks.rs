//! GEKS: one index from all comparisons of two periods.

use super::baskets::Baskets;
use super::link::{Level, Link};
use crate::indicators::reason::{Figure, Reason};
use crate::model::sum::exact_sum;

/// The geometric mean, over every period `s`, of the way from the reference to `t` over `s`.
///
/// ```text
/// P(r,t) = Πs (P(r,s) · P(s,t))^(1/T)
/// ```
///
/// Transitive: no drift, and the same path whichever period is 100. It changes when periods are
/// added. Each comparison matches its own products. Two periods without a product in common leave
/// no index at all, for every figure rests on every pair.
///
/// Source: Ivancic, Diewert and Fox (2011), *Journal of Econometrics* 161.
pub(super) fn geks(how: Link, baskets: &Baskets, reference: i32) -> Result<Vec<Level>, Reason> {
    if !how.formula.is_reversible() {
        return Err(Reason::NotReversible);
    }
    baskets.at(reference)?;
    let periods: Vec<i32> = baskets.by_period.keys().copied().collect();
    let levels = levels(how, baskets, &periods);
    let place = |period: i32| periods.iter().position(|one| *one == period);
    let level = |period: i32| {
        let price: Figure = match (place(reference), place(period)) {
            (Some(r), Some(t)) => levels.clone().map(|levels| (levels[t] - levels[r]).exp()),
            _ => Err(Reason::NoFigure),
        };
        Level {
            price,
            coverage: None,
        }
    };
    Ok(baskets.calendar().into_iter().map(level).collect())
}

/// Log price level of every period: the mean of its log indices on all periods.
fn levels(how: Link, baskets: &Baskets, periods: &[i32]) -> Result<Vec<f64>, Reason> {
    let n = periods.len();
    let mut logs = vec![0.0; n * n];
    for s in 0..n {
        for t in s + 1..n {
            let both = (baskets.at(periods[s])?, baskets.at(periods[t])?);
            let names = || (baskets.written(periods[s]), baskets.written(periods[t]));
            let log = how.between(both, names).price?.ln();
            // Reversible in time: the way back is the inverse.
            logs[s * n + t] = log;
            logs[t * n + s] = -log;
        }
    }
    let level = |t: usize| exact_sum((0..n).map(|s| logs[s * n + t])) / n as f64;
    Ok((0..n).map(level).collect())
}
