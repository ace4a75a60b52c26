//! What must hold for any figures.

use bilat::indicators::dynamics::constant_share::{ConstantShare, Order, Parts, Trade, Weights};
use bilat::indicators::dynamics::contributions::{Absent, Part, contributions};
use bilat::indicators::dynamics::moving_average::{Gaps, MovingAverage, Window};
use bilat::indicators::dynamics::rate::Against;
use bilat::indicators::dynamics::regularity::regularity;
use bilat::indicators::dynamics::shift_share::{Product, shift_share};
use bilat::indicators::dynamics::timeline::Timeline;
use bilat::indicators::matrix::Matrix;
use bilat::indicators::reference::Reference;
use bilat::model::sum::exact_sum;
use proptest::prelude::*;

use crate::indicators::near;

/// Zeros and values over six orders of magnitude.
fn value() -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(0.0), 5 => 1.0f64..1e6]
}

fn cells(n: usize) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(value(), n)
}

fn matrix(values: Vec<f64>) -> Matrix {
    let names = |letter: &str, n: usize| (0..n).map(|i| format!("{letter}{i}")).collect::<Vec<_>>();
    let columns = values.len() / 3;
    Matrix::new(names("k", 3), names("j", columns), values).unwrap()
}

fn change(then: &[f64], now: &[f64]) -> f64 {
    exact_sum(now.iter().copied().chain(then.iter().map(|value| -value)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn constant_share_parts_sum_to_the_change(
        x0 in cells(12), x1 in cells(12), o0 in cells(12), o1 in cells(12),
    ) {
        let whole = |own: &[f64], others: &[f64]| own.iter().zip(others).map(|(a, b)| a + b).collect::<Vec<_>>();
        let (w0, w1) = (matrix(whole(&x0, &o0)), matrix(whole(&x1, &o1)));
        let (own0, own1) = (matrix(x0.clone()), matrix(x1.clone()));
        for order in Order::ALL {
            for weights in Weights::ALL {
                for reference in Reference::ALL {
                    let how = ConstantShare { order, weights, reference };
                    let then = Trade { own: &own0, world: &w0 };
                    let now = Trade { own: &own1, world: &w1 };
                    let Ok(all) = how.between(then, now) else { continue };
                    // Parts that cancel are many times larger than their sum.
                    let largest = |parts: &Parts| parts.values().iter().fold(1e6, |a: f64, b| a.max(b.abs()));
                    let scale = all.by_product.iter().map(largest).fold(1e6, f64::max);
                    near(all.total.change() / scale, change(&x0, &x1) / scale, 1e-12);
                    let by = |parts: &[Parts]| exact_sum(parts.iter().map(Parts::change));
                    near(by(&all.by_product) / scale, by(&all.by_market) / scale, 1e-12);
                    prop_assert!(all.total.values().iter().all(|part| part.is_finite()));
                }
            }
        }
    }

    #[test]
    fn one_market_makes_constant_share_and_shift_share_one(
        x0 in cells(3), x1 in cells(3), o0 in prop::collection::vec(1.0f64..1e6, 3), o1 in cells(3),
    ) {
        let whole = |own: &[f64], others: &[f64]| own.iter().zip(others).map(|(a, b)| a + b).collect::<Vec<_>>();
        let (w0, w1) = (whole(&x0, &o0), whole(&x1, &o1));
        let products: Vec<Product> = (0..3)
            .map(|k| Product { own: (x0[k], x1[k]), reference: (w0[k], w1[k]) })
            .collect();
        let (own0, own1) = (matrix(x0), matrix(x1));
        let (world0, world1) = (matrix(w0), matrix(w1));
        let cms = ConstantShare::default()
            .between(Trade { own: &own0, world: &world0 }, Trade { own: &own1, world: &world1 })
            .unwrap();
        let shifts = shift_share(&products).unwrap();
        near(cms.total.world / 1e6, shifts.total.reference / 1e6, 1e-11);
        near(cms.total.product / 1e6, shifts.total.mix / 1e6, 1e-11);
        near(cms.total.competitiveness() / 1e6, shifts.total.shift / 1e6, 1e-11);
        near(cms.total.market / 1e6, 0.0, 1e-11);
    }

    #[test]
    fn contributions_sum_to_growth(
        parts in prop::collection::vec((value(), value()), 1..20), rest in (0.0f64..1e6, 0.0f64..1e6),
    ) {
        let total = (
            exact_sum(parts.iter().map(|part| part.0)) + rest.0,
            exact_sum(parts.iter().map(|part| part.1)) + rest.1,
        );
        let parts: Vec<Part> = parts
            .into_iter()
            .map(|(then, now)| Part { then: Some(then), now: Some(now) })
            .collect();
        for total in [None, Some(total)] {
            let all = contributions(&parts, total, Absent::Unknown);
            let Ok(growth) = all.growth else { continue };
            let points = all.parts.iter().map(|part| part.points.clone().unwrap());
            let scale = growth.abs().max(100.0);
            let sum = exact_sum(points.chain([all.rest.clone().unwrap()]));
            near(sum / scale, growth / scale, 1e-11);
        }
    }

    #[test]
    fn a_level_line_stays_under_any_moving_average(
        level in 1.0f64..1e9, periods in 1usize..14, gaps in prop::collection::btree_set(0i32..30, 0..8),
    ) {
        let years = (0..30).filter(|year| !gaps.contains(year)).map(|year| (2000 + year, level));
        let flow = Timeline::of_years(years).unwrap();
        for window in Window::ALL {
            let average = MovingAverage { periods, window, gaps: Gaps::AtLeast(1) };
            for one in average.of(&flow) {
                if let Ok(figure) = one.figure {
                    near(figure, level, 1e-12);
                }
            }
        }
    }

    #[test]
    fn rises_falls_and_levels_are_all_rates(
        figures in prop::collection::vec(prop::option::weighted(0.9, value()), 1..40),
    ) {
        let known = (2000..).zip(figures).filter_map(|(year, figure)| Some((year, figure?)));
        let flow = Timeline::of_years(known).unwrap();
        let found = regularity(&flow, Against::YearBefore);
        prop_assert_eq!(found.n, found.rises + found.falls + found.level);
        let longest = |run: Option<bilat::indicators::dynamics::regularity::Run>| run.map_or(0, |run| run.length);
        prop_assert!(longest(found.longest_rise) <= found.rises);
        prop_assert!(longest(found.longest_fall) <= found.falls);
        if let Ok(directness) = found.directness {
            prop_assert!((0.0..=1.0 + 1e-12).contains(&directness));
        }
    }
}
