//! Random true levels, and a text that prints them.

use bilat::checks::claims::claim::*;
use bilat::checks::claims::evidence::{Evidence, PriceIndex};
use bilat::model::currency::Currency;
use bilat::model::source::Side;
use proptest::prelude::*;

use super::document::*;

/// True levels of four years, both directions, and a second report.
#[derive(Debug, Clone)]
pub struct World {
    pub out: [f64; 4],
    pub back: [f64; 4],
    pub mirror: [f64; 4],
    pub kroner: [f64; 4],
    pub prices: [f64; 4],
    pub half: [f64; 4],
}

const YEARS: [i32; 4] = [2006, 2007, 2008, 2009];

fn path(low: f64, high: f64, fall: f64, rise: f64) -> impl Strategy<Value = [f64; 4]> {
    (low..high, [fall..rise, fall..rise, fall..rise]).prop_map(|(first, growth)| {
        let mut level = first;
        let mut later = growth
            .map(|growth| {
                level *= 1.0 + growth;
                level
            })
            .into_iter();
        [
            first,
            later.next().unwrap(),
            later.next().unwrap(),
            later.next().unwrap(),
        ]
    })
}

pub fn world() -> impl Strategy<Value = World> {
    let flow = || path(1.0, 90.0, -0.3, 0.6);
    let near = || [0.8..1.3f64, 0.8..1.3, 0.8..1.3, 0.8..1.3];
    let halves = [0.4..0.6f64, 0.4..0.6, 0.4..0.6, 0.4..0.6];
    (
        flow(),
        flow(),
        near(),
        path(5.0, 9.0, -0.15, 0.15),
        path(100.0, 200.0, -0.01, 0.06),
        halves,
    )
        .prop_map(|(out, back, gap, kroner, prices, half)| World {
            mirror: std::array::from_fn(|at| out[at] * gap[at]),
            half: std::array::from_fn(|at| out[at] * half[at]),
            out,
            back,
            kroner,
            prices,
        })
}

impl World {
    /// The text prints its levels with two decimals; the stated rate, a fraction, with one decimal.
    pub fn states(&self, rate: f64) -> Evidence {
        let flow = || one_way("NOR", "CHN");
        let text = |value: f64| printed(&format!("{value:.2}"), 1e9);
        let mut claims: Vec<Claim> = Vec::new();
        for (at, value) in YEARS.into_iter().zip(self.out).take(3) {
            claims.push(claim(&format!("x{at}"), flow(), at).level(text(value)));
        }
        for (at, value) in YEARS.into_iter().zip(self.back).skip(2) {
            let back = one_way("CHN", "NOR");
            claims.push(claim(&format!("m{at}"), back, at).level(text(value)));
        }
        let now = claim("now", flow(), 2009).level(text(self.out[3]));
        claims.push(now.rate(&format!("{:.1}", rate * 100.0)));
        let mut evidence = document(claims);
        let mirror: Vec<(i32, f64)> = YEARS
            .into_iter()
            .zip(self.mirror.map(|value| value * 1e9))
            .collect();
        evidence.series = vec![series("NOR", "CHN", Side::Importer, "b", &mirror)];
        for (year, value) in YEARS.into_iter().zip(self.half) {
            let part = Part::Months(1, 6);
            let half = Period { year, part };
            evidence.series[0].values.insert(half, value * 1e9);
        }
        let kroner = |(year, rate)| ((year, Currency::NOK), rate);
        evidence.rates.per_usd = YEARS.into_iter().zip(self.kroner).map(kroner).collect();
        evidence.prices = vec![PriceIndex {
            name: "prices".into(),
            currency: Currency::USD,
            index: YEARS.into_iter().zip(self.prices).collect(),
        }];
        evidence
    }
}
