//! The indices of economic and of product complexity.

use super::certainty::Certainty;
use super::index::Index;
use super::normalisation::Normalisation;
use super::presence::Presence;
use super::unscored::{Unscored, none};
use crate::indicators::about::About;

/// How complex what an exporter sells is, beside the other exporters.
pub const ECI: About = About {
    name: "economic-complexity",
    short: "eci",
    about: "how complex what an exporter sells is, in deviations from the mean exporter",
    formula: "ECI = (K − mean K) / sd K, K the vector of the 2nd largest eigenvalue of Σp M(c,p) M(c',p) / (k(c) k(p)), corr(K, diversity) > 0",
    unit: "standard deviations of all exporters (over n)",
    keys: "period × exporter",
    nulls: "null for exporters present in nothing or outside the largest connected part, and for all where the index is not unique",
    source: "Hausmann, Hidalgo et al. (2014), The Atlas of Economic Complexity, MIT Press",
};

/// How complex a product is: how complex those are who sell it.
pub const PCI: About = About {
    name: "product-complexity",
    short: "pci",
    about: "how complex a product is: how complex those are who sell it",
    formula: "PCI = (K − m) / s, K the vector of the 2nd largest eigenvalue of Σc M(c,p) M(c,p') / (k(c) k(p)); m and s of ECI's K, or its own",
    unit: "standard deviations of all exporters, or of all products",
    keys: "period × product",
    nulls: "null for products that nobody has or outside the largest connected part, and for all where the index is not unique",
    source: "Hausmann, Hidalgo et al. (2014), The Atlas of Economic Complexity, MIT Press",
};

/// The economic complexity index of exporters and the product complexity index of products.
///
/// ```text
/// M̃(c,c') = Σp M(c,p) M(c',p) / (k(c) k(p))      K(c): vector of its 2nd largest eigenvalue λ
/// K(p)    = Σc M(c,p) K(c) / (λ k(p))            sign: corr(K(c), k(c)) > 0
/// ECI(c)  = (K(c) − mean K(c)) / sd K(c)         sd over n
/// PCI(p)  = by exporters (K(p) − mean K(c)) / sd K(c), or by products (K(p) − mean K(p)) / sd K(p)
/// ```
///
/// Keys: exporter; product. Unit: standard deviations. Null with an [`Unscored`] reason for what is empty, for what
/// is outside the largest connected part (means and deviations are over that part), and for all where there is no
/// one index: fewer than two exporters, all alike, second and third eigenvalue the same up to 1e-9, or no sign.
/// If all exporters are equally diverse, the sign is taken from ubiquity: corr(K(p), k(p)) < 0.
///
/// Source: Hausmann, Hidalgo et al. (2014), *The Atlas of Economic Complexity*, MIT Press; the normalisation by
/// exporters as in py-ecomplexity of the Growth Lab at Harvard.
#[derive(Debug, Clone, PartialEq)]
pub struct Complexity {
    pub eci: Vec<Result<f64, Unscored>>,
    pub pci: Vec<Result<f64, Unscored>>,
    pub normalisation: Normalisation,
    /// How far the index can be relied on, or why there is none.
    pub certainty: Result<Certainty, Unscored>,
}

impl Complexity {
    pub fn of(presence: &Presence, normalisation: Normalisation) -> Self {
        match Index::of(presence) {
            Ok(index) => Self {
                eci: index.part.exporters_of_whole(&index.eci()),
                pci: index.part.products_of_whole(&index.pci(normalisation)),
                normalisation,
                certainty: Ok(index.certainty),
            },
            Err(why) => Self {
                eci: none(presence.empty_exporters(), why),
                pci: none(presence.empty_products(), why),
                normalisation,
                certainty: Err(why),
            },
        }
    }
}
