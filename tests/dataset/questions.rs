//! Every question has the answer that looking at each row gives.

use bilat::store::dataset::*;
use proptest::prelude::*;

use super::sample::{Dice, plain, reference, rows, store};

fn codes(dice: &mut Dice, all: &[&str]) -> Option<Vec<String>> {
    match dice.below(3) {
        0 => None,
        _ => Some(
            (0..1 + dice.below(3))
                .map(|_| all[dice.below(all.len() as u64) as usize].to_owned())
                .collect(),
        ),
    }
}

fn question(seed: u64) -> Query {
    let mut dice = Dice(seed);
    let areas = ["CHN", "NOR", "DEU", "DEU.1", "AFG", "ZWE", "XXX"];
    let years = ["..", "2001", "2002..2004", "1999..2001", "2004"];
    Query {
        years: match dice.below(5) {
            0 => Default::default(),
            number => years[number as usize].parse().expect("years"),
        },
        exporters: codes(&mut dice, &areas),
        importers: codes(&mut dice, &areas),
        products: codes(
            &mut dice,
            &["03", "0301", "27", "970010", "010000", "1", "55", "99"],
        ),
        by: By {
            exporter: dice.below(2) == 0,
            importer: dice.below(2) == 0,
            product: [
                Products::Together,
                Products::Digits(2),
                Products::Digits(4),
                Products::Each,
            ][dice.below(4) as usize],
        },
        earlier: [None, Some(1), Some(2)][dice.below(3) as usize],
        counts: dice.below(2) == 0,
    }
}

#[test]
fn random_questions_are_answered_as_by_looking_at_every_row() {
    // More rows a year than a group holds, so that groups are passed over; 2003 is missing.
    let mut all = rows(2001, 70_000, 1);
    all.extend(rows(2002, 20_000, 2));
    all.extend(rows(2004, 100, 3));
    let (_folder, vintage) = store(&all);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(300));
    runner
        .run(&any::<u64>(), |seed| {
            let query = question(seed);
            let answer = vintage
                .ask(&query)
                .map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert_eq!(
                plain(&answer, &query),
                reference(&all, &query),
                "{:?}",
                query
            );
            let columns = answer.columns();
            let values: Vec<_> = answer.figures().map(|figure| figure.value).collect();
            prop_assert_eq!(columns.value, values);
            Ok(())
        })
        .expect("all answers agree");
}

#[test]
fn every_row_comes_back_as_it_went_in() {
    let mut all = rows(2001, 30_000, 5);
    let (_folder, vintage) = store(&all);
    let query = Query {
        by: By::ROWS,
        ..Query::default()
    };
    let answer = vintage.ask(&query).expect("answer");
    let back: Vec<_> = answer
        .figures()
        .map(|figure| super::sample::Plain {
            year: 2001,
            exporter: figure.exporter.expect("exporter").to_owned(),
            importer: figure.importer.expect("importer").to_owned(),
            product: figure.product.expect("product").to_owned(),
            side: figure.side.as_str(),
            value: figure.value,
            quantity: figure.quantity,
        })
        .collect();
    let mut sorted = back.clone();
    sorted.sort();
    all.sort();
    assert_eq!(sorted, all);
}

#[test]
fn a_row_of_nothing_but_a_key_comes_back() {
    let mut all = rows(2001, 1, 5);
    (all[0].value, all[0].quantity) = (None, None);
    let (_folder, vintage) = store(&all);
    for by in [By::ROWS, By::PAIRS, By::default()] {
        let query = Query {
            by,
            counts: true,
            ..Query::default()
        };
        let answer = vintage.ask(&query).expect("answer");
        assert_eq!(plain(&answer, &query), reference(&all, &query));
    }
}

#[test]
fn the_smallest_table_is_asked() {
    let query = |exporter, importer, product| Query {
        by: By {
            exporter,
            importer,
            product,
        },
        ..Query::default()
    };
    use Products::{Digits, Each, Together};
    assert_eq!(query(true, true, Together).table(), Table::Pairs);
    assert_eq!(query(true, false, Each).table(), Table::ExporterProducts);
    assert_eq!(
        query(false, true, Digits(2)).table(),
        Table::ImporterProducts
    );
    assert_eq!(query(false, false, Each).table(), Table::Products);
    assert_eq!(query(true, true, Digits(2)).table(), Table::Rows);
    let filtered = Query {
        importers: Some(vec!["NOR".to_owned()]),
        ..query(true, false, Each)
    };
    assert_eq!(filtered.table(), Table::Rows);
}
