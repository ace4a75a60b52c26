//! Upright bars with their names below.

use super::Laid;
use super::bars::{Bar, Kind, extent};
use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Axis, Rect, Role, Shape, Text};
use crate::charts::layout::frame::SMALL;
use crate::charts::layout::names;
use crate::charts::layout::plane::rule;
use crate::charts::theme::Colours;

/// Em size of a bar's figure.
const VALUE: f64 = 13.0;
/// Room for a figure above or below its bar.
const INSET: f64 = 20.0;
/// The share of its slot a bar takes, and the widest bar.
const SHARE: f64 = 0.7;
const WIDEST: f64 = 84.0;
/// A name takes no more lines than this.
const LINES: usize = 3;
/// Less height than this and the bars are better laid down.
const LEAST: f64 = 120.0;

/// The bars upright; `None` if a name or figure is too wide for its slot.
pub fn lay(bars: &[Bar<'_>], room: &Area, colours: &Colours) -> Option<Laid> {
    let slot = room.width() / bars.len() as f64;
    let fits = |bar: &Bar<'_>| {
        names::wraps(bar.name, SMALL, weight(bar), slot - 8.0, LINES)
            && face::measure(&bar.label, VALUE, Weight::Bold) <= slot - 4.0
    };
    if !bars.iter().all(fits) {
        return None;
    }
    let names: Vec<Vec<String>> = bars
        .iter()
        .map(|bar| face::balance(bar.name, SMALL, weight(bar), slot - 8.0))
        .collect();
    let deepest = names.iter().map(Vec::len).max().unwrap_or(0) as f64;
    let line = face::LEADING * SMALL;
    let plot = Area {
        bottom: room.bottom - deepest * line - 8.0,
        ..*room
    };
    if plot.height() < LEAST {
        return None;
    }
    let x = Axis::linear(-0.5, bars.len() as f64 - 0.5, plot.left, plot.right);
    let y = values_axis(bars, &plot);
    let half = (slot * SHARE).min(WIDEST) / 2.0;
    let zero = y.position(0.0);
    let mut shapes = vec![rule(
        (plot.left, zero),
        (plot.right, zero),
        colours.zero,
        None,
    )];
    for (index, (bar, lines)) in bars.iter().zip(&names).enumerate() {
        let middle = x.position(index as f64);
        let (from, to) = (y.position(bar.from), y.position(bar.to));
        let area = Area {
            left: middle - half,
            top: from.min(to),
            right: middle + half,
            bottom: from.max(to),
        };
        shapes.push(Shape::Rect(Rect {
            area,
            colour: bar.mark(colours),
            datum: Some(bar.datum),
        }));
        if index + 1 < bars.len() {
            let next = x.position(index as f64 + 1.0) - half;
            shapes.push(rule((area.right, to), (next, to), colours.rule, None));
        }
        let baseline = if bar.datum.value < 0.0 {
            area.bottom + 5.0 + face::CAPITAL * VALUE
        } else {
            area.top - 5.0
        };
        let label = Text::new(bar.label.clone(), VALUE, bar.word(colours), Role::Value);
        let label = label
            .weight(Weight::Bold)
            .at(middle, baseline, Anchor::Middle);
        shapes.push(Shape::Text(label.halo(colours.background)));
        for (row, words) in lines.iter().enumerate() {
            let baseline = plot.bottom + 6.0 + face::ASCENT * SMALL + line * row as f64;
            let text = Text::new(words.clone(), SMALL, colours.text, Role::Label);
            let text = text
                .weight(weight(bar))
                .at(middle, baseline, Anchor::Middle);
            shapes.push(Shape::Text(text));
        }
    }
    Some(Laid {
        shapes,
        plot,
        x,
        y,
        notes: Vec::new(),
    })
}

/// The axis of values, with room at either end only as far as a figure reaches past it.
fn values_axis(bars: &[Bar<'_>], plot: &Area) -> Axis {
    let (low, high) = extent(bars);
    let mut axis = Axis::linear(low, high, plot.bottom, plot.top);
    for _ in 0..30 {
        let (mut below, mut above) = (0.0f64, 0.0f64);
        for bar in bars {
            let (from, to) = (axis.position(bar.from), axis.position(bar.to));
            if bar.datum.value < 0.0 {
                below = below.max(from.max(to) + INSET - plot.bottom);
            } else {
                above = above.max(plot.top + INSET - from.min(to));
            }
        }
        axis.start -= below;
        axis.end += above;
    }
    axis
}

/// Levels stand out from the parts between them.
pub fn weight(bar: &Bar<'_>) -> Weight {
    match bar.kind {
        Kind::Level => Weight::Bold,
        Kind::Rise | Kind::Fall => Weight::Regular,
    }
}
