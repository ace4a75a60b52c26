//! Interval arithmetic encloses whatever the true numbers were.

use bilat::checks::claims::interval::Interval;
use proptest::prelude::*;

/// An interval and a number within it.
fn held() -> impl Strategy<Value = (Interval, f64)> {
    (1e-3..1e12f64, 0.0..0.5f64, 0.0..=1.0f64).prop_map(|(middle, spread, at)| {
        let (low, high) = (middle * (1.0 - spread), middle * (1.0 + spread));
        (
            Interval::new(low, high),
            (low + (high - low) * at).clamp(low, high),
        )
    })
}

proptest! {
    #[test]
    fn results_of_true_values_lie_inside((a, x) in held(), (b, y) in held(), years in 1u8..30) {
        prop_assert!((a + b).contains(x + y));
        prop_assert!((a - b).contains(x - y));
        prop_assert!((a * b).contains(x * y));
        prop_assert!((a.negated() * b).contains(-x * y));
        prop_assert!(a.over(b).unwrap().contains(x / y));
        let degree = f64::from(years);
        prop_assert!(a.root(degree).unwrap().contains(x.powf(1.0 / degree)));
        prop_assert!(a.power(degree).unwrap().contains(x.powf(degree)));
        prop_assert!(a.hull(b).contains(x) && a.hull(b).contains(y));
    }

    #[test]
    fn wider_operands_give_wider_results((a, x) in held(), (b, y) in held()) {
        let (small, little) = (Interval::point(x), Interval::point(y));
        prop_assert!((a + b).encloses(small + little));
        prop_assert!((a - b).encloses(small - little));
        prop_assert!((a * b).encloses(small * little));
        prop_assert!(a.over(b).unwrap().encloses(small.over(little).unwrap()));
        prop_assert!(a.root(3.0).unwrap().encloses(small.root(3.0).unwrap()));
    }

    #[test]
    fn two_intervals_meet_or_have_a_gap((a, x) in held(), (b, y) in held()) {
        prop_assert_eq!(a.meets(b), a.gap(b) == 0.0);
        prop_assert!(a.gap(b) <= (x - y).abs());
        prop_assert_eq!(a.gap(b), b.gap(a));
    }

    /// Exact quotients of whole numbers: the true value is compared by whole-number products.
    #[test]
    fn a_quotient_is_rounded_outward(a in 1u32..1_000_000, b in 1u32..1_000_000) {
        let quotient = Interval::point(f64::from(a)).over(Interval::point(f64::from(b))).unwrap();
        prop_assert!(quotient.low() * f64::from(b) <= f64::from(a));
        prop_assert!(quotient.high() * f64::from(b) >= f64::from(a));
        prop_assert!(quotient.low() < quotient.high());
    }
}

#[test]
fn a_quotient_needs_a_divisor_that_can_be_positive() {
    let one = Interval::point(1.0);
    assert_eq!(one.over(Interval::point(0.0)), None);
    assert_eq!(one.over(Interval::new(-1.0, 2.0)), None);
    assert_eq!(one.negated().over(one), None);
    let open = one.over(Interval::new(0.0, 2.0)).unwrap();
    assert!(open.low() <= 0.5 && open.low() > 0.499 && open.high() == f64::INFINITY);
    assert_eq!(Interval::new(f64::NAN, 1.0), Interval::ALL);
    assert!((Interval::point(0.0) * Interval::ALL).contains(0.0));
}

#[test]
fn growth_of_the_founding_text_by_hand() {
    // 2.275 / 1.935 and 2.285 / 1.925.
    let growth = Interval::new(2.275, 2.285)
        .over(Interval::new(1.925, 1.935))
        .unwrap();
    assert!((growth.low() - 1.175_710_6).abs() < 1e-7);
    assert!((growth.high() - 1.187_013_0).abs() < 1e-7);
}
