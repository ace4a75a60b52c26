//! A rate computed by each error is explained by that error, and how often others fit as well.

use std::collections::BTreeMap;

use bilat::checks::claims::explanations::explain;
use bilat::checks::claims::judge::judge;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

use super::document::*;
use super::world::{World, world};

type Wrong = fn(&World) -> f64;

/// The explanation that must fit, and the rate as the error computes it from unrounded levels.
const ERRORS: [(&str, Wrong); 22] = [
    ("rounding", |w| w.out[3] / w.out[2] - 1.0),
    ("another currency", |w| {
        w.out[3] * w.kroner[3] / (w.out[2] * w.kroner[2]) - 1.0
    }),
    ("another report", |w| w.mirror[3] / w.mirror[2] - 1.0),
    ("another report in another currency", |w| {
        w.mirror[3] * w.kroner[3] / (w.mirror[2] * w.kroner[2]) - 1.0
    }),
    ("CIF against FOB", |w| w.out[3] * 1.12 / w.out[2] - 1.0),
    ("CIF against FOB", |w| w.out[3] / (w.out[2] * 1.05) - 1.0),
    ("real instead of nominal", |w| {
        w.out[3] / w.prices[3] / (w.out[2] / w.prices[2]) - 1.0
    }),
    ("divided by the end value", |w| {
        (w.out[3] - w.out[2]) / w.out[3]
    }),
    ("growth of several years", |w| w.out[3] / w.out[1] - 1.0),
    ("growth of several years", |w| w.out[3] / w.out[0] - 1.0),
    ("average yearly growth", |w| {
        (w.out[3] / w.out[0]).powf(1.0 / 3.0) - 1.0
    }),
    ("points for per cent", |w| {
        w.out[3] / w.out[2] - w.out[2] / w.out[1]
    }),
    ("ratio for growth", |w| w.out[3] / w.out[2]),
    ("another base", |w| w.out[3] / w.mirror[2] - 1.0),
    ("year shifted by one", |w| w.out[2] / w.out[1] - 1.0),
    ("part against total", |w| w.back[3] / w.back[2] - 1.0),
    ("part against total", |w| {
        (w.out[3] + w.back[3]) / (w.out[2] + w.back[2]) - 1.0
    }),
    ("unit slip", |w| w.out[3] * 1000.0 / w.out[2] - 1.0),
    ("unit slip", |w| (w.out[3] / w.out[2] - 1.0) / 10.0),
    ("unit slip", |w| (w.out[3] / w.out[2] - 1.0) * 10.0),
    ("part of the year", |w| w.half[3] / w.half[2] - 1.0),
    ("part of the year", |w| w.half[3] * 1.0 / w.mirror[2] - 1.0),
];

fn fitting(world: &World, wrong: Wrong) -> Vec<&'static str> {
    let evidence = world.states(wrong(world));
    let stated = evidence.claims.last().unwrap();
    let fits = explain(stated, &evidence)
        .into_iter()
        .filter(|one| one.explained.fits);
    let mut names: Vec<&str> = fits.map(|one| one.name).collect();
    names.sort_unstable();
    names.dedup();
    names
}

proptest! {
    #[test]
    fn each_error_is_explained_by_itself(world in world()) {
        for (name, wrong) in ERRORS {
            let found = fitting(&world, wrong);
            prop_assert!(found.contains(&name), "{name} among {found:?}");
        }
    }
}

/// How often the others fit by chance: printed with `--nocapture`, and bounded, so that what the
/// judgements say of chance stays true.
#[test]
fn other_explanations_fit_by_chance_at_a_known_rate() {
    const WORLDS: usize = 300;
    let mut rng = TestRunner::new_with_rng(
        Config::default(),
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    let worlds: Vec<World> = (0..WORLDS)
        .map(|_| world().new_tree(&mut rng).unwrap().current())
        .collect();
    let mut by_error: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut by_other: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let names: Vec<&str> = ERRORS.iter().map(|(name, _)| *name).collect();
    for world in &worlds {
        for (name, wrong) in ERRORS {
            let found = fitting(world, wrong);
            let others = found.iter().filter(|other| **other != name).count();
            let row = by_error.entry(name).or_default();
            (row.0, row.1) = (row.0 + usize::from(others > 0), row.1 + 1);
            for other in names.iter().filter(|other| **other != name) {
                let column = by_other.entry(other).or_default();
                (column.0, column.1) =
                    (column.0 + usize::from(found.contains(other)), column.1 + 1);
            }
        }
    }
    println!("error, and how often some other explanation fits too");
    for (name, (some, all)) in &by_error {
        println!("{name:36} {:5.1}%", 100.0 * *some as f64 / *all as f64);
    }
    println!("explanation, and how often it fits another error");
    for (name, (fits, all)) in &by_other {
        println!("{name:36} {:5.1}%", 100.0 * *fits as f64 / *all as f64);
    }
    let (some, all) = by_error
        .values()
        .fold((0, 0), |sum, row| (sum.0 + row.0, sum.1 + row.1));
    println!(
        "some other fits in {:.1}% of all",
        100.0 * some as f64 / all as f64
    );
    assert!(some * 10 < all * 7, "chance fits in {some} of {all}");
}

/// How often a rate that is simply wrong finds an explanation all the same, at both precisions.
#[test]
fn made_up_rates_find_an_explanation_at_a_known_rate() {
    let mut rng = TestRunner::new_with_rng(
        Config::default(),
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    let made_up = (world(), -0.5..1.0f64);
    for (digits, bound) in [(0, 0.75), (1, 0.25)] {
        let (mut refuted, mut explained) = (0, 0);
        for _ in 0..600 {
            let (world, rate) = made_up.new_tree(&mut rng).unwrap().current();
            let mut evidence = world.states(rate);
            let now = evidence.claims.pop().unwrap();
            evidence
                .claims
                .push(now.rate(&format!("{:.digits$}", rate * 100.0)));
            let judged = judge(&evidence).pop().unwrap();
            if judged.verdict.is_refuted() {
                refuted += 1;
                explained += usize::from(judged.explanations[0].explained.fits);
            }
        }
        let share = explained as f64 / refuted as f64;
        println!(
            "{digits} decimals: {:.1}% of {refuted} made-up rates find an explanation",
            share * 100.0
        );
        assert!(refuted > 400 && share < bound && share > 0.0);
    }
}

/// The same on the founding text with the bundled data: every whole per cent from −30 to 60.
#[test]
fn the_founding_text_would_explain_few_of_all_rates() {
    let (mut refuted, mut explained, mut chance) = (0, 0, 0.0);
    for per_cent in -30..=60 {
        let mut evidence = bundled();
        let flow = || one_way("NOR", "CHN");
        evidence.claims = vec![
            claim("2", flow(), 2008).level(printed("1.93", 1e9)),
            claim("4", flow(), 2009)
                .level(printed("2.28", 1e9))
                .rate(&per_cent.to_string()),
        ];
        let judged = judge(&evidence).pop().unwrap();
        if judged.verdict.is_refuted() {
            refuted += 1;
            explained += usize::from(judged.explanations[0].explained.fits);
            chance = judged.chance.unwrap();
        }
    }
    println!(
        "founding text: {explained} of {refuted} wrong whole per cents find an explanation; chance {chance:.3}"
    );
    assert!(refuted > 80 && explained * 2 < refuted);
    assert!(
        (chance - explained as f64 / refuted as f64).abs() < 0.1,
        "the stated chance is the counted one"
    );
}
