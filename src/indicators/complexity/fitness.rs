//! Fitness of exporters and quality of products, each from the other.

use super::part::Largest;
use super::presence::Presence;
use super::unscored::{Unscored, none};
use crate::indicators::about::About;

/// Relative to the mean fitness of 1, what counts as gone.
const VANISHED: f64 = 1e-6;

/// How fit an exporter is: the sum of the quality of its products.
pub const FITNESS: About = About {
    name: "fitness",
    short: "",
    about: "how fit an exporter is: the sum of the quality of its products, where a product is only as good as the least fit of those who manage it",
    formula: "F(c) ∝ Σp M(c,p) Q(p), Q(p) ∝ 1 / Σc M(c,p) / F(c), each divided by its mean, from F = Q = 1",
    unit: "multiples of the mean exporter",
    keys: "period × exporter",
    nulls: "null for exporters present in nothing or outside the largest connected part; can fall towards 0 without end, which is told",
    source: "Tacchella, Cristelli, Caldarelli, Gabrielli and Pietronero (2012), Scientific Reports 2, 723",
};

/// The quality of a product, bounded by the least fit of those who manage it.
pub const QUALITY: About = About {
    name: "quality",
    short: "",
    about: "the quality (or complexity) of a product, bounded by the least fit of those who manage it",
    formula: "Q(p) ∝ 1 / Σc M(c,p) / F(c), F(c) ∝ Σp M(c,p) Q(p), each divided by its mean, from F = Q = 1",
    unit: "multiples of the mean product",
    keys: "period × product",
    nulls: "null for products that nobody has or outside the largest connected part",
    source: "Tacchella, Cristelli, Caldarelli, Gabrielli and Pietronero (2012), Scientific Reports 2, 723",
};

/// When the iteration of fitness ends.
///
/// ```text
/// F̃(c) = Σp M(c,p) Q(p)        Q̃(p) = 1 / Σc M(c,p) / F(c)      both from the step before
/// F = F̃ / mean F̃               Q = Q̃ / mean Q̃                  F = Q = 1 at first
/// ```
///
/// Keys: exporter; product. Unit: multiples of the mean. Null as for ECI: what is empty, and what is outside the
/// largest connected part. In nested matrices some fitnesses fall towards zero for ever, slower with every step: then
/// the figures depend on the number of steps, and [`Fitted`] says so.
///
/// Source: Tacchella, Cristelli, Caldarelli, Gabrielli and Pietronero (2012), *Scientific Reports* 2, 723.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fitness {
    /// The most steps that are made.
    pub steps: usize,
    /// A step that moves no fitness and no quality by more than this is the last; 0 makes all steps.
    pub tolerance: f64,
}

impl Default for Fitness {
    fn default() -> Self {
        Self {
            steps: 1000,
            tolerance: 1e-9,
        }
    }
}

/// Fitness and quality, and how the iteration ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    pub fitness: Vec<Result<f64, Unscored>>,
    pub quality: Vec<Result<f64, Unscored>>,
    /// Steps made.
    pub steps: usize,
    /// The largest move of a fitness or a quality in the last step.
    pub change: f64,
    /// Whether the last step stayed within the tolerance.
    pub converged: bool,
    /// Exporters whose fitness is below a millionth of the mean.
    pub vanished: usize,
}

impl Fitness {
    pub fn of(self, presence: &Presence) -> Fitted {
        let part = match Largest::of(presence) {
            Ok(part) => part,
            Err(why) => {
                return Fitted {
                    fitness: none(presence.empty_exporters(), why),
                    quality: none(presence.empty_products(), why),
                    steps: 0,
                    change: 0.0,
                    converged: false,
                    vanished: 0,
                };
            }
        };
        let products = lists(&part.presence);
        let exporters = lists(&part.presence.transposed());
        let mut fitness = vec![1.0; part.exporters.len()];
        let mut quality = vec![1.0; part.products.len()];
        let (mut steps, mut change) = (0, f64::INFINITY);
        while steps < self.steps && change > self.tolerance {
            let fitter = over_mean(products.iter().map(|own| sum(own, |at| quality[at])));
            let better = over_mean(
                exporters
                    .iter()
                    .map(|who| 1.0 / sum(who, |at| 1.0 / fitness[at])),
            );
            change = most(&fitness, &fitter).max(most(&quality, &better));
            (fitness, quality) = (fitter, better);
            steps += 1;
        }
        Fitted {
            converged: change <= self.tolerance,
            vanished: fitness
                .iter()
                .filter(|fitness| **fitness < VANISHED)
                .count(),
            fitness: part.exporters_of_whole(&fitness),
            quality: part.products_of_whole(&quality),
            steps,
            change: if steps == 0 { 0.0 } else { change },
        }
    }
}

impl Fitted {
    /// What the caption must say beside the formula.
    pub fn notes(&self) -> Vec<String> {
        let mut notes = vec![match self.converged {
            _ if self.steps == 0 => return Vec::new(),
            true => format!(
                "converged after {} steps, last change {:.1e}",
                self.steps, self.change
            ),
            false => format!(
                "not converged after {} steps, last change {:.1e}: figures depend on the number of steps, ranks much less",
                self.steps, self.change
            ),
        }];
        if self.vanished > 0 {
            notes.push(format!(
                "{} exporters have fallen below a millionth of the mean: what is left of them depends on the number of steps",
                self.vanished
            ));
        }
        notes
    }
}

/// The products of every exporter.
fn lists(presence: &Presence) -> Vec<Vec<usize>> {
    (0..presence.exporters().len())
        .map(|exporter| presence.of_exporter.ones(exporter).collect())
        .collect()
}

fn sum(places: &[usize], of: impl Fn(usize) -> f64) -> f64 {
    places.iter().map(|at| of(*at)).sum()
}

fn over_mean(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let values: Vec<f64> = values.collect();
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    values.iter().map(|value| value / mean).collect()
}

fn most(before: &[f64], after: &[f64]) -> f64 {
    let moves = before.iter().zip(after).map(|(a, b)| (a - b).abs());
    moves.fold(0.0, f64::max)
}
