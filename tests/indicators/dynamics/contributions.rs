use bilat::indicators::dynamics::contributions::{Absent, Part, columns, contributions, rows};
use bilat::indicators::matrix::Matrix;
use bilat::indicators::reason::Reason;
use bilat::model::sum::exact_sum;

use crate::indicators::near;

fn part(then: impl Into<Option<f64>>, now: impl Into<Option<f64>>) -> Part {
    Part {
        then: then.into(),
        now: now.into(),
    }
}

#[test]
fn two_flows_add_up_to_the_growth_of_both() {
    // A rise of 3.5 and a fall of 1.8 on 73.6.
    let parts = [part(1.93, 5.43), part(71.67, 69.87)];
    let all = contributions(&parts, None, Absent::Unknown);
    near(
        all.parts[0].points.clone().unwrap(),
        4.755434782608695,
        1e-12,
    );
    near(
        all.parts[1].points.clone().unwrap(),
        -2.445652173913043,
        1e-12,
    );
    near(all.growth.unwrap(), 2.3097826086956523, 1e-12);
    near(
        all.parts[0].share.clone().unwrap(),
        100.0 * 3.5 / 1.7,
        1e-12,
    );
    assert_eq!(all.rest, Ok(0.0));
}

#[test]
fn an_absent_part_is_unknown_unless_it_is_zero() {
    let parts = [part(100.0, 110.0), part(None, 20.0), part(50.0, None)];
    let unknown = contributions(&parts, None, Absent::Unknown);
    assert_eq!(unknown.growth, Err(Reason::NoFigure));
    assert_eq!(unknown.parts[0].points, Err(Reason::NoFigure));
    assert_eq!(unknown.parts[0].change, Ok(10.0));
    let zero = contributions(&parts, None, Absent::Zero);
    near(zero.growth.unwrap(), -20.0 / 1.5, 1e-12);
    near(zero.parts[1].points.clone().unwrap(), 20.0 / 1.5, 1e-12);
    near(zero.parts[2].points.clone().unwrap(), -50.0 / 1.5, 1e-12);
}

#[test]
fn what_a_total_has_beyond_its_parts_is_the_rest() {
    let all = contributions(&[part(60.0, 66.0)], Some((100.0, 120.0)), Absent::Unknown);
    near(all.growth.clone().unwrap(), 20.0, 1e-12);
    let sum = exact_sum([
        all.parts[0].points.clone().unwrap(),
        all.rest.clone().unwrap(),
    ]);
    near(sum, 20.0, 1e-12);
    near(all.rest.unwrap(), 14.0, 1e-12);
}

#[test]
fn a_total_that_hardly_changed_has_no_shares_in_its_change() {
    let parts = [part(100.0, 150.0), part(100.0, 50.01)];
    let all = contributions(&parts, None, Absent::Unknown);
    assert_eq!(all.parts[0].share, Err(Reason::HardlyChanged));
    near(all.parts[0].points.clone().unwrap(), 25.0, 1e-12);
}

#[test]
fn a_total_of_zero_has_no_growth() {
    let all = contributions(&[part(0.0, 5.0)], None, Absent::Unknown);
    assert_eq!(all.growth, Err(Reason::ZeroBase));
    assert_eq!(all.parts[0].points, Err(Reason::ZeroBase));
    assert_eq!(
        contributions(&[], None, Absent::Zero).growth,
        Err(Reason::ZeroBase)
    );
}

#[test]
fn products_and_partners_of_one_trade_give_the_same_growth() {
    let names = |names: [&str; 2]| names.map(str::to_owned).to_vec();
    let matrix = |rows: [&str; 2], values: [f64; 4]| {
        Matrix::new(names(rows), names(["CHN", "NOR"]), values.to_vec()).unwrap()
    };
    let (then, now) = (
        matrix(["fish", "oil"], [10.0, 20.0, 30.0, 40.0]),
        matrix(["fish", "oil"], [20.0, 20.0, 30.0, 60.0]),
    );
    let points = |parts: &[Part]| {
        let all = contributions(parts, None, Absent::Unknown);
        let points = all.parts.into_iter().map(|part| part.points.unwrap());
        points.collect::<Vec<f64>>()
    };
    assert_eq!(points(&rows(&then, &now).unwrap()), [10.0, 20.0]);
    assert_eq!(points(&columns(&then, &now).unwrap()), [10.0, 20.0]);
    let other = matrix(["fish", "gas"], [1.0; 4]);
    assert_eq!(rows(&then, &other), Err(Reason::Unmatched));
    assert!(columns(&then, &other).is_ok());
}
