//! What must hold for any figures.

use bilat::indicators::{Balance, Contribution, Growth, Method};
use bilat::model::sum::exact_sum;
use bilat::outputs::{bytes, output};
use bilat::{Pair, Side, Years};
use proptest::prelude::*;

use crate::figures::{flow, measure, near, numbers, series, table};

/// Yearly figures with gaps, zeros, and seven orders of magnitude.
fn figures() -> impl Strategy<Value = Vec<Option<f64>>> {
    let figure = prop_oneof![
        1 => Just(None),
        1 => Just(Some(0.0)),
        8 => (1.0f64..1e12).prop_map(Some),
    ];
    prop::collection::vec(figure, 1..20)
}

fn dated(figures: &[Option<f64>]) -> Vec<(i32, Option<f64>)> {
    (2000..).zip(figures.iter().copied()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_level_is_its_base_grown(figures in figures()) {
        let growth = measure(&Growth::default(), &series(&dated(&figures)));
        let (values, bases) = (numbers(&growth, "value"), numbers(&growth, "base_value"));
        for ((value, base), rate) in values.iter().zip(bases).zip(numbers(&growth, "growth_percent")) {
            if let (Some(value), Some(base), Some(rate)) = (value, base, rate) {
                prop_assert!(rate.is_finite());
                near(base * (1.0 + rate / 100.0), *value, 1e-9);
            }
        }
    }

    #[test]
    fn every_null_has_a_reason_and_every_reason_a_null(figures in figures()) {
        for method in [Method::Yoy, Method::Log, Method::Midpoint, Method::Index] {
            let growth = Growth { method, ..Growth::default() };
            let table = measure(&growth, &series(&dated(&figures)));
            let reasons = crate::figures::texts(&table, "reason");
            for (rate, reason) in numbers(&table, growth.column()).iter().zip(reasons) {
                prop_assert_eq!(rate.is_none(), reason.is_some());
            }
        }
    }

    #[test]
    fn contributions_sum_to_the_growth_of_the_total(
        pairs in prop::collection::vec((1.0f64..1e12, 1.0f64..1e12), 1..8)
    ) {
        let codes = ["NOR", "SWE", "DNK", "FIN", "ISL", "DEU", "FRA", "NLD"];
        let mut flows = Vec::new();
        for (code, (then, now)) in codes.iter().zip(&pairs) {
            flows.push(flow("test", code, "CHN", Side::Importer, 2008, Some(*then)));
            flows.push(flow("test", code, "CHN", Side::Importer, 2009, Some(*now)));
        }
        let contribution = measure(&Contribution { years: "2009".parse().unwrap() }, &table(&flows));
        let points = numbers(&contribution, "contribution_points");
        let growth = numbers(&contribution, "total_growth_percent")[0].unwrap();
        near(exact_sum(points.into_iter().flatten()), growth, 1e-12);
    }

    #[test]
    fn scaling_the_unit_leaves_rates_alone(figures in figures()) {
        let scaled: Vec<Option<f64>> = figures.iter().map(|value| value.map(|value| value * 1024.0)).collect();
        let rates = |figures: &[Option<f64>]| numbers(&measure(&Growth::default(), &series(&dated(figures))), "growth_percent");
        prop_assert_eq!(rates(&figures), rates(&scaled));
    }

    #[test]
    fn the_order_of_rows_changes_no_byte(figures in figures(), seed in any::<u64>()) {
        let mut rows = dated(&figures);
        let straight = measure(&Growth::default(), &series(&rows));
        let len = rows.len();
        for place in 0..len {
            rows.swap(place, (seed as usize).wrapping_mul(place + 7) % len);
        }
        let shuffled = measure(&Growth::default(), &series(&rows));
        let csv = output("csv").unwrap();
        prop_assert_eq!(bytes(&straight, csv).unwrap(), bytes(&shuffled, csv).unwrap());
    }

    #[test]
    fn an_unrelated_country_changes_nothing(figures in figures()) {
        let own: Vec<_> = dated(&figures)
            .into_iter()
            .map(|(year, value)| flow("test", "NOR", "CHN", Side::Exporter, year, value))
            .collect();
        let mut more = own.clone();
        more.push(flow("test", "BRA", "FRA", Side::Exporter, 2001, Some(1.0)));
        let pair = Pair::new("NOR", "CHN").unwrap();
        let rates = |flows: &[bilat::Flow]| {
            let flows = table(flows).retain(|flow| pair.holds(flow)).unwrap();
            numbers(&measure(&Growth::default(), &flows), "growth_percent")
        };
        prop_assert_eq!(rates(&own), rates(&more));
    }

    #[test]
    fn rebasing_twice_is_rebasing_once(figures in prop::collection::vec(1.0f64..1e12, 3..12)) {
        let figures: Vec<Option<f64>> = figures.into_iter().map(Some).collect();
        let index = |values: &[Option<f64>], base| {
            let growth = Growth { method: Method::Index, base: Some(base), ..Growth::default() };
            numbers(&measure(&growth, &series(&dated(values))), "index")
        };
        let (twice, once) = (index(&index(&figures, 2000), 2002), index(&figures, 2002));
        for (twice, once) in twice.into_iter().zip(once) {
            near(twice.unwrap(), once.unwrap(), 1e-12);
        }
    }

    #[test]
    fn normalised_balances_stay_within_one(exports in 0.0f64..1e12, imports in 0.0f64..1e12) {
        let flows = table(&[
            flow("test", "NOR", "CHN", Side::Exporter, 2009, Some(exports)),
            flow("test", "CHN", "NOR", Side::Exporter, 2009, Some(imports)),
        ]);
        let balance = Balance { pair: Pair::new("NOR", "CHN").unwrap(), years: Years::default() };
        let ratio = numbers(&measure(&balance, &flows), "normalised_balance_ratio")[0];
        prop_assert!(ratio.is_none_or(|ratio| (-1.0..=1.0).contains(&ratio)));
    }

    #[test]
    fn sums_do_not_depend_on_order(mut values in prop::collection::vec(-1e15f64..1e15, 0..40)) {
        let straight = exact_sum(values.iter().copied());
        values.reverse();
        prop_assert_eq!(straight.to_bits(), exact_sum(values.iter().copied()).to_bits());
        values.sort_by(f64::total_cmp);
        prop_assert_eq!(straight.to_bits(), exact_sum(values).to_bits());
    }
}
