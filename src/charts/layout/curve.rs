//! One line of a chart, and the colour it gets.

use crate::charts::canvas::scene::Rgb;
use crate::charts::series::{Look, Series};
use crate::charts::theme::Marker;

/// More lines than this cannot be told apart by colour.
const LINES: usize = 7;
/// When there are more, this many are in colour and the rest grey.
const FOCUS: usize = 5;
/// Up to this many figures each get a dot; more dots than that hide the line.
const DOTS: usize = 15;

/// One line with its colours.
pub struct Curve<'a> {
    /// Its place among the series given.
    pub index: usize,
    /// Its figures.
    pub series: &'a Series,
    /// Colour of line and dots.
    pub line: Rgb,
    /// Colour of its words.
    pub word: Rgb,
    /// Whether it is in colour, with a name at its end.
    pub focus: bool,
    /// The shape of its markers, in a theme that tells lines apart by it.
    pub marker: Option<Marker>,
}

/// Colours by key; with more than [`LINES`] keys only the largest last values are in focus.
pub fn coloured<'a>(series: &'a [Series], look: &Look) -> Vec<Curve<'a>> {
    let colours = look.theme.colours();
    let last = |one: &Series| {
        one.values()
            .next_back()
            .map_or(f64::MIN, |(_, value)| value)
    };
    let mut ranked: Vec<&Series> = series.iter().collect();
    ranked.sort_by(|a, b| last(b).total_cmp(&last(a)));
    let mut keys: Vec<&str> = Vec::new();
    for one in ranked {
        if !keys.contains(&one.colour_key()) {
            keys.push(one.colour_key());
        }
    }
    if keys.len() > LINES || series.len() > 2 * LINES {
        keys.truncate(FOCUS);
    }
    let slots = look.theme.colours().slots(&keys);
    series
        .iter()
        .enumerate()
        .map(|(index, series)| {
            let place = keys.iter().position(|key| *key == series.colour_key());
            let (line, word) = place.map_or((colours.faint, colours.muted), |place| {
                (colours.lines[slots[place]], colours.words[slots[place]])
            });
            Curve {
                index,
                series,
                line,
                word,
                focus: place.is_some(),
                marker: place.and_then(|place| Some(colours.markers?[slots[place]])),
            }
        })
        .collect()
}

/// Whether every figure of the lines in focus has a marker.
pub fn dotted(curves: &[Curve<'_>]) -> bool {
    let mut focused = curves.iter().filter(|curve| curve.focus);
    focused.all(|curve| curve.series.values().count() <= DOTS)
}
