//! Whatever the layout, style and order, the answers are those of the reference.

use std::num::NonZeroUsize;

use bilat::store::raw::{By, Order, Route};
use proptest::prelude::*;

use super::reference::{
    COUNTRIES, Folder, Plain, Quotes, Style, Sums, made_up, open, picked, shuffle, sums, written,
};

fn style() -> impl Strategy<Value = Style> {
    let columns = Just(vec!['t', 'i', 'j', 'k', 'v', 'q']).prop_shuffle();
    let columns = prop_oneof![
        Just("tijkvq".to_owned()),
        Just("tijkv".to_owned()),
        Just("tkijvq".to_owned()),
        columns.prop_map(|columns| columns.into_iter().collect()),
    ];
    let quotes = prop_oneof![
        Just(Quotes::None),
        Just(Quotes::Quantity),
        Just(Quotes::All)
    ];
    let ends = prop_oneof![Just("\n"), Just("\r\n")];
    (
        columns,
        prop_oneof![Just(','), Just(';')],
        quotes,
        ends,
        any::<bool>(),
        any::<bool>(),
    )
        .prop_map(
            |(columns, separator, quotes, line_end, short, old_name)| Style {
                columns,
                separator,
                quotes,
                line_end,
                short,
                old_name,
            },
        )
}

/// What a file without quantities can say of rows that have them.
fn seen(rows: &[Plain], style: &Style) -> Vec<Plain> {
    let mut rows = rows.to_vec();
    if !style.columns.contains('q') {
        rows.iter_mut().for_each(|row| row.quantity = None);
    }
    rows
}

fn met(totals: &[bilat::store::raw::Total]) -> Sums {
    let each = totals.iter().map(|total| {
        let sum = total.sum;
        let counts = (sum.rows, total.without_value, sum.without_quantity);
        let sums = (
            i128::from(sum.value),
            i128::from(sum.quantity),
            counts.0,
            counts.1,
            counts.2,
        );
        ((total.year, total.first, total.second), sums)
    });
    each.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn rows_and_totals_are_those_of_the_reference(
        seed: u64,
        count in 1_usize..700,
        style in style(),
        shuffled: bool,
        ended: bool,
        pick in 0_usize..9,
        other in 0_usize..9,
    ) {
        let mut rows = made_up(seed, count, 2001..=2003);
        if shuffled {
            shuffle(&mut rows, seed);
        }
        let folder = Folder::new();
        let mut text = written(&rows, &style);
        if !ended {
            text.truncate(text.len() - style.line_end.len());
        }
        let files = open(&[folder.with("a.csv", &text)]);
        let rows = seen(&rows, &style);
        let (a, b) = (COUNTRIES[pick], COUNTRIES[other]);
        let wishes = [
            vec![Route::pair(a, b), Route::pair(b, a)],
            vec![Route::exports_of(a), Route::pair(a, b)],
            vec![Route::imports_of(a), Route::exports_of(b)],
        ];
        for routes in wishes {
            let answer = files.flows(&routes).expect("an answer");
            prop_assert_eq!(&answer.rows, &picked(&rows, &routes));
            prop_assert_eq!(answer.files[0].rejects.count, 0);
            prop_assert_eq!(answer.repeated, 0);
        }
        for by in [By::Pair, By::ExporterProduct, By::ImporterProduct] {
            let (totals, accounts) = files.totals(by, true).expect("totals");
            prop_assert_eq!(met(&totals), sums(&rows, by));
            prop_assert!(totals.is_sorted_by_key(|total| (total.year, total.first, total.second)));
            prop_assert_eq!(accounts[0].rows, rows.len() as u64);
            prop_assert_eq!(accounts[0].lines, rows.len() as u64 + 1);
            prop_assert_eq!(accounts[0].unended, !ended);
            let short = rows.iter().filter(|row| row.product < 100_000).count() as u64;
            prop_assert_eq!(accounts[0].short_products, if style.short { short } else { 0 });
        }
    }
}

/// Large enough for several threads: a piece has a megabyte at least.
fn large() -> Vec<Plain> {
    let mut rows = Vec::new();
    for year in 2001..2020 {
        rows.extend(made_up(u64::from(year), 12_000, year..=year));
    }
    rows
}

#[test]
fn threads_and_order_change_nothing() {
    let folder = Folder::new();
    let mut rows = large();
    let sorted = written(&rows, &Style::default());
    assert!(
        sorted.len() > 2 << 20,
        "too small for threads: {}",
        sorted.len()
    );
    let sorted = folder.with("sorted.csv", sorted);
    shuffle(&mut rows, 5);
    let shuffled = folder.with("shuffled.csv", written(&rows, &Style::default()));
    let routes = [Route::pair(156, 842), Route::imports_of(4)];
    for threads in [1, 2, 3, 8] {
        let threads = NonZeroUsize::new(threads).expect("some");
        for (path, order) in [(&sorted, Order::Ascending), (&shuffled, Order::Unsorted)] {
            let files = open(std::slice::from_ref(path)).with_threads(threads);
            assert_eq!(
                files.flows(&routes).expect("rows").rows,
                picked(&rows, &routes)
            );
            for by in [By::Pair, By::ExporterProduct, By::ImporterProduct] {
                let (totals, accounts) = files.totals(by, true).expect("totals");
                assert_eq!(met(&totals), sums(&rows, by));
                assert_eq!(accounts[0].order, order);
                assert_eq!(accounts[0].lines, rows.len() as u64 + 1);
            }
        }
    }
}

#[test]
fn the_files_of_several_years_are_one_data_set() {
    let folder = Folder::new();
    let rows = made_up(11, 2_000, 2001..=2003);
    let of = |year| {
        let rows: Vec<Plain> = rows
            .iter()
            .filter(|row| row.year == year)
            .copied()
            .collect();
        folder.with(
            &format!("BACI_HS92_Y{year}_V202301.csv"),
            written(&rows, &Style::default()),
        )
    };
    let files = open(&[of(2003), of(2001), of(2002)]);
    let routes = [Route::pair(156, 842), Route::pair(842, 156)];
    assert_eq!(
        files.flows(&routes).expect("rows").rows,
        picked(&rows, &routes)
    );
    let (totals, _) = files.totals(By::Pair, true).expect("totals");
    assert_eq!(met(&totals), sums(&rows, By::Pair));
}
