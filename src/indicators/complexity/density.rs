//! How near each product is to what an exporter already has.

use super::presence::Presence;
use super::proximity::Itself;
use super::scores::Scores;
use super::sweep;
use super::unscored::Unscored;
use crate::indicators::about::About;

/// How much of what is near a product an exporter already has.
pub const DENSITY: About = About {
    name: "density",
    short: "",
    about: "how much of what is near a product, weighed by proximity, an exporter already has",
    formula: "ω(c,p) = Σq M(c,q) φ(p,q) / Σq φ(p,q)",
    unit: "share, 0 to 1",
    keys: "period × exporter × product",
    nulls: "null for exporters present in nothing and for products that nobody has; without the product itself, also where nothing else is near",
    source: "Hidalgo, Klinger, Barabási and Hausmann (2007), Science 317",
};

/// How much of what is near a product an exporter lacks.
pub const DISTANCE: About = About {
    name: "distance",
    short: "",
    about: "how much of what is near a product, weighed by proximity, an exporter lacks",
    formula: "d(c,p) = Σq (1 − M(c,q)) φ(p,q) / Σq φ(p,q) = 1 − ω(c,p)",
    unit: "share, 0 to 1",
    keys: "period × exporter × product",
    nulls: "null for exporters present in nothing and for products that nobody has; without the product itself, also where nothing else is near",
    source: "Hausmann, Hidalgo et al. (2014), The Atlas of Economic Complexity, MIT Press",
};

/// Density and distance of all products from what each exporter has.
///
/// ```text
/// density   ω(c,p) = Σq M(c,q) φ(p,q) / Σq φ(p,q)
/// distance  d(c,p) = 1 − ω(c,p)
/// ```
///
/// The product itself counts in both sums with φ(p,p) = 1, or not at all: see [`Itself`]. Keys: exporter × product.
/// Unit: share. Null for exporters present in nothing and products that nobody has, and where the product itself is
/// left out, for products whose exporters have nothing else.
///
/// Source: Hidalgo, Klinger, Barabási and Hausmann (2007), *Science* 317; the distance as in Hausmann, Hidalgo
/// et al. (2014), *The Atlas of Economic Complexity*, MIT Press.
#[derive(Debug, Clone, PartialEq)]
pub struct Density {
    scores: Scores,
    pub itself: Itself,
}

impl Density {
    pub fn of(presence: &Presence, itself: Itself) -> Self {
        let [exporters, mut products] = [presence.empty_exporters(), presence.empty_products()];
        let (rows, columns) = (present(&exporters), present(&products));
        let core = presence.of(&rows, &columns);
        let ones = vec![1.0; columns.len()];
        for (column, near) in columns.iter().zip(sweep::of_all(&core, &ones, itself)) {
            // Shares of 1 over the number of exporters at least, or exactly nothing.
            if near * (rows.len() as f64) < 0.5 {
                products[*column] = Some(Unscored::Alone);
            }
        }
        let values = of_present(&core, itself);
        let mut whole = vec![0.0; exporters.len() * products.len()];
        for (row, exporter) in rows.iter().enumerate() {
            for (column, product) in columns.iter().enumerate() {
                whole[exporter * products.len() + product] = values[row * columns.len() + column];
            }
        }
        Self {
            scores: Scores::new(whole, exporters, products),
            itself,
        }
    }

    /// The density of every pair.
    pub fn scores(&self) -> &Scores {
        &self.scores
    }

    /// The distance of every pair, 1 − density.
    pub fn distance(&self) -> Scores {
        self.scores.map(|density| 1.0 - density)
    }
}

/// The places that are not empty.
fn present(empty: &[Option<Unscored>]) -> Vec<usize> {
    (0..empty.len()).filter(|at| empty[*at].is_none()).collect()
}

/// Densities where every exporter and every product has a pair; of no meaning for products that are alone.
pub(super) fn of_present(presence: &Presence, itself: Itself) -> Vec<f64> {
    let ones = vec![1.0; presence.products().len()];
    let near = sweep::of_all(presence, &ones, itself);
    let mut densities = sweep::of_exporters(presence, &ones, itself);
    for row in densities.chunks_exact_mut(near.len().max(1)) {
        for (own, all) in row.iter_mut().zip(&near) {
            // Both sums round; all there is must not come out as more than all.
            *own = if *all > 0.0 {
                (*own / all).clamp(0.0, 1.0)
            } else {
                0.0
            };
        }
    }
    densities
}
