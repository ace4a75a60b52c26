//! What an exporter could move to: the complexity outlook and what each product would add to it.

use super::density::of_present;
use super::deviation::{deviation, standardised};
use super::gain::{Gain, Weights};
use super::index::Index;
use super::presence::Presence;
use super::proximity::Itself;
use super::scores::Scores;
use super::sweep;
use super::unscored::{Unscored, none};
use crate::indicators::about::About;

/// How many complex products lie near what an exporter has.
pub const COI: About = About {
    name: "complexity-outlook",
    short: "coi",
    about: "how many complex products that an exporter lacks lie near what it has, in deviations from the mean exporter",
    formula: "COI(c) = standardised Σp ω(c,p) (1 − M(c,p)) K(p)",
    unit: "standard deviations of all exporters (over n)",
    keys: "period × exporter",
    nulls: "null where there is no ECI, and for all if all are the same",
    source: "Hausmann, Hidalgo et al. (2014), The Atlas of Economic Complexity, MIT Press; py-ecomplexity",
};

/// What a product that an exporter lacks would open for it.
pub const COG: About = About {
    name: "outlook-gain",
    short: "cog",
    about: "what a product that an exporter lacks would open for it: how near other complex products are that it lacks too",
    formula: "COG(c,p) = (1 − M(c,p)) Σq (1 − M(c,q)) φ(p,q) K(q) / Σr φ(q,r); net: less ω(c,p) K(p)",
    unit: "standard deviations of all exporters' ECI",
    keys: "period × exporter × product",
    nulls: "null where there is no ECI or PCI; 0 for products that the exporter has",
    source: "Hausmann, Hidalgo et al. (2014), The Atlas of Economic Complexity, MIT Press; py-ecomplexity",
};

/// Sums that are all the same differ by less than this part of them, by rounding.
const ZERO: f64 = 1e-12;

/// The complexity outlook index of exporters and the gain from each product.
///
/// ```text
/// outlook(c) = Σp ω(c,p) (1 − M(c,p)) K(p)                  COI(c) = (outlook(c) − mean) / sd, over n
/// COG(c,p)   = (1 − M(c,p)) Σq (1 − M(c,q)) φ(p,q) K(q) / Σr φ(q,r)              gross
/// COG(c,p)   = (1 − M(c,p)) (… − ω(c,p) K(p))                                    net
/// ```
///
/// K is the products' eigenvector in deviations of ECI, not centred, or the PCI: see [`Weights`]. φ(p,p) is 1 or 0:
/// see [`Itself`]. Keys: exporter; exporter × product. Unit: standard deviations. Null where there is no ECI or PCI;
/// the gain from a product that the exporter has is 0.
///
/// Source: Hausmann, Hidalgo et al. (2014), *The Atlas of Economic Complexity*, MIT Press; weights and gross gain
/// as in py-ecomplexity of the Growth Lab at Harvard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Outlook {
    pub weights: Weights,
    pub gain: Gain,
    pub itself: Itself,
}

/// Outlooks and gains.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlooks {
    /// In deviations from the mean exporter.
    pub coi: Vec<Result<f64, Unscored>>,
    /// The sum before it is standardised.
    pub outlook: Vec<Result<f64, Unscored>>,
    pub cog: Scores,
}

impl Outlook {
    pub fn of(self, presence: &Presence) -> Outlooks {
        match Index::of(presence) {
            Ok(index) => self.within(&index, presence.products().len()),
            Err(why) => {
                let without = none(presence.empty_exporters(), why);
                let reasons = |empty: Vec<Option<Unscored>>| {
                    let reasons = none(empty, why).into_iter();
                    reasons.map(Result::err).collect()
                };
                Outlooks {
                    coi: without.clone(),
                    outlook: without,
                    cog: Scores::new(
                        Vec::new(),
                        reasons(presence.empty_exporters()),
                        reasons(presence.empty_products()),
                    ),
                }
            }
        }
    }

    fn within(self, index: &Index, width: usize) -> Outlooks {
        let part = &index.part;
        let complexity = match self.weights {
            Weights::Eigenvector => index.of_products.clone(),
            Weights::Pci(normalisation) => index.pci(normalisation),
        };
        let density = of_present(&part.presence, self.itself);
        let outlook = outlooks(&part.presence, &density, &complexity);
        let most = outlook.iter().map(|sum| sum.abs()).fold(0.0, f64::max);
        let coi = if deviation(&outlook) > ZERO * most {
            part.exporters_of_whole(&standardised(&outlook, &outlook))
        } else {
            let why = part.exporters_of_whole(&outlook).into_iter();
            why.map(|score| score.and(Err(Unscored::NoSpread)))
                .collect()
        };
        let gains = self.gains(&part.presence, &density, &complexity);
        let mut cog = vec![0.0; part.without[0].len() * width];
        for (row, exporter) in part.exporters.iter().enumerate() {
            for (column, product) in part.products.iter().enumerate() {
                cog[exporter * width + product] = gains[row * part.products.len() + column];
            }
        }
        let [exporters, products] = part.without.clone();
        Outlooks {
            coi,
            outlook: part.exporters_of_whole(&outlook),
            cog: Scores::new(cog, exporters, products),
        }
    }

    fn gains(self, presence: &Presence, density: &[f64], complexity: &[f64]) -> Vec<f64> {
        let ones = vec![1.0; complexity.len()];
        let near = sweep::of_all(presence, &ones, self.itself);
        let weights: Vec<f64> = complexity
            .iter()
            .zip(&near)
            .map(|(k, all)| k / all)
            .collect();
        let all = sweep::of_all(presence, &weights, self.itself);
        let mut gains = sweep::of_exporters(presence, &weights, self.itself);
        let width = complexity.len();
        for (at, gain) in gains.iter_mut().enumerate() {
            let (exporter, product) = (at / width, at % width);
            let net = match self.gain {
                Gain::Gross => 0.0,
                Gain::Net => density[at] * complexity[product],
            };
            *gain = match presence.has(exporter, product) {
                true => 0.0,
                false => all[product] - *gain - net,
            };
        }
        gains
    }
}

/// `Σp ω(c,p) (1 − M(c,p)) K(p)` of every exporter.
fn outlooks(presence: &Presence, density: &[f64], complexity: &[f64]) -> Vec<f64> {
    let rows = density.chunks_exact(complexity.len()).enumerate();
    rows.map(|(exporter, row)| {
        let lacking = (0..row.len()).filter(|product| !presence.has(exporter, *product));
        lacking
            .map(|product| row[product] * complexity[product])
            .sum()
    })
    .collect()
}
