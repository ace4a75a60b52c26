//! Shares of products in their flow, and the standing of partners.

use bilat::indicators::{Composition, Standing};
use bilat::{Flow, Side};

use crate::figures::{flow, measure, near, numbers, table, texts};

fn of_product(product: &str, value: Option<f64>) -> Flow {
    Flow {
        product: product.to_owned(),
        ..flow("test", "ZAF", "CHN", Side::Reconciled, 2021, value)
    }
}

#[test]
fn shares_are_of_the_total_row_or_else_of_the_sum_of_products() {
    let parts = [
        of_product("26", Some(30.0)),
        of_product("71", Some(10.0)),
        of_product("72", None),
    ];
    let summed = measure(&Composition::default(), &table(&parts));
    let shares = numbers(&summed, "share_of_flow_percent");
    assert_eq!(shares, [Some(75.0), Some(25.0), None]);
    assert_eq!(texts(&summed, "reason")[2].as_deref(), Some("no figure"));

    // A fifth of the stated total is in no product.
    let mut all = parts.to_vec();
    all.push(of_product("TOTAL", Some(50.0)));
    let stated = measure(&Composition::default(), &table(&all));
    let shares = numbers(&stated, "share_of_flow_percent");
    assert_eq!(shares, [Some(60.0), Some(20.0), None]);
}

#[test]
fn standing_has_the_share_of_the_last_year_and_growth_up_to_it() {
    let figure = |exporter: &str, year, value| {
        flow("test", exporter, "CHN", Side::Importer, year, Some(value))
    };
    let flows = table(&[
        figure("NOR", 2008, 100.0),
        figure("NOR", 2010, 121.0),
        figure("SWE", 2008, 300.0),
        figure("SWE", 2010, 432.0),
        figure("WLD", 2008, 800.0),
        figure("WLD", 2010, 1210.0),
    ]);
    let standing = measure(&Standing::default(), &flows);
    assert_eq!(
        texts(&standing, "exporter")
            .into_iter()
            .flatten()
            .collect::<Vec<_>>(),
        ["NOR", "SWE"]
    );
    let shares = numbers(&standing, "share_of_imports_percent");
    near(shares[0].unwrap(), 10.0, 1e-12);
    near(shares[1].unwrap(), 100.0 * 432.0 / 1210.0, 1e-12);
    assert_eq!(numbers(&standing, "share_of_exports_percent"), [None, None]);
    let growth = numbers(&standing, "cagr_percent");
    near(growth[0].unwrap(), 10.0, 1e-9);
    near(growth[1].unwrap(), 20.0, 1e-9);
}
