use bilat::indicators::prices::outliers::{HidiroglouBerthelot, Outliers};
use bilat::indicators::prices::price_pair::PricePair;

const RELATIVES: [f64; 10] = [1.0, 2.0, 1.1, 0.5, 0.9, 10.0, 1.3, 0.6, 0.2, 0.05];
const VALUES: [f64; 10] = [100.0, 1.0, 50.0, 400.0, 20.0, 3.0, 80.0, 60.0, 10.0, 2.0];

fn pairs(relatives: &[f64]) -> Vec<PricePair> {
    let pair = |(relative, value): (&f64, f64)| PricePair {
        p0: 1.0,
        q0: value,
        p1: *relative,
        q1: value,
    };
    relatives.iter().zip(VALUES).map(pair).collect()
}

fn out(rule: Outliers) -> Vec<usize> {
    let marked = rule.of(&pairs(&RELATIVES)).into_iter().enumerate();
    marked
        .filter_map(|(place, out)| out.then_some(place))
        .collect()
}

#[test]
fn numpy_marks_the_same_outliers() {
    assert_eq!(out(Outliers::Keep), [0usize; 0]);
    assert_eq!(out(Outliers::Ratio(2.5)), [5, 8, 9]);
    assert_eq!(out(Outliers::Quartile(2.5)), [1, 5, 8, 9]);
    assert_eq!(out(Outliers::Fences(1.5)), [5, 9]);
    assert_eq!(out(Outliers::RobustZ(2.5)), [5, 9]);
    let strict = HidiroglouBerthelot {
        c: 2.0,
        ..HidiroglouBerthelot::default()
    };
    assert_eq!(
        out(Outliers::HidiroglouBerthelot(HidiroglouBerthelot::default())),
        [5]
    );
    assert_eq!(out(Outliers::HidiroglouBerthelot(strict)), [5, 6, 9]);
}

#[test]
fn of_three_none_is_far_and_of_equals_any_other_is() {
    for rule in [
        Outliers::Quartile(2.0),
        Outliers::Fences(1.5),
        Outliers::RobustZ(2.5),
    ] {
        assert!(!rule.of(&pairs(&[1.0, 1.0, 9.0])).contains(&true));
        let one_other = [1.0, 1.0, 1.0, 1.0, 1.0, 9.0];
        assert_eq!(
            rule.of(&pairs(&one_other)),
            one_other.map(|relative| relative > 1.0)
        );
        // A third twice is the same change, however it was rounded.
        let rounded = [1.0 / 3.0, 0.1 / 0.3, 1.0 / 3.0, 0.7 / 2.1, 1.0 / 3.0];
        assert!(!rule.of(&pairs(&rounded)).contains(&true));
        assert!(rule.of(&[]).is_empty());
    }
}

#[test]
fn rules_are_named_with_their_constants() {
    let rule = Outliers::HidiroglouBerthelot(HidiroglouBerthelot::default());
    assert_eq!(
        rule.named(),
        "outliers: Hidiroglou–Berthelot, U = 0.5, A = 0.05, C = 4; none where fewer than 4 products are compared"
    );
    assert_eq!(
        Outliers::Ratio(3.0).named(),
        "outliers: p₁/p₀ above 3 or below 1/3"
    );
}
