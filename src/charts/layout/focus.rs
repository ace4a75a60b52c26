//! Which marks are in colour and which are grey.

use crate::charts::canvas::scene::Rgb;
use crate::charts::theme::Colours;

/// More keys than this cannot be told apart by colour.
const KEYS: usize = 7;
/// When there are more, this many are in colour and the rest grey.
const FOCUS: usize = 5;

/// The colours of one mark.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ink {
    /// Colour of the mark.
    pub mark: Rgb,
    /// Colour of its words.
    pub word: Rgb,
    /// Whether it is in colour.
    pub focus: bool,
}

impl Ink {
    /// The colours of what stands back.
    pub fn grey(colours: &Colours) -> Ink {
        Ink {
            mark: colours.faint.over(colours.rule, 0.55),
            word: colours.muted,
            focus: false,
        }
    }

    /// One of the theme's seven colours.
    pub fn of(slot: usize, colours: &Colours) -> Ink {
        Ink {
            mark: colours.lines[slot],
            word: colours.words[slot],
            focus: true,
        }
    }
}

/// The colours of marks with these keys, given by importance.
///
/// Highlighted keys are in colour and all others grey; highlighted keys that no mark has are passed over.
/// With none highlighted all are in colour, or the five most important if there are more than seven.
pub fn inks(keys: &[&str], highlight: &[String], colours: &Colours) -> Vec<Ink> {
    let mut shown: Vec<&str> = Vec::new();
    for key in keys {
        let wanted = highlight.is_empty() || highlight.iter().any(|name| name == key);
        if wanted && !shown.contains(key) {
            shown.push(key);
        }
    }
    if shown.len() > KEYS {
        shown.truncate(if highlight.is_empty() { FOCUS } else { KEYS });
    }
    let slots = colours.slots(&shown);
    let ink = |key: &&str| {
        let place = shown.iter().position(|name| name == key);
        place.map_or(Ink::grey(colours), |place| Ink::of(slots[place], colours))
    };
    keys.iter().map(ink).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::theme::Theme;

    fn focused(keys: &[&str], highlight: &[String]) -> Vec<bool> {
        let inks = inks(keys, highlight, Theme::Light.colours());
        inks.iter().map(|ink| ink.focus).collect()
    }

    #[test]
    fn highlighted_keys_are_in_colour_and_the_rest_grey() {
        let highlight = ["NOR".to_owned(), "XYZ".to_owned()];
        assert_eq!(
            focused(&["CHN", "NOR", "USA"], &highlight),
            [false, true, false]
        );
    }

    #[test]
    fn of_eight_keys_the_five_most_important_are_in_colour() {
        let keys = ["A", "B", "C", "D", "E", "F", "G", "H"];
        assert_eq!(focused(&keys[..7], &[]), [true; 7]);
        let five = [true, true, true, true, true, false, false, false];
        assert_eq!(focused(&keys, &[]), five);
    }
}
