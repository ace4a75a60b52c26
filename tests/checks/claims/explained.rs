//! Each supposition gives the figure that can be worked out by hand.

use bilat::checks::claims::claim::*;
use bilat::checks::claims::evidence::{Evidence, PriceIndex};
use bilat::checks::claims::explanations::{Explained, Explanation, Figure, chance, explain};
use bilat::checks::claims::interval::Interval;
use bilat::model::currency::Currency;
use bilat::model::source::Side;

use super::document::*;

/// 1.00, 2.00 and 3.00 billion in 2007, 2008 and 2009, and a stated rate.
fn evidence(per_cent: &str) -> Evidence {
    let flow = || one_way("NOR", "CHN");
    let mut evidence = document(vec![
        claim("07", flow(), 2007).level(printed("1.00", 1e9)),
        claim("08", flow(), 2008).level(printed("2.00", 1e9)),
        claim("09", flow(), 2009)
            .level(printed("3.00", 1e9))
            .rate(per_cent),
        claim("back08", one_way("CHN", "NOR"), 2008).level(printed("4.00", 1e9)),
        claim("back09", one_way("CHN", "NOR"), 2009).level(printed("5.00", 1e9)),
    ]);
    evidence.series = vec![series(
        "NOR",
        "CHN",
        Side::Importer,
        "b",
        &[(2008, 2.4e9), (2009, 3.0e9)],
    )];
    let half = Period {
        year: 2009,
        part: Part::Months(1, 6),
    };
    evidence.series[0].values.insert(half, 1.2e9);
    evidence.rates.per_usd = [((2008, Currency::NOK), 5.0), ((2009, Currency::NOK), 6.0)].into();
    evidence.prices = vec![PriceIndex {
        name: "prices".into(),
        currency: Currency::USD,
        index: [(2008, 100.0), (2009, 120.0)].into(),
    }];
    evidence
}

fn found(per_cent: &str, name: &str) -> Vec<Explained> {
    let evidence = evidence(per_cent);
    let all = explain(&evidence.claims[2], &evidence);
    all.into_iter()
        .filter(|one| one.name == name)
        .map(|one| one.explained)
        .collect()
}

fn fits(per_cent: &str, name: &str) -> Option<f64> {
    let fit = found(per_cent, name).into_iter().find(|one| one.fits)?;
    match fit.figure {
        Figure::Rate { value, .. } => Some((value * 1e4).round() / 100.0),
        Figure::Money { value, .. } => Some((value / 1e7).round() / 100.0),
    }
}

#[test]
fn every_supposition_fits_the_figure_worked_out_by_hand() {
    // Name, stated per cent, the figure the supposition gives: 3/2 is +50%.
    let cases = [
        ("rounding", "50.3", 50.0),
        ("another currency", "80", 80.0), // 18 / 10
        ("another report", "25", 25.0),   // 3.0 / 2.4
        ("another report in another currency", "50", 50.0), // 18 / 12
        ("CIF against FOB", "68", 68.0),  // 3 × 1.12 / 2
        ("CIF against FOB", "34", 33.93), // 3 / 2.24
        ("real instead of nominal", "25", 25.0), // 2.5 / 2
        ("divided by the end value", "33", 33.33), // 1 / 3
        ("growth of several years", "200", 200.0), // 3 / 1
        ("average yearly growth", "73", 73.21), // √3
        ("points for per cent", "−50", -50.0), // 50 − 100
        ("ratio for growth", "150", 150.0),
        ("another base", "25", 2.4), // 3 / 1.25, which series `b` gives
        ("year shifted by one", "100", 100.0), // 2 / 1
        ("part against total", "25", 25.0), // 5 / 4
        ("part against total", "33", 33.33), // 8 / 6
        ("unit slip", "5", 5.0),     // a tenth of 50
        ("unit slip", "0.5", 0.5),
        ("part of the year", "−50", -50.0), // 1.2 / 2.4
    ];
    for (name, stated, figure) in cases {
        assert_eq!(fits(stated, name), Some(figure), "{name} at {stated}");
        // A figure that nothing gives: what is listed must not fit.
        assert_eq!(fits("777", name), None, "{name}");
        assert!(
            !found("777", name).is_empty(),
            "{name} is listed though it does not fit"
        );
    }
}

#[test]
fn those_that_fit_come_first_and_the_closest_first_among_them() {
    let evidence = evidence("25");
    let all = explain(&evidence.claims[2], &evidence);
    let ranks: Vec<(bool, f64)> = all
        .iter()
        .map(|one| (!one.explained.fits, one.explained.gap))
        .collect();
    assert!(ranks.windows(2).all(|two| two[0] <= two[1]));
    assert!(
        ranks.iter().filter(|rank| !rank.0).count() > 1,
        "several fit, all are listed"
    );
}

#[test]
fn a_fit_is_said_to_be_no_proof() {
    let evidence = evidence("80");
    let judged = bilat::checks::claims::judge::judge(&evidence);
    assert!(
        judged[2].remark.contains("Norwegian kroner"),
        "{}",
        judged[2].remark
    );
    assert!(
        judged[2]
            .remark
            .contains("A fit is no proof, and of all rates within 50 points"),
        "{}",
        judged[2].remark
    );
    assert!(judged[1].remark.is_empty());
}

#[test]
fn yearly_rates_are_tested_against_totals_and_miscounted_years() {
    let stated = |per_cent: &str| {
        let since = Base::PerYearSince(year(2007));
        let flow = || one_way("NOR", "CHN");
        let now = claim("b", flow(), 2009).level(printed("3.00", 1e9));
        let now = now.change(Measure::Rate(printed(per_cent, 0.01)), since, "");
        let evidence = document(vec![
            claim("a", flow(), 2007).level(printed("1.00", 1e9)),
            now,
        ]);
        let all = explain(&evidence.claims[1], &evidence);
        let fit = all.into_iter().filter(|one| one.explained.fits);
        fit.map(|one| one.name).collect::<Vec<_>>()
    };
    assert_eq!(stated("200"), ["growth of several years"]);
    assert_eq!(stated("44"), ["average yearly growth"]); // ∛3, one year too many
    assert_eq!(stated("100"), ["average yearly growth"]); // 200% over two years
    assert!(stated("777").is_empty());
}

/// Figures of 10, 10.5 and 30 per cent against one stated to 1 per cent: 9.5 to 11 and 29.5 to 30.5 are covered.
#[test]
fn chance_is_the_share_of_rates_that_would_have_fitted() {
    let given = |value: f64| Explanation {
        name: "another report",
        explained: Explained {
            figure: Figure::Rate {
                value,
                range: Interval::point(value),
            },
            stated: Interval::new(0.195, 0.205),
            fits: false,
            gap: 0.0,
            words: String::new(),
        },
    };
    let all = [0.30, 0.10, 0.105, 7.0].map(given);
    assert!((chance(&all, 0.2).unwrap() - 0.025).abs() < 1e-12);
    assert_eq!(chance(&[], 0.2), None);
}
