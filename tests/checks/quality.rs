//! Quality sheets of small tables, counted by hand.

use bilat::checks::quality::{QualitySheet, quality};
use bilat::checks::series::{Figure, Period};
use bilat::checks::statistics::Random;
use proptest::prelude::*;

fn figure(key: &str, year: i32, value: impl Into<Option<f64>>) -> Figure {
    Figure::new("CHN exports", key, Period::year(year), value.into())
}

fn sheet(figures: &[Figure]) -> QualitySheet {
    quality(figures).unwrap()
}

#[test]
fn what_stands_in_the_table_is_counted() {
    let estimated = |flag, figure: Figure| Figure {
        estimated: Some(flag),
        ..figure
    };
    let sheet = sheet(&[
        estimated(false, figure("NOR", 2009, 100.0)),
        estimated(true, figure("NOR", 2010, 110.0)),
        figure("NOR", 2012, 0.0),
        figure("SWE", 2009, 100.0),
        figure("SWE", 2009, 100.0),
        figure("SWE", 2010, None),
        figure("DNK", 2009, 7.0),
        figure("DNK", 2009, 8.0),
        figure("DNK", 2010, -3.0),
        figure("FIN", 2010, f64::INFINITY),
    ]);
    assert_eq!(
        (sheet.rows, sheet.keys, sheet.missing, sheet.not_finite),
        (10, 4, 2, 1)
    );
    assert_eq!(
        (sheet.zeros, sheet.negatives, sheet.estimated),
        (1, 1, Some((1, 2)))
    );
    assert_eq!((sheet.duplicates.len(), sheet.duplicates[0].extra), (1, 1));
    assert_eq!(sheet.conflicts[0].name, "CHN exports DNK");
    assert_eq!(sheet.conflicts[0].values, [Some(7.0), Some(8.0)]);
    let years: Vec<_> = sheet
        .coverage
        .iter()
        .map(|c| {
            (
                c.period.to_string(),
                c.figures,
                c.missing,
                c.absent,
                c.estimated,
            )
        })
        .collect();
    // NOR, SWE and DNK have a figure somewhere, FIN never has; DNK's 2009 is not known.
    let expected = [
        ("2009".to_owned(), 2, 0, 1, Some(0)),
        ("2010".to_owned(), 2, 2, 0, Some(1)),
        ("2011".to_owned(), 0, 0, 3, None),
        ("2012".to_owned(), 1, 0, 2, None),
    ];
    assert_eq!(years, expected);
    assert_eq!(sheet.absent, 6);
    // 100, 110, 100, −3: two of four have a twin.
    assert_eq!((sheet.repeated.figures, sheet.repeated.repeated), (4, 2));
    assert_eq!(sheet.repeated.share, Some(0.5));
}

#[test]
fn an_empty_table_has_an_empty_sheet() {
    let sheet = sheet(&[]);
    assert_eq!(
        (sheet.rows, sheet.estimated, sheet.repeated.share),
        (0, None, None)
    );
    assert!(sheet.coverage.is_empty() && sheet.digits.is_none());
    assert!(
        sheet
            .words
            .contains(&"the source does not say which figures are estimates".to_owned())
    );
}

#[test]
fn last_digits_agree_with_scipy() {
    let counts = [30, 5, 5, 5, 5, 20, 5, 5, 10, 10];
    let mut figures = Vec::new();
    for (digit, count) in counts.iter().enumerate() {
        for n in 0..*count {
            figures.push(figure(
                "NOR",
                1900 + figures.len() as i32,
                (1000 + 10 * n + digit) as f64,
            ));
        }
    }
    let digits = sheet(&figures).digits.unwrap();
    assert_eq!(
        (digits.unit, digits.figures, digits.counts),
        (1.0, 100, counts)
    );
    assert!((digits.chi_square.unwrap() - 65.0).abs() < 1e-9);
    assert!((digits.p.unwrap() / 1.4427226610841643e-10 - 1.0).abs() < 1e-8);
    // Tens: thirty; hundreds: 1000, 1100 and 1200 among them; thousands: 1000.
    let rounded: Vec<_> = digits.rounded.iter().map(|r| (r.unit, r.figures)).collect();
    assert_eq!(rounded, [(10.0, 30), (100.0, 3), (1000.0, 1), (1e6, 0)]);
}

#[test]
fn even_digits_raise_five_false_alarms_in_a_hundred_and_rounding_is_found() {
    let mut random = Random::new(5);
    let mut rate = |rounded: usize| {
        let runs = 600;
        let alarms = (0..runs).filter(|_| {
            let figures: Vec<_> = (0..100)
                .map(|n| {
                    let value = 1000 + random.below(1_000_000);
                    let value = if n < rounded { value / 10 * 10 } else { value };
                    figure("NOR", 1900 + n as i32, value as f64)
                })
                .collect();
            sheet(&figures).digits.unwrap().p.unwrap() < 0.05
        });
        alarms.count() as f64 / runs as f64
    };
    let (even, rounded) = (rate(0), rate(20));
    println!("last digits of 100 figures: even {even:.3}, twenty rounded to tens {rounded:.3}");
    assert!((0.025..0.08).contains(&even), "{even}");
    assert!(rounded > 0.95, "{rounded}");
}

#[test]
fn odd_growth_units_and_copies_are_on_the_sheet() {
    let mut figures = Vec::new();
    for (key, base) in [("NOR", 1000.0), ("SWE", 2000.0), ("DNK", 3000.0)] {
        for year in 2000..2012 {
            let n = f64::from(year - 2000);
            let growth = 1.05f64.powf(n) * (1.0 + 0.004 * (n * base).sin());
            figures.push(figure(key, year, (base * growth).round()));
        }
    }
    for copied in [8, 20, 32] {
        figures[copied].value = figures[copied - 1].value;
    }
    figures[5].value = figures[5].value.map(|value| value * 1000.0);
    let sheet = sheet(&figures);
    assert_eq!(sheet.outlier_series, 3);
    assert_eq!(sheet.outliers[0].key, "CHN exports NOR");
    assert_eq!(
        (sheet.jumps.len(), sheet.jumps[0].back),
        (1, Some(Period::year(2006)))
    );
    assert_eq!(
        (
            sheet.repeated_periods.len(),
            sheet.repeated_periods[0].period
        ),
        (1, Period::year(2008))
    );
    assert!(
        sheet
            .words
            .contains(&"in 2008 3 of 3 series repeat the period before".to_owned())
    );
    assert!(
        sheet
            .words
            .iter()
            .any(|w| w.contains("jumps by about 1,000 in 2005, and back in 2006")),
        "{:?}",
        sheet.words
    );
}

#[test]
fn years_beside_months_of_one_key_are_refused() {
    let mixed = [
        figure("NOR", 2009, 1.0),
        Figure::new("CHN exports", "NOR", Period::month(2009, 1), Some(1.0)),
    ];
    assert!(
        quality(&mixed)
            .unwrap_err()
            .to_string()
            .contains("give years, quarters or months alone")
    );
}

proptest! {
    #[test]
    fn the_order_of_rows_plays_no_part_and_every_row_is_counted(
        cells in prop::collection::vec((0u8..4, 2000i32..2010, prop::option::of(-5i32..500)), 0..60),
        seed in any::<u64>(),
    ) {
        let mut figures: Vec<_> = cells
            .iter()
            .map(|(key, year, value)| figure(&key.to_string(), *year, value.map(f64::from)))
            .collect();
        let one = sheet(&figures);
        let conflicting: usize = one.conflicts.iter().map(|c| cells.iter().filter(|(key, year, _)| {
            c.name == format!("CHN exports {key}") && c.period == Period::year(*year)
        }).count()).sum();
        let extra: usize = one.duplicates.iter().map(|d| d.extra).sum();
        let counted: usize = one.coverage.iter().map(|c| c.figures + c.missing).sum();
        prop_assert_eq!(one.rows, counted + extra + conflicting);
        Random::new(seed).shuffle(&mut figures);
        let other = sheet(&figures);
        prop_assert_eq!(one.coverage, other.coverage);
        prop_assert_eq!(one.words, other.words);
    }

    #[test]
    fn the_unit_changes_no_share(values in prop::collection::vec(1u32..100_000, 8..40), power in 0i32..7) {
        let unit = 10f64.powi(power);
        let of = |unit: f64| {
            let figures: Vec<_> = values
                .iter()
                .enumerate()
                .map(|(n, value)| figure("NOR", 1980 + n as i32, f64::from(*value) * unit))
                .collect();
            sheet(&figures)
        };
        let (a, b) = (of(1.0), of(unit));
        prop_assert_eq!(a.repeated, b.repeated);
        prop_assert_eq!(a.outliers.len(), b.outliers.len());
        prop_assert_eq!(a.digits.map(|d| (d.counts, d.p)), b.digits.map(|d| (d.counts, d.p)));
    }
}
