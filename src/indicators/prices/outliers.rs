//! Rules that say which price changes are too far from the others to be believed.

use super::price_pair::PricePair;

/// A rule for outliers among the price relatives `r = p₁/p₀` of one comparison.
///
/// With fewer than [`ENOUGH`] products only [`Outliers::Ratio`] takes any out. Where half the relatives are
/// alike, so that their spread is zero, all that differ from them are outliers by it.
///
/// Sources: quartiles and fences as in the *Consumer Price Index Manual* (IMF and others 2020);
/// Hidiroglou and Berthelot (1986), *Survey Methodology* 12; robust z-score with the median
/// absolute deviation of a normal distribution.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Outliers {
    /// All are kept.
    #[default]
    Keep,
    /// `r` above the limit, or below one over the limit.
    Ratio(f64),
    /// `ln r` beyond `k` times the distance from the median to its quartile, on each side.
    Quartile(f64),
    /// `ln r` beyond `k` times the distance of the quartiles, from the quartiles (Tukey's fences).
    Fences(f64),
    /// `|ln r − median|` above `k` times the scaled median absolute deviation.
    RobustZ(f64),
    /// The median-centred relatives, larger products weighing more, beyond `c` quartile distances.
    HidiroglouBerthelot(HidiroglouBerthelot),
}

/// Constants of the rule of Hidiroglou and Berthelot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HidiroglouBerthelot {
    /// How much size counts: the power of the larger value, 0 to 1.
    pub u: f64,
    /// Least distance, as a part of the median effect.
    pub a: f64,
    /// Quartile distances that are still believed.
    pub c: f64,
}

impl Default for HidiroglouBerthelot {
    fn default() -> Self {
        Self {
            u: 0.5,
            a: 0.05,
            c: 4.0,
        }
    }
}

/// Quartiles of fewer say nothing.
pub const ENOUGH: usize = 4;

/// Relative distance within which two numbers are one that was rounded.
const ALIKE: f64 = 1e-12;

/// `1 / Φ⁻¹(3/4)`.
const NORMAL: f64 = 1.4826;

impl Outliers {
    /// The word that commands and captions use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Keep => "none",
            Self::Ratio(_) => "ratio",
            Self::Quartile(_) => "quartile",
            Self::Fences(_) => "fences",
            Self::RobustZ(_) => "robust-z",
            Self::HidiroglouBerthelot(_) => "hidiroglou-berthelot",
        }
    }

    /// The rule with its constants, for captions.
    pub fn named(self) -> String {
        let rule = match self {
            Self::Keep => "no outliers taken out".to_owned(),
            Self::Ratio(limit) => format!("outliers: p₁/p₀ above {limit} or below 1/{limit}"),
            Self::Quartile(k) => format!("outliers: ln(p₁/p₀) beyond {k} × (median − quartile)"),
            Self::Fences(k) => format!("outliers: ln(p₁/p₀) beyond quartile ± {k} × (Q3 − Q1)"),
            Self::RobustZ(k) => format!("outliers: ln(p₁/p₀) beyond median ± {k} × {NORMAL} × MAD"),
            Self::HidiroglouBerthelot(HidiroglouBerthelot { u, a, c }) => {
                format!("outliers: Hidiroglou–Berthelot, U = {u}, A = {a}, C = {c}")
            }
        };
        match self {
            Self::Keep | Self::Ratio(_) => rule,
            _ => format!("{rule}; none where fewer than {ENOUGH} products are compared"),
        }
    }

    /// Which of the pairs are outliers.
    pub fn of(self, pairs: &[PricePair]) -> Vec<bool> {
        let relatives: Vec<f64> = pairs.iter().map(|pair| pair.p1 / pair.p0).collect();
        let logs = || {
            relatives
                .iter()
                .map(|relative| relative.ln())
                .collect::<Vec<f64>>()
        };
        match self {
            Self::Ratio(limit) => {
                let far = |relative: &f64| *relative > limit || *relative < 1.0 / limit;
                relatives.iter().map(far).collect()
            }
            Self::Keep => vec![false; pairs.len()],
            _ if pairs.len() < ENOUGH => vec![false; pairs.len()],
            Self::Quartile(k) => beyond(&logs(), |q| [k * (q[1] - q[0]), k * (q[2] - q[1])]),
            Self::Fences(k) => beyond(&logs(), |q| {
                let reach = k * (q[2] - q[0]);
                [q[1] - q[0] + reach, q[2] - q[1] + reach]
            }),
            Self::RobustZ(k) => {
                let logs = logs();
                let middle = quartiles(&logs)[1];
                let distances: Vec<f64> = logs.iter().map(|log| (log - middle).abs()).collect();
                let reach = k * NORMAL * quartiles(&distances)[1];
                beyond(&logs, |_| [reach, reach])
            }
            Self::HidiroglouBerthelot(rule) => beyond(&rule.effects(pairs, &relatives), |q| {
                let least = (rule.a * q[1]).abs();
                [
                    rule.c * (q[1] - q[0]).max(least),
                    rule.c * (q[2] - q[1]).max(least),
                ]
            }),
        }
    }
}

impl HidiroglouBerthelot {
    /// Relatives centred on their median, both directions alike, times a power of the size.
    fn effects(&self, pairs: &[PricePair], relatives: &[f64]) -> Vec<f64> {
        let middle = quartiles(relatives)[1];
        let effect = |(pair, relative): (&PricePair, &f64)| {
            let centred = if *relative >= middle {
                relative / middle - 1.0
            } else {
                1.0 - middle / relative
            };
            let size = (pair.p0 * pair.q0).max(pair.p1 * pair.q1);
            centred * size.powf(self.u)
        };
        pairs.iter().zip(relatives).map(effect).collect()
    }
}

/// Which values lie further below or above their median than `reach` allows.
fn beyond(values: &[f64], reach: impl Fn([f64; 3]) -> [f64; 2]) -> Vec<bool> {
    let q = quartiles(values);
    let [below, above] = reach(q);
    let far = |value: &f64| {
        // Relatives that are alike differ by their rounding.
        let distance = value - q[1];
        let slack = ALIKE * q[1].abs().max(1.0);
        -distance > below + slack || distance > above + slack
    };
    values.iter().map(far).collect()
}

/// The quartiles, linear between order statistics (type 7 of Hyndman and Fan 1996).
fn quartiles(values: &[f64]) -> [f64; 3] {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    [0.25, 0.5, 0.75].map(|share| {
        let place = share * (sorted.len() - 1) as f64;
        let (below, above) = (place.floor() as usize, place.ceil() as usize);
        sorted[below] + (place - place.floor()) * (sorted[above] - sorted[below])
    })
}
