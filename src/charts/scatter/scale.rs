//! The scale of one measure: its range, its ticks, and which ticks say their value.

use super::ScatterAxis;

use crate::charts::layout::ticks;

/// Ticks between two powers of ten.
const MANTISSAS: [f64; 3] = [1.0, 2.0, 5.0];
/// More lines than this are a fence before the points.
const MOST: usize = 13;

/// A plain or logarithmic scale.
#[derive(Debug, Clone)]
pub struct Scale {
    log: bool,
    /// The values of the ticks.
    pub ticks: Vec<f64>,
    /// Their words.
    pub words: Vec<String>,
    /// The value of the line, with its words.
    pub line: Option<(f64, String)>,
}

impl Scale {
    /// A scale that shows all values and the line of the axis.
    pub fn of(axis: &ScatterAxis, values: impl Iterator<Item = f64>) -> Scale {
        let (low, high) = values
            .chain(axis.line)
            .fold((f64::MAX, f64::MIN), |(low, high), value| {
                (low.min(value), high.max(value))
            });
        let ticks = if axis.log {
            decades(low, high)
        } else {
            plain(low, high)
        };
        let words = match axis.log {
            // Each tick has its own unit: one for all would write a billionth of a trillion.
            true => ticks
                .iter()
                .flat_map(|tick| axis.unit.ticks(&[*tick]))
                .collect(),
            false => axis.unit.ticks(&ticks),
        };
        let said = |line: f64| {
            let place = ticks
                .iter()
                .position(|tick| (tick - line).abs() <= line.abs() * 1e-9);
            let words = place.map_or_else(|| axis.unit.label(line), |place| words[place].clone());
            (line, words)
        };
        Scale {
            log: axis.log,
            line: axis.line.map(said),
            ticks,
            words,
        }
    }

    /// A value as the scene's axis counts it.
    pub fn along(&self, value: f64) -> f64 {
        if self.log { value.log10() } else { value }
    }

    /// First and last value as the scene's axis counts them.
    pub fn ends(&self) -> (f64, f64) {
        let first = self.ticks.first().map_or(0.0, |tick| self.along(*tick));
        let last = self.ticks.last().map_or(first, |tick| self.along(*tick));
        (first, if last > first { last } else { first + 1.0 })
    }

    /// The ticks with a line of the grid: all, or over many decades only the powers of ten.
    pub fn grid(&self) -> impl Iterator<Item = f64> + '_ {
        let many = self.log && self.ticks.len() > MOST;
        let ticks = self.ticks.iter().copied();
        ticks.filter(move |tick| !many || lead(*tick) == 1.0)
    }

    /// Choices of ticks to label, as indices, the fullest first.
    pub fn choices(&self) -> Vec<Vec<usize>> {
        let all = 0..self.ticks.len();
        if self.log {
            let led = |digits: &[f64]| -> Vec<usize> {
                let by = |index: &usize| digits.contains(&lead(self.ticks[*index]));
                all.clone().filter(by).collect()
            };
            let (most, whole) = (led(&[1.0, 5.0]), led(&[1.0]));
            let thinned =
                (1..=whole.len()).map(|step| whole.iter().copied().step_by(step).collect());
            return [all.clone().collect(), most]
                .into_iter()
                .chain(thinned)
                .collect();
        }
        let zero = self.ticks.iter().position(|tick| *tick == 0.0).unwrap_or(0);
        (1..=self.ticks.len().max(1))
            .map(|step| {
                all.clone()
                    .filter(|index| index % step == zero % step)
                    .collect()
            })
            .collect()
    }
}

/// Round ticks; where all values are alike they stand in the middle.
fn plain(low: f64, high: f64) -> Vec<f64> {
    if high - low > low.abs().max(high.abs()) * 1e-9 {
        return ticks::values(low, high);
    }
    match low {
        0.0 => vec![-1.0, 0.0, 1.0],
        _ => ticks::values((2.0 * low).min(0.0), (2.0 * low).max(0.0)),
    }
}

/// 1, 2 and 5 times the powers of ten, from at or below `low` to at or above `high`.
fn decades(low: f64, high: f64) -> Vec<f64> {
    let (from, to) = (
        low.log10().floor() as i32 - 1,
        high.log10().ceil() as i32 + 1,
    );
    let power = |exponent: i32| format!("1e{exponent}").parse::<f64>().unwrap_or(0.0);
    let all: Vec<f64> = (from..=to)
        .flat_map(|exponent| {
            MANTISSAS.map(|digit| {
                // Dividing by a whole power keeps 0.2 and 0.5 exact.
                if exponent < 0 {
                    digit / power(-exponent)
                } else {
                    digit * power(exponent)
                }
            })
        })
        .collect();
    let first = all
        .iter()
        .rposition(|tick| *tick <= low * (1.0 + 1e-9))
        .unwrap_or(0);
    let last = all
        .iter()
        .position(|tick| *tick >= high * (1.0 - 1e-9))
        .unwrap_or(all.len() - 1);
    if first >= last {
        // All alike, and round: a step to both sides.
        return all[first.max(1) - 1..=(last + 1).min(all.len() - 1)].to_vec();
    }
    all[first..=last].to_vec()
}

/// The first digit of a tick: 1, 2 or 5.
fn lead(tick: f64) -> f64 {
    // A little more than the tick, for the logarithm of 1000 is a little less than 3.
    let exponent = (tick.log10() + 1e-9).floor();
    (tick / 10f64.powf(exponent)).round()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::series::Unit;

    fn scale(values: &[f64], line: Option<f64>) -> Scale {
        let axis = ScatterAxis {
            title: String::new(),
            unit: Unit::Index,
            log: true,
            line,
        };
        Scale::of(&axis, values.iter().copied())
    }

    #[test]
    fn decades_are_cut_at_1_2_and_5() {
        assert_eq!(
            decades(0.03, 7.0),
            [0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0]
        );
        assert_eq!(decades(100.0, 1000.0), [100.0, 200.0, 500.0, 1000.0]);
        assert_eq!(decades(1000.0, 1000.0), [500.0, 1000.0, 2000.0]);
    }

    #[test]
    fn fewer_ticks_are_labelled_in_even_steps() {
        let choices = scale(&[1.0, 1000.0], None).choices();
        assert_eq!(choices[1], [0, 2, 3, 5, 6, 8, 9]);
        assert_eq!(choices[2], [0, 3, 6, 9]);
        assert_eq!(choices[3], [0, 6]);
    }

    #[test]
    fn the_line_is_always_on_the_scale() {
        let scale = scale(&[3.0, 4.0], Some(0.7));
        assert_eq!(scale.ticks.first(), Some(&0.5));
        assert_eq!(scale.line, Some((0.7, "0.7".to_owned())));
    }
}
