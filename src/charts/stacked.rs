//! What drove growth, year by year: parts stacked up and down from zero, the total as a line.

mod bars;
mod slots;
mod values;
mod words;

use bars::Body;
use slots::Slot;

use crate::charts::canvas::scene::Scene;
use crate::charts::layout::bands;
use crate::charts::layout::ends::{self};
use crate::charts::layout::frame::{self, Frame};
use crate::charts::layout::naming::{self, Naming};
use crate::charts::layout::plane::{Ground, Plane};
use crate::charts::layout::{alt, sums, ticks};
use crate::charts::series::{self, Look, Mark, Series, Unit, Words, refuse};
use crate::error::Result;

/// Room inside the plot for the total's figures above and below the stacks.
const INSET: f64 = 22.0;

/// Parts of a total by year, such as what each partner added to the growth of exports.
///
/// Positive parts stand on each other above zero, negative ones hang below, the first given nearest to zero.
/// A year in which any part is missing has no stack, for a partial one would look whole; a note names it.
/// The total is a line with its figures; where it is missing it has a gap, and its year no stack.
///
/// Marks have the part's place as their series, the total that of the number of parts. A bar's height on the
/// scene's `y` is its figure; the total's dots stand at theirs.
#[derive(Debug, Clone, PartialEq)]
pub struct Stacked {
    /// The parts, at whole years; one with the key "other" is grey.
    pub parts: Vec<Series>,
    /// The total as stated by the source, at whole years: it is checked, not computed.
    pub total: Series,
    /// What the figures are; fractions for [`Unit::Percent`].
    pub unit: Unit,
    /// Events.
    pub marks: Vec<Mark>,
    /// The words around it.
    pub words: Words,
}

/// The figures, fit to be drawn: the parts, then the total.
struct Figures {
    all: Vec<Series>,
    slots: Vec<Slot>,
}

impl Figures {
    fn parts(&self) -> &[Series] {
        &self.all[..self.all.len() - 1]
    }

    fn total(&self) -> &Series {
        &self.all[self.all.len() - 1]
    }
}

impl Stacked {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if there are no parts or no year is whole, a figure is not finite or not
    /// at a whole year, a year's parts do not come to its total, or the words leave no room.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        let figures = self.figures()?;
        let mut scene = frame::settle(|notes| self.lay(&figures, notes, look))?;
        let kind = format!(
            "Bar chart of {} stacked by its parts",
            lower(&self.total.name)
        );
        let mut told = vec![figures.total().clone()];
        told.extend(figures.parts().iter().cloned());
        scene.alt = alt::describe(&kind, &told, |value| self.signed(value));
        Ok(scene)
    }

    fn figures(&self) -> Result<Figures> {
        if self.parts.is_empty() {
            return refuse("nothing to draw: the total has no parts; give at least one");
        }
        let mut all = self.parts.clone();
        all.push(self.total.clone());
        let all = series::checked(&all)?;
        let mut points = all.iter().flat_map(|one| &one.points);
        if let Some(point) = points.find(|point| point.year.fract() != 0.0) {
            let year = point.year;
            return refuse(format!(
                "stacked bars stand at whole years, not at {year}; add the months up"
            ));
        }
        let slots = slots::slots(&all);
        for slot in &slots {
            if let (Some(parts), Some(total)) = (&slot.parts, slot.total) {
                sums::check(parts, total, &self.unit, &format!(" in {}", slot.year))?;
            }
        }
        if slots.iter().all(|slot| slot.parts.is_none()) {
            return refuse(
                "nothing to draw: every year lacks a part; gather those with gaps in one part",
            );
        }
        Ok(Figures { all, slots })
    }

    /// The names beside the last stack if they find room there, else in a key above.
    fn lay(
        &self,
        figures: &Figures,
        notes: &[String],
        look: &Look,
    ) -> Result<(Scene, Vec<String>)> {
        let whole = figures
            .slots
            .last()
            .is_some_and(|slot| slot.parts.is_some());
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
        let hues = bands::hues(figures.parts(), look.theme.colours());
        let beside = naming != Naming::Key;
        let key = if beside {
            Vec::new()
        } else {
            self.key(figures, &hues, look)
        };
        let frame = Frame::lay(&self.words, notes, &key, look)?;
        let (low, high) = slots::extent(&figures.slots);
        let ticks = ticks::values(low, high);
        let tick_words = self.unit.ticks(&ticks);
        let endings = if beside {
            self.endings(figures, &hues, naming, look)
        } else {
            Vec::new()
        };
        let room = if beside {
            ends::width(&endings) + ends::FAR
        } else {
            0.0
        };
        let ground = |inset: f64| Ground {
            look,
            room: frame.room,
            ticks: &ticks,
            tick_words: &tick_words,
            years: slots::years(&figures.slots),
            slots: true,
            right: room,
            inset,
            marks: &self.marks,
        };
        let say = |value: f64| self.part_label(value);
        let mut body = bars::body(&figures.slots, &hues, Plane::lay(&ground(0.0))?, say);
        if body.dropped > 0 {
            // Room above and below the stacks, if that lets more figures stand.
            let roomy = bars::body(&figures.slots, &hues, Plane::lay(&ground(INSET))?, say);
            if roomy.dropped < body.dropped {
                body = roomy;
            }
        }
        let Body {
            plane,
            mut marks,
            dropped,
        } = body;
        let placed = ends::place(&endings, &plane, ends::FAR);
        if placed.dropped > 0 {
            return Ok(None);
        }
        marks.extend(placed.shapes);
        let mut notes = self.gaps(figures);
        if dropped > 0 {
            let all = figures
                .slots
                .iter()
                .filter(|slot| slot.total.is_some())
                .count();
            notes.push(format!(
                "Figures of the total are written for {} of {all} years.",
                all - dropped
            ));
        }
        notes.extend(plane.notes.clone());
        Ok(Some((
            plane.scene(look, &self.words, frame.shapes, marks),
            notes,
        )))
    }
}

/// A name inside a sentence.
fn lower(name: &str) -> &str {
    if name.is_empty() { "a total" } else { name }
}
