//! The bars of a waterfall in values: where each begins and ends, and what it says.

use super::{Part, Waterfall};
use crate::charts::canvas::scene::{Datum, Rgb};
use crate::charts::layout::sums;
use crate::charts::series::{Unit, refuse};
use crate::charts::theme::Colours;
use crate::error::Result;
use crate::model::number;

/// The largest figure that is drawn; beyond it pixels can no longer be computed safely.
const LARGEST: f64 = 1e100;

/// What a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Level,
    Rise,
    Fall,
}

/// A bar in values, not yet in pixels.
pub struct Bar<'a> {
    pub name: &'a str,
    pub label: String,
    pub kind: Kind,
    pub from: f64,
    pub to: f64,
    pub datum: Datum,
}

impl Bar<'_> {
    /// The colour of the bar.
    pub fn mark(&self, colours: &Colours) -> Rgb {
        match self.kind {
            Kind::Level => colours.rule,
            Kind::Rise => colours.lines[0],
            Kind::Fall => colours.lines[1],
        }
    }

    /// The colour of its words.
    pub fn word(&self, colours: &Colours) -> Rgb {
        match self.kind {
            Kind::Level => colours.title,
            // Nothing is neither a rise nor a fall.
            Kind::Rise if self.datum.value == 0.0 => colours.text,
            Kind::Rise => colours.words[0],
            Kind::Fall => colours.words[1],
        }
    }
}

impl Waterfall {
    /// The bars end to end, once their figures are fit to be drawn and add up.
    pub(super) fn bars(&self) -> Result<Vec<Bar<'_>>> {
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
pub fn extent(bars: &[Bar<'_>]) -> (f64, f64) {
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
