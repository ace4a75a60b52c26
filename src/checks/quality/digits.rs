//! What the last digits say of rounding.

use serde::Serialize;

use crate::checks::additivity::unit_of;
use crate::checks::statistics::chi_square_tail;

/// With fewer figures the last digits are counted and not tested: five of each are expected then.
pub const LAST_DIGIT_FIGURES: usize = 50;

/// Figures below so many units have a last digit that is nearly a first one, which favours 1.
const LONG: f64 = 100.0;

/// The last digits of a table's figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Digits {
    /// The largest power of ten that all figures are multiples of.
    pub unit: f64,
    /// Figures of at least 100 units: the ones that are counted.
    pub figures: usize,
    /// How often each digit, 0 to 9, is the last one in that unit.
    pub counts: [usize; 10],
    /// Against a tenth each; `None` below [`LAST_DIGIT_FIGURES`].
    pub chi_square: Option<f64>,
    /// With nine degrees of freedom. Last digits of counted money are even; many noughts or fives
    /// come from rounding, whatever the reason for it. On even digits five tables in a hundred fall
    /// below 0.05.
    pub p: Option<f64>,
    /// How many figures are rounded further than the unit.
    pub rounded: Vec<Rounded>,
}

/// Figures that are multiples of a larger unit; by chance a tenth is of the next, a hundredth of
/// the one after it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Rounded {
    pub unit: f64,
    pub figures: usize,
    pub share: f64,
    /// What even digits would give: unit of the table over this one.
    pub by_chance: f64,
}

impl Digits {
    /// `None` if no figure has at least three digits, or if one has more than three decimals.
    pub(super) fn of(values: &[f64]) -> Option<Self> {
        let unit = unit_of(values)?;
        let scaled: Vec<f64> = values
            .iter()
            .map(|value| (value.abs() / unit).round())
            .filter(|value| *value >= LONG)
            .collect();
        if scaled.is_empty() {
            return None;
        }
        let mut counts = [0; 10];
        for value in &scaled {
            counts[(value % 10.0) as usize] += 1;
        }
        let expected = scaled.len() as f64 / 10.0;
        let chi_square = (scaled.len() >= LAST_DIGIT_FIGURES).then(|| {
            let off = |count: &usize| (*count as f64 - expected).powi(2) / expected;
            counts.iter().map(off).sum::<f64>()
        });
        let rounded = |power: i32| {
            let step = 10f64.powi(power);
            let figures = scaled.iter().filter(|value| *value % step == 0.0).count();
            Rounded {
                unit: unit * step,
                figures,
                share: figures as f64 / scaled.len() as f64,
                by_chance: 1.0 / step,
            }
        };
        Some(Self {
            unit,
            figures: scaled.len(),
            counts,
            chi_square,
            p: chi_square.map(|chi_square| chi_square_tail(chi_square, 9.0)),
            rounded: [1, 2, 3, 6].into_iter().map(rounded).collect(),
        })
    }
}
