//! Structure, concentration and survival against the figures of Python's packages (see tests/benches/structure.py).

use std::collections::BTreeMap;

use bilat::indicators::concentration::herfindahl::{Scale, herfindahl};
use bilat::indicators::concentration::hummels_klenow::hummels_klenow_rows;
use bilat::indicators::concentration::items::Items;
use bilat::indicators::concentration::normalised::Normalised;
use bilat::indicators::concentration::survival::{SpellRule, kaplan_meier};
use bilat::indicators::concentration::theil::theil;
use bilat::indicators::grid::Grid;
use bilat::indicators::matrix::Matrix;
use bilat::indicators::reference::Reference;
use bilat::indicators::structure::additive_advantage::additive_advantages;
use bilat::indicators::structure::complementarity::complementarities;
use bilat::indicators::structure::diversification::diversifications;
use bilat::indicators::structure::grubel_lloyd::Level;
use bilat::indicators::structure::introversion::Region;
use bilat::indicators::structure::lafay::Lafay;
use bilat::indicators::structure::normalised_advantage::normalised_advantages;
use bilat::indicators::structure::revealed_advantage::revealed_advantages;
use bilat::indicators::structure::similarity::similarities;
use bilat::indicators::structure::symmetric_advantage::symmetric_advantages;
use bilat::indicators::structure::trade_intensity::{Market, trade_intensities};
use bilat::indicators::structure::vollrath::{Comparator, VollrathGrid};
use bilat::indicators::two_way::two_way;
use bilat::indicators::world::World;

const COUNTRIES: usize = 20;
const PRODUCTS: usize = 40;

/// The generator of the Python script: a third of all flows are zero, the others eighths up to 12 500.
fn values(seed: u32, count: usize) -> Vec<f64> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        match (state >> 16).is_multiple_of(3) {
            true => 0.0,
            false => f64::from(1 + (state >> 8) % 100_000) / 8.0,
        }
    };
    (0..count).map(|_| next()).collect()
}

fn matrix(seed: u32, letter: char, width: usize) -> Matrix {
    let names = |letter: char, count| (0..count).map(|i| format!("{letter}{i:02}")).collect();
    let mut values = values(seed, COUNTRIES * width);
    if letter == 'c' {
        (0..COUNTRIES).for_each(|i| values[i * width + i] = 0.0);
    }
    Matrix::new(names('c', COUNTRIES), names(letter, width), values).expect("a value for each pair")
}

struct Peers(BTreeMap<String, Vec<f64>>);

impl Peers {
    fn read() -> Self {
        Self(serde_json::from_str(include_str!("peers.json")).expect("lists of numbers"))
    }

    /// Every figure is there and equal up to 1e-12, absolute below one and relative above.
    #[track_caller]
    fn agree(&self, name: &str, found: impl IntoIterator<Item = f64>) {
        let found: Vec<f64> = found.into_iter().collect();
        let peers = &self.0[name];
        assert_eq!(found.len(), peers.len(), "{name}");
        let apart = |(a, b): (&f64, &f64)| (a - b).abs() / b.abs().max(1.0);
        let worst = found.iter().zip(peers).map(apart).fold(0.0, f64::max);
        println!("{name}: {} figures, {worst:.1e} apart", found.len());
        assert!(worst < 1e-12, "{name}: {worst:.1e} apart");
    }

    #[track_caller]
    fn agree_all(&self, name: &str, grid: &Grid) {
        self.agree(
            name,
            grid.values()
                .map(|value| value.expect("no empty row or column")),
        );
    }
}

#[test]
fn advantages_agree_with_ecomplexity_and_numpy() {
    let (peers, exports, imports) = (
        Peers::read(),
        matrix(1, 'p', PRODUCTS),
        matrix(2, 'p', PRODUCTS),
    );
    let world = World::FromData;
    peers.agree_all("rca", &revealed_advantages(&exports, world).unwrap());
    peers.agree_all("rsca", &symmetric_advantages(&exports, world).unwrap());
    peers.agree_all("additive", &additive_advantages(&exports, world).unwrap());
    peers.agree_all(
        "normalised",
        &normalised_advantages(&exports, world).unwrap(),
    );
    let vollrath = VollrathGrid::new(&exports, &imports, Comparator::Others).unwrap();
    let places = (0..COUNTRIES).flat_map(|row| (0..PRODUCTS).map(move |column| (row, column)));
    let advantages = places.map(|(row, column)| vollrath.at(row, column).trade_advantage.unwrap());
    peers.agree("vollrath_rta", advantages);
}

#[test]
fn pairs_agree_with_numpy() {
    let (peers, exports, imports) = (
        Peers::read(),
        matrix(1, 'p', PRODUCTS),
        matrix(2, 'p', PRODUCTS),
    );
    let flows = matrix(3, 'c', COUNTRIES);
    let intensities = |market| trade_intensities(&flows, World::FromData, market).unwrap();
    peers.agree_all("intensity", &intensities(Market::World));
    let kojima = intensities(Market::WithoutExporter);
    peers.agree(
        "intensity_kojima",
        kojima.values().map(|value| value.unwrap_or(0.0)),
    );
    peers.agree_all(
        "complementarity",
        &complementarities(&exports, &imports).unwrap(),
    );
    peers.agree_all("similarity", &similarities(&exports));
    let members: Vec<&str> = flows.rows()[..6].iter().map(String::as_str).collect();
    let found = Region::of(&flows, &members).unwrap().introversion();
    let figures = [found.internal, found.external, found.index];
    peers.agree("introversion", figures.map(|figure| figure.unwrap()));
}

#[test]
fn two_way_trade_agrees_with_numpy() {
    let (peers, exports, imports) = (
        Peers::read(),
        matrix(1, 'p', PRODUCTS),
        matrix(2, 'p', PRODUCTS),
    );
    let rows: Vec<_> = (0..COUNTRIES)
        .map(|row| two_way(&exports, &imports, row).unwrap())
        .collect();
    peers.agree(
        "lafay",
        rows.iter().flat_map(|row| Lafay::Trade.of(row).unwrap()),
    );
    let levels = ["grubel_lloyd", "grubel_lloyd_adjusted", "aquino"];
    for (name, level) in levels.into_iter().zip(Level::ALL) {
        peers.agree(name, rows.iter().map(|row| level.of(row).unwrap()));
    }
}

#[test]
fn concentration_and_margins_agree_with_scipy_and_numpy() {
    let (peers, exports) = (Peers::read(), matrix(1, 'p', PRODUCTS));
    let rows = || (0..COUNTRIES).map(|row| exports.row(row));
    peers.agree(
        "hhi",
        rows().map(|row| herfindahl(row, Scale::Unit).unwrap()),
    );
    let normalised =
        |index: Normalised| rows().map(move |row| index.of(row, Items::Listed).unwrap());
    peers.agree("hhi_normalised", normalised(Normalised::Herfindahl));
    peers.agree("unctad", normalised(Normalised::Unctad));
    peers.agree(
        "theil",
        rows().map(|row| theil(row, Items::Listed).unwrap()),
    );
    let world = World::FromData;
    let diversification = diversifications(&exports, world).unwrap();
    peers.agree(
        "diversification",
        diversification.into_iter().map(|figure| figure.unwrap()),
    );
    let margins = hummels_klenow_rows(&exports, world, Reference::World).unwrap();
    peers.agree(
        "extensive",
        margins
            .iter()
            .map(|margins| margins.extensive.clone().unwrap()),
    );
    peers.agree(
        "intensive",
        margins
            .iter()
            .map(|margins| margins.intensive.clone().unwrap()),
    );
}

#[test]
fn survival_agrees_with_lifelines() {
    let peers = Peers::read();
    let values: Vec<Option<f64>> = values(4, 300 * 15).into_iter().map(Some).collect();
    let spells: Vec<_> = values
        .chunks(15)
        .flat_map(|flow| SpellRule::default().spells(flow))
        .collect();
    let survival = kaplan_meier(&spells);
    peers.agree("survival", survival.steps.iter().map(|step| step.survival));
    peers.agree(
        "survival_error",
        survival.steps.iter().filter_map(|step| step.standard_error),
    );
}
