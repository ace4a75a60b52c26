//! Complexity on matrices small enough to work out by hand, and at the edges.

use bilat::indicators::complexity::{
    Certainty, Complexity, Density, Fitness, Gain, Itself, Normalisation, Outlook, Presence,
    Proximity, Unscored, Weights,
};
use bilat::indicators::matrix::Matrix;

fn names(letter: char, n: usize) -> Vec<String> {
    (1..=n).map(|k| format!("{letter}{k}")).collect()
}

fn matrix(rows: usize, values: &[f64]) -> Matrix {
    let columns = names('p', values.len() / rows);
    Matrix::new(names('c', rows), columns, values.to_vec()).expect("whole")
}

/// Rows of ones and zeros, one string for each exporter.
fn given(rows: &[&str]) -> Presence {
    let digits = rows.iter().flat_map(|row| row.chars());
    let values: Vec<f64> = digits
        .map(|digit| f64::from(u8::from(digit == '1')))
        .collect();
    Presence::given(&matrix(rows.len(), &values)).expect("ones and zeros")
}

#[track_caller]
fn are(scores: &[Result<f64, Unscored>], known: &[f64]) {
    assert_eq!(scores.len(), known.len());
    for (score, known) in scores.iter().zip(known) {
        let near = score.is_ok_and(|score| (score - known).abs() < 1e-12);
        assert!(near, "{scores:?} is not {known:?}");
    }
}

#[track_caller]
fn is(score: Result<f64, Unscored>, known: f64) {
    are(&[score], &[known]);
}

// c1 has both products, c2 the first alone. M̃ = [[3/4, 1/4], [1/2, 1/2]] has the eigenvalues 1 and 1/4, the
// vector of the latter is K(c) = (1, −2), and K(p) = (−2, 4).
fn ladder() -> Presence {
    given(&["11", "10"])
}

#[test]
fn indices_of_two_by_two_are_those_by_hand() {
    let index = Complexity::of(&ladder(), Normalisation::ByExporters);
    are(&index.eci, &[1.0, -1.0]);
    are(&index.pci, &[-1.0, 3.0]);
    let own = Complexity::of(&ladder(), Normalisation::ByProducts);
    are(&own.eci, &[1.0, -1.0]);
    are(&own.pci, &[-1.0, 1.0]);
    let certainty = index.certainty.expect("there is an index");
    assert!((certainty.second - 0.25).abs() < 1e-14 && certainty.third.abs() < 1e-14);
    assert!((certainty.with_diversity - 1.0).abs() < 1e-12);
    assert!(certainty.error < 1e-13);
}

#[test]
fn density_and_distance_of_two_by_two_are_those_by_hand() {
    let density = Density::of(&ladder(), Itself::Counted);
    is(density.scores().at(0, 1), 1.0);
    is(density.scores().at(1, 0), 2.0 / 3.0);
    is(density.scores().at(1, 1), 1.0 / 3.0);
    is(density.distance().at(1, 1), 2.0 / 3.0);
    let others = Density::of(&ladder(), Itself::LeftOut);
    is(others.scores().at(1, 0), 0.0);
    is(others.scores().at(1, 1), 1.0);
}

#[test]
fn outlook_of_two_by_two_is_that_by_hand() {
    // K(p2) in deviations of K(c): 4 / 1.5.
    let gross = Outlook::default().of(&ladder());
    are(&gross.outlook, &[0.0, 8.0 / 9.0]);
    are(&gross.coi, &[-1.0, 1.0]);
    is(gross.cog.at(1, 1), 16.0 / 9.0);
    is(gross.cog.at(1, 0), 0.0);
    let net = Outlook {
        gain: Gain::Net,
        ..Outlook::default()
    };
    is(net.of(&ladder()).cog.at(1, 1), 8.0 / 9.0);
    let by_pci = Outlook {
        weights: Weights::Pci(Normalisation::ByProducts),
        ..Outlook::default()
    };
    is(by_pci.of(&ladder()).outlook[1], 1.0 / 3.0);
    let others = Outlook {
        gain: Gain::Net,
        itself: Itself::LeftOut,
        ..Outlook::default()
    };
    is(others.of(&ladder()).cog.at(1, 1), -8.0 / 3.0);
}

#[test]
fn proximity_is_the_smaller_conditional_probability() {
    let presence = given(&["1110", "1100", "1000"]);
    let proximity = Proximity::of(&presence);
    is(proximity.at(0, 1), 2.0 / 3.0);
    is(proximity.at(2, 0), 1.0 / 3.0);
    is(proximity.at(1, 1), 1.0);
    assert_eq!(proximity.at(0, 3), Err(Unscored::NoExporter));
}

#[test]
fn fitness_of_the_ladder_falls_with_every_step_and_says_so() {
    // By hand: F(c2) = Q(p1) = 2 / (n + 2) after n steps.
    let steps = |steps| Fitness {
        steps,
        tolerance: 0.0,
    };
    for n in [1, 2, 3, 98] {
        let fitted = steps(n).of(&ladder());
        let low = 2.0 / (n + 2) as f64;
        are(&fitted.fitness, &[2.0 - low, low]);
        are(&fitted.quality, &[low, 2.0 - low]);
        assert_eq!(fitted.steps, n);
    }
    let fitted = Fitness::default().of(&ladder());
    assert!(!fitted.converged);
    assert_eq!(
        fitted.notes(),
        [
            "not converged after 1000 steps, last change 2.0e-6: figures depend on the number of steps, ranks much less"
        ]
    );
    let vanishing = Fitness {
        steps: 3_000_000,
        tolerance: 0.0,
    }
    .of(&ladder());
    assert_eq!((vanishing.vanished, vanishing.notes().len()), (1, 2));
}

#[test]
fn fitness_of_equals_is_one_at_once() {
    let fitted = Fitness::default().of(&given(&["110", "011", "101"]));
    are(&fitted.fitness, &[1.0; 3]);
    are(&fitted.quality, &[1.0; 3]);
    assert!(fitted.converged);
    assert_eq!(
        fitted.notes(),
        ["converged after 1 steps, last change 0.0e0"]
    );
}

#[test]
fn no_steps_leave_fitness_at_its_start() {
    let fitted = Fitness {
        steps: 0,
        tolerance: 0.0,
    }
    .of(&ladder());
    are(&fitted.fitness, &[1.0, 1.0]);
    assert!(!fitted.converged);
}

#[test]
fn presence_is_where_the_advantage_reaches_the_threshold() {
    // A: fish 6, oil 2.4, mach 0.15, text 0.125; B: 0.5, 0.1, 0.55, 3.375; the rest: 0.76, 1.02, 1.10, 0.77.
    let exports = matrix(
        3,
        &[
            60.0, 120.0, 15.0, 5.0, 10.0, 10.0, 110.0, 270.0, 130.0, 870.0, 1875.0, 525.0,
        ],
    );
    let presence = Presence::revealed(&exports, 1.0).expect("above zero");
    assert!(has(&presence, &["1100", "0001", "0110"]));
    assert_eq!(presence.diversity(), [2, 1, 2]);
    assert_eq!(presence.ubiquity(), [1, 2, 1, 1]);
    assert!(presence.notes().is_empty());
    // Fish of B is at the threshold.
    let half = Presence::revealed(&exports, 0.5).expect("above zero");
    assert!(has(&half, &["1100", "1011", "1111"]));
    assert_eq!(half.at_threshold, 1);
    // And now oil of A.
    let much = Presence::revealed(&exports, 2.4).expect("above zero");
    assert_eq!(much.diversity(), [2, 1, 0]);
    assert_eq!(
        much.notes(),
        [
            "left out: 1 exporters present in nothing and 1 products that nobody has",
            "1 pairs have an advantage of just the threshold and count as present",
        ]
    );
}

fn has(presence: &Presence, rows: &[&str]) -> bool {
    rows.iter().enumerate().all(|(row, ones)| {
        ones.chars()
            .enumerate()
            .all(|(column, one)| presence.has(row, column) == (one == '1'))
    })
}

#[test]
fn an_advantage_of_the_threshold_up_to_rounding_counts_and_is_counted() {
    // Everybody sells the same basket: all advantages are 1, but six of nine come out just below.
    let baskets = [0.1, 0.2, 0.3].map(|size| [1.0 * size, 7.0 * size, 49.0 * size]);
    let exports = matrix(3, baskets.as_flattened());
    let presence = Presence::revealed(&exports, 1.0).expect("above zero");
    assert_eq!(
        (presence.at_threshold, presence.diversity()),
        (9, vec![3, 3, 3])
    );
    let index = Complexity::of(&presence, Normalisation::ByExporters);
    assert_eq!(index.eci, [Err(Unscored::Alike); 3]);
}

#[test]
fn a_threshold_of_zero_and_a_presence_of_a_half_are_refused() {
    let exports = matrix(2, &[1.0, 0.5, 0.0, 2.0]);
    let refused = |result: bilat::Result<Presence>| result.expect_err("refused").to_string();
    assert_eq!(
        refused(Presence::revealed(&exports, 0.0)),
        "a threshold of 0 would make everybody present; give one above zero, such as 1"
    );
    assert!(refused(Presence::revealed(&exports, f64::NAN)).starts_with("a threshold of NaN"));
    assert_eq!(
        refused(Presence::given(&exports)),
        "0.5 for c1 and p2 is no presence; give 1 or 0, or a threshold on exports"
    );
}

#[test]
fn empty_exporters_and_products_are_left_out_of_everything() {
    let presence = given(&["1010", "0000", "1000"]);
    let index = Complexity::of(&presence, Normalisation::ByExporters);
    assert_eq!(index.eci[1], Err(Unscored::NoProduct));
    assert_eq!(index.pci[3], Err(Unscored::NoExporter));
    // The others are the ladder.
    are(&[index.eci[0], index.eci[2]], &[1.0, -1.0]);
    are(&[index.pci[0], index.pci[2]], &[-1.0, 3.0]);
    let density = Density::of(&presence, Itself::Counted);
    is(density.scores().at(2, 2), 1.0 / 3.0);
    assert_eq!(density.scores().at(1, 0), Err(Unscored::NoProduct));
    assert_eq!(density.scores().at(0, 1), Err(Unscored::NoExporter));
    let outlooks = Outlook::default().of(&presence);
    is(outlooks.cog.at(2, 2), 16.0 / 9.0);
    assert_eq!(outlooks.cog.at(1, 2), Err(Unscored::NoProduct));
    assert_eq!(outlooks.coi[1], Err(Unscored::NoProduct));
    assert_eq!(
        Fitness::default().of(&presence).fitness[1],
        Err(Unscored::NoProduct)
    );
}

#[test]
fn scores_are_of_the_largest_part_and_the_note_says_so() {
    let presence = given(&["1100", "1000", "0010"]);
    let index = Complexity::of(&presence, Normalisation::ByExporters);
    are(&index.eci[..2], &[1.0, -1.0]);
    assert_eq!(index.eci[2], Err(Unscored::Apart));
    assert_eq!(index.pci[2], Err(Unscored::Apart));
    assert_eq!(index.pci[3], Err(Unscored::NoExporter));
    let certainty = index.certainty.expect("there is an index");
    assert_eq!(
        (certainty.exporters, certainty.products, certainty.parts),
        (2, 2, 2)
    );
    assert_eq!(
        certainty.notes(),
        [
            "n: 2 exporters, 2 products; second eigenvalue 0.250000, third 0.000000",
            "the matrix falls into 2 parts that share nothing: scores are of the largest",
        ]
    );
    let outlooks = Outlook::default().of(&presence);
    assert_eq!(outlooks.cog.at(2, 0), Err(Unscored::Apart));
    assert_eq!(outlooks.cog.at(0, 2), Err(Unscored::Apart));
    // The product space has no scale to share: density is there for all parts.
    is(
        Density::of(&presence, Itself::Counted).scores().at(2, 2),
        1.0,
    );
    is(
        Density::of(&presence, Itself::Counted).scores().at(2, 0),
        0.0,
    );
    let others = Density::of(&presence, Itself::LeftOut);
    assert_eq!(others.scores().at(2, 2), Err(Unscored::Alone));
}

#[test]
fn parts_of_one_size_have_no_index() {
    let presence = given(&["1100", "1000", "0011", "0010", "0000"]);
    let index = Complexity::of(&presence, Normalisation::ByExporters);
    assert_eq!(index.certainty, Err(Unscored::NoLargest(2)));
    assert_eq!(index.eci[0], Err(Unscored::NoLargest(2)));
    assert_eq!(index.eci[4], Err(Unscored::NoProduct));
    let outlooks = Outlook::default().of(&presence);
    assert_eq!(outlooks.cog.at(0, 0), Err(Unscored::NoLargest(2)));
    assert_eq!(
        Fitness::default().of(&presence).quality[3],
        Err(Unscored::NoLargest(2))
    );
}

#[test]
fn equal_eigenvalues_are_told_and_not_decided_by_rounding() {
    // A ring of six: what one end of it is depends on where one cuts.
    let ring = ["110000", "011000", "001100", "000110", "000011", "100001"];
    let index = Complexity::of(&given(&ring), Normalisation::ByExporters);
    let Err(why @ Unscored::NotUnique { second, third }) = index.certainty else {
        panic!("{:?} is no doubt", index.certainty);
    };
    assert!((second - 0.75).abs() < 1e-12 && (third - 0.75).abs() < 1e-12);
    assert!(index.eci.iter().all(|score| *score == Err(why)));
    assert_eq!(
        why.to_string(),
        "not unique: the second and third eigenvalues are 0.750000000000 and 0.750000000000"
    );
}

#[test]
fn an_index_that_points_nowhere_has_no_sign() {
    // c1 and c2 are mirror images, and so are p1 and p3.
    let index = Complexity::of(&given(&["110", "011"]), Normalisation::ByExporters);
    assert_eq!(index.certainty, Err(Unscored::NoSign));
}

#[test]
fn ubiquity_gives_the_sign_where_all_are_equally_diverse() {
    let presence = given(&["11000", "10100", "00011", "10010"]);
    assert_eq!(presence.diversity(), [2; 4]);
    let index = Complexity::of(&presence, Normalisation::ByExporters);
    let certainty = index.certainty.expect("there is an index");
    assert!(certainty.with_diversity.abs() < 1e-9);
    assert!(
        certainty
            .notes()
            .iter()
            .any(|note| note.contains("sign is taken from ubiquity"))
    );
    // p1 is sold by three of four, p5 by one.
    assert!(index.pci[0].expect("a score") < index.pci[4].expect("a score"));
}

#[test]
fn close_eigenvalues_are_noted() {
    let certainty = Certainty {
        second: 0.2,
        third: 0.1985,
        error: 1e-12,
        with_diversity: 0.5,
        exporters: 30,
        products: 90,
        parts: 1,
    };
    let [_, note] = &certainty.notes()[..] else {
        panic!("one note more than n");
    };
    assert_eq!(
        note,
        "the second and third eigenvalues are within 1 %: small changes of the data can reorder the index"
    );
    let apart = Certainty {
        third: 0.1,
        ..certainty
    };
    assert_eq!(apart.notes().len(), 1);
}

#[test]
fn one_exporter_one_product_or_nothing_is_too_few() {
    for rows in [vec!["111"], vec!["1", "1"], vec!["00", "00"]] {
        let presence = given(&rows);
        let index = Complexity::of(&presence, Normalisation::ByExporters);
        assert_eq!(index.certainty, Err(Unscored::TooFew), "{rows:?}");
        assert!(
            Outlook::default()
                .of(&presence)
                .coi
                .iter()
                .all(Result::is_err)
        );
        assert!(
            Fitness::default()
                .of(&presence)
                .fitness
                .iter()
                .all(Result::is_err)
        );
    }
    let none = Presence::given(&Matrix::new(Vec::new(), Vec::new(), Vec::new()).expect("whole"));
    let none = none.expect("no value is wrong");
    assert!(
        Complexity::of(&none, Normalisation::ByExporters)
            .eci
            .is_empty()
    );
    assert_eq!(Density::of(&none, Itself::Counted).scores().products(), 0);
    assert_eq!(Outlook::default().of(&none).cog.exporters(), 0);
}
