use bilat::indicators::dynamics::constant_share::{
    ConstantShare, Decomposition, Order, Parts, Trade, Weights,
};
use bilat::indicators::matrix::Matrix;
use bilat::indicators::reason::Reason;
use bilat::indicators::reference::Reference;

use crate::indicators::near;

fn matrix(rows: usize, values: &[f64]) -> Matrix {
    let name = |letter: &str, n: usize| (0..n).map(|i| format!("{letter}{i}")).collect::<Vec<_>>();
    let columns = values.len() / rows;
    Matrix::new(name("k", rows), name("j", columns), values.to_vec()).unwrap()
}

/// Exports then and now, and the world's then and now.
fn split(how: ConstantShare, rows: usize, values: [&[f64]; 4]) -> Result<Decomposition, Reason> {
    let [x0, x1, w0, w1] = values.map(|values| matrix(rows, values));
    let then = Trade {
        own: &x0,
        world: &w0,
    };
    how.between(
        then,
        Trade {
            own: &x1,
            world: &w1,
        },
    )
}

fn ordered(order: Order) -> ConstantShare {
    ConstantShare {
        order,
        ..ConstantShare::default()
    }
}

fn weighed(weights: Weights) -> ConstantShare {
    ConstantShare {
        weights,
        ..ConstantShare::default()
    }
}

#[test]
fn one_product_in_one_market_is_world_growth_and_share() {
    let parts = split(
        ConstantShare::default(),
        1,
        [&[40.0], &[65.0], &[400.0], &[600.0]],
    )
    .unwrap()
    .total;
    near(parts.world, 20.0, 1e-12);
    near(parts.product, 0.0, 1e-12);
    near(parts.market, 0.0, 1e-12);
    near(parts.competitiveness(), 5.0, 1e-12);
    near(parts.share, 10.0 / 3.0, 1e-12);
    near(parts.interaction, 5.0 / 3.0, 1e-12);
    near(parts.change(), 25.0, 1e-12);
}

const SMALL: [&[f64]; 4] = [
    &[10.0, 0.0, 0.0, 20.0],
    &[15.0, 1.0, 0.0, 20.0],
    &[100.0, 100.0, 100.0, 100.0],
    &[120.0, 110.0, 100.0, 110.0],
];

#[test]
fn two_products_in_two_markets_by_hand() {
    let all = split(ConstantShare::default(), 2, SMALL).unwrap();
    let parts = all.total;
    let expected = [3.0, -0.5, 1.5, 0.0, 2.5 + 10.0 / 11.0 - 20.0 / 11.0];
    for (found, expected) in parts.values().into_iter().zip(expected) {
        near(found, expected, 1e-12);
    }
    near(parts.competitiveness(), 2.0, 1e-12);
    near(parts.change(), 6.0, 1e-12);
    near(all.by_product[0].change(), 6.0, 1e-12);
    near(all.by_product[1].competitiveness(), -2.0, 1e-12);
    near(all.by_market[0].world, 1.0, 1e-12);
    near(all.by_market[1].market, 1.0, 1e-12);
}

#[test]
fn the_order_moves_growth_between_product_and_market() {
    let of = |order| split(ordered(order), 2, SMALL).unwrap().total;
    let three = |parts: Parts| [parts.product, parts.market, parts.mixed];
    let near_all = |found: [f64; 3], expected: [f64; 3]| {
        for (found, expected) in found.into_iter().zip(expected) {
            near(found, expected, 1e-12);
        }
    };
    near_all(three(of(Order::MarketFirst)), [1.0, 0.0, 0.0]);
    near_all(three(of(Order::Mean)), [0.25, 0.75, 0.0]);
    near_all(three(of(Order::Separate)), [-0.5, 0.0, 1.5]);
}

/// Three products in four markets.
fn grid(of: impl Fn(usize, usize) -> usize) -> Vec<f64> {
    (0..12).map(|i| of(i / 4, i % 4) as f64).collect()
}

fn large() -> [Vec<f64>; 4] {
    [
        grid(|k, j| 10 + (3 * k + 5 * j) % 7),
        grid(|k, j| 12 + (4 * k + 3 * j) % 9),
        grid(|k, j| 200 + ((11 * k + 17 * j) % 23) * 9),
        grid(|k, j| 260 + ((13 * k + 7 * j) % 19) * 11),
    ]
}

fn of_large(how: ConstantShare) -> Parts {
    let [x0, x1, w0, w1] = large();
    split(how, 3, [&x0, &x1, &w0, &w1]).unwrap().total
}

#[test]
fn pandas_finds_the_same_parts() {
    let parts = of_large(ConstantShare::default());
    let expected = [
        20.4204327581484,
        0.180024190012268,
        0.633834128734485,
        0.0,
        16.1178912567837,
        -0.352182333678947,
    ];
    for (found, expected) in parts.values().into_iter().zip(expected) {
        near(found, expected, 1e-12);
    }
    let parts = of_large(ordered(Order::MarketFirst));
    near(parts.market, 0.0468792915236558, 1e-12);
    near(parts.product, 0.766979027223097, 1e-12);
    near(
        of_large(ordered(Order::Separate)).mixed,
        0.586954837210829,
        1e-12,
    );
}

#[test]
fn final_weights_are_initial_weights_of_the_way_back() {
    let parts = of_large(weighed(Weights::Final));
    // By pandas, from now to then, with the sign turned.
    let expected = [
        22.350435624395,
        -0.264411875413742,
        -1.20391500576498,
        0.0,
        15.7657089231048,
        0.352182333678947,
    ];
    for (found, expected) in parts.values().into_iter().zip(expected) {
        near(found, expected, 1e-12);
    }
    let mean = of_large(weighed(Weights::Mean));
    near(mean.interaction, 0.0, 1e-12);
    near(
        mean.world,
        (20.4204327581484 + 22.350435624395) / 2.0,
        1e-12,
    );
}

#[test]
fn the_rest_of_the_world_is_the_world_without_the_exporter() {
    let parts = of_large(ConstantShare {
        reference: Reference::RestOfWorld,
        ..ConstantShare::default()
    });
    near(parts.world, 19.6853546910755, 1e-12);
    near(parts.product, 0.213359717256214, 1e-12);
    near(parts.market, 0.642190194024276, 1e-12);
    near(parts.share, 17.3576945696072, 1e-12);
    near(parts.interaction, -0.898599171963196, 1e-12);
}

#[test]
fn a_market_that_opens_is_interaction_and_one_that_closes_is_structure() {
    let opened = [
        &[10.0, 0.0][..],
        &[10.0, 7.0],
        &[100.0, 0.0],
        &[100.0, 70.0],
    ];
    let closed = [opened[1], opened[0], opened[3], opened[2]];
    let second = |weights, values| split(weighed(weights), 1, values).unwrap().by_market[1];
    let new = second(Weights::Initial, opened);
    assert_eq!(
        (new.world, new.market, new.share, new.interaction),
        (0.0, 0.0, 0.0, 7.0)
    );
    let gone = second(Weights::Initial, closed);
    assert_eq!((gone.share, gone.interaction), (0.0, 0.0));
    near(gone.change(), -7.0, 1e-12);
    // Weighed by the end, it is the other way round.
    let new = second(Weights::Final, opened);
    assert_eq!((new.share, new.interaction), (0.0, 0.0));
    near(new.change(), 7.0, 1e-12);
    let gone = second(Weights::Final, closed);
    assert_eq!(
        (gone.market, gone.share, gone.interaction),
        (0.0, 0.0, -7.0)
    );
}

#[test]
fn exports_without_reference_trade_stand_outside() {
    let odd = [
        &[10.0, 4.0][..],
        &[12.0, 9.0],
        &[100.0, 0.0],
        &[120.0, 50.0],
    ];
    for weights in Weights::ALL {
        let all = split(weighed(weights), 1, odd).unwrap();
        near(all.total.outside, 5.0, 1e-12);
        near(all.total.change(), 7.0, 1e-12);
        assert_eq!(all.cells_outside, 1);
    }
}

#[test]
fn no_world_trade_and_other_products_are_refused() {
    let nothing = [&[0.0][..], &[1.0], &[0.0], &[5.0]];
    assert_eq!(
        split(ConstantShare::default(), 1, nothing),
        Err(Reason::ZeroBase)
    );
    let (one, two) = (matrix(1, &[1.0]), matrix(2, &[1.0, 1.0]));
    let (then, now) = (
        Trade {
            own: &one,
            world: &one,
        },
        Trade {
            own: &one,
            world: &two,
        },
    );
    assert_eq!(
        ConstantShare::default().between(then, now),
        Err(Reason::Unmatched)
    );
}

#[test]
fn points_are_per_cent_of_the_base() {
    let parts = split(ConstantShare::default(), 2, SMALL).unwrap().total;
    near(parts.points(30.0).unwrap().change(), 20.0, 1e-12);
    assert_eq!(parts.points(0.0), Err(Reason::ZeroBase));
}
