//! Trade within industries: the same product sold and bought.

mod level;

pub use level::{Level, balanced};

use self::level::NO_TRADE;
use crate::indicators::about::About;
use crate::indicators::reason::{Figure, ratio};
use crate::indicators::two_way::{TwoWay, total};

pub const ABOUT: About = About {
    name: "grubel-lloyd",
    short: "gl",
    about: "how much of trade is the same product going both ways; per product, or for all of them",
    formula: "grubel-lloyd-product: 1 − |x − m| / (x + m); grubel-lloyd: 1 − Σ|x − m| / Σ(x + m); grubel-lloyd-adjusted: (Σ(x + m) − Σ|x − m|) / (Σ(x + m) − |X − M|); aquino: grubel-lloyd of x · (X + M) / 2X and m · (X + M) / 2M",
    unit: "index, 0 one way only to 1 fully both ways",
    keys: "period × reporter; × partner with --by exporter,importer; × product with level=product or aquino-product",
    nulls: "null where nothing is traded; adjusted and Aquino's also where all trade goes one way",
    source: "Grubel and Lloyd (1975); Aquino (1978)",
};

/// How much of a product's trade goes both ways.
///
/// ```text
/// GL = 1 − |x − m| / (x + m)
/// ```
///
/// Keys: product. Unit: index, 0 to 1. Null where the product is not traded.
///
/// Source: Grubel and Lloyd (1975).
pub fn grubel_lloyd(product: TwoWay) -> Figure {
    total(&[product])?;
    let apart = ratio(product.balance().abs(), product.trade()).map_err(|_| NO_TRADE)?;
    Ok(1.0 - apart)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::indicators::reason::Reason;
    use crate::indicators::sample::{a_both_ways, near, within};
    use crate::indicators::structure::similarity::similarity;
    use proptest::prelude::*;

    #[test]
    fn the_university_course_prints_the_same() {
        // Lovely Professional University, DECO503, page 89: exports, imports and the index to three digits.
        for (exports, imports, printed) in [
            (180.0, 310.0, 0.735),
            (80.0, 160.0, 0.667),
            (100.0, 150.0, 0.800),
            (230.0, 260.0, 0.939),
        ] {
            within(
                grubel_lloyd(TwoWay { exports, imports }).unwrap(),
                printed,
                5e-4,
            );
        }
    }

    #[test]
    fn the_aggregate_is_the_trade_weighted_mean_and_not_the_simple_one() {
        let products = a_both_ways();
        let each: Vec<f64> = products
            .iter()
            .map(|one| grubel_lloyd(*one).unwrap())
            .collect();
        for (found, expected) in each.iter().zip([0.5, 0.4, 0.315789, 0.4]) {
            near(*found, expected);
        }
        near(each.iter().sum::<f64>() / 4.0, 0.403947);
        near(Level::Aggregate.of(&products).unwrap(), 0.4);
        near(Level::Adjusted.of(&products).unwrap(), 0.466667);
        near(Level::Aquino.of(&products).unwrap(), 0.433333);
    }

    #[test]
    fn balanced_trade_is_half_exports_and_half_imports_of_the_same_sum() {
        // 200 sold and 150 bought become 175 each.
        let scaled = balanced(&a_both_ways()).unwrap();
        within(scaled[0].exports, 60.0 * 350.0 / 400.0, 1e-14);
        within(scaled[0].imports, 20.0 * 350.0 / 300.0, 1e-14);
        within(total(&scaled).unwrap().exports, 175.0, 1e-14);
        within(total(&scaled).unwrap().imports, 175.0, 1e-14);
    }

    #[test]
    fn trade_one_way_is_zero_or_null() {
        let sold = [TwoWay {
            exports: 5.0,
            imports: 0.0,
        }];
        assert_eq!(grubel_lloyd(sold[0]), Ok(0.0));
        assert_eq!(Level::Aggregate.of(&sold), Ok(0.0));
        assert_eq!(Level::Adjusted.of(&sold), Err(Reason::Zero("imports")));
        assert_eq!(Level::Aquino.of(&sold), Err(Reason::Zero("imports")));
        for level in Level::ALL {
            assert_eq!(level.of(&[]), Err(NO_TRADE));
            assert_eq!(level.of(&[TwoWay::default()]), Err(NO_TRADE));
            let negative = [TwoWay {
                exports: -5.0,
                imports: 1.0,
            }];
            assert_eq!(level.of(&negative), Err(Reason::Negative));
            assert!(ABOUT.formula.contains(level.formula()));
        }
        assert_eq!(grubel_lloyd(TwoWay::default()), Err(NO_TRADE));
    }

    proptest! {
        #[test]
        fn adjusted_is_never_below_the_aggregate_and_aquino_sees_only_shares(
            flows in proptest::collection::vec((0.1..1e9_f64, 0.1..1e9_f64), 1..20)
        ) {
            let products: Vec<TwoWay> =
                flows.iter().map(|&(exports, imports)| TwoWay { exports, imports }).collect();
            let [aggregate, adjusted, aquino] = Level::ALL.map(|level| level.of(&products).unwrap());
            prop_assert!(adjusted >= aggregate - 1e-12);
            prop_assert!([aggregate, adjusted, aquino].iter().all(|i| (-1e-12..=1.0 + 1e-12).contains(i)));
            let (x, m): (Vec<f64>, Vec<f64>) = flows.into_iter().unzip();
            let overlap = similarity(&x, &m).unwrap();
            prop_assert!((aquino - overlap / 100.0).abs() < 1e-12);
        }
    }
}
