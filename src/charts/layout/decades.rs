//! Where the ticks of a log axis stand: at 1, 2 and 5 times the powers of ten.

use crate::charts::canvas::face;
use crate::charts::layout::frame::SMALL;

/// Between powers of ten there are ticks on axes up to this many decades; on longer ones they would be a hatch.
const HATCH: usize = 6;
/// More names than this make an axis hard to read.
const NAMES: usize = 8;
/// Steps between named powers of ten: a thousandfold reads more easily than a hundredfold.
const STRIDES: [i32; 4] = [1, 3, 2, 6];
/// Room from one name to the next.
const APART: f64 = face::LEADING * SMALL * 1.2;

/// Ticks from at or below `low` to at or above `high`, both above zero; at least two.
pub fn ticks(low: f64, high: f64) -> Vec<f64> {
    let (first, last) = (decade(low) - 1, decade(high) + 1);
    let powers = |steps: &'static [f64]| {
        (first..=last).flat_map(move |exponent| steps.iter().map(move |step| at(*step, exponent)))
    };
    let wide = (last - first - 2) as usize > HATCH;
    let steps: &[f64] = if wide { &[1.0] } else { &[1.0, 2.0, 5.0] };
    let all: Vec<f64> = powers(steps).collect();
    // A billionth forgives a figure that is a tick but for its last bits.
    let from = all.iter().rposition(|tick| *tick <= low * (1.0 + 1e-9));
    let to = all.iter().position(|tick| *tick >= high * (1.0 - 1e-9));
    let (mut from, mut to) = (from.unwrap_or(0), to.unwrap_or(all.len() - 1));
    if from == to {
        (from, to) = (from.saturating_sub(1), (to + 1).min(all.len() - 1));
    }
    all[from..=to].to_vec()
}

/// Which ticks have a name on an axis of `height` pixels; the names stand apart and are at least two.
///
/// All if they are few, else the powers of ten, or every few of them.
pub fn named(ticks: &[f64], height: f64) -> Vec<bool> {
    let (Some(low), Some(high)) = (ticks.first(), ticks.last()) else {
        return Vec::new();
    };
    let pixels = height / (high / low).log10();
    let fits = |names: &[bool]| {
        let shown: Vec<f64> = ticks
            .iter()
            .zip(names)
            .filter_map(|(tick, named)| named.then_some(*tick))
            .collect();
        let apart = |two: &[f64]| (two[1] / two[0]).log10() * pixels >= APART;
        (2..=NAMES).contains(&shown.len()) && shown.windows(2).all(apart)
    };
    let every = |stride: i32| -> Vec<bool> {
        let named = |tick: &f64| {
            let power = decade(*tick);
            at(1.0, power) == *tick && power.rem_euclid(stride) == 0
        };
        ticks.iter().map(named).collect()
    };
    let all = vec![true; ticks.len()];
    let ends: Vec<bool> = ticks
        .iter()
        .map(|tick| tick == low || tick == high)
        .collect();
    let mut schemes = [all].into_iter().chain(STRIDES.map(every));
    schemes.find(|names| fits(names)).unwrap_or(ends)
}

/// The power of ten at or below a value.
fn decade(value: f64) -> i32 {
    let exponent = value.log10().floor() as i32;
    // The logarithm of 1000 may fall a hair short of 3.
    if at(1.0, exponent + 1) <= value {
        exponent + 1
    } else {
        exponent
    }
}

/// A step of a decade as an exact decimal.
fn at(step: f64, exponent: i32) -> f64 {
    let power = 10f64.powi(exponent.abs());
    if exponent < 0 {
        step / power
    } else {
        step * power
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_stand_at_one_two_and_five_and_reach_past_the_data() {
        assert_eq!(ticks(0.9, 13.0), [0.5, 1.0, 2.0, 5.0, 10.0, 20.0]);
        assert_eq!(ticks(1e9, 2e9), [1e9, 2e9]);
        assert_eq!(ticks(3e-3, 4e-3), [0.002, 0.005]);
    }

    #[test]
    fn one_value_alone_has_a_tick_on_either_side() {
        assert_eq!(ticks(1000.0, 1000.0), [500.0, 1000.0, 2000.0]);
        assert_eq!(ticks(3.0, 3.0), [2.0, 5.0]);
    }

    #[test]
    fn sixteen_decades_have_ticks_at_powers_of_ten_only() {
        let all = ticks(1e-3, 1e13);
        assert_eq!((all[0], all[1], all[16]), (0.001, 0.01, 1e13));
        assert_eq!(all.len(), 17);
    }

    #[test]
    fn names_give_way_from_the_fives_to_every_few_powers() {
        let shown = |low, high, height| -> Vec<f64> {
            let all = ticks(low, high);
            let names = named(&all, height);
            all.into_iter()
                .zip(names)
                .filter_map(|(tick, named)| named.then_some(tick))
                .collect()
        };
        assert_eq!(shown(1.0, 20.0, 400.0), [1.0, 2.0, 5.0, 10.0, 20.0]);
        assert_eq!(shown(1.0, 4000.0, 400.0), [1.0, 10.0, 100.0, 1000.0]);
        assert_eq!(shown(1e-3, 1e13, 300.0), [0.001, 1.0, 1e3, 1e6, 1e9, 1e12]);
        assert_eq!(shown(3.0, 3.0, 300.0), [2.0, 5.0]);
        assert_eq!(shown(1.5, 60.0, 60.0), [1.0, 10.0, 100.0]);
    }
}
