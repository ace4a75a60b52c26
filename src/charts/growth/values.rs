//! The values of bars: which are told, and where they stand.

use super::{Bar, MOST};
use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Datum, Role, Text};
use crate::charts::layout::plane::Plane;
use crate::model::number;

/// Em size of a bar's value.
const VALUE: f64 = 11.5;
/// How far a value may reach beyond the plot.
const BEYOND: f64 = 6.0;

/// The bars that carry a value when not all can: the highest and the lowest of each series, and the dashes.
pub fn extremes(bars: &[Bar]) -> Vec<usize> {
    let mut chosen: Vec<usize> = (0..bars.len())
        .filter(|index| bars[*index].datum.is_none())
        .collect();
    for series in 0..MOST {
        let given = bars
            .iter()
            .enumerate()
            .filter_map(|(index, bar)| Some((index, bar.datum?)));
        let own = given.filter(|(_, datum)| datum.series == series);
        let by_value = |a: &(usize, Datum), b: &(usize, Datum)| a.1.value.total_cmp(&b.1.value);
        let ends = [own.clone().max_by(by_value), own.min_by(by_value)];
        chosen.extend(ends.into_iter().flatten().map(|(index, _)| index));
    }
    chosen.sort_unstable();
    chosen.dedup();
    chosen
}

/// The values that fit, the longest bars' first: no text over another, none over another's bar.
pub fn values(chosen: &[usize], bars: &[Bar], plane: &Plane) -> Vec<Text> {
    let size = |bar: &Bar| bar.datum.map_or(0.0, |datum| datum.value.abs());
    let mut order = chosen.to_vec();
    order.sort_by(|a, b| size(&bars[*b]).total_cmp(&size(&bars[*a])));
    let mut placed: Vec<Text> = Vec::new();
    let bounds = Area {
        left: plane.area.left - BEYOND,
        right: plane.area.right + BEYOND,
        ..plane.area
    };
    for index in order {
        let text = value(&bars[index], plane);
        let clear = text.area.grown(1.0);
        let over = |other: usize| other != index && bars[other].area.overlaps(&clear);
        let free = bounds.contains(&text.area)
            && placed.iter().all(|other| !other.area.overlaps(&clear))
            && !(0..bars.len()).any(over);
        if free {
            placed.push(text);
        }
    }
    placed
}

/// The value of a bar beyond its end, or the dash of a missing one; moved inwards at the edges of the plot.
fn value(bar: &Bar, plane: &Plane) -> Text {
    let x = (bar.area.left + bar.area.right) / 2.0;
    let above = bar.area.top - 4.0;
    let Some(datum) = bar.datum else {
        // As narrow as its bar would be, for bars stand on both sides of it.
        let size = (bar.area.width() * 1.4).clamp(6.0, VALUE + 2.0);
        let dash = Text::new("–", size, plane.colours.text, Role::Value);
        return dash.weight(Weight::Bold).at(x, above, Anchor::Middle);
    };
    let below = bar.area.bottom + 4.0 + face::CAPITAL * VALUE;
    let baseline = if datum.value < 0.0 { below } else { above };
    let words = number::points(datum.value);
    let text = Text::new(words, VALUE, bar.word, Role::Value).weight(Weight::Bold);
    let half = text.width() / 2.0;
    let (low, high) = (
        plane.area.left - BEYOND + half,
        plane.area.right + BEYOND - half,
    );
    let middle = if low < high { x.clamp(low, high) } else { x };
    text.at(middle, baseline, Anchor::Middle)
        .halo(plane.behind(x))
}
