//! What stands over a panel: its name and last values.

use super::panel::Drawing;
use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Rgb, Role, Shape, Text};
use crate::charts::layout::names;

/// Em sizes of a panel's name and last values.
const NAME: f64 = 13.0;
const VALUE: f64 = 12.5;
/// Height of a line of a heading, and room between it and its panel.
pub const LINE: f64 = 17.0;
pub const LIFT: f64 = 6.0;
/// Room between a name and its values.
const GAP: f64 = 7.0;
/// A name takes no more lines than this.
const LINES: usize = 2;

/// What stands over a panel.
pub struct Head {
    pub name: String,
    /// The last value of each line, in its colour.
    pub values: Vec<(String, Rgb)>,
}

/// A heading broken to the width of its panel.
pub struct Fitted {
    name: Vec<String>,
    values: Vec<(String, Rgb)>,
    /// Whether the values stand on the name's last line, for which they must fit there in all panels.
    pub beside: bool,
    /// Whether the name is all there.
    pub whole: bool,
}

impl Head {
    /// The heading at a width, with its values if asked and if they fit.
    pub fn fit(&self, width: f64, values: bool) -> Fitted {
        let measured = self
            .values
            .iter()
            .map(|(word, _)| face::measure(word, VALUE, Weight::Regular) + GAP);
        let values = if values {
            measured.sum()
        } else {
            f64::INFINITY
        };
        let names::Fitted { lines: name, cut } =
            names::fit(&self.name, NAME, Weight::Bold, width, LINES);
        let last = name
            .last()
            .map_or(0.0, |line| face::measure(line, NAME, Weight::Bold));
        let fits = values - GAP <= width;
        Fitted {
            beside: last + values <= width,
            name,
            // Values that do not fit are left to the lines: one of two would seem to be the only one.
            values: if fits {
                self.values.clone()
            } else {
                Vec::new()
            },
            whole: !cut,
        }
    }
}

impl Fitted {
    /// Whether the last values stand in it.
    pub fn valued(&self) -> bool {
        !self.values.is_empty()
    }

    /// How many lines it takes.
    pub fn lines(&self) -> usize {
        self.name.len() + usize::from(!self.beside && !self.values.is_empty())
    }
}

impl Drawing {
    /// The name and last values over a panel, standing on it.
    pub fn head(&mut self, area: &Area, head: &Fitted) {
        let lines = head.lines();
        let baseline = |line: usize| area.top - LIFT - 3.5 - LINE * (lines - 1 - line) as f64;
        let mut x = area.left;
        for (line, words) in head.name.iter().enumerate() {
            let text = Text::new(words.clone(), NAME, self.colours.title, Role::Label)
                .weight(Weight::Bold);
            let text = text.at(area.left, baseline(line), Anchor::Start);
            x = text.area.right + GAP;
            self.shapes.push(Shape::Text(text));
        }
        if !head.beside {
            x = area.left;
        }
        for (word, colour) in &head.values {
            let text = Text::new(word.clone(), VALUE, *colour, Role::Value);
            let text = text.at(x, baseline(lines - 1), Anchor::Start);
            x = text.area.right + GAP;
            self.shapes.push(Shape::Text(text));
        }
    }
}
