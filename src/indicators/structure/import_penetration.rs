//! How much of what a country uses comes from abroad.

use crate::indicators::about::About;
use crate::indicators::reason::{Figure, Reason, fit, ratio};

pub const ABOUT: About = About {
    name: "import-penetration",
    short: "penetration",
    about: "imports as a share of domestic demand, which is output less exports plus imports",
    formula: "M / (Y − X + M)",
    unit: "fraction; above 1 where exports exceed output, as re-exports can make them",
    keys: "period × reporter",
    nulls: "null where demand is zero or negative, or a value is negative",
    source: "ESCAP handbook of trade indicators",
};

/// The part of domestic demand that imports meet.
///
/// ```text
/// penetration = M / (Y − X + M)        Y output or GDP, X exports, M imports, in one currency
/// ```
///
/// Unit: fraction. Above 1 where exports exceed output. Null where demand `Y − X + M` is zero, where it is
/// negative (more was exported than was made or brought in), and where any of the three is negative.
/// Output and GDP give different answers: GDP is value added, and trade is not.
///
/// Source: ESCAP handbook of trade indicators.
pub fn import_penetration(imports: f64, exports: f64, output: f64) -> Figure {
    fit(&[imports, exports, output])?;
    match output - exports + imports {
        0.0 => Err(Reason::Zero("domestic demand")),
        demand if demand < 0.0 => Err(Reason::NotPositive),
        demand => ratio(imports, demand),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_closed_country_has_none_and_one_that_makes_nothing_has_all() {
        assert_eq!(import_penetration(0.0, 0.0, 100.0), Ok(0.0));
        assert_eq!(import_penetration(40.0, 0.0, 0.0), Ok(1.0));
        assert_eq!(import_penetration(150.0, 200.0, 1000.0), Ok(150.0 / 950.0));
    }

    #[test]
    fn an_entrepot_uses_more_than_its_demand_or_has_none() {
        assert_eq!(import_penetration(150.0, 120.0, 100.0), Ok(150.0 / 130.0));
        assert_eq!(
            import_penetration(100.0, 250.0, 100.0),
            Err(Reason::NotPositive)
        );
        let zero = Reason::Zero("domestic demand");
        assert_eq!(import_penetration(100.0, 200.0, 100.0), Err(zero));
        assert_eq!(
            import_penetration(f64::NAN, 1.0, 1.0),
            Err(Reason::Negative)
        );
        assert_eq!(import_penetration(1.0, -1.0, 1.0), Err(Reason::Negative));
        assert!(import_penetration(f64::INFINITY, 1.0, 1.0).is_err());
    }

    proptest! {
        #[test]
        fn imports_and_the_home_share_make_up_demand(
            m in 1.0..1e9_f64, x in 1.0..1e9_f64, sold_at_home in 1.0..1e9_f64
        ) {
            let penetration = import_penetration(m, x, x + sold_at_home).unwrap();
            let home = sold_at_home / (m + sold_at_home);
            prop_assert!((penetration + home - 1.0).abs() < 1e-6);
        }
    }
}
