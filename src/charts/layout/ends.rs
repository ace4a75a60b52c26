//! Names and values at the ends of lines, in the lines' own colours.

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Path, Rgb, Role, Shape, Text};
use crate::charts::layout::alt;
use crate::charts::layout::curve::{self, Curve};
use crate::charts::layout::labels::{self, Wish};
use crate::charts::layout::marker;
use crate::charts::layout::names;
use crate::charts::layout::plane::{Plane, rule};
use crate::charts::series::{Look, Series, Unit};
use crate::charts::theme::Marker;

/// Room between the plot and its names when all stand at their lines.
pub const NEAR: f64 = 10.0;
/// Room for elbow connectors when some had to move.
pub const FAR: f64 = 34.0;

const NAME: f64 = 13.5;
const VALUE: f64 = 13.0;
const LINE: f64 = face::LEADING * NAME;
/// A line that ends farther than this from the edge of the plot is led to its name.
const LED: f64 = 24.0;
/// Room for a line's marker before its name, where lines are told apart by markers.
const MARKER: f64 = 13.0;
/// Room between two names.
const GAP: f64 = 3.0;
/// Names are first broken at this width, and at a share of the canvas if that takes too many lines.
const NARROW: f64 = 128.0;
const SHARE: f64 = 0.27;

/// The name and last value of one line.
#[derive(Debug, Clone)]
pub struct Ending {
    /// Which series it names.
    pub index: usize,
    /// Its last year and value.
    pub last: (f64, f64),
    /// Its words, line by line.
    pub lines: Vec<(String, Weight)>,
    /// Its colour.
    pub colour: Rgb,
    /// Width of its widest line.
    pub width: f64,
    /// Whether the line ends before the plot does.
    pub early: bool,
    /// The marker and colour of its line, where lines are told apart by markers and their ends have none.
    pub marker: Option<(Marker, Rgb)>,
}

/// Names in their places.
pub struct Placed {
    /// Connectors and texts.
    pub shapes: Vec<Shape>,
    /// How many names found no room.
    pub dropped: usize,
    /// Whether any name stands away from its line.
    pub moved: bool,
}

/// One ending per line in focus, by rank: the largest last value first.
///
/// Of several lines with one name, those that end before another goes on have none here.
pub fn endings(curves: &[Curve<'_>], unit: &Unit, last_year: f64, look: &Look) -> Vec<Ending> {
    let focused: Vec<&Curve<'_>> = curves.iter().filter(|curve| curve.focus).collect();
    let end = |one: &Series| one.values().next_back();
    let wide = f64::from(look.width) * SHARE;
    let called = focused.iter().map(|one| one.series.name.as_str());
    let column = names::column(called, NAME, NARROW, wide);
    let dotted = curve::dotted(curves);
    let mut endings = Vec::new();
    for curve in &focused {
        let Some((year, value)) = end(curve.series) else {
            continue;
        };
        let same = |other: &&&Curve<'_>| {
            other.index != curve.index && other.series.name == curve.series.name
        };
        let goes_on = focused
            .iter()
            .filter(same)
            .any(|other| end(other.series).is_some_and(|(later, _)| later > year));
        if goes_on && !curve.series.detail.is_empty() {
            continue;
        }
        let mut told = unit.label(value);
        if year < last_year {
            told = format!("{told} in {}", alt::year(year));
        }
        if focused.iter().any(|other| same(&other)) && !curve.series.detail.is_empty() {
            told = format!("{told}, {}", curve.series.detail);
        }
        let name = face::balance(&curve.series.name, NAME, Weight::Bold, column);
        let told = face::wrap(&told, VALUE, Weight::Regular, column);
        let lines: Vec<(String, Weight)> = name
            .into_iter()
            .map(|line| (line, Weight::Bold))
            .chain(told.into_iter().map(|line| (line, Weight::Regular)))
            .collect();
        let widths = lines
            .iter()
            .map(|(line, weight)| face::measure(line, size(*weight), *weight));
        endings.push(Ending {
            index: curve.index,
            last: (year, value),
            width: widths.fold(0.0, f64::max),
            lines,
            colour: curve.word,
            early: year < last_year,
            marker: curve
                .marker
                .filter(|_| !dotted)
                .map(|marker| (marker, curve.line)),
        });
    }
    endings.sort_by(|a, b| b.last.1.total_cmp(&a.last.1));
    endings
}

/// Width of the column the names need.
pub fn width(endings: &[Ending]) -> f64 {
    endings
        .iter()
        .map(|ending| indent(ending) + ending.width)
        .fold(0.0, f64::max)
}

/// Places names beside the plot, `room` pixels away, spread so that none covers another.
pub fn place(endings: &[Ending], plane: &Plane, room: f64) -> Placed {
    let wishes: Vec<Wish> = endings
        .iter()
        .map(|ending| Wish {
            top: plane.y.position(ending.last.1) - LINE / 2.0,
            height: LINE * ending.lines.len() as f64,
        })
        .collect();
    let (low, high) = (plane.area.top - LINE / 2.0, plane.area.bottom + 4.0);
    let tops = labels::spread_ranked(&wishes, GAP, low, high);
    let mut placed = Placed {
        shapes: Vec::new(),
        dropped: endings.len() - tops.len(),
        moved: false,
    };
    let edge = plane.area.right;
    for ((ending, wish), top) in endings.iter().zip(&wishes).zip(&tops) {
        let (x, y) = plane.at(ending.last.0, ending.last.1);
        let moved = (top - wish.top).abs() > 2.0;
        placed.moved |= moved;
        // A name far from the end of its line is led to it by dots.
        if ending.early || edge - x > LED {
            let dots = Some((1.0, 3.0));
            placed
                .shapes
                .push(rule((x + 6.0, y), (edge, y), plane.colours.rule, dots));
        }
        if room >= FAR {
            let target = top + LINE / 2.0;
            // In the line's own colour, so that the eye can follow it through a bundle.
            let colour = ending.colour.over(plane.colours.background, 0.6);
            placed.shapes.push(elbow((edge, y), target, room, colour));
        }
        if let Some((shape, colour)) = ending.marker {
            let centre = (edge + room + 4.0, top + LINE / 2.0);
            let colours = (colour, plane.colours.background);
            marker::draw(&mut placed.shapes, shape, (centre, 2.8), colours, None);
        }
        for (index, (line, weight)) in ending.lines.iter().enumerate() {
            let size = size(*weight);
            let middle = top + LINE * (index as f64 + 0.5);
            let baseline = middle + face::CAPITAL * size / 2.0;
            let text = Text::new(line.clone(), size, ending.colour, Role::Label).weight(*weight);
            let text = text.at(edge + room + indent(ending), baseline, Anchor::Start);
            placed.shapes.push(Shape::Text(text));
        }
    }
    placed
}

fn indent(ending: &Ending) -> f64 {
    ending.marker.map_or(0.0, |_| MARKER)
}

/// From the end of a line to its moved name, level at both ends.
///
/// Names keep the order of their lines, and all connectors bend alike, so no two cross.
fn elbow((edge, y): (f64, f64), target: f64, room: f64, colour: Rgb) -> Shape {
    const PIECES: u32 = 16;
    let (from, to) = (edge + 5.0, edge + room - 5.0);
    let points = (0..=PIECES).map(|piece| {
        let part = f64::from(piece) / f64::from(PIECES);
        let eased = part * part * (3.0 - 2.0 * part);
        (from + (to - from) * part, y + (target - y) * eased)
    });
    Shape::Path(Path {
        points: points.collect(),
        width: 1.0,
        colour,
        dash: None,
        data: Vec::new(),
    })
}

fn size(weight: Weight) -> f64 {
    match weight {
        Weight::Bold => NAME,
        Weight::Regular | Weight::Italic => VALUE,
    }
}
