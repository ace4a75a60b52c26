//! Lying bars with their names beside them: for long names, and for many.

use super::Laid;
use super::bars::{Bar, extent};
use super::columns::weight;
use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Axis, Rect, Role, Shape, Text};
use crate::charts::layout::frame::SMALL;
use crate::charts::layout::names::{self, Fitted};
use crate::charts::layout::plane::rule;
use crate::charts::series::refuse;
use crate::charts::theme::Colours;
use crate::error::Result;

/// The lowest and highest row.
const LOWEST: f64 = 15.5;
const HIGHEST: f64 = 52.0;
/// The share of its row a bar takes.
const SHARE: f64 = 0.68;
/// The widest column of names, as a share of the room, and how wide it becomes before names are cut.
const NAMES: f64 = 0.34;
const STRETCHED: f64 = 0.44;
/// Room between a name and the plot, and between a bar and its figure.
const GAP: f64 = 10.0;
const NEAR: f64 = 6.0;
/// Less width than this and the bars cannot be compared.
const LEAST: f64 = 60.0;

/// The bars lying.
///
/// # Errors
/// [`crate::error::Error::Chart`] if the rows are too many for the height, or names leave no width.
pub fn lay(bars: &[Bar<'_>], room: &Area, colours: &Colours) -> Result<Laid> {
    let row = (room.height() / bars.len() as f64).min(HIGHEST);
    if row < LOWEST {
        let more = (LOWEST * bars.len() as f64 - room.height()).ceil();
        return refuse(format!(
            "{} bars leave no room for their names; fold small parts into one or raise the height by {more}",
            bars.len()
        ));
    }
    let size = SMALL.min(row / face::LEADING);
    let lines = ((row / (face::LEADING * size)) as usize).clamp(1, 3);
    let fit = |share: f64| -> Vec<Fitted> {
        let width = room.width() * share;
        bars.iter()
            .map(|bar| names::fit(bar.name, size, weight(bar), width, lines))
            .collect()
    };
    let mut fitted = fit(NAMES);
    if fitted.iter().any(|name| name.cut) {
        fitted = fit(STRETCHED);
    }
    let widths = bars.iter().zip(&fitted).flat_map(|(bar, name)| {
        name.lines
            .iter()
            .map(move |line| face::measure(line, size, weight(bar)))
    });
    let plot = Area {
        left: room.left + widths.fold(0.0, f64::max) + GAP,
        bottom: room.top + row * bars.len() as f64,
        ..*room
    };
    let x = values_axis(bars, &plot, size);
    if x.end - x.start < LEAST {
        return refuse(
            "the names and figures leave no room for the bars; widen the picture or shorten the names",
        );
    }
    let y = Axis::linear(-0.5, bars.len() as f64 - 0.5, plot.top, plot.bottom);
    let zero = x.position(0.0);
    let mut shapes = vec![rule(
        (zero, plot.top),
        (zero, plot.bottom),
        colours.zero,
        None,
    )];
    for (index, (bar, name)) in bars.iter().zip(&fitted).enumerate() {
        let middle = y.position(index as f64);
        let (from, to) = (x.position(bar.from), x.position(bar.to));
        let area = Area {
            left: from.min(to),
            top: middle - row * SHARE / 2.0,
            right: from.max(to),
            bottom: middle + row * SHARE / 2.0,
        };
        shapes.push(Shape::Rect(Rect {
            area,
            colour: bar.mark(colours),
            datum: Some(bar.datum),
        }));
        if index + 1 < bars.len() {
            let next = area.bottom + row * (1.0 - SHARE);
            shapes.push(rule((to, area.bottom), (to, next), colours.rule, None));
        }
        shapes.push(Shape::Text(label(bar, to, middle, size, colours)));
        let line = face::LEADING * size;
        for (count, words) in name.lines.iter().enumerate() {
            let centre = middle + line * (count as f64 - (name.lines.len() as f64 - 1.0) / 2.0);
            let baseline = centre + face::CAPITAL * size / 2.0;
            let text = Text::new(words.clone(), size, colours.text, Role::Label);
            let text = text
                .weight(weight(bar))
                .at(plot.left - GAP, baseline, Anchor::End);
            shapes.push(Shape::Text(text));
        }
    }
    let cut = bars.iter().zip(&fitted).filter(|(_, name)| name.cut);
    let cut: Vec<&str> = cut.map(|(bar, _)| bar.name).collect();
    Ok(Laid {
        shapes,
        plot,
        x,
        y,
        notes: names::shortened(&cut).into_iter().collect(),
    })
}

/// The axis of values, narrowed from both sides until every figure beside its bar is inside the plot.
fn values_axis(bars: &[Bar<'_>], plot: &Area, size: f64) -> Axis {
    let (low, high) = extent(bars);
    let mut axis = Axis::linear(low, high, plot.left, plot.right);
    // Each round moves the bars a little; what they then still lack shrinks with each.
    for _ in 0..30 {
        let (mut before, mut after) = (0.0f64, 0.0f64);
        for bar in bars {
            let room = face::measure(&bar.label, size, Weight::Bold) + NEAR;
            let end = axis.position(bar.to);
            if bar.datum.value < 0.0 {
                before = before.max(plot.left + room - end);
            } else {
                after = after.max(end + room - plot.right);
            }
        }
        axis.start += before;
        axis.end -= after;
    }
    axis
}

fn label(bar: &Bar<'_>, end: f64, middle: f64, size: f64, colours: &Colours) -> Text {
    let (x, anchor) = if bar.datum.value < 0.0 {
        (end - NEAR, Anchor::End)
    } else {
        (end + NEAR, Anchor::Start)
    };
    let text = Text::new(bar.label.clone(), size, bar.word(colours), Role::Value);
    let text = text
        .weight(Weight::Bold)
        .at(x, middle + face::CAPITAL * size / 2.0, anchor);
    text.halo(colours.background)
}
