//! Growth of many partners over many years: a cell per figure, blue above zero and rust below.

mod cells;
mod names;
mod scale;
mod tell;

use cells::{cells, values};
use names::Names;
use scale::Scale;
use tell::{absent, extremes};

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Area, Axis, Rect, Scene, Shape};
use crate::charts::layout::frame::{self, Frame, SMALL};
use crate::charts::layout::names::counted;
use crate::charts::layout::plane::{Ground, Plane};
use crate::charts::layout::{alt, annual};
use crate::charts::series::{self, Look, Mark, Series, Words, refuse};
use crate::error::Result;
use crate::model::number;

/// A row no higher than this cannot be named.
const LOWEST: f64 = 15.0;
/// A cell much higher than wide says nothing more.
const HIGHEST: f64 = 88.0;
/// Where rows are few they may share this much, rather than leave the canvas empty below them; and one row at most.
const FILLED: f64 = 420.0;
const TALLEST: f64 = 240.0;
/// Nor does one much wider than its value; but years under the columns and events over them want some room.
const WIDEST: f64 = 150.0;
/// Columns narrower than this are stripes without years.
const NARROWEST: f64 = 3.0;
/// A table of growth rates in colour: a row per partner in the order given, a column per year.
///
/// Values are fractions: 0.18 is written as 18 and means +18%. The scale has 0 in the middle and the same limit on
/// both sides; cells beyond it have its full colour, and the key says "or more". A missing figure is a
/// blank cell with a dash, and a note names what is missing. Rows that find no room are left out from the end, and
/// counted. An event stands between the columns, before the first year that holds some of it.
///
/// In the scene a datum's series is its row and `y` leads from rows, counted from 0, to pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Heatmap {
    /// The rows, as fractions, at whole years.
    pub rows: Vec<Series>,
    /// Events.
    pub marks: Vec<Mark>,
    /// The words around it.
    pub words: Words,
}

impl Heatmap {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if there is nothing to draw, a figure is not finite or not at a whole
    /// year, a row has a year twice, or words or years leave no room.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        let rows = annual::checked(&self.rows)?;
        let mut scene = frame::settle(|notes| self.lay(&rows, notes, look))?;
        scene.alt = alt::describe("Heat map of growth", &rows, number::percent) + &extremes(&rows);
        Ok(scene)
    }

    fn lay(&self, rows: &[Series], notes: &[String], look: &Look) -> Result<(Scene, Vec<String>)> {
        let colours = look.theme.colours();
        let mut frame = Frame::lay(&self.words, notes, &[], look)?;
        let scale = Scale::of(rows, colours);
        frame.shapes.extend(scale.key(&mut frame.room));
        let span = series::span(rows);
        // Names of rows that are left out take no width, and width may tell how many are.
        let mut shown = rows;
        let (names, plane) = loop {
            let names = Names::measure(shown, look);
            let left = frame.room.left + names.width;
            let widest = left + WIDEST * (span.1 - span.0 + 1.0);
            let room = Area {
                left,
                right: frame.room.right.min(widest),
                ..frame.room
            };
            let plane = self.plane(shown.len(), span, &room, look)?;
            let fitting = (plane.area.height() / LOWEST) as usize;
            if fitting >= shown.len() {
                break (names, plane);
            }
            shown = &shown[..fitting];
        };
        let (rows, dropped) = rows.split_at(shown.len());
        let plane = Plane {
            y: Axis::linear(
                -0.5,
                rows.len() as f64 - 0.5,
                plane.area.top,
                plane.area.bottom,
            ),
            ..plane
        };
        let cells = cells(rows, &plane);
        let (mut marks, cut) = names.place(rows, &plane);
        let (values, silent) = values(&cells, &scale);
        // A missing cell is painted too, in the ground's colour, so that no shaded span shows through it.
        marks.extend(cells.iter().map(|cell| {
            Shape::Rect(Rect {
                area: cell.area,
                colour: cell
                    .datum
                    .map_or(colours.background, |datum| scale.colour(datum.value)),
                datum: cell.datum,
            })
        }));
        marks.extend(values.into_iter().map(Shape::Text));

        let mut notes = absent(rows, &plane);
        notes.extend(silent);
        notes.extend(counted(cut));
        if !dropped.is_empty() {
            let (count, all) = (dropped.len(), rows.len() + dropped.len());
            notes.push(format!(
                "The last {count} of {all} rows are left out for lack of room."
            ));
        }
        notes.extend(plane.notes.clone());
        Ok((plane.scene(look, &self.words, frame.shapes, marks), notes))
    }

    /// Columns, years and events; no taller than the rows can use.
    fn plane(
        &self,
        rows: usize,
        (first, last): (f64, f64),
        room: &Area,
        look: &Look,
    ) -> Result<Plane> {
        // Years are columns here, and events stand at their edges. So the axis runs from half a year before the
        // first to half a year after the last, and events are moved to the edges of their years.
        let marks: Vec<Mark> = self
            .marks
            .iter()
            .map(|mark| Mark {
                start: mark.start.floor() - 0.5,
                end: mark.end.map(|end| end.floor() + 0.5),
                label: mark.label.clone(),
            })
            .collect();
        let years = (first - 0.5, last + 0.5);
        // An axis keeps half a label free at its ends; columns do not need it.
        let half = face::measure("2000", SMALL, Weight::Regular) / 2.0 + 1.0;
        let lay = |room: &Area| {
            Plane::lay(&Ground {
                look,
                room: Area {
                    left: room.left - half,
                    right: room.right + half,
                    ..*room
                },
                ticks: &[],
                tick_words: &[],
                years,
                slots: false,
                right: 0.0,
                inset: 0.0,
                marks: &marks,
            })
        };
        let plane = lay(room)?;
        if plane.area.width() / (years.1 - years.0) < NARROWEST {
            return refuse(
                "the years leave no room for their columns; choose fewer years or widen the picture",
            );
        }
        // One row alone is a band, not a wall.
        let high = HIGHEST.max((FILLED / rows as f64).min(TALLEST));
        let spare = plane.area.height() - high * rows as f64;
        if spare <= 0.0 {
            return Ok(plane);
        }
        lay(&Area {
            bottom: (room.bottom - spare).max(room.top + 90.0),
            ..*room
        })
    }
}
