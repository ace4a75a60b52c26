//! Parts of a presence that share nothing, and the largest of them.

use super::presence::Presence;
use super::unscored::Unscored;

/// The exporters and products that scores can compare with each other.
pub(super) struct Largest {
    /// Where its exporters stand in the whole.
    pub exporters: Vec<usize>,
    pub products: Vec<usize>,
    pub presence: Presence,
    /// How many parts there are.
    pub parts: usize,
    /// Why the others have no score, for each exporter and product of the whole.
    pub without: [Vec<Option<Unscored>>; 2],
}

impl Largest {
    /// The part with the most exporters and, of those, the most products.
    ///
    /// # Errors
    /// Why nobody has a score: no part is the largest, or it has one exporter or one product.
    pub fn of(presence: &Presence) -> Result<Self, Unscored> {
        let (of_exporter, of_product, parts) = parts(presence);
        let mut sizes = vec![(0_usize, 0_usize); parts];
        of_exporter
            .iter()
            .flatten()
            .for_each(|part| sizes[*part].0 += 1);
        of_product
            .iter()
            .flatten()
            .for_each(|part| sizes[*part].1 += 1);
        let size = sizes.iter().max().copied().ok_or(Unscored::TooFew)?;
        if sizes.iter().filter(|other| **other == size).count() > 1 {
            return Err(Unscored::NoLargest(parts));
        }
        if size.0 < 2 || size.1 < 2 {
            return Err(Unscored::TooFew);
        }
        let largest = sizes.iter().position(|other| *other == size);
        let members = |of: &[Option<usize>]| -> Vec<usize> {
            (0..of.len()).filter(|at| of[*at] == largest).collect()
        };
        let (exporters, products) = (members(&of_exporter), members(&of_product));
        let without = |of: &[Option<usize>], empty: Unscored| {
            let why = |part: &Option<usize>| match part {
                None => Some(empty),
                part if *part == largest => None,
                Some(_) => Some(Unscored::Apart),
            };
            of.iter().map(why).collect()
        };
        Ok(Self {
            presence: presence.of(&exporters, &products),
            without: [
                without(&of_exporter, Unscored::NoProduct),
                without(&of_product, Unscored::NoExporter),
            ],
            exporters,
            products,
            parts,
        })
    }

    /// Scores of the part's exporters, and why the others have none.
    pub fn exporters_of_whole(&self, scores: &[f64]) -> Vec<Result<f64, Unscored>> {
        spread(scores, &self.exporters, &self.without[0])
    }

    /// Scores of the part's products, and why the others have none.
    pub fn products_of_whole(&self, scores: &[f64]) -> Vec<Result<f64, Unscored>> {
        spread(scores, &self.products, &self.without[1])
    }
}

fn spread(
    scores: &[f64],
    places: &[usize],
    without: &[Option<Unscored>],
) -> Vec<Result<f64, Unscored>> {
    let mut whole: Vec<_> = without.iter().map(|why| why.map_or(Ok(0.0), Err)).collect();
    for (score, place) in scores.iter().zip(places) {
        whole[*place] = Ok(*score);
    }
    whole
}

/// The part of every exporter and every product, none for the empty, and how many parts there are.
fn parts(presence: &Presence) -> (Vec<Option<usize>>, Vec<Option<usize>>, usize) {
    let mut of_exporter = vec![None; presence.exporters().len()];
    let mut of_product = vec![None; presence.products().len()];
    let mut parts = 0;
    for first in 0..of_exporter.len() {
        if of_exporter[first].is_some() || presence.of_exporter.count(first) == 0 {
            continue;
        }
        of_exporter[first] = Some(parts);
        let mut waiting = vec![first];
        while let Some(exporter) = waiting.pop() {
            for product in presence.of_exporter.ones(exporter) {
                if of_product[product].is_some() {
                    continue;
                }
                of_product[product] = Some(parts);
                for other in presence.of_product.ones(product) {
                    if of_exporter[other].is_none() {
                        of_exporter[other] = Some(parts);
                        waiting.push(other);
                    }
                }
            }
        }
        parts += 1;
    }
    (of_exporter, of_product, parts)
}
