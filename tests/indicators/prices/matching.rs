use bilat::indicators::prices::basket::Basket;
use bilat::indicators::prices::matching::matched;
use bilat::indicators::prices::outliers::Outliers;
use bilat::indicators::prices::unit_value::Traded;

use super::basket;
use crate::indicators::near;

fn row(product: &str, unit: &str, value: f64, quantity: impl Into<Option<f64>>) -> Traded {
    Traded {
        product: product.to_owned(),
        unit: unit.to_owned(),
        value: Some(value),
        quantity: quantity.into(),
    }
}

#[test]
fn products_that_appear_or_vanish_are_counted_with_their_weight() {
    let then = basket(&[("a", 1.0, 60.0), ("b", 1.0, 40.0)]);
    let now = basket(&[("a", 2.0, 40.0), ("c", 1.0, 10.0), ("d", 1.0, 10.0)]);
    let found = matched(&then, &now, Outliers::Keep);
    let coverage = &found.coverage;
    assert_eq!(
        (coverage.matched, coverage.appeared, coverage.vanished),
        (1, 2, 1)
    );
    near(coverage.earlier.clone().unwrap(), 60.0, 1e-12);
    near(coverage.later.clone().unwrap(), 80.0, 1e-12);
    assert_eq!(found.items[0].product, "a");
    assert_eq!(
        coverage.to_string(),
        "1 products compared (60.0 % of the earlier value, 80.0 % of the later); 2 appeared, 1 vanished, 0 outliers"
    );
}

#[test]
fn a_product_in_another_unit_is_another_product() {
    let then = Basket::of(vec![row("a", "kg", 10.0, 5.0)]).unwrap();
    let now = Basket::of(vec![row("a", "pieces", 10.0, 5.0)]).unwrap();
    let found = matched(&then, &now, Outliers::Keep);
    assert_eq!(
        (
            found.coverage.matched,
            found.coverage.appeared,
            found.coverage.vanished
        ),
        (0, 1, 1)
    );
}

#[test]
fn rows_without_a_quantity_lower_the_coverage() {
    let rows = vec![
        row("a", "kg", 30.0, 10.0),
        row("a", "kg", 10.0, 10.0),
        row("a", "kg", 60.0, None),
        row("b", "kg", 0.0, 1.0),
    ];
    let then = Basket::of(rows).unwrap();
    let good = then.goods().values().next().unwrap();
    assert_eq!((good.price, good.quantity, then.unpriced()), (2.0, 20.0, 2));
    let found = matched(&then, &then, Outliers::Keep);
    near(found.coverage.earlier.unwrap(), 40.0, 1e-12);
}

#[test]
fn an_outlier_is_named_and_left_out() {
    let then = basket(&[("a", 1.0, 1.0), ("b", 1.0, 1.0)]);
    let now = basket(&[("a", 1.1, 1.0), ("b", 50.0, 1.0)]);
    let found = matched(&then, &now, Outliers::Ratio(10.0));
    assert_eq!(found.coverage.outliers[0].product, "b");
    assert_eq!((found.coverage.matched, found.coverage.appeared), (1, 0));
    assert_eq!(found.pairs.len(), 1);
}
