//! The parts of a whole: their colours and their order of importance.

use crate::charts::canvas::scene::Rgb;
use crate::charts::series::Series;
use crate::charts::theme::Colours;

/// The key of a part that gathers the small ones; it is grey, and so stands back.
pub const OTHER: &str = "other";
/// More keys than this cannot be told apart by colour.
const KEYS: usize = 7;
/// When there are more, this many are in colour and the rest grey.
const FOCUS: usize = 6;
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
    if let Some(fills) = &colours.fills {
        return fills_by_place(parts, &keys, fills, colours);
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

/// Greys in the order in which the parts lie on each other, so that neighbours differ; those that stand back are
/// lighter than all others. Words are in ink, for in the greys of areas they could not be read.
fn fills_by_place(parts: &[Series], keys: &[&str], fills: &[Rgb], colours: &Colours) -> Vec<Hue> {
    let mut met: Vec<&str> = Vec::new();
    let mut hues = Vec::new();
    for key in parts.iter().map(Series::colour_key) {
        if !keys.contains(&key) {
            hues.push(Hue {
                mark: colours.faint,
                word: colours.muted,
                grey: true,
            });
            continue;
        }
        let place = met.iter().position(|known| *known == key);
        if place.is_none() {
            met.push(key);
        }
        hues.push(Hue {
            mark: fills[place.unwrap_or(met.len() - 1)],
            word: colours.title,
            grey: false,
        });
    }
    hues
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
