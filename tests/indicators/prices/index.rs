use bilat::indicators::dynamics::timeline::first_of;
use bilat::indicators::prices::baskets::Baskets;
use bilat::indicators::prices::crude::{crude_change, crude_disagrees};
use bilat::indicators::prices::formula::Formula;
use bilat::indicators::prices::index::{Linking, PriceIndex};
use bilat::indicators::reason::Reason;

use super::{basket, eight_years, two_years, yearly};
use crate::indicators::near;

fn prices(formula: Formula, linking: Linking, baskets: &Baskets) -> Vec<Result<f64, Reason>> {
    let index = PriceIndex {
        formula,
        linking,
        ..PriceIndex::default()
    };
    index
        .of(baskets)
        .unwrap()
        .points
        .into_iter()
        .map(|point| point.price)
        .collect()
}

#[test]
fn pyindexnum_finds_the_same_indices() {
    let baskets = eight_years(|_, _| false);
    #[rustfmt::skip]
    let expected = [
        (Formula::Laspeyres, Linking::FixedBase, [1.07821229050279, 0.910614525139665, 0.947858472998138, 0.985102420856611, 0.981378026070764, 0.957169459962756, 0.994413407821229]),
        (Formula::Laspeyres, Linking::Chained, [1.07821229050279, 1.0913943177869, 1.19988145349645, 1.13259838133777, 1.10503960766724, 1.17002627054282, 1.26098756054114]),
        (Formula::Paasche, Linking::FixedBase, [1.0205504587156, 0.939698492462311, 1.05766062602965, 0.950902934537246, 1.00241604252235, 0.997498436522827, 1.01423641069888]),
        (Formula::Paasche, Linking::Chained, [1.0205504587156, 0.962994926760724, 1.02869008815372, 0.997894529959134, 1.07847470820538, 1.11917186700558, 1.16269246987632]),
        (Formula::Fisher, Linking::FixedBase, [1.04898524663859, 0.925042213354627, 1.00125550482318, 0.967851632644331, 0.991841256004331, 0.977125907854381, 1.0042760006589]),
        (Formula::Fisher, Linking::Chained, [1.04898524663859, 1.02518641774278, 1.11099332048904, 1.06311510636315, 1.09167635700069, 1.1443166020158, 1.21084298785965]),
        (Formula::Tornqvist, Linking::FixedBase, [1.0546495615306, 0.930107723569637, 1.01854730406582, 0.970435845139303, 0.990770942998724, 0.983379939454566, 1.00920552374004]),
        (Formula::Tornqvist, Linking::Chained, [1.0546495615306, 1.03404653792518, 1.12373514124724, 1.07045693931108, 1.08623268809021, 1.14010318842112, 1.20928996717643]),
        (Formula::Walsh, Linking::FixedBase, [1.04900030525336, 0.918554064079476, 0.986028128597572, 0.96714155899355, 0.992703502032878, 0.972575229912246, 1.00343822818369]),
        (Formula::Walsh, Linking::Chained, [1.04900030525336, 1.02191379927062, 1.10791318604396, 1.06219706146365, 1.10006615303427, 1.15187957680943, 1.21863788923376]),
        (Formula::Fisher, Linking::Geks, [1.01417798843494, 0.950417463038127, 0.999591390470584, 0.94366663036106, 0.976695419949295, 1.00130100649703, 1.02928802702686]),
        (Formula::Tornqvist, Linking::Geks, [1.01961199459131, 0.955486854759752, 1.00793590072269, 0.950063365764012, 0.979812931868663, 1.00734634003478, 1.03537235915048]),
    ];
    for (formula, linking, expected) in expected {
        let found = prices(formula, linking, &baskets);
        for (found, expected) in found[1..].iter().zip(expected) {
            near(found.clone().unwrap() / 100.0, expected, 1e-12);
        }
    }
}

#[test]
fn pyindexnum_finds_the_same_geks_where_products_come_and_go() {
    let baskets = eight_years(|i, year| (i == 1 && year == 2002) || (i == 3 && year < 2004));
    #[rustfmt::skip]
    let expected = [
        (Formula::Fisher, [1.11591478564799, 1.03428741696016, 1.02860220191929, 1.00979248711966, 1.05632736694004, 1.06038835029322, 1.07232880266505]),
        (Formula::Tornqvist, [1.12013006871313, 1.04081352934409, 1.0371406885308, 1.01409188701688, 1.05815188284326, 1.0666311027091, 1.0777775652001]),
    ];
    for (formula, expected) in expected {
        let found = prices(formula, Linking::Geks, &baskets);
        for (found, expected) in found[1..].iter().zip(expected) {
            near(found.clone().unwrap() / 100.0, expected, 1e-12);
        }
    }
}

#[test]
fn volume_is_value_over_price() {
    let [then, now] = two_years();
    let index = PriceIndex::default();
    let found = index.of(&yearly([(2008, then), (2009, now)])).unwrap();
    let point = &found.points[1];
    near(point.price.clone().unwrap(), 110.3274, 5e-7);
    near(point.value.clone().unwrap(), 110.0, 1e-12);
    near(point.volume.clone().unwrap(), 99.7033, 5e-7);
    let coverage = point.coverage.clone().unwrap();
    assert_eq!((coverage.matched, coverage.earlier), (2, Ok(100.0)));
}

#[test]
fn crude_unit_values_that_say_the_opposite_are_warned_of() {
    let [then, now] = two_years();
    near(
        crude_change(&then, &now).unwrap(),
        -2.941176470588236,
        1e-12,
    );
    let warning = crude_disagrees(&then, &now, 110.3274).unwrap();
    assert_eq!(
        warning.to_string(),
        "since the reference, value per unit of quantity fell by 2.9 % but prices rose by 10.3 %: the mix of products changed, so the crude unit value is no price"
    );
    assert_eq!(crude_disagrees(&then, &now, 97.0), None);
    let pieces =
        bilat::indicators::prices::basket::Basket::priced([("a", "pieces", 1.0, 1.0)]).unwrap();
    let mixed = Reason::MixedUnits("kg, pieces".to_owned());
    assert_eq!(crude_change(&then, &pieces), Err(mixed));
}

#[test]
fn a_missing_year_breaks_a_chain_but_not_a_fixed_base() {
    let year = |price: f64| basket(&[("a", price, 10.0)]);
    let baskets = yearly([
        (2000, year(1.0)),
        (2001, year(2.0)),
        (2003, year(3.0)),
        (2004, year(6.0)),
    ]);
    let missing = Err(Reason::NoFigureFor("2002".to_owned()));
    let chained = prices(Formula::Fisher, Linking::Chained, &baskets);
    assert_eq!(
        chained[1..],
        [
            Ok(200.0),
            Err(Reason::NoFigure),
            missing.clone(),
            missing.clone()
        ]
    );
    let fixed = prices(Formula::Fisher, Linking::FixedBase, &baskets);
    assert_eq!(fixed[2], Err(Reason::NoFigure));
    near(fixed[4].clone().unwrap(), 600.0, 1e-12);
    let from_the_end = PriceIndex {
        reference: Some(first_of(2004, 1)),
        ..PriceIndex::default()
    };
    let found = from_the_end.of(&baskets).unwrap().points;
    near(found[3].price.clone().unwrap(), 50.0, 1e-12);
    assert_eq!(found[0].price, missing);
    assert_eq!(found[2].price, Err(Reason::NoFigure));
}

#[test]
fn years_without_a_product_in_common_have_no_index() {
    let baskets = yearly([
        (2000, basket(&[("a", 1.0, 1.0)])),
        (2001, basket(&[("b", 1.0, 1.0)])),
    ]);
    let nothing = Err(Reason::NothingInCommon(
        "2000".to_owned(),
        "2001".to_owned(),
    ));
    for linking in [Linking::FixedBase, Linking::Chained, Linking::Geks] {
        assert_eq!(
            prices(Formula::Fisher, linking, &baskets)[1],
            nothing,
            "{linking:?}"
        );
    }
}

#[test]
fn what_cannot_be_computed_is_refused() {
    let geks = |formula| PriceIndex {
        formula,
        linking: Linking::Geks,
        ..PriceIndex::default()
    };
    let baskets = eight_years(|_, _| false);
    assert_eq!(
        geks(Formula::Laspeyres).of(&baskets),
        Err(Reason::NotReversible)
    );
    let later = PriceIndex {
        reference: Some(first_of(2050, 1)),
        ..PriceIndex::default()
    };
    for linking in [Linking::FixedBase, Linking::Chained, Linking::Geks] {
        let index = PriceIndex { linking, ..later };
        assert_eq!(
            index.of(&baskets),
            Err(Reason::NoFigureFor("2050".to_owned()))
        );
    }
    assert_eq!(
        PriceIndex::default().of(&yearly([])),
        Err(Reason::TooFew(1))
    );
}

#[test]
fn the_caption_names_every_choice() {
    let named = PriceIndex::default().named();
    assert_eq!(
        named,
        "chained Fisher, no outliers taken out: P(r,r+1) · … · P(t−1,t), P = √(Σp₁q₀/Σp₀q₀ · Σp₁q₁/Σp₀q₁)"
    );
}
