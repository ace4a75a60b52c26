//! Sums over the product space without the product space.

use super::presence::Presence;
use super::proximity::{Itself, Proximity};

/// For every exporter and product `Σq M(c,q) φ(p,q) w(q)`, exporter by exporter; every product has an exporter.
pub(super) fn of_exporters(presence: &Presence, weights: &[f64], itself: Itself) -> Vec<f64> {
    let (height, width) = (presence.exporters().len(), presence.products().len());
    let mut sums = if height > width {
        directly(presence, weights)
    } else {
        let sweep = Sweep::new(presence, weights);
        let rows =
            (0..height).map(|exporter| sweep.over(|product| presence.has(exporter, product)));
        rows.flatten().collect()
    };
    if itself == Itself::LeftOut {
        for (exporter, sums) in sums.chunks_exact_mut(width.max(1)).enumerate() {
            for product in presence.of_exporter.ones(exporter) {
                sums[product] -= weights[product];
            }
        }
    }
    sums
}

/// For every product `Σq φ(p,q) w(q)`; every product has an exporter.
pub(super) fn of_all(presence: &Presence, weights: &[f64], itself: Itself) -> Vec<f64> {
    let mut sums = Sweep::new(presence, weights).over(|_| true);
    if itself == Itself::LeftOut {
        sums.iter_mut()
            .zip(weights)
            .for_each(|(sum, own)| *sum -= own);
    }
    sums
}

/// A walk over the products, the most ubiquitous first.
///
/// The proximities of 5,000 products are never made. `φ(p,q) w(q) = Σe M(e,p) M(e,q) w(q) / max(k(p), k(q))`, so
/// that a sum over q splits into those as ubiquitous as p at most, divided by k(p), and the others, each divided by its
/// own k(q). Both are kept for every exporter e while p goes by: a p costs k(p) steps and not one for every q.
struct Sweep<'a> {
    presence: &'a Presence,
    weights: &'a [f64],
    ubiquity: Vec<usize>,
    falling: Vec<usize>,
}

impl<'a> Sweep<'a> {
    fn new(presence: &'a Presence, weights: &'a [f64]) -> Self {
        let ubiquity = presence.ubiquity();
        let mut falling: Vec<usize> = (0..ubiquity.len()).collect();
        falling.sort_by_key(|product| std::cmp::Reverse(ubiquity[*product]));
        Self {
            presence,
            weights,
            ubiquity,
            falling,
        }
    }

    /// For every product p the sum over the products q that count.
    fn over(&self, counts: impl Fn(usize) -> bool) -> Vec<f64> {
        let exporters = || vec![0.0; self.presence.exporters().len()];
        let (mut ahead, mut past) = (exporters(), exporters());
        for product in (0..self.ubiquity.len()).filter(|product| counts(*product)) {
            for exporter in self.presence.of_product.ones(product) {
                ahead[exporter] += self.weights[product];
            }
        }
        let mut sums = vec![0.0; self.ubiquity.len()];
        let alike = |one: &usize, other: &usize| self.ubiquity[*one] == self.ubiquity[*other];
        for same in self.falling.chunk_by(alike) {
            let many = self.ubiquity[same[0]] as f64;
            for product in same {
                let exporters = self.presence.of_product.ones(*product);
                sums[*product] = exporters.map(|at| ahead[at] / many + past[at]).sum();
            }
            for product in same.iter().filter(|product| counts(**product)) {
                let weight = self.weights[*product];
                for exporter in self.presence.of_product.ones(*product) {
                    ahead[exporter] -= weight;
                    past[exporter] += weight / many;
                }
            }
        }
        sums
    }
}

/// The same, pair by pair of products: cheaper where products are fewer than exporters.
fn directly(presence: &Presence, weights: &[f64]) -> Vec<f64> {
    let (height, width) = (presence.exporters().len(), presence.products().len());
    let proximity = Proximity::of(presence);
    let mut sums = vec![0.0; height * width];
    for product in 0..width {
        let row: Vec<f64> = (0..width)
            .map(|other| proximity.at(product, other).unwrap_or(0.0) * weights[other])
            .collect();
        for exporter in 0..height {
            let own = presence.of_exporter.ones(exporter).map(|other| row[other]);
            sums[exporter * width + product] = own.sum();
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::{Sweep, directly, of_all, of_exporters};
    use crate::indicators::complexity::{Itself, Presence};
    use crate::indicators::matrix::Matrix;

    /// Six exporters by nine products, each product with an exporter.
    fn presence() -> Presence {
        let ones = [
            "111111111",
            "101101110",
            "110100101",
            "001110010",
            "100001001",
            "010000100",
        ];
        let names = |letter: char, n: usize| (0..n).map(|k| format!("{letter}{k}")).collect();
        let digits = ones.iter().flat_map(|row| row.chars());
        let values = digits
            .map(|digit| f64::from(u8::from(digit == '1')))
            .collect();
        let matrix = Matrix::new(names('c', 6), names('p', 9), values).expect("ones and zeros");
        Presence::given(&matrix).expect("ones and zeros")
    }

    #[test]
    fn the_sweep_gives_what_every_pair_gives() {
        let presence = presence();
        let weights = [0.5, -1.0, 2.0, 0.25, 3.0, -0.75, 1.0, 0.0, 4.0];
        let near = |sums: &[f64], known: &[f64]| {
            let both = sums.iter().zip(known);
            assert!(both.into_iter().all(|(a, b)| (a - b).abs() < 1e-14));
        };
        let paired = directly(&presence, &weights);
        assert!(paired.iter().any(|sum| *sum < 0.0));
        near(&of_exporters(&presence, &weights, Itself::Counted), &paired);
        let third = Sweep::new(&presence, &weights).over(|product| presence.has(2, product));
        near(&third, &paired[18..27]);
        // The first exporter has everything, so its sums are those over all products.
        near(&of_all(&presence, &weights, Itself::Counted), &paired[..9]);
    }
}
