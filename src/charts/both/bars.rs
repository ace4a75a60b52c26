//! The bars on both sides of zero, and the values at their ends.

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Datum, Rgb, Role, Text};
use crate::charts::layout::plane::Plane;
use crate::charts::layout::{annual, written};
use crate::charts::series::{Series, Unit};

/// Em size of a bar's value.
const VALUE: f64 = 11.5;
/// The share of a year's slot its bars take, and the widest bar.
const SHARE: f64 = 0.74;
const WIDEST: f64 = 56.0;
/// How far around it the balance's dot hides a value.
const DOT: f64 = 6.0;

/// A bar, or the place of a missing one.
pub struct Bar {
    /// From zero to the value; flat where it is missing.
    pub area: Area,
    /// What it depicts.
    pub datum: Option<Datum>,
    /// Its fill.
    pub line: Rgb,
    word: Rgb,
    flow: usize,
}

impl Bar {
    fn amount(&self) -> f64 {
        self.datum.map_or(0.0, |datum| datum.value.abs())
    }
}

/// A bar for each flow in each year, exports before imports.
pub fn bars(flows: &[Series], slots: [usize; 2], plane: &Plane) -> Vec<Bar> {
    let slot = plane.x.position(1.0) - plane.x.position(0.0);
    let half = (slot * SHARE).min(WIDEST) / 2.0;
    let zero = plane.y.position(0.0);
    let bar = |year: f64, flow: usize| {
        let sign = if flow == 0 { 1.0 } else { -1.0 };
        let datum = flows[flow].at(year).map(|value| Datum {
            series: flow,
            year,
            value: value * sign,
        });
        let end = datum.map_or(zero, |datum| plane.y.position(datum.value));
        let x = plane.x.position(year);
        Bar {
            area: Area {
                left: x - half,
                top: end.min(zero),
                right: x + half,
                bottom: end.max(zero),
            },
            datum,
            line: plane.colours.lines[slots[flow]],
            word: plane.colours.words[slots[flow]],
            flow,
        }
    };
    annual::years(flows)
        .flat_map(|year| [bar(year, 0), bar(year, 1)])
        .collect()
}

/// The values and dashes that find room at the ends of their bars.
pub fn values(bars: &[Bar], balance: &Series, unit: &Unit, plane: &Plane) -> Vec<Text> {
    written(bars.iter().collect(), bars, balance, unit, plane)
}

/// The dashes, and the values of each flow's last and longest bar: an axis says the others.
pub fn few_values(bars: &[Bar], balance: &Series, unit: &Unit, plane: &Plane) -> Vec<Text> {
    let missing = bars.iter().filter(|bar| bar.datum.is_none());
    let of = |flow: usize| {
        bars.iter()
            .filter(move |bar| bar.flow == flow && bar.datum.is_some())
    };
    let last = (0..2).filter_map(|flow| of(flow).next_back());
    let longest =
        (0..2).filter_map(|flow| of(flow).max_by(|a, b| a.amount().total_cmp(&b.amount())));
    let mut chosen: Vec<&Bar> = missing.chain(last).collect();
    for bar in longest {
        if !chosen.iter().any(|other| std::ptr::eq(*other, bar)) {
            chosen.push(bar);
        }
    }
    written(chosen, bars, balance, unit, plane)
}

fn written(
    chosen: Vec<&Bar>,
    bars: &[Bar],
    balance: &Series,
    unit: &Unit,
    plane: &Plane,
) -> Vec<Text> {
    let texts = chosen
        .into_iter()
        .map(|bar| value(bar, balance, unit, plane))
        .collect();
    // The outline of a value must not bite into a bar beside it.
    let mut taken: Vec<Area> = bars
        .iter()
        .map(|bar| Area {
            left: bar.area.left - 2.0,
            right: bar.area.right + 2.0,
            ..bar.area
        })
        .collect();
    taken.extend(balance.values().map(|(year, value)| {
        let (x, y) = plane.at(year, value);
        Area {
            left: x,
            top: y,
            right: x,
            bottom: y,
        }
        .grown(DOT)
    }));
    // Beside the plot there is a margin, but at its left the words of the axis.
    let bounds = Area {
        left: plane.area.left - 8.0,
        right: plane.area.right + 14.0,
        ..plane.area
    };
    written::free(texts, &taken, &bounds)
}

fn value(bar: &Bar, balance: &Series, unit: &Unit, plane: &Plane) -> Text {
    let x = (bar.area.left + bar.area.right) / 2.0;
    // A value stands beyond the balance's dot where that lies at the end of the bar.
    let dot = bar.datum.and_then(|datum| balance.at(datum.year));
    let dot = dot.map(|value| plane.y.position(value));
    let end = |end: f64, outward: f64| match dot {
        Some(dot) if (dot - end).abs() < 2.0 * DOT => {
            let beyond = dot + outward * (DOT - 1.0);
            if outward < 0.0 {
                end.min(beyond)
            } else {
                end.max(beyond)
            }
        }
        _ => end,
    };
    let text = match bar.datum {
        Some(_) => Text::new(unit.label(bar.amount()), VALUE, bar.word, Role::Value),
        None => Text::new("–", VALUE + 2.0, plane.colours.text, Role::Value),
    };
    let text = text.weight(Weight::Bold).halo(plane.behind(x));
    let baseline = match bar.flow {
        0 => end(bar.area.top, -1.0) - 4.0,
        _ => end(bar.area.bottom, 1.0) + 1.5 + face::ASCENT * text.size,
    };
    text.at(x, baseline, Anchor::Middle)
}
