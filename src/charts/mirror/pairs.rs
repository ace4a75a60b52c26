//! The pairs of reports: their marks, the gaps over them, and what is missing.

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Circle, Datum, Path, Rgb, Role, Shape, Text};
use crate::charts::layout::plane::Plane;
use crate::charts::layout::{alt, annual, written};
use crate::charts::series::Series;
use crate::model::number;

/// Em sizes of the gaps, and whether the sign for per cent stands with them: where they are many, the note has it.
const GAPS: [(f64, &str); 3] = [(11.5, "%"), (11.5, ""), (10.0, "")];
/// Both reports of a year, as far as there are any.
pub struct Pair {
    /// The year.
    pub year: f64,
    /// The exporter's and the importer's.
    pub reports: [Option<f64>; 2],
}

impl Pair {
    /// How far the importer's report lies from the exporter's, as a fraction of the exporter's.
    pub fn gap(&self) -> Option<f64> {
        let [Some(exporter), Some(importer)] = self.reports else {
            return None;
        };
        (exporter > 0.0).then(|| importer / exporter - 1.0)
    }

    /// Where its marks stand; `None` without any.
    fn area(&self, radius: f64, plane: &Plane) -> Option<Area> {
        let given = self.reports.into_iter().flatten();
        let heights = given.map(|value| plane.at(self.year, value));
        let points = heights.map(|(x, y)| Area {
            left: x - radius,
            top: y - radius,
            right: x + radius,
            bottom: y + radius,
        });
        points.reduce(|one, other| Area {
            top: one.top.min(other.top),
            bottom: one.bottom.max(other.bottom),
            ..one
        })
    }
}

/// A pair for each year from the first with a report to the last.
pub fn pairs(series: &[Series]) -> Vec<Pair> {
    let pair = |year| Pair {
        year,
        reports: [series[0].at(year), series[1].at(year)],
    };
    annual::years(series).map(pair).collect()
}

/// Connectors behind, then rings, then dots: where both reports agree, the dot lies in the ring.
pub fn dumbbells(pairs: &[Pair], [dot, ring]: [Rgb; 2], radius: f64, plane: &Plane) -> Vec<Shape> {
    let width = radius * 0.3;
    let mut connectors = Vec::new();
    let mut rings = Vec::new();
    let mut dots = Vec::new();
    for pair in pairs {
        let mark = |series: usize, radius: f64, colour: Rgb| {
            pair.reports[series].map(|value| Circle {
                centre: plane.at(pair.year, value),
                radius,
                colour,
                datum: Some(Datum {
                    series,
                    year: pair.year,
                    value,
                }),
            })
        };
        let exporter = mark(0, radius * 0.72, dot);
        let importer = mark(1, radius, ring);
        if let (Some(from), Some(to)) = (&exporter, &importer) {
            connectors.push(Shape::Path(Path {
                points: vec![from.centre, to.centre],
                width: radius * 0.5,
                colour: plane.colours.faint,
                dash: None,
                data: Vec::new(),
            }));
        }
        if let Some(outer) = importer {
            let hole = Circle {
                radius: outer.radius - width,
                colour: plane.behind(outer.centre.0),
                datum: None,
                ..outer
            };
            rings.extend([Shape::Circle(outer), Shape::Circle(hole)]);
        }
        dots.extend(exporter.map(Shape::Circle));
    }
    [connectors, rings, dots].concat()
}

/// The gaps that find room over their pairs, and a note on those that do not.
///
/// The last year's goes first, then the widest.
pub fn gaps(
    pairs: &[Pair],
    radius: f64,
    labels: &[Shape],
    plane: &Plane,
) -> (Vec<Text>, Option<String>) {
    let mut taken: Vec<Area> = pairs
        .iter()
        .filter_map(|pair| pair.area(radius, plane))
        .collect();
    taken.extend(labels.iter().filter_map(|shape| match shape {
        Shape::Text(text) => Some(text.area),
        _ => None,
    }));
    let mut ranked: Vec<(&Pair, f64, Area)> = pairs
        .iter()
        .filter_map(|pair| Some((pair, pair.gap()?, pair.area(radius, plane)?)))
        .collect();
    ranked.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    let last = ranked
        .iter()
        .map(|(pair, ..)| pair.year)
        .fold(f64::MIN, f64::max);
    ranked.sort_by_key(|(pair, ..)| pair.year != last);
    // A little over the edge is nobody's room.
    let bounds = Area {
        left: plane.area.left - 6.0,
        right: plane.area.right + 6.0,
        ..plane.area
    };
    let written = |(size, sign): (f64, &str)| {
        let texts = ranked.iter().map(|(pair, gap, area)| {
            let x = plane.x.position(pair.year);
            let words = format!("{}{sign}", whole(*gap));
            let text = Text::new(words, size, plane.colours.title, Role::Value);
            let text = text.weight(Weight::Bold).halo(plane.behind(x));
            text.at(x, area.top - 3.0 - face::DESCENT * size, Anchor::Middle)
        });
        written::free(texts.collect(), &taken, &bounds)
    };
    let mut texts = written(GAPS[0]);
    for smaller in &GAPS[1..] {
        if texts.len() < ranked.len() {
            texts = written(*smaller);
        }
    }
    let note = match ranked.len() - texts.len() {
        0 => None,
        1 => Some("One gap is not written for lack of room.".to_owned()),
        more => Some(format!("{more} gaps are not written for lack of room.")),
    };
    (texts, note)
}

/// A fraction in whole per cent with its sign: `+77`, `−3`, `0`; a report ten times the other is `>999`.
fn whole(fraction: f64) -> String {
    // A sum with zero turns −0 into 0.
    let rounded = (fraction * 100.0).round() + 0.0;
    if rounded > 999.0 {
        return ">999".to_owned();
    }
    let sign = if rounded > 0.0 { "+" } else { "" };
    format!("{sign}{}", number::tick(rounded))
}

/// " Widest gap: +85% in 2005.", for the alternative text.
pub fn widest(pairs: &[Pair]) -> Option<String> {
    let gaps = pairs
        .iter()
        .filter_map(|pair| Some((pair.year, pair.gap()?)));
    let (year, gap) = gaps.max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()))?;
    Some(format!(" Widest gap: {}% in {year}.", whole(gap)))
}

/// Notes on years with one report, and with none.
pub fn lone(pairs: &[Pair], series: &[Series]) -> Vec<String> {
    let years = |wanted: [bool; 2]| -> Vec<i64> {
        let such = pairs
            .iter()
            .filter(|pair| pair.reports.map(|report| report.is_some()) == wanted);
        such.map(|pair| pair.year as i64).collect()
    };
    let sides = [
        (&series[0].name, years([true, false])),
        (&series[1].name, years([false, true])),
    ];
    let single: Vec<String> = sides
        .into_iter()
        .filter(|(_, years)| !years.is_empty())
        .map(|(name, which)| format!("{} ({name})", alt::years(&which)))
        .collect();
    let mut notes = Vec::new();
    if !single.is_empty() {
        notes.push(format!("With one report only: {}.", single.join("; ")));
    }
    let none = years([false, false]);
    if !none.is_empty() {
        notes.push(format!("No report in {}.", alt::years(&none)));
    }
    notes
}
