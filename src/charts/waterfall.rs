//! What drove a change: a floating bar per part, from where the last one ended, to the total.

mod columns;
mod rows;

use crate::charts::canvas::scene::{Area, Axis, Datum, Rgb, Scene, Shape};
use crate::charts::layout::frame::{self, Frame};
use crate::charts::layout::sums;
use crate::charts::series::{Look, Unit, Words, refuse};
use crate::charts::theme::Colours;
use crate::error::Result;
use crate::model::number;

/// The largest figure that is drawn; beyond it pixels can no longer be computed safely.
const LARGEST: f64 = 1e100;
/// How many parts the alt text tells.
const TOLD: usize = 7;

/// A named figure.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Part {
    /// What it is called in the chart.
    pub name: String,
    /// The figure; `None` is missing, never 0, and then the chart is refused, for it would not add up.
    pub value: Option<f64>,
}

/// A total taken apart: bars that float from each other's ends, the last one standing on zero.
///
/// Without a start the parts are a change, such as percentage points of growth, and begin at zero. With one
/// they lead from its level to the total's. Parts stand as given; the caller folds small ones into "Other".
/// Bars stand upright with their names below, or lie with their names beside them where those are long.
///
/// Each bar's [`Datum`] has the bar's place, from 0, as its year and its own figure as its value; the bar's
/// length on the scene's value axis (`y`, or `x` where bars lie) is that figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Waterfall {
    /// The level before, from which the parts lead to the total.
    pub start: Option<Part>,
    /// The parts, in the order shown; fractions for [`Unit::Percent`].
    pub parts: Vec<Part>,
    /// What they come to, as stated by the source: it is checked, not computed.
    pub total: Part,
    /// What the figures are.
    pub unit: Unit,
    /// The words around it.
    pub words: Words,
}

/// What a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Level,
    Rise,
    Fall,
}

/// A bar in values, not yet in pixels.
struct Bar<'a> {
    name: &'a str,
    label: String,
    kind: Kind,
    from: f64,
    to: f64,
    datum: Datum,
}

impl Bar<'_> {
    fn mark(&self, colours: &Colours) -> Rgb {
        match self.kind {
            Kind::Level => colours.rule,
            Kind::Rise => colours.lines[0],
            Kind::Fall => colours.lines[1],
        }
    }

    fn word(&self, colours: &Colours) -> Rgb {
        match self.kind {
            Kind::Level => colours.title,
            // Nothing is neither a rise nor a fall.
            Kind::Rise if self.datum.value == 0.0 => colours.text,
            Kind::Rise => colours.words[0],
            Kind::Fall => colours.words[1],
        }
    }
}

/// Bars in their places.
struct Laid {
    shapes: Vec<Shape>,
    plot: Area,
    x: Axis,
    y: Axis,
    notes: Vec<String>,
}

impl Waterfall {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if there are no parts, a figure is missing or not finite, the parts do
    /// not come to the total within their rounding, or there is no room for every bar and its name.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        let bars = self.bars()?;
        let mut scene = frame::settle(|notes| self.lay(&bars, notes, look))?;
        scene.alt = self.alt(&bars);
        Ok(scene)
    }

    fn lay(&self, bars: &[Bar<'_>], notes: &[String], look: &Look) -> Result<(Scene, Vec<String>)> {
        let colours = look.theme.colours();
        let frame = Frame::lay(&self.words, notes, &[], look)?;
        let laid = match columns::lay(bars, &frame.room, colours) {
            Some(laid) => laid,
            None => rows::lay(bars, &frame.room, colours)?,
        };
        let mut shapes = laid.shapes;
        shapes.extend(frame.shapes);
        let scene = Scene {
            width: f64::from(look.width),
            height: f64::from(look.height),
            background: colours.background,
            shapes,
            title: self.words.title.clone(),
            alt: String::new(),
            source: self.words.sources.join("; "),
            plot: laid.plot,
            x: laid.x,
            y: laid.y,
        };
        Ok((scene, laid.notes))
    }

    /// The bars end to end, once their figures are fit to be drawn and add up.
    fn bars(&self) -> Result<Vec<Bar<'_>>> {
        if self.parts.is_empty() {
            return refuse("nothing to draw: the total has no parts; give at least one");
        }
        let start = self.start.as_ref().map(figure).transpose()?;
        let total = figure(&self.total)?;
        let steps: Vec<f64> = self.parts.iter().map(figure).collect::<Result<_>>()?;
        let summed: Vec<f64> = start.into_iter().chain(steps.iter().copied()).collect();
        sums::check(&summed, total, &self.unit, "")?;

        let mut bars = Vec::new();
        let mut running = 0.0;
        if let (Some(part), Some(value)) = (&self.start, start) {
            bars.push(self.bar(0, part, Kind::Level, (0.0, value)));
            running = value;
        }
        for (part, step) in self.parts.iter().zip(steps) {
            let kind = if step < 0.0 { Kind::Fall } else { Kind::Rise };
            bars.push(self.bar(bars.len(), part, kind, (running, running + step)));
            running += step;
        }
        bars.push(self.bar(bars.len(), &self.total, Kind::Level, (0.0, total)));
        Ok(bars)
    }

    fn bar<'a>(&self, place: usize, part: &'a Part, kind: Kind, (from, to): (f64, f64)) -> Bar<'a> {
        let value = part.value.unwrap_or(0.0);
        Bar {
            name: &part.name,
            label: self.label(value, kind),
            kind,
            from,
            to,
            datum: Datum {
                series: 0,
                year: place as f64,
                value,
            },
        }
    }

    /// A level in the unit's own words, a change with its sign; points need no "%" beside a total that has it.
    fn label(&self, value: f64, kind: Kind) -> String {
        let change = self.start.is_none();
        match (&self.unit, kind) {
            (Unit::Percent, Kind::Rise | Kind::Fall) => number::points(value),
            (Unit::Percent, Kind::Level) if change => number::percent(value),
            (unit, Kind::Level) if !change => unit.label(value),
            (unit, _) if value > 0.0 => format!("+{}", unit.label(value)),
            (unit, _) => unit.label(value),
        }
    }

    fn alt(&self, bars: &[Bar<'_>]) -> String {
        let (total, before) = (&bars[bars.len() - 1], &bars[..bars.len() - 1]);
        let mut told = vec![match &self.start {
            Some(_) => format!(
                "Waterfall chart from {} ({}) to {} ({}).",
                before[0].name, before[0].label, total.name, total.label
            ),
            None => format!("Waterfall chart of {} ({}).", total.name, total.label),
        }];
        let mut parts: Vec<&Bar<'_>> = before
            .iter()
            .filter(|bar| bar.kind != Kind::Level)
            .collect();
        parts.sort_by(|a, b| b.datum.value.abs().total_cmp(&a.datum.value.abs()));
        let words = parts
            .iter()
            .take(TOLD)
            .map(|bar| format!("{} {}", bar.name, bar.label));
        told.push(format!(
            "Largest parts first: {}.",
            words.collect::<Vec<_>>().join(", ")
        ));
        match parts.len().saturating_sub(TOLD) {
            0 => {}
            1 => told.push("One more part.".to_owned()),
            more => told.push(format!("{more} more parts.")),
        }
        told.join(" ")
    }
}

fn figure(part: &Part) -> Result<f64> {
    let name = &part.name;
    match part.value {
        Some(value) if value.abs() <= LARGEST => Ok(value),
        Some(_) => refuse(format!(
            "`{name}` is not finite; leave it out and give the rest as a part"
        )),
        None => refuse(format!(
            "`{name}` has no figure, so the parts cannot add up; give what is left as a part of its own"
        )),
    }
}

/// Smallest and largest level any bar reaches, zero included, for bars stand on it.
fn extent(bars: &[Bar<'_>]) -> (f64, f64) {
    let levels = bars.iter().flat_map(|bar| [bar.from, bar.to]);
    let (low, high) = levels.fold((0.0f64, 0.0f64), |(low, high), level| {
        (low.min(level), high.max(level))
    });
    if high > low {
        (low, high)
    } else {
        (low, low + 1.0)
    }
}
