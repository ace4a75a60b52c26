use std::collections::BTreeMap;

use bilat::indicators::dynamics::shift_share::{Product, Year, dynamic_shift_share, shift_share};
use bilat::indicators::reason::Reason;

use crate::indicators::near;

/// Employment of a region in four industries, 1985 and 1995, and the nation's growth and mix.
fn published() -> Vec<Product> {
    let region = [
        (500.0, 1000.0),
        (100.0, 100.0),
        (200.0, 250.0),
        (200.0, 280.0),
    ];
    let nation = [(10.0, 0.1), (20.0, 0.2), (40.0, 0.3), (30.0, 0.4)];
    let product = |(own, (share, growth)): ((f64, f64), (f64, f64))| Product {
        own,
        reference: (share, share * (1.0 + growth)),
    };
    region.into_iter().zip(nation).map(product).collect()
}

#[test]
fn a_published_table_is_met_to_the_last_digit() {
    // G. Krumme, University of Washington, "Shift & Share Table": national growth effect 290,
    // differential effect 420, composition effect 80 downwards, growth 630.
    // https://faculty.washington.edu/krumme/350/ssexcel.html
    let all = shift_share(&published()).unwrap();
    near(all.total.reference, 290.0, 1e-12);
    near(all.total.mix, -80.0, 1e-12);
    near(all.total.shift, 420.0, 1e-12);
    near(all.total.change(), 630.0, 1e-12);
    let shifts: Vec<f64> = all.products.iter().map(|one| one.shift.round()).collect();
    assert_eq!(shifts, [450.0, -20.0, -10.0, 0.0]);
    let mixes: Vec<f64> = all.products.iter().map(|one| one.mix.round()).collect();
    assert_eq!(mixes, [-95.0, -9.0, 2.0, 22.0]);
}

#[test]
fn competitive_and_allocation_make_up_the_shift() {
    let all = shift_share(&published()).unwrap();
    // Homothetic: the region's 1000 in the nation's mix, times the lead in growth.
    let competitive = 100.0 * 0.9 + 200.0 * -0.2 + 400.0 * -0.05;
    near(all.total.competitive.clone().unwrap(), competitive, 1e-12);
    near(
        all.total.allocation.clone().unwrap(),
        420.0 - competitive,
        1e-12,
    );
}

#[test]
fn a_new_product_is_all_shift_and_has_no_homothetic_part() {
    let mut products = published();
    products[1].own = (0.0, 30.0);
    let all = shift_share(&products).unwrap();
    near(all.products[1].shift, 30.0, 1e-12);
    assert_eq!(all.products[1].competitive, Err(Reason::ZeroBase));
    assert_eq!(all.total.competitive, Err(Reason::ZeroBase));
}

#[test]
fn a_product_the_reference_does_not_trade_stands_outside() {
    let mut products = published();
    products[3].reference = (0.0, 0.0);
    let all = shift_share(&products).unwrap();
    near(all.total.outside, 80.0, 1e-12);
    near(all.total.change(), 630.0, 1e-12);
    products
        .iter_mut()
        .for_each(|one| one.reference = (0.0, 1.0));
    assert_eq!(shift_share(&products), Err(Reason::ZeroBase));
    products[0].own.0 = -1.0;
    assert_eq!(shift_share(&products), Err(Reason::Negative));
}

fn year(own: [f64; 2], reference: [f64; 2]) -> Year {
    Year {
        own: own.to_vec(),
        reference: reference.to_vec(),
    }
}

#[test]
fn year_by_year_parts_sum_and_a_missing_year_is_named() {
    let mut years: BTreeMap<i32, Year> = [
        (2000, year([10.0, 10.0], [100.0, 100.0])),
        (2001, year([20.0, 10.0], [120.0, 100.0])),
        (2002, year([30.0, 5.0], [132.0, 110.0])),
    ]
    .into();
    let all = dynamic_shift_share(&years).unwrap();
    // 10 % of 20, then 10 % of 30.
    near(all.total.reference, 5.0, 1e-12);
    near(all.total.mix, (0.1 - 0.1) * 10.0, 1e-12);
    near(all.total.change(), 15.0, 1e-12);
    near(all.products[0].shift, (20.0 - 12.0) + (30.0 - 22.0), 1e-12);
    years.remove(&2001);
    let missing = Reason::NoFigureFor("2001".to_owned());
    assert_eq!(dynamic_shift_share(&years), Err(missing));
    years.remove(&2002);
    assert_eq!(dynamic_shift_share(&years), Err(Reason::TooFew(2)));
}
