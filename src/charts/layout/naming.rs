//! The names of the parts of a whole: at the right of the plot, or in a key above it.

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::Rgb;
use crate::charts::layout::bands::Hue;
use crate::charts::layout::ends::Ending;
use crate::charts::layout::frame::KeyWord;
use crate::charts::layout::names;
use crate::charts::series::{Look, Series, refuse};
use crate::error::Result;

/// Names are first broken at this width, and at a share of the canvas if that takes too many lines.
const NARROW: f64 = 118.0;
const SHARE: f64 = 0.25;
/// Em sizes of names and figures, as at the ends of lines.
const NAME: f64 = 13.5;
const VALUE: f64 = 13.0;
/// On a canvas narrower than this the names stand in a key above the plot.
const ROOMY: f64 = 480.0;

/// How the names of the parts are shown; each takes less room beside the plot than the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// Beside the plot, the figure under the name.
    Full,
    /// Beside the plot, the figure after the name.
    Compact,
    /// In a key above the plot, without figures.
    Key,
}

/// The chart with its names beside the plot, if `beside` and if they find room there, else in a key above.
///
/// `lay` gives `None` where a name found no room.
pub fn settle<T>(
    beside: bool,
    look: &Look,
    lay: impl Fn(Naming) -> Result<Option<T>>,
) -> Result<T> {
    if beside && f64::from(look.width) >= ROOMY {
        for naming in [Naming::Full, Naming::Compact] {
            if let Ok(Some(laid)) = lay(naming) {
                return Ok(laid);
            }
        }
    }
    lay(Naming::Key)?.map_or_else(|| refuse("the names leave no room for the plot"), Ok)
}

/// How wide the column of names may be.
pub fn column<'a>(names: impl Iterator<Item = &'a str>, look: &Look) -> f64 {
    names::column(names, NAME, NARROW, f64::from(look.width) * SHARE)
}

/// A name with its figure, to stand at the right of the plot at the height of a value.
pub fn ending(
    naming: Naming,
    (name, told): (&str, &str),
    at: (f64, f64),
    colour: Rgb,
    column: f64,
) -> Ending {
    let bold = |text: &str| -> Vec<(String, Weight)> {
        let lines = face::balance(text, NAME, Weight::Bold, column);
        lines.into_iter().map(|line| (line, Weight::Bold)).collect()
    };
    let lines = if naming == Naming::Compact {
        bold(&format!("{name} {told}"))
    } else {
        let mut lines = bold(name);
        let told = face::wrap(told, VALUE, Weight::Regular, column);
        lines.extend(told.into_iter().map(|line| (line, Weight::Regular)));
        lines
    };
    let widths = lines.iter().map(|(line, weight)| {
        let size = if *weight == Weight::Bold { NAME } else { VALUE };
        face::measure(line, size, *weight)
    });
    Ending {
        index: 0,
        last: at,
        width: widths.fold(0.0, f64::max),
        lines,
        colour,
        early: false,
        marker: None,
    }
}

/// The key above the plot, for when the names found no room beside it.
///
/// Several grey parts share one entry that counts them: a square of the same grey would tell none apart.
pub fn key(parts: &[Series], hues: &[Hue]) -> Vec<KeyWord> {
    let many = hues.iter().filter(|hue| hue.grey).count();
    let mut key: Vec<KeyWord> = Vec::new();
    let mut counted = false;
    for (part, hue) in parts.iter().zip(hues) {
        let shared = hue.grey && many > 1;
        let again = shared && counted;
        if !part.name.is_empty() && !again {
            key.push(KeyWord {
                name: if shared {
                    format!("{many} other parts")
                } else {
                    part.name.clone()
                },
                mark: hue.mark,
                word: hue.word,
            });
        }
        counted |= shared;
    }
    key
}
