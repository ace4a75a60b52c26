//! Complexity beside what the Growth Lab's Stata package printed.
//!
//! Exports of 10 countries in 30 products of the Harmonised System, 1995, and the results of the Stata package
//! `ecomplexity`: the test files `trade_data_sample.csv` and `stata_single_year_1995.csv` of cid-harvard/py-ecomplexity
//! (MIT licence). Stata takes the sample deviation over all 300 pairs, we that over n exporters as py-ecomplexity
//! does, so figures in deviations differ by √(300/299); and Stata does not count a product as near to itself, which
//! is one of our variants. With that they agree to 1e-12.

use bilat::indicators::complexity::{
    Complexity, Density, Fitness, Itself, Normalisation, Outlook, Presence,
};
use bilat::indicators::matrix::Matrix;

const DIVERSITY: [usize; 10] = [14, 16, 16, 15, 11, 16, 20, 9, 7, 14];
const ECI: [f64; 10] = [
    1.073207217992253,
    -0.3159764634559932,
    1.06773721349865,
    1.200861157616729,
    -0.9777046345252988,
    0.0180390442936879,
    0.5359206138129307,
    -0.421184002398617,
    -2.170709342895322,
    -0.0101908039390183,
];
const COI: [f64; 10] = [
    -0.9940121728867501,
    1.073851078082253,
    -1.489194423334662,
    -1.382249032555092,
    1.155769407885882,
    0.4207036089900156,
    -0.8461268439107059,
    0.6531998940796336,
    0.8628190011104738,
    0.5452394825389525,
];
const PCI: [f64; 30] = [
    -1.470491886427003,
    0.9898334389413032,
    -1.28829614655021,
    0.3359789984244054,
    -3.323137535581785,
    1.211838680172189,
    0.7575610835667231,
    2.794806326517154,
    1.056227717927282,
    0.3013836399410316,
    0.9458555639215322,
    0.2528276298920076,
    0.7921553064524651,
    1.794091102846822,
    -3.047699996853477,
    0.5947683743763661,
    1.865519843983964,
    -1.177374641095858,
    -1.81300391183786,
    0.5613061109624367,
    -0.928657059139727,
    1.071585041866113,
    -0.590077081819932,
    1.180674892441301,
    0.7101505141850155,
    0.4400665963872156,
    2.140168306589086,
    -0.1620847904245116,
    2.794806326517154,
    -3.434600369331548,
];
/// Country, product, density, gain.
const PAIRS: [(&str, &str, f64, f64); 9] = [
    ("aut", "1704", 0.4624999999999999, -0.6248181469470029),
    ("aut", "3917", 0.6070959264126149, 0.0),
    ("blx", "9403", 0.5382932166301969, 0.0302891897968284),
    ("deu", "6810", 0.3687707641196012, -0.8606242983547618),
    ("dnk", "8431", 0.2733644859813084, 0.661493166305128),
    ("esp", "1905", 0.5128644939965695, -0.0564030562446437),
    ("gbr", "4905", 0.8154657293497363, 0.0),
    ("pol", "8431", 0.1425233644859813, 0.8333457049302115),
    ("svn", "2105", 0.4702797202797203, -0.1084174057462253),
];

fn exports() -> Matrix {
    let mut lines = include_str!("exports_1995.csv").lines();
    let columns = lines
        .next()
        .into_iter()
        .flat_map(|line| line.split(',').skip(1));
    let columns = columns.map(str::to_owned).collect();
    let (mut rows, mut values) = (Vec::new(), Vec::new());
    for line in lines {
        let mut cells = line.split(',');
        rows.extend(cells.next().map(str::to_owned));
        values.extend(cells.map(|cell| cell.parse::<f64>().expect("a number")));
    }
    Matrix::new(rows, columns, values).expect("one value for each pair")
}

/// From Stata's deviations over all pairs to ours over exporters.
fn ours(printed: f64) -> f64 {
    printed * (300.0_f64 / 299.0).sqrt()
}

#[track_caller]
fn same(ours: f64, printed: f64) {
    assert!((ours - printed).abs() < 1e-12, "{ours} is not {printed}");
}

#[test]
fn indices_are_those_of_the_growth_labs_stata_package() {
    let presence = Presence::revealed(&exports(), 1.0).expect("a threshold above zero");
    assert_eq!(presence.diversity(), DIVERSITY);
    let index = Complexity::of(&presence, Normalisation::ByExporters);
    for (score, printed) in index.eci.into_iter().zip(ECI) {
        same(score.expect("one connected part"), ours(printed));
    }
    for (score, printed) in index.pci.into_iter().zip(PCI) {
        same(score.expect("one connected part"), ours(printed));
    }
}

#[test]
fn density_and_outlook_are_those_of_the_growth_labs_stata_package() {
    let presence = Presence::revealed(&exports(), 1.0).expect("a threshold above zero");
    let density = Density::of(&presence, Itself::LeftOut);
    let outlook = Outlook {
        itself: Itself::LeftOut,
        ..Outlook::default()
    };
    let outlooks = outlook.of(&presence);
    for (score, printed) in outlooks.coi.into_iter().zip(COI) {
        same(score.expect("one connected part"), ours(printed));
    }
    let place =
        |names: &[String], name| names.iter().position(|other| other == name).expect("named");
    for (country, product, near, gain) in PAIRS {
        let pair = (
            place(presence.exporters(), country),
            place(presence.products(), product),
        );
        same(
            density
                .scores()
                .at(pair.0, pair.1)
                .expect("all are present"),
            near,
        );
        same(
            outlooks.cog.at(pair.0, pair.1).expect("one connected part"),
            ours(gain),
        );
    }
}

#[test]
fn fitness_is_that_of_numpy_after_as_many_steps() {
    // Peer: numpy, 50 steps, as many as the Stata package makes.
    let numpy = [
        0.9913133407808179,
        1.2880707786688126,
        1.2889981909734638,
        1.2249320635610634,
        0.7678401619355978,
        1.1051645723249888,
        1.583882573930522,
        0.505625230737024,
        0.33981424789189196,
        0.9043588391958185,
    ];
    let presence = Presence::revealed(&exports(), 1.0).expect("a threshold above zero");
    let fifty = Fitness {
        steps: 50,
        tolerance: 0.0,
    };
    for (score, numpy) in fifty.of(&presence).fitness.into_iter().zip(numpy) {
        same(score.expect("one connected part"), numpy);
    }
    assert!(Fitness::default().of(&presence).converged);
}
