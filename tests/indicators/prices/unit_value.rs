use bilat::indicators::prices::unit_value::{Traded, unit_value};
use bilat::indicators::reason::Reason;

use crate::indicators::near;

fn row(unit: &str, value: Option<f64>, quantity: Option<f64>) -> Traded {
    Traded {
        product: "0301".to_owned(),
        unit: unit.to_owned(),
        value,
        quantity,
    }
}

#[test]
fn value_per_quantity_over_rows_that_have_both() {
    let rows = [
        row("kg", Some(30.0), Some(10.0)),
        row("kg", Some(10.0), Some(10.0)),
        row("kg", Some(60.0), None),
    ];
    let found = unit_value(&rows);
    assert_eq!(found.figure, Ok(2.0));
    assert_eq!(found.unit.as_deref(), Some("kg"));
    near(found.coverage.unwrap(), 40.0, 1e-12);
}

#[test]
fn units_are_never_added_up() {
    let rows = [
        row("kg", Some(1.0), Some(1.0)),
        row("l", Some(1.0), Some(1.0)),
    ];
    let found = unit_value(&rows);
    assert_eq!(found.figure, Err(Reason::MixedUnits("kg, l".to_owned())));
    assert_eq!(found.unit, None);
}

#[test]
fn what_gives_no_unit_value_says_why() {
    let of = |row: Traded| unit_value(&[row]).figure;
    assert_eq!(of(row("kg", Some(1.0), None)), Err(Reason::NoQuantity));
    assert_eq!(of(row("kg", Some(1.0), Some(0.0))), Err(Reason::NoQuantity));
    assert_eq!(of(row("", Some(1.0), Some(1.0))), Err(Reason::NoQuantity));
    assert_eq!(of(row("kg", None, Some(1.0))), Err(Reason::NoFigure));
    assert_eq!(of(row("kg", Some(-1.0), Some(1.0))), Err(Reason::Negative));
    assert_eq!(
        of(row("kg", Some(1.0), Some(f64::NAN))),
        Err(Reason::Negative)
    );
    assert_eq!(unit_value(&[]).figure, Err(Reason::NoFigure));
}
