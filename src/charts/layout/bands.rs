//! The parts of a whole: their colours, their order of importance, their names at the right.

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::Rgb;
use crate::charts::layout::ends::Ending;
use crate::charts::layout::frame::KeyWord;
use crate::charts::series::{Look, Series};
use crate::charts::theme::Colours;

/// The key of a part that gathers the small ones; it is grey, and so stands back.
pub const OTHER: &str = "other";
/// More keys than this cannot be told apart by colour.
const KEYS: usize = 7;
/// When there are more, this many are in colour and the rest grey.
const FOCUS: usize = 6;
/// Names are first broken at this width, and at a share of the canvas if that takes too many lines.
const NARROW: f64 = 118.0;
const SHARE: f64 = 0.25;
/// Em sizes of names and figures, as at the ends of lines.
const NAME: f64 = 13.5;
const VALUE: f64 = 13.0;
/// On a canvas narrower than this the names stand in a key above the plot.
const ROOMY: f64 = 480.0;

/// The colours of a part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hue {
    /// Of its bars and areas.
    pub mark: Rgb,
    /// Of its words.
    pub word: Rgb,
    /// Whether it is the grey of all parts that stand back.
    pub grey: bool,
}

/// One hue per part: its key's, grey for [`OTHER`] and for the small ones when there are too many.
pub fn hues(parts: &[Series], colours: &Colours) -> Vec<Hue> {
    let mut keys: Vec<&str> = Vec::new();
    for index in ranked(parts) {
        let key = parts[index].colour_key();
        if !key.eq_ignore_ascii_case(OTHER) && !keys.contains(&key) {
            keys.push(key);
        }
    }
    if keys.len() > KEYS {
        keys.truncate(FOCUS);
    }
    let slots = colours.slots(&keys);
    let grey = Hue {
        mark: colours.rule,
        word: colours.muted,
        grey: true,
    };
    let hue = |part: &Series| {
        let place = keys.iter().position(|key| *key == part.colour_key());
        place.map_or(grey, |place| Hue {
            mark: colours.lines[slots[place]],
            word: colours.words[slots[place]],
            grey: false,
        })
    };
    parts.iter().map(hue).collect()
}

/// The parts by the sum of their sizes, the largest first.
pub fn ranked(parts: &[Series]) -> Vec<usize> {
    let size = |index: &usize| {
        parts[*index]
            .values()
            .map(|(_, value)| value.abs())
            .sum::<f64>()
    };
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|a, b| size(b).total_cmp(&size(a)));
    order
}

/// Whether the canvas has room for names beside the plot.
pub fn roomy(look: &Look) -> bool {
    f64::from(look.width) >= ROOMY
}

/// How wide the column of names may be.
pub fn column<'a>(mut names: impl Iterator<Item = &'a str>, look: &Look) -> f64 {
    let wide = f64::from(look.width) * SHARE;
    if names.all(|name| face::wrap(name, NAME, Weight::Bold, NARROW).len() < 3) {
        NARROW.min(wide)
    } else {
        wide
    }
}

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
