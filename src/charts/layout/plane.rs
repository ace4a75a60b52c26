//! The plot's ground: axes, grid, years, events. Every kind of chart lays its marks on one.

mod axes;
mod spots;
mod stems;

use axes::{closest, values_axis, years_axis};
use spots::{EVENT, left_out, named, spots};

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Area, Axis, Path, Rgb, Scale, Scene, Shape};
use crate::charts::layout::events::{self, Named};
use crate::charts::layout::frame::{MARGIN, SMALL};
use crate::charts::series::{Look, Mark, Words, refuse};
use crate::charts::theme::Colours;
use crate::error::Result;

/// Names of events leave the plot at least this height.
const LEAST: f64 = 130.0;
/// Room under the plot for the years.
const YEARS: f64 = 25.5;

/// What a plane is laid from.
#[derive(Debug, Clone)]
pub struct Ground<'a> {
    /// The look of the chart.
    pub look: &'a Look,
    /// The room the words leave.
    pub room: Area,
    /// Values of the ticks; the axis runs from the first to the last.
    pub ticks: &'a [f64],
    /// Their words; none at all hides grid and ticks, an empty one leaves its tick without a name.
    pub tick_words: &'a [String],
    /// First and last year of the data.
    pub years: (f64, f64),
    /// Whether years are slots as wide as a year (bars) or points on the axis.
    pub slots: bool,
    /// Room at the right for labels.
    pub right: f64,
    /// Room inside the plot above and below the marks.
    pub inset: f64,
    /// Events.
    pub marks: &'a [Mark],
}

/// A laid ground: where values and years stand, what is already drawn.
#[derive(Debug, Clone)]
pub struct Plane {
    /// The colours in use.
    pub colours: &'static Colours,
    /// The rectangle inside the axes.
    pub area: Area,
    /// Years to pixels.
    pub x: Axis,
    /// Values to pixels.
    pub y: Axis,
    /// Ground, back to front.
    pub shapes: Vec<Shape>,
    /// Shaded spans, as pixels.
    pub bands: Vec<(f64, f64)>,
    /// What could not be shown, a sentence each.
    pub notes: Vec<String>,
}

impl Plane {
    /// Lays axes, grid, years and events into the room.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if there is too little room.
    pub fn lay(ground: &Ground<'_>) -> Result<Plane> {
        Plane::lay_on(ground, Scale::Linear)
    }

    /// Lays the same with the values spread as the scale has it.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if there is too little room.
    pub fn lay_on(ground: &Ground<'_>, scale: Scale) -> Result<Plane> {
        let colours = ground.look.theme.colours();
        let widest = ground
            .tick_words
            .iter()
            .map(|word| face::measure(word, SMALL, Weight::Regular))
            .fold(0.0, f64::max);
        let left = ground.room.left + if widest > 0.0 { widest + 10.0 } else { 0.0 };
        let half_year = face::measure("2000", SMALL, Weight::Regular) / 2.0 + 1.0;
        let least = if ground.slots { 0.0 } else { half_year };
        let left = left.max(ground.room.left + least);
        let right = ground.room.right - ground.right.max(least);
        if right - left < 80.0 {
            return refuse(
                "the labels leave no room for the plot; widen the picture or shorten the names",
            );
        }
        let x = years_axis(ground, left, right);
        let (spots, mut notes) = spots(ground, &x);
        let names: Vec<Named> = spots.iter().map(named).collect();
        let line = face::LEADING * EVENT;
        // The plot comes first: names that would leave it too little are told in a note.
        let spare = ground.room.height() - LEAST - 2.0 * ground.inset - YEARS - 14.0;
        let rows = (spare.min(ground.room.height() * 0.42) / line).max(0.0) as usize;
        let canvas = f64::from(ground.look.width);
        let places = events::place(&names, MARGIN, canvas - MARGIN, rows);
        let taken = events::rows(&names, &places) as f64 * line;
        let head = if taken > 0.0 { taken + 14.0 } else { 12.0 };
        let area = Area {
            left,
            top: ground.room.top + head,
            right,
            bottom: ground.room.bottom - YEARS,
        };
        let y = values_axis(ground, &area, scale);
        let tight = closest(ground, &y) < face::LEADING * SMALL;
        if area.height() - 2.0 * ground.inset < 40.0 || tight {
            return refuse(
                "the words leave no room for the plot; shorten them or raise the height",
            );
        }
        notes.extend(left_out(&spots, &places));
        let mut plane = Plane {
            colours,
            area,
            x,
            y,
            shapes: Vec::new(),
            bands: Vec::new(),
            notes,
        };
        plane.bands(&spots);
        plane.grid(ground);
        plane.years(ground);
        plane.events(&spots, &places);
        Ok(plane)
    }

    /// The colour behind a mark at a pixel of the x axis.
    pub fn behind(&self, x: f64) -> Rgb {
        let shaded = self
            .bands
            .iter()
            .any(|(from, to)| (*from..=*to).contains(&x));
        if shaded {
            self.colours.band
        } else {
            self.colours.background
        }
    }

    /// Where a figure stands.
    pub fn at(&self, year: f64, value: f64) -> (f64, f64) {
        (self.x.position(year), self.y.position(value))
    }

    /// A horizontal line across the plot.
    pub fn level(&self, value: f64, colour: Rgb, dash: Option<(f64, f64)>) -> Shape {
        let y = self.y.position(value);
        rule((self.area.left, y), (self.area.right, y), colour, dash)
    }

    /// Puts shapes behind grid and event lines, in front of shaded spans only.
    pub fn under(&mut self, shapes: Vec<Shape>) {
        let spans = self.bands.len();
        self.shapes.splice(spans..spans, shapes);
    }

    /// The finished scene: this ground with the words around and the marks on it.
    pub fn scene(self, look: &Look, words: &Words, around: Vec<Shape>, marks: Vec<Shape>) -> Scene {
        let mut shapes = self.shapes;
        shapes.extend(marks);
        shapes.extend(around);
        Scene {
            width: f64::from(look.width),
            height: f64::from(look.height),
            background: self.colours.background,
            shapes,
            title: words.title.clone(),
            alt: String::new(),
            source: words.sources.join("; "),
            plot: self.area,
            x: self.x,
            y: self.y,
        }
    }
}

/// A thin line.
pub fn rule(from: (f64, f64), to: (f64, f64), colour: Rgb, dash: Option<(f64, f64)>) -> Shape {
    Shape::Path(Path {
        points: vec![from, to],
        width: 1.0,
        colour,
        dash,
        data: Vec::new(),
    })
}
