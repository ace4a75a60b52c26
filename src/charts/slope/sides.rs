//! The two years of a slope chart with the labels beside them.

use super::{Slope, ranked};

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Axis, Datum, Role, Shape, Text};
use crate::charts::layout::alt;
use crate::charts::layout::flank::{self, Flag, Flank, LINE, NEAR, Side};
use crate::charts::layout::focus::Ink;
use crate::charts::layout::frame::SMALL;
use crate::charts::layout::plane::rule;
use crate::charts::layout::sheet::Sheet;
use crate::charts::series::{self, Look, Series, refuse};
use crate::error::Result;

/// The share of the width that stays for the lines, and the least that shows a slope.
const LINES: f64 = 0.28;
const LEAST: f64 = 40.0;
/// Names narrower than this are only their first letters; then the left side shows figures alone.
const NARROW: f64 = 72.0;
/// Names take a second line as long as they fill no more than this share of the height.
const FULL: f64 = 0.75;
/// Room above the lines for the years, which stand clear of the highest label.
const HEAD: f64 = 34.0;

/// The two sides, laid.
pub struct Sides {
    /// The axes.
    pub sheet: Sheet,
    /// The years and their rules.
    pub ground: Vec<Shape>,
    /// Labels and connectors.
    pub labels: Vec<Shape>,
    /// How many labels found no room, left and right.
    pub dropped: (usize, usize),
    /// The word at the zero line, for where it covers nothing.
    pub zero: Option<Text>,
    /// Names not shown in full.
    pub cut: Vec<String>,
}

impl Sides {
    pub fn lay(
        chart: &Slope,
        series: &[Series],
        inks: &[Ink],
        room: &Area,
        look: &Look,
    ) -> Result<Sides> {
        let colours = look.theme.colours();
        let y = levels(chart, series, room);
        let [left, right] = flanks(chart, series, inks, room, flank::far(look));
        let bounds = (room.top + HEAD - LINE / 2.0, room.bottom);
        let at = |value: f64| y.position(value);
        // Connectors need room only where a label had to move away from its line.
        let mut gaps = [NEAR; 2];
        for (gap, flank) in gaps.iter_mut().zip([&left, &right]) {
            if flank.place(0.0, NEAR, bounds, at, colours).moved {
                *gap = flank::far(look);
            }
        }
        let head = |year: f64| face::measure(&alt::year(year), SMALL, Weight::Bold) / 2.0;
        let heads = chart.years.map(head);
        let x = Axis::linear(
            chart.years[0],
            chart.years[1],
            room.left + (left.width() + gaps[0]).max(heads[0]),
            room.right - (right.width() + gaps[1]).max(heads[1]),
        );
        if x.end - x.start < LEAST.max(heads[0] + heads[1] + 6.0) {
            return refuse(
                "the labels leave no room for the lines; widen the picture or shorten the names",
            );
        }
        let left = left.place(x.start, gaps[0], bounds, at, colours);
        let right = right.place(x.end, gaps[1], bounds, at, colours);
        let mut cut = left.cut;
        cut.extend(
            right
                .cut
                .into_iter()
                .filter(|name| !cut.contains(name))
                .collect::<Vec<_>>(),
        );
        let mut sides = Sides {
            sheet: Sheet {
                plot: Area {
                    left: x.start,
                    top: y.end,
                    right: x.end,
                    bottom: y.start,
                },
                x,
                y,
            },
            ground: Vec::new(),
            labels: left.shapes.into_iter().chain(right.shapes).collect(),
            dropped: (left.dropped, right.dropped),
            cut,
            zero: None,
        };
        sides.years(chart, look);
        Ok(sides)
    }

    /// Where a figure stands, and what it is.
    pub fn end(&self, index: usize, year: f64, value: f64) -> ((f64, f64), Datum) {
        let point = (self.sheet.x.position(year), self.sheet.y.position(value));
        let datum = Datum {
            series: index,
            year,
            value,
        };
        (point, datum)
    }

    fn years(&mut self, chart: &Slope, look: &Look) {
        let colours = look.theme.colours();
        let area = self.sheet.plot;
        for (year, x) in chart.years.iter().zip([area.left, area.right]) {
            let line = rule((x, area.top - 6.0), (x, area.bottom), colours.grid, None);
            self.ground.push(line);
            let text = Text::new(alt::year(*year), SMALL, colours.title, Role::Year);
            let text = text.weight(Weight::Bold);
            self.ground.push(Shape::Text(text.at(
                x,
                area.top - HEAD + 18.0,
                Anchor::Middle,
            )));
        }
        let y = self.sheet.y;
        if y.low <= 0.0 && y.high >= 0.0 {
            let zero = y.position(0.0);
            let line = rule((area.left, zero), (area.right, zero), colours.zero, None);
            self.ground.push(line);
            let words = chart.unit.ticks(&[0.0]).concat();
            let text = Text::new(words, 11.5, colours.muted, Role::Tick);
            self.zero = Some(text.at(area.left + 6.0, zero - 3.5, Anchor::Start));
        }
    }
}

fn levels(chart: &Slope, series: &[Series], room: &Area) -> Axis {
    let (mut low, mut high) = series::extent(series);
    if chart.from_zero || high - low < low.abs().max(high.abs()) * 1e-9 {
        (low, high) = (low.min(0.0), high.max(0.0));
    }
    let high = if high > low { high } else { low + 1.0 };
    Axis::linear(low, high, room.bottom - LINE / 2.0, room.top + HEAD)
}

/// Labels for both sides, names as wide as the lines allow.
fn flanks(chart: &Slope, series: &[Series], inks: &[Ink], room: &Area, far: f64) -> [Flank; 2] {
    let flags = |end: usize| -> Vec<Flag> {
        let order = ranked(series, inks);
        let flag = |index: usize| {
            let value = series[index].points[end].value?;
            Some(Flag {
                index,
                value,
                figure: chart.unit.label(value),
                name: series[index].name.clone(),
                colour: inks[index].word,
                bold: inks[index].focus,
            })
        };
        order.into_iter().filter_map(flag).collect()
    };
    let [mut before, after] = [flags(0), flags(1)];
    let spare = room.width() * (1.0 - LINES) - 2.0 * far;
    let full = 2.0 * LINE * before.len().max(after.len()) as f64;
    let lines = if full > room.height() * FULL { 1 } else { 2 };
    let bare = |flags: &[Flag]| {
        let bare = flags.iter().map(|flag| Flag {
            name: String::new(),
            ..flag.clone()
        });
        Flank::new(Side::Left, bare.collect(), 0.0, 1).width() + 7.0
    };
    let (figures, more) = (bare(&before), bare(&after));
    let share = (spare - figures - more) / 2.0;
    if share >= NARROW {
        return [
            Flank::new(Side::Left, before, share, lines),
            Flank::new(Side::Right, after, share, lines),
        ];
    }
    // One name a line is enough to read a narrow chart by: at the right, or at the only end there is.
    for flag in &mut before {
        if series[flag.index].points[1].value.is_some() {
            flag.name.clear();
        }
    }
    let lone = before.iter().any(|flag| !flag.name.is_empty());
    let share = (spare - figures - more) / if lone { 2.0 } else { 1.0 };
    [
        Flank::new(Side::Left, before, share.max(NARROW), lines),
        Flank::new(Side::Right, after, share.max(NARROW), lines),
    ]
}
