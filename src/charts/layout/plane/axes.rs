//! The two axes of a plane: where values and years stand, with their ticks and grid.

use super::{Ground, Plane, YEARS, rule};
use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Axis, Role, Scale, Shape, Text};
use crate::charts::layout::frame::SMALL;
use crate::charts::layout::ticks;

/// Strength of the grid between powers of ten.
const FAINTER: f64 = 0.5;

impl Plane {
    /// Lines across the plot with their values; on a log axis those between powers of ten are fainter.
    pub(super) fn grid(&mut self, ground: &Ground<'_>) {
        for (value, word) in ground.ticks.iter().zip(ground.tick_words) {
            let minor = self.y.scale == Scale::Log && !power_of_ten(*value);
            if *value != 0.0 {
                let strength = if minor { FAINTER } else { 1.0 };
                let colour = self.colours.grid.over(self.colours.background, strength);
                self.shapes
                    .push(self.level(*value, colour, Some((4.0, 4.0))));
            }
            if word.is_empty() {
                continue;
            }
            let baseline = self.y.position(*value) + face::CAPITAL * SMALL / 2.0;
            let text = Text::new(word.clone(), SMALL, self.colours.text, Role::Tick);
            let text = text.at(self.area.left - 10.0, baseline, Anchor::End);
            self.shapes.push(Shape::Text(text));
        }
    }

    /// Years under the plot, each with a short rule; first and last always.
    pub(super) fn years(&mut self, ground: &Ground<'_>) {
        let (first, last) = (ground.years.0.ceil() as i64, ground.years.1.floor() as i64);
        let (first, last) = if first > last {
            (last, last)
        } else {
            (first, last)
        };
        let label = face::measure("2000", SMALL, Weight::Regular) + 9.0;
        let shown = self.x.position(last as f64) - self.x.position(first as f64);
        let labelled = ticks::years(first, last, shown, label);
        let bottom = self.area.bottom;
        if !ground.slots {
            let end = (self.area.right, bottom);
            let axis = rule((self.area.left, bottom), end, self.colours.zero, None);
            self.shapes.push(axis);
            let dense = shown / ((last - first).max(1) as f64) < 6.0;
            for year in first..=last {
                let named = labelled.contains(&year);
                if named || !dense {
                    let x = self.x.position(year as f64);
                    let end = (x, bottom + if named { 6.0 } else { 3.5 });
                    self.shapes
                        .push(rule((x, bottom), end, self.colours.zero, None));
                }
            }
        }
        for year in labelled {
            let x = self.x.position(year as f64);
            let text = Text::new(year.to_string(), SMALL, self.colours.text, Role::Year);
            let text = text.at(x, bottom + YEARS - 4.0, Anchor::Middle);
            self.shapes.push(Shape::Text(text));
        }
    }
}

/// The axis of years.
pub(super) fn years_axis(ground: &Ground<'_>, left: f64, right: f64) -> Axis {
    let (first, last) = ground.years;
    let (low, high) = if ground.slots || first == last {
        // One year has no width of its own; it stands in the middle of a slot.
        (first - 0.5, last + 0.5)
    } else {
        (first, last)
    };
    Axis::linear(low, high, left, right)
}

/// The axis of values, from the first tick to the last.
pub(super) fn values_axis(ground: &Ground<'_>, area: &Area, scale: Scale) -> Axis {
    let low = ground.ticks.first().copied().unwrap_or(0.0);
    let high = ground.ticks.last().copied().unwrap_or(0.0);
    Axis {
        low,
        high: if high > low { high } else { low + 1.0 },
        start: area.bottom - ground.inset,
        end: area.top + ground.inset,
        scale,
    }
}

/// How near any two named ticks come to each other, in pixels.
pub(super) fn closest(ground: &Ground<'_>, y: &Axis) -> f64 {
    let named = ground.ticks.iter().zip(ground.tick_words);
    let heights: Vec<f64> = named
        .filter(|(_, word)| !word.is_empty())
        .map(|(value, _)| y.position(*value))
        .collect();
    let gaps = heights.windows(2).map(|two| (two[0] - two[1]).abs());
    gaps.fold(f64::INFINITY, f64::min)
}

fn power_of_ten(value: f64) -> bool {
    let exponent = value.log10();
    (exponent - exponent.round()).abs() < 1e-9
}
