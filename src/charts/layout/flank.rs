//! Names and figures in a column beside the plot, left or right, at the ends of their lines.

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Path, Rgb, Role, Shape, Text};
use crate::charts::layout::labels::{self, Wish};
use crate::charts::layout::names::{self, Fitted};
use crate::charts::series::Look;
use crate::charts::theme::Colours;

/// Room between the plot and its labels when all stand at their lines.
pub const NEAR: f64 = 10.0;
/// Room for connectors when some had to move, and on a narrow canvas.
const FAR: f64 = 32.0;
const SHORT: f64 = 22.0;
/// Canvases narrower than this have no room to spare beside the plot.
pub const NARROW: f64 = 420.0;
/// Em size of names and figures.
pub const SIZE: f64 = 13.0;
/// Height of one line.
pub const LINE: f64 = face::LEADING * SIZE;
/// Room between two labels.
const GAP: f64 = 1.0;
/// Room between a figure and its name.
const SPACE: f64 = 7.0;

/// Which side of the plot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Before the first year.
    Left,
    /// After the last year.
    Right,
}

/// What stands at one end of one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Flag {
    /// Which series it belongs to.
    pub index: usize,
    /// Where its line ends.
    pub value: f64,
    /// The figure, which stands next to the plot.
    pub figure: String,
    /// The name.
    pub name: String,
    /// The colour of both.
    pub colour: Rgb,
    /// Whether the name is bold.
    pub bold: bool,
}

/// The labels of one side, measured.
#[derive(Debug, Clone)]
pub struct Flank {
    side: Side,
    flags: Vec<Flag>,
    names: Vec<Fitted>,
    figures: f64,
    width: f64,
}

/// Labels in their places.
pub struct Placed {
    /// Connectors and texts.
    pub shapes: Vec<Shape>,
    /// Whether any label stands away from its line.
    pub moved: bool,
    /// How many found no room.
    pub dropped: usize,
    /// The names that are shown but not in full.
    pub cut: Vec<String>,
}

impl Flank {
    /// Labels, given by rank, whose names are at most `widest` wide and take at most `lines` lines.
    pub fn new(side: Side, flags: Vec<Flag>, widest: f64, lines: usize) -> Flank {
        let names: Vec<Fitted> = flags
            .iter()
            .map(|flag| names::fit(&flag.name, SIZE, weight(flag), widest, lines))
            .collect();
        let figures = flags
            .iter()
            .map(|flag| face::measure(&flag.figure, SIZE, Weight::Regular))
            .fold(0.0, f64::max);
        let longest = flags
            .iter()
            .zip(&names)
            .flat_map(|(flag, name)| name.lines.iter().map(move |line| (flag, line)))
            .map(|(flag, line)| face::measure(line, SIZE, weight(flag)))
            .fold(0.0, f64::max);
        Flank {
            side,
            width: figures + if longest > 0.0 { SPACE + longest } else { 0.0 },
            flags,
            names,
            figures,
        }
    }

    /// Width of figures and names.
    pub fn width(&self) -> f64 {
        self.width
    }

    /// Puts the labels `room` away from the plot's `edge`, spread between `low` and `high`.
    ///
    /// `y` says where a value stands. Those that do not fit are dropped from the end of their rank.
    pub fn place(
        &self,
        edge: f64,
        room: f64,
        (low, high): (f64, f64),
        y: impl Fn(f64) -> f64,
        colours: &Colours,
    ) -> Placed {
        let wishes: Vec<Wish> = self
            .flags
            .iter()
            .zip(&self.names)
            .map(|(flag, name)| Wish {
                top: y(flag.value) - LINE / 2.0,
                height: LINE * name.lines.len().max(1) as f64,
            })
            .collect();
        let tops = labels::spread_ranked(&wishes, GAP, low, high);
        let mut placed = Placed {
            shapes: Vec::new(),
            moved: false,
            dropped: wishes.len() - tops.len(),
            cut: Vec::new(),
        };
        for (index, top) in tops.iter().enumerate() {
            let (flag, name) = (&self.flags[index], &self.names[index]);
            placed.moved |= (top - wishes[index].top).abs() > 2.0;
            if name.cut {
                placed.cut.push(flag.name.clone());
            }
            if room > NEAR {
                let colour = flag.colour.over(colours.background, 0.6);
                let (from, to) = (y(flag.value), top + LINE / 2.0);
                placed.shapes.push(self.elbow(edge, room, from, to, colour));
            }
            self.words(index, edge, room, *top, &mut placed.shapes);
        }
        placed
    }

    fn words(&self, index: usize, edge: f64, room: f64, top: f64, shapes: &mut Vec<Shape>) {
        let (flag, name) = (&self.flags[index], &self.names[index]);
        let (towards, anchor) = match self.side {
            Side::Left => (-1.0, Anchor::End),
            Side::Right => (1.0, Anchor::Start),
        };
        let baseline = |line: usize| top + LINE * (line as f64 + 0.5) + face::CAPITAL * SIZE / 2.0;
        let figure = Text::new(flag.figure.clone(), SIZE, flag.colour, Role::Value);
        let x = edge + towards * room;
        shapes.push(Shape::Text(figure.at(x, baseline(0), anchor)));
        let x = x + towards * (self.figures + SPACE);
        for (line, words) in name.lines.iter().enumerate() {
            let text = Text::new(words.clone(), SIZE, flag.colour, Role::Label);
            let text = text.weight(weight(flag)).at(x, baseline(line), anchor);
            shapes.push(Shape::Text(text));
        }
    }

    /// From the end of a line to its label; labels keep the order of their lines, so no two cross.
    fn elbow(&self, edge: f64, room: f64, from: f64, to: f64, colour: Rgb) -> Shape {
        let towards = match self.side {
            Side::Left => -1.0,
            Side::Right => 1.0,
        };
        let (near, far) = (edge + towards * 7.0, edge + towards * (room - 4.0));
        let bend = 4.0 * towards;
        Shape::Path(Path {
            points: vec![
                (near, from),
                (near + bend, from),
                (far - bend, to),
                (far, to),
            ],
            width: 1.0,
            colour,
            dash: None,
            data: Vec::new(),
        })
    }
}

/// A note on labels that found no room at the left and at the right.
pub fn left_out(left: usize, right: usize) -> Option<String> {
    let labels = |count: usize| match count {
        1 => "one label".to_owned(),
        many => format!("{many} labels"),
    };
    let told = match (left, right) {
        (0, 0) => return None,
        (left, 0) => format!("{} at the left", labels(left)),
        (0, right) => format!("{} at the right", labels(right)),
        (left, right) => format!("{} at the left and {right} at the right", labels(left)),
    };
    Some(format!("Left out for lack of room: {told}."))
}

/// Room for connectors.
pub fn far(look: &Look) -> f64 {
    if f64::from(look.width) < NARROW {
        SHORT
    } else {
        FAR
    }
}

fn weight(flag: &Flag) -> Weight {
    if flag.bold {
        Weight::Bold
    } else {
        Weight::Regular
    }
}
