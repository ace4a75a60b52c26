//! Shares of a whole over the years, stacked to 100%: bands if the years are many, bars if they are few.

mod areas;
mod bars;
mod body;
mod names;

use areas::areas;
use bars::bars;
use body::Year;

use crate::charts::canvas::scene::Scene;
use crate::charts::layout::bands;
use crate::charts::layout::ends::{self, Ending};
use crate::charts::layout::frame::{self, Frame};
use crate::charts::layout::naming::{self, Naming};
use crate::charts::layout::plane::{Ground, Plane};
use crate::charts::layout::{alt, sums};
use crate::charts::series::{self, Look, Mark, Series, Unit, Words, refuse};
use crate::error::Result;
use crate::model::number;

/// The axis of a whole.
const TICKS: [f64; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];
/// Fewer years than this are bars: a band between two years shows a path that nobody measured.
const FEW: usize = 6;
/// How far below nothing, or above the whole, a share may be by rounding alone.
const GRAIN: f64 = 0.0005;

/// How a whole is divided: the top partners or products and, from the caller, the rest.
///
/// The first part given lies at the bottom. A year in which any part is missing is a gap, never a bridge,
/// and a note names it; a chart with a gap, or with few years, has bars in place of bands.
///
/// Marks have the part's place as their series and its share as their value. A bar's height on the scene's
/// `y` is its share; the upper edge of a band stands at the sum of its own share and those under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Shares {
    /// The parts, as fractions of the whole, at whole years; one with the key "other" is grey.
    pub parts: Vec<Series>,
    /// Whether they are the whole: then each year's must come to 1. If not, what is left stays blank.
    pub complete: bool,
    /// Events.
    pub marks: Vec<Mark>,
    /// The words around it.
    pub words: Words,
}

/// The figures, fit to be drawn.
struct Figures {
    parts: Vec<Series>,
    years: Vec<Year>,
}

impl Figures {
    fn banded(&self) -> bool {
        self.years.len() >= FEW && self.years.iter().all(|year| year.shares.is_some())
    }
}

impl Shares {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if there is nothing to draw, a share is below 0, above 1, not finite or
    /// not at a whole year, a year's shares come to more than 1 (or, where complete, to less), or the words
    /// leave no room.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        let figures = self.figures()?;
        let mut scene = frame::settle(|notes| self.lay(&figures, notes, look))?;
        let kind = if figures.banded() { "Area" } else { "Bar" };
        let kind = format!("{kind} chart of shares stacked to 100%");
        scene.alt = alt::describe(&kind, &figures.parts, number::share);
        Ok(scene)
    }

    fn figures(&self) -> Result<Figures> {
        let parts = series::checked(&self.parts)?;
        for part in &parts {
            let name = &part.name;
            if let Some(point) = part.points.iter().find(|point| point.year.fract() != 0.0) {
                let year = point.year;
                return refuse(format!(
                    "shares stand at whole years, not at {year}; add the months up"
                ));
            }
            let outside = |(_, share): &(f64, f64)| !(-GRAIN..=1.0 + GRAIN).contains(share);
            if let Some((year, share)) = part.values().find(outside) {
                let share = number::share(share);
                return refuse(format!(
                    "`{name}` has a share of {share} in {year}; a share of a whole lies between 0% and 100%"
                ));
            }
        }
        let years = body::years(&parts);
        if years.iter().all(|year| year.shares.is_none()) {
            return refuse(
                "nothing to draw: every year lacks a part; gather those with gaps in one part",
            );
        }
        for year in &years {
            let Some(shares) = &year.shares else { continue };
            let sum: f64 = shares.iter().sum();
            if self.complete || sum > 1.0 {
                sums::check(shares, 1.0, &Unit::Percent, &format!(" in {}", year.year))?;
            }
        }
        Ok(Figures { parts, years })
    }

    /// The names beside the last year if they find room there, else in a key above.
    fn lay(
        &self,
        figures: &Figures,
        notes: &[String],
        look: &Look,
    ) -> Result<(Scene, Vec<String>)> {
        let whole = figures
            .years
            .last()
            .is_some_and(|year| year.shares.is_some());
        naming::settle(whole, look, |naming| {
            self.lay_named(figures, notes, look, naming)
        })
    }

    /// `None` if a name found no room.
    fn lay_named(
        &self,
        figures: &Figures,
        notes: &[String],
        look: &Look,
        naming: Naming,
    ) -> Result<Option<(Scene, Vec<String>)>> {
        let hues = bands::hues(&figures.parts, look.theme.colours());
        let beside = naming != Naming::Key;
        // The key lists what is on top first, as the eye meets it.
        let mut key = if beside {
            Vec::new()
        } else {
            naming::key(&figures.parts, &hues)
        };
        key.reverse();
        let frame = Frame::lay(&self.words, notes, &key, look)?;
        let tick_words = Unit::Percent.ticks(&TICKS);
        let mut endings = if beside {
            names::endings(figures, &hues, naming, None, look)
        } else {
            Vec::new()
        };
        let ground = |endings: &[Ending], room: f64| Ground {
            look,
            room: frame.room,
            ticks: &TICKS,
            tick_words: &tick_words,
            years: (
                figures.years[0].year as f64,
                figures.years[figures.years.len() - 1].year as f64,
            ),
            slots: !figures.banded(),
            right: if beside {
                ends::width(endings) + room
            } else {
                0.0
            },
            inset: 0.0,
            marks: &self.marks,
        };
        let mut plane = Plane::lay(&ground(&endings, ends::NEAR))?;
        if beside && !figures.banded() && body::few(&figures.years) {
            // What the last bar says itself its name need not say again.
            endings = names::endings(figures, &hues, naming, Some(plane.area.height()), look);
            plane = Plane::lay(&ground(&endings, ends::NEAR))?;
        }
        let mut placed = ends::place(&endings, &plane, ends::NEAR);
        if placed.moved {
            plane = Plane::lay(&ground(&endings, ends::FAR))?;
            placed = ends::place(&endings, &plane, ends::FAR);
        }
        if placed.dropped > 0 {
            return Ok(None);
        }
        let body = if figures.banded() { areas } else { bars };
        let mut marks = body(&figures.years, &hues, &mut plane, !beside);
        marks.extend(placed.shapes);
        let mut notes: Vec<String> = names::gaps(figures).into_iter().collect();
        notes.extend(plane.notes.clone());
        Ok(Some((
            plane.scene(look, &self.words, frame.shapes, marks),
            notes,
        )))
    }
}
