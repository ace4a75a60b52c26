//! What holds for the complexity of any matrix.

use bilat::indicators::complexity::{
    Complexity, Density, Fitness, Gain, Itself, Normalisation, Outlook, Presence, Proximity,
};
use bilat::indicators::matrix::Matrix;
use proptest::prelude::*;

const NEAR: f64 = 1e-9;

fn names(letter: char, n: usize) -> Vec<String> {
    (0..n).map(|k| format!("{letter}{k}")).collect()
}

fn given(rows: usize, ones: &[bool]) -> Presence {
    let values = ones.iter().map(|one| f64::from(u8::from(*one))).collect();
    let columns = names('p', ones.len() / rows);
    let matrix = Matrix::new(names('c', rows), columns, values).expect("whole");
    Presence::given(&matrix).expect("ones and zeros")
}

/// Ones and zeros, taller or wider.
fn any_ones() -> impl Strategy<Value = (usize, Vec<bool>)> {
    (2..9_usize, 2..9_usize).prop_flat_map(|(rows, columns)| {
        let ones = proptest::collection::vec(proptest::bool::weighted(0.6), rows * columns);
        (Just(rows), ones)
    })
}

fn any_presence() -> impl Strategy<Value = Presence> {
    any_ones().prop_map(|(rows, ones)| given(rows, &ones))
}

/// Places and scores of those who have one.
fn scored<T>(scores: &[Result<f64, T>]) -> Vec<(usize, f64)> {
    let scores = scores.iter().enumerate();
    scores
        .filter_map(|(at, score)| Some((at, *score.as_ref().ok()?)))
        .collect()
}

fn mean(values: impl ExactSizeIterator<Item = f64>) -> f64 {
    let n = values.len() as f64;
    values.sum::<f64>() / n
}

/// `Σq (own or all) φ(p,q) w(q) / Σ…` one by one, as the definition has it.
fn phi(presence: &Presence, one: usize, other: usize, itself: Itself) -> f64 {
    match one == other && itself == Itself::LeftOut {
        true => 0.0,
        false => Proximity::of(presence).at(one, other).unwrap_or(0.0),
    }
}

fn any_itself() -> impl Strategy<Value = Itself> {
    prop_oneof![Just(Itself::Counted), Just(Itself::LeftOut)]
}

proptest! {
    #[test]
    fn eci_is_standardised_goes_with_diversity_and_is_the_mean_pci_of_what_one_has(presence in any_presence()) {
        let index = Complexity::of(&presence, Normalisation::ByExporters);
        let eci = scored(&index.eci);
        prop_assume!(!eci.is_empty());
        prop_assert!(mean(eci.iter().map(|(_, score)| *score)).abs() < NEAR);
        prop_assert!((mean(eci.iter().map(|(_, score)| score * score)) - 1.0).abs() < NEAR);
        let diversity = presence.diversity();
        let with_diversity: f64 = eci.iter().map(|(at, score)| score * diversity[*at] as f64).sum();
        prop_assert!(with_diversity > -NEAR);
        let pci = scored(&index.pci);
        for (exporter, score) in &eci {
            let own = pci.iter().filter(|(product, _)| presence.has(*exporter, *product));
            let own: Vec<f64> = own.map(|(_, score)| *score).collect();
            prop_assert!((mean(own.into_iter()) - score).abs() < NEAR);
        }
    }

    #[test]
    fn eci_is_an_eigenvector_of_who_sells_the_same(presence in any_presence()) {
        let index = Complexity::of(&presence, Normalisation::ByExporters);
        let eci = scored(&index.eci);
        prop_assume!(!eci.is_empty());
        let certainty = index.certainty.expect("there are scores");
        let (diversity, ubiquity) = (presence.diversity(), presence.ubiquity());
        // M̃ has row sums of 1, so that M̃ ECI − λ ECI is the same for all: (1 − λ) times what was taken off.
        let left: Vec<f64> = eci
            .iter()
            .map(|(one, score)| {
                let others = eci.iter().map(|(other, theirs)| {
                    let both = (0..ubiquity.len()).filter(|p| presence.has(*one, *p) && presence.has(*other, *p));
                    both.map(|p| theirs / (diversity[*one] * ubiquity[p]) as f64).sum::<f64>()
                });
                others.sum::<f64>() - certainty.second * score
            })
            .collect();
        prop_assert!(left.iter().all(|part| (part - left[0]).abs() < NEAR));
        prop_assert!(certainty.second <= 1.0 && certainty.third <= certainty.second);
    }

    #[test]
    fn products_of_a_matrix_are_exporters_of_its_mirror_image((rows, ones) in any_ones()) {
        let columns = ones.len() / rows;
        let mirrored: Vec<bool> = (0..ones.len()).map(|at| ones[at % rows * columns + at / rows]).collect();
        let index = Complexity::of(&given(rows, &ones), Normalisation::ByProducts);
        let mirrored = Complexity::of(&given(columns, &mirrored), Normalisation::ByProducts);
        let (pci, eci) = (scored(&index.pci), scored(&mirrored.eci));
        prop_assume!(!pci.is_empty() && !eci.is_empty());
        let same = |sign: f64| pci.iter().zip(&eci).all(|(a, b)| a.0 == b.0 && (a.1 - sign * b.1).abs() < 1e-6);
        prop_assert!(same(1.0) || same(-1.0), "{pci:?} {eci:?}");
    }

    #[test]
    fn the_order_of_exporters_does_not_matter((rows, ones) in any_ones()) {
        let columns = ones.len() / rows;
        let turned: Vec<bool> = ones.chunks(columns).rev().flatten().copied().collect();
        let one = Complexity::of(&given(rows, &ones), Normalisation::ByExporters);
        let other = Complexity::of(&given(rows, &turned), Normalisation::ByExporters);
        prop_assert_eq!(one.certainty.is_ok(), other.certainty.is_ok());
        for (a, b) in scored(&one.eci).into_iter().zip(scored(&other.eci).into_iter().rev()) {
            prop_assert_eq!(a.0, rows - 1 - b.0);
            prop_assert!((a.1 - b.1).abs() < 1e-6);
        }
    }

    #[test]
    fn density_is_what_its_definition_sums_to(presence in any_presence(), itself in any_itself()) {
        let density = Density::of(&presence, itself);
        let distance = density.distance();
        let products = presence.products().len();
        for exporter in 0..presence.exporters().len() {
            for product in 0..products {
                let Ok(score) = density.scores().at(exporter, product) else {
                    continue;
                };
                prop_assert!((0.0..=1.0).contains(&score));
                prop_assert!((score + distance.at(exporter, product).expect("as density") - 1.0).abs() < NEAR);
                let near = |other| phi(&presence, product, other, itself);
                let all: f64 = (0..products).map(near).sum();
                let own = (0..products).filter(|other| presence.has(exporter, *other));
                prop_assert!((own.map(near).sum::<f64>() / all - score).abs() < NEAR);
            }
        }
    }

    #[test]
    fn outlook_is_what_its_definition_sums_to(presence in any_presence(), itself in any_itself()) {
        let index = Complexity::of(&presence, Normalisation::ByExporters);
        let (eci, pci) = (scored(&index.eci), scored(&index.pci));
        prop_assume!(!eci.is_empty());
        // The eigenvector is square to diversity before it is centred, which tells what was taken off.
        let diversity = presence.diversity();
        let of = |at: usize| diversity[at] as f64;
        let total: f64 = eci.iter().map(|(at, _)| of(*at)).sum();
        let off = -eci.iter().map(|(at, score)| of(*at) * score).sum::<f64>() / total;
        let all = |one: usize| pci.iter().map(|(other, _)| phi(&presence, one, *other, itself)).sum::<f64>();
        let outlooks = |gain| Outlook { gain, itself, ..Outlook::default() }.of(&presence);
        let (gross, net) = (outlooks(Gain::Gross), outlooks(Gain::Net));
        for (exporter, _) in &eci {
            let lacking = || pci.iter().filter(|(product, _)| !presence.has(*exporter, *product));
            let density = |one: usize| {
                let own = pci.iter().filter(|(other, _)| presence.has(*exporter, *other));
                own.map(|(other, _)| phi(&presence, one, *other, itself)).sum::<f64>() / all(one)
            };
            let sum: f64 = lacking().map(|(product, score)| density(*product) * (score + off)).sum();
            prop_assert!((sum - gross.outlook[*exporter].expect("as ECI")).abs() < NEAR);
            for (product, score) in lacking() {
                let brings = lacking()
                    .map(|(other, score)| phi(&presence, *product, *other, itself) * (score + off) / all(*other));
                let brings: f64 = brings.sum();
                prop_assert!((brings - gross.cog.at(*exporter, *product).expect("as PCI")).abs() < NEAR);
                let own = density(*product) * (score + off);
                prop_assert!((brings - own - net.cog.at(*exporter, *product).expect("as PCI")).abs() < NEAR);
            }
        }
        let coi = scored(&gross.coi);
        if !coi.is_empty() {
            prop_assert!(mean(coi.iter().map(|(_, score)| *score)).abs() < NEAR);
        }
    }

    #[test]
    fn proximity_is_the_same_both_ways(presence in any_presence()) {
        let proximity = Proximity::of(&presence);
        let products = presence.products().len();
        for one in 0..products {
            for other in 0..products {
                prop_assert_eq!(proximity.at(one, other), proximity.at(other, one));
                prop_assert!(proximity.at(one, other).unwrap_or(1.0) <= 1.0);
            }
            prop_assert_eq!(proximity.at(one, one).unwrap_or(1.0), 1.0);
        }
    }

    #[test]
    fn fitness_has_a_mean_of_one_and_stays_where_it_converged(presence in any_presence()) {
        let fitted = Fitness::default().of(&presence);
        let (fitness, quality) = (scored(&fitted.fitness), scored(&fitted.quality));
        prop_assume!(!fitness.is_empty());
        prop_assert!(fitness.iter().chain(&quality).all(|(_, score)| score.is_finite() && *score >= 0.0));
        prop_assert!((mean(fitness.iter().map(|(_, score)| *score)) - 1.0).abs() < NEAR);
        prop_assert!((mean(quality.iter().map(|(_, score)| *score)) - 1.0).abs() < NEAR);
        if fitted.converged {
            let sums = fitness.iter().map(|(exporter, _)| {
                let own = quality.iter().filter(|(product, _)| presence.has(*exporter, *product));
                own.map(|(_, score)| score).sum::<f64>()
            });
            let sums: Vec<f64> = sums.collect();
            let over = mean(sums.iter().copied());
            let steady = fitness.iter().zip(&sums).all(|((_, score), sum)| (sum / over - score).abs() < 1e-7);
            prop_assert!(steady);
        }
    }

    #[test]
    fn presence_knows_no_currency(
        values in proptest::collection::vec(0.0..1e9_f64, 20),
        rate in 1e-3..1e3_f64,
        threshold in 0.2..2.0_f64,
    ) {
        let matrix = |rate: f64| {
            let values = values.iter().map(|value| value * rate).collect();
            Matrix::new(names('c', 4), names('p', 5), values).expect("whole")
        };
        let one = Presence::revealed(&matrix(1.0), threshold).expect("above zero");
        let other = Presence::revealed(&matrix(rate), threshold).expect("above zero");
        prop_assert_eq!(one.diversity(), other.diversity());
        prop_assert_eq!(one.ubiquity(), other.ubiquity());
    }
}
