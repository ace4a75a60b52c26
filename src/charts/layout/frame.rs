//! The words around the plot: measured first, so the plot gets what is left and no word is cut.

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Rgb, Role, Scene, Shape, Text};
use crate::charts::series::{Look, Words, refuse};
use crate::charts::theme::Colours;
use crate::error::Result;

/// Room between the words and the edge of the canvas.
pub const MARGIN: f64 = 18.0;
/// Em size of tick, label and event words.
pub const SMALL: f64 = 13.0;

const TITLE: f64 = 23.0;
const SUBTITLE: f64 = 14.5;
const FOOTER: f64 = 12.0;
/// Less than this and a plot is no picture.
const LEAST: (f64, f64) = (160.0, 90.0);

/// A coloured name in the key row.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyWord {
    /// The name.
    pub name: String,
    /// The colour of its mark.
    pub mark: Rgb,
    /// The colour of its words.
    pub word: Rgb,
}

/// The words, placed, and the room they leave.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Title, subtitle, key and footer.
    pub shapes: Vec<Shape>,
    /// What is left for the plot with its ticks and labels.
    pub room: Area,
}

impl Frame {
    /// Places title, subtitle and key at the top, sources and notes at the bottom.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if the words leave no room for a plot.
    pub fn lay(words: &Words, notes: &[String], key: &[KeyWord], look: &Look) -> Result<Frame> {
        let colours = look.theme.colours();
        let (width, height) = (f64::from(look.width), f64::from(look.height));
        let column = width - 2.0 * MARGIN;
        if column < LEAST.0 {
            return refuse("the canvas is too narrow for a chart; make it 200 pixels wide or more");
        }
        let mut frame = Frame {
            shapes: Vec::new(),
            room: Area {
                left: MARGIN,
                top: MARGIN,
                right: width - MARGIN,
                bottom: height - MARGIN,
            },
        };
        frame.title(words, colours, column);
        frame.key(key, column);
        frame.room.top += 6.0;
        frame.footer(words, notes, colours, column);
        if frame.room.height() < LEAST.1 {
            return refuse(
                "title, subtitle and notes leave no room for the plot; shorten them or raise the height",
            );
        }
        Ok(frame)
    }

    fn title(&mut self, words: &Words, colours: &Colours, column: f64) {
        let title = (TITLE, Weight::Bold, colours.title, Role::Title);
        let subtitle = (SUBTITLE, Weight::Regular, colours.text, Role::Subtitle);
        for (content, (size, weight, colour, role)) in
            [(&words.title, title), (&words.subtitle, subtitle)]
        {
            for line in face::balance(content, size, weight, column) {
                let baseline = self.room.top + face::ASCENT * size;
                let text = Text::new(line, size, colour, role).weight(weight);
                let text = text.at(MARGIN, baseline, Anchor::Start);
                self.shapes.push(Shape::Text(text));
                self.room.top += face::LEADING * size;
            }
            self.room.top += 3.0;
        }
    }

    /// Squares and names in their colours, wrapped like words.
    fn key(&mut self, key: &[KeyWord], column: f64) {
        const SQUARE: f64 = 11.0;
        let indent = SQUARE + 6.0;
        let mut x = MARGIN;
        if !key.is_empty() {
            self.room.top += 4.0;
        }
        for entry in key {
            let mut lines = face::wrap(&entry.name, SUBTITLE, Weight::Bold, column - indent);
            let widest = lines
                .iter()
                .map(|line| face::measure(line, SUBTITLE, Weight::Bold))
                .fold(0.0, f64::max);
            if x > MARGIN && (x + indent + widest > MARGIN + column || lines.len() > 1) {
                x = MARGIN;
                self.room.top += face::LEADING * SUBTITLE;
            }
            let baseline = self.room.top + face::ASCENT * SUBTITLE;
            let middle = baseline - face::CAPITAL * SUBTITLE / 2.0;
            self.shapes
                .push(Shape::Rect(crate::charts::canvas::scene::Rect {
                    area: Area {
                        left: x,
                        top: middle - SQUARE / 2.0,
                        right: x + SQUARE,
                        bottom: middle + SQUARE / 2.0,
                    },
                    colour: entry.mark,
                    datum: None,
                }));
            let last = lines.len().saturating_sub(1);
            for (index, line) in lines.drain(..).enumerate() {
                let baseline = self.room.top + face::ASCENT * SUBTITLE;
                let text = Text::new(line, SUBTITLE, entry.word, Role::Key).weight(Weight::Bold);
                let text = text.at(x + indent, baseline, Anchor::Start);
                self.shapes.push(Shape::Text(text));
                if index < last {
                    self.room.top += face::LEADING * SUBTITLE;
                }
            }
            x += indent + widest + 20.0;
        }
        if !key.is_empty() {
            self.room.top += face::LEADING * SUBTITLE + 2.0;
        }
    }

    fn footer(&mut self, words: &Words, notes: &[String], colours: &Colours, column: f64) {
        let mut lines = Vec::new();
        let sources = words.sources.join("; ");
        let said: Vec<&str> = words
            .notes
            .iter()
            .chain(notes)
            .map(String::as_str)
            .collect();
        for (head, rest) in [("Data source: ", sources), ("Note: ", said.join(" "))] {
            if !rest.is_empty() {
                let whole = format!("{head}{rest}");
                lines.extend(face::wrap(&whole, FOOTER, Weight::Regular, column));
            }
        }
        let mut baseline = self.room.bottom - face::DESCENT * FOOTER + 3.0;
        for line in lines.iter().rev() {
            let text = Text::new(line.clone(), FOOTER, colours.muted, Role::Footer);
            self.shapes
                .push(Shape::Text(text.at(MARGIN, baseline, Anchor::Start)));
            baseline -= face::LEADING * FOOTER;
        }
        if !lines.is_empty() {
            self.room.bottom -= face::LEADING * FOOTER * lines.len() as f64 + 8.0;
        }
    }
}

/// Lays a chart out until the notes it earns in doing so have found their room in the footer.
///
/// What a layout drops is told in a note, a note takes room, and less room may drop more. Notes only ever
/// grow, so a few rounds settle it.
pub fn settle(mut lay: impl FnMut(&[String]) -> Result<(Scene, Vec<String>)>) -> Result<Scene> {
    let mut notes = Vec::new();
    for _ in 0..4 {
        let (scene, earned) = lay(&notes)?;
        if earned == notes {
            return Ok(scene);
        }
        notes = earned;
    }
    Ok(lay(&notes)?.0)
}
