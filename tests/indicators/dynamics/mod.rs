//! Change over time.

mod constant_share;
mod contributions;
mod instability;
mod moving_average;
mod properties;
mod regularity;
mod seasons;
mod shift_share;
mod timeline;
mod volatility;

use bilat::indicators::dynamics::timeline::Timeline;

/// Four years of months with a trend, a season and some noise, 2018-01 to 2021-12.
pub fn months() -> Timeline {
    months_without(&[])
}

/// The same without the months at the places named.
pub fn months_without(gaps: &[u32]) -> Timeline {
    let figure = |k: u32| f64::from(100 + 2 * k + 15 * ((5 * k) % 12) + ((k * k) % 17));
    let date = |k: u32| (2018 + (k / 12) as i32, k % 12 + 1);
    let kept = (0..48).filter(|k| !gaps.contains(k));
    Timeline::of_months(kept.map(|k| (date(k), figure(k)))).unwrap()
}
