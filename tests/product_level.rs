//! Products summed to chapters and headings.

use bilat::transforms::{ProductLevel, Reshape};
use bilat::{Flow, FlowTable, Side};

use crate::figures::{flow, table};

fn product(code: &str, value: Option<f64>) -> Flow {
    Flow {
        product: code.to_owned(),
        quantity: value,
        quantity_unit: "kg".to_owned(),
        ..flow("s", "NOR", "CHN", Side::Exporter, 2010, value)
    }
}

fn shown(flows: &FlowTable) -> Vec<(String, Option<f64>, Option<f64>)> {
    let flows = flows.flows().unwrap();
    let row = |flow: Flow| (flow.product, flow.value, flow.quantity);
    flows.into_iter().map(row).collect()
}

fn level(digits: u8) -> ProductLevel {
    ProductLevel {
        digits: Some(digits),
    }
}

#[test]
fn products_that_begin_alike_are_summed_and_nothing_is_lost() {
    let flows = table(&[
        product("030212", Some(3.0)),
        product("030214", Some(4.0)),
        product("030499", None),
        product("27", Some(9.0)),
        product("760110", None),
        product("TOTAL", Some(16.0)),
    ]);
    let chapters = level(2).apply(&flows).unwrap();
    assert_eq!(
        shown(&chapters),
        [
            ("03".to_owned(), Some(7.0), None),
            // A whole code keeps its quantity.
            ("27".to_owned(), Some(9.0), Some(9.0)),
            // A sum of nothing is not reported, which is not 0.
            ("76".to_owned(), None, None),
        ]
    );
    assert_eq!(
        chapters.remarks(),
        [
            "4 product rows summed to codes of 2 digits, 2 of them without a figure",
            "1 totals left out: their products stand beside them"
        ]
    );
    let headings = level(4).apply(&flows).unwrap();
    let codes: Vec<String> = shown(&headings).into_iter().map(|row| row.0).collect();
    // The chapter has no headings to show and stays.
    assert_eq!(codes, ["0302", "0304", "27", "7601"]);
    let whole = ProductLevel::default().apply(&flows).unwrap();
    assert_eq!(shown(&whole).len(), 5);
}

#[test]
fn totals_alone_have_no_products() {
    let flows = table(&[product("TOTAL", Some(16.0))]);
    let refused = level(2).apply(&flows).err().unwrap().to_string();
    assert!(refused.contains("totals alone"), "{refused}");
}
