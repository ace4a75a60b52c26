//! Ranks over the years: who overtook whom.

mod course;
mod flags;
mod labels;
mod strand;
mod told;

use course::Course;
use strand::Strand;

use crate::charts::canvas::scene::{Scene, Shape};
use crate::charts::layout::alt;
use crate::charts::layout::focus::{self, Ink};
use crate::charts::layout::frame::{self, Frame};
use crate::charts::layout::plane::Plane;
use crate::charts::series::{self, Look, Mark, Point, Series, Words, refuse};
use crate::error::Result;

/// Ranks over the years, 1 on top, named with the rank where each line enters and leaves.
///
/// A missing rank is a gap, and a rank beyond `top` leaves the chart; notes tell both apart. Highlighted keys
/// are in colour; with none highlighted all are, or of more than seven the five best at the end.
///
/// In the scene each dot has the series' place in `series`, the year, and the rank as value.
#[derive(Debug, Clone, PartialEq)]
pub struct Bump {
    /// The ranks by year, 1 for the first; halves are shared ranks.
    pub series: Vec<Series>,
    /// The last rank shown.
    pub top: usize,
    /// The keys in colour, all others grey.
    pub highlight: Vec<String>,
    /// Events.
    pub marks: Vec<Mark>,
    /// The words around it.
    pub words: Words,
}

impl Bump {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if no series reaches the ranks shown, a rank is below 1 or not finite,
    /// a series has a year twice, or the words leave no room.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        let series = series::checked(&self.series)?;
        for one in &series {
            if let Some((year, rank)) = one.values().find(|(_, rank)| *rank < 1.0) {
                let (name, year) = (&one.name, alt::year(year));
                return refuse(format!(
                    "`{name}` has rank {rank} in {year}; ranks count from 1, so give ranks, not values"
                ));
            }
        }
        let shown = self.shown(&series);
        if shown.iter().all(|one| one.values().next().is_none()) {
            return refuse(format!(
                "nothing to draw: no series is among the first {}; show more ranks",
                self.top
            ));
        }
        let inks = self.inks(&shown, look);
        let mut scene = frame::settle(|notes| {
            let frame = Frame::lay(&self.words, notes, &[], look)?;
            self.lay(&series, &shown, &inks, frame, look)
        })?;
        scene.alt = self.alt(&shown);
        Ok(scene)
    }

    /// The series without the ranks beyond the last one shown.
    fn shown(&self, series: &[Series]) -> Vec<Series> {
        let within = |point: &Point| Point {
            value: point.value.filter(|rank| *rank <= self.top as f64),
            ..*point
        };
        series
            .iter()
            .map(|one| Series {
                points: one.points.iter().map(within).collect(),
                ..one.clone()
            })
            .collect()
    }

    fn inks(&self, shown: &[Series], look: &Look) -> Vec<Ink> {
        let colours = look.theme.colours();
        let order = ranked(shown);
        let keys: Vec<&str> = order
            .iter()
            .map(|index| shown[*index].colour_key())
            .collect();
        let by_rank = focus::inks(&keys, &self.highlight, colours);
        let mut inks = vec![Ink::grey(colours); shown.len()];
        for (index, ink) in order.iter().zip(by_rank) {
            inks[*index] = ink;
        }
        inks
    }

    fn lay(
        &self,
        series: &[Series],
        shown: &[Series],
        inks: &[Ink],
        frame: Frame,
        look: &Look,
    ) -> Result<(Scene, Vec<String>)> {
        let course = Course::lay(self, shown, inks, &frame.room, look)?;
        let mut marks = strands(shown, inks, &course.plane, series::step(series));
        marks.extend(course.labels.iter().cloned());
        let unnamed = labels::inner(shown, inks, &course, &mut marks);
        let notes = self.notes(series, &course, unnamed);
        let plane = course.plane;
        Ok((plane.scene(look, &self.words, frame.shapes, marks), notes))
    }
}

/// A rank in words; shared ones are halves.
fn rank_words(rank: f64) -> String {
    format!("{rank}")
}

/// The series by their last rank, those still shown in the last year first.
fn ranked(shown: &[Series]) -> Vec<usize> {
    let end = |index: usize| {
        shown[index]
            .values()
            .next_back()
            .unwrap_or((f64::MIN, f64::MAX))
    };
    let mut order: Vec<usize> = (0..shown.len()).collect();
    order.sort_by(|a, b| {
        let (a, b) = (end(*a), end(*b));
        b.0.total_cmp(&a.0).then(a.1.total_cmp(&b.1))
    });
    order
}

/// The lines, grey ones first.
fn strands(shown: &[Series], inks: &[Ink], plane: &Plane, step: f64) -> Vec<Shape> {
    let mut order = ranked(shown);
    order.reverse();
    order.sort_by_key(|index| inks[*index].focus);
    let mut shapes = Vec::new();
    for index in order {
        let strand = Strand {
            index,
            series: &shown[index],
            ink: inks[index],
        };
        strand.draw(plane, step, &mut shapes);
    }
    shapes
}
