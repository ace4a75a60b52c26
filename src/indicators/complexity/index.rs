//! The vectors behind the indices of complexity.

use super::certainty::{Certainty, UNCORRELATED};
use super::deviation::{correlation, deviation, standardised};
use super::leading::Leading;
use super::normalisation::Normalisation;
use super::part::Largest;
use super::presence::Presence;
use super::unscored::Unscored;
use crate::model::sum::exact_sum;

/// Second and third eigenvalues must differ by this at least, or rounding alone (some 1e-15) would move the
/// index by more than 1e-6.
const UNIQUE: f64 = 1e-9;

/// Eigenvalues that are zero come out of rounding smaller than this.
const ZERO: f64 = 1e-12;

/// Both vectors as they come, signed, in deviations of the exporters' vector but not centred.
pub(super) struct Index {
    pub part: Largest,
    pub of_exporters: Vec<f64>,
    pub of_products: Vec<f64>,
    pub certainty: Certainty,
}

impl Index {
    pub fn of(presence: &Presence) -> Result<Self, Unscored> {
        let part = Largest::of(presence)?;
        let all = &part.presence;
        // The smaller side: 226 exporters rather than 5,000 products.
        let by_exporters = all.exporters().len() <= all.products().len();
        let leading = if by_exporters {
            second(all)
        } else {
            second(&all.transposed())
        };
        // None is below zero but by rounding.
        let (second, third) = (leading.value, leading.next.max(0.0));
        if second <= ZERO {
            return Err(Unscored::Alike);
        }
        let error = leading.residual / (second - third);
        if second - third <= UNIQUE {
            return Err(Unscored::NotUnique { second, third });
        }
        let (mut of_exporters, mut of_products) = if by_exporters {
            let near = unweighted(&leading.vector, &all.diversity());
            let far = means(&near, &all.transposed());
            (near, far.iter().map(|mean| mean / second).collect())
        } else {
            let near = unweighted(&leading.vector, &all.ubiquity());
            (means(&near, all), near)
        };
        let with_diversity = correlation(&of_exporters, &all.diversity());
        let sign = sign(with_diversity, correlation(&of_products, &all.ubiquity()))?;
        let scale = sign / deviation(&of_exporters);
        of_exporters.iter_mut().for_each(|part| *part *= scale);
        of_products.iter_mut().for_each(|part| *part *= scale);
        let certainty = Certainty {
            second,
            third,
            error,
            with_diversity: sign * with_diversity,
            exporters: of_exporters.len(),
            products: of_products.len(),
            parts: part.parts,
        };
        Ok(Self {
            part,
            of_exporters,
            of_products,
            certainty,
        })
    }

    pub fn eci(&self) -> Vec<f64> {
        standardised(&self.of_exporters, &self.of_exporters)
    }

    pub fn pci(&self, normalisation: Normalisation) -> Vec<f64> {
        let by = match normalisation {
            Normalisation::ByExporters => &self.of_exporters,
            Normalisation::ByProducts => &self.of_products,
        };
        standardised(&self.of_products, by)
    }
}

/// The second eigenvalue and its vector, of the symmetric sibling of M̃ on the side of the exporters.
///
/// `D^-½ M U^-1 Mᵀ D^-½` has the eigenvalues of M̃ and the vectors `√k(c) · K(c)`. The first is known, value 1
/// and vector `√k(c)`, so it is taken out and the second comes first.
fn second(presence: &Presence) -> Leading {
    let n = presence.exporters().len();
    let weights = presence.diversity();
    let total: usize = weights.iter().sum();
    let mut matrix = vec![0.0; n * n];
    for product in 0..presence.products().len() {
        let members: Vec<usize> = presence.of_product.ones(product).collect();
        let share = 1.0 / members.len() as f64;
        for row in &members {
            let row = &mut matrix[row * n..(row + 1) * n];
            members.iter().for_each(|column| row[*column] += share);
        }
    }
    for row in 0..n {
        for column in 0..n {
            let root = (weights[row] as f64 * weights[column] as f64).sqrt();
            let entry = &mut matrix[row * n + column];
            *entry = *entry / root - root / total as f64;
        }
    }
    Leading::of(&matrix, n)
}

fn unweighted(vector: &[f64], weights: &[usize]) -> Vec<f64> {
    let roots = vector.iter().zip(weights);
    roots
        .map(|(part, weight)| part / (*weight as f64).sqrt())
        .collect()
}

/// For every exporter the mean of its products' scores.
fn means(scores: &[f64], presence: &Presence) -> Vec<f64> {
    (0..presence.exporters().len())
        .map(|exporter| {
            let own = presence
                .of_exporter
                .ones(exporter)
                .map(|product| scores[product]);
            exact_sum(own) / presence.of_exporter.count(exporter) as f64
        })
        .collect()
}

fn sign(with_diversity: f64, with_ubiquity: f64) -> Result<f64, Unscored> {
    if with_diversity.abs() > UNCORRELATED {
        Ok(with_diversity.signum())
    } else if with_ubiquity.abs() > UNCORRELATED {
        Ok(-with_ubiquity.signum())
    } else {
        Err(Unscored::NoSign)
    }
}
