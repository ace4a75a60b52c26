//! The ground of a chart of ranks: years along, ranks down, labels at both sides.

use super::{Bump, flags};

use crate::charts::canvas::scene::{Area, Axis, Shape};
use crate::charts::layout::flank::{self, Flank, LINE, NEAR, Placed, Side};
use crate::charts::layout::focus::Ink;
use crate::charts::layout::plane::{Ground, Plane};
use crate::charts::series::{self, Look, Series};
use crate::error::Result;

/// The share of the width that names may take at each side, and where only the right side has them.
const NAMES: (f64, f64) = (0.22, 0.33);
/// Room inside the plot above the first and below the last rank.
const INSET: f64 = 12.0;

/// The ground, laid.
pub struct Course {
    /// Years, ranks and events.
    pub plane: Plane,
    /// Labels and connectors.
    pub labels: Vec<Shape>,
    /// Whether the left side has ranks without names, for lack of width.
    pub narrow: bool,
    /// How many labels found no room, left and right.
    pub dropped: (usize, usize),
    /// Names not shown in full.
    pub cut: Vec<String>,
}

impl Course {
    pub fn lay(
        chart: &Bump,
        shown: &[Series],
        inks: &[Ink],
        room: &Area,
        look: &Look,
    ) -> Result<Course> {
        let narrow = f64::from(look.width) < flank::NARROW;
        let flanks = flanks(shown, inks, room, narrow);
        let mut gaps = [NEAR; 2];
        let mut plane = ground(chart, shown, &flanks, gaps, room, look)?;
        let mut placed = place(&plane, &flanks, gaps);
        // Connectors need room only where a label had to move away from its line.
        if placed.iter().any(|side| side.moved) {
            gaps = [0, 1].map(|side| match placed[side].moved {
                true => flank::far(look),
                false => NEAR,
            });
            plane = ground(chart, shown, &flanks, gaps, room, look)?;
            placed = place(&plane, &flanks, gaps);
        }
        let [left, right] = placed;
        let mut cut = left.cut;
        cut.extend(right.cut);
        cut.sort();
        cut.dedup();
        Ok(Course {
            plane,
            labels: left.shapes.into_iter().chain(right.shapes).collect(),
            narrow,
            dropped: (left.dropped, right.dropped),
            cut,
        })
    }
}

/// The last rank there is a place for.
fn last(shown: &[Series]) -> f64 {
    series::extent(shown).1.ceil().max(1.0)
}

fn flanks(shown: &[Series], inks: &[Ink], room: &Area, narrow: bool) -> [Flank; 2] {
    let (first_year, last_year) = series::span(shown);
    // Ranks that stand close leave no room for second lines.
    let lines = match room.height() / last(shown) < 3.0 * LINE {
        true => 1,
        false => 2,
    };
    let widest = room.width() * if narrow { NAMES.1 } else { NAMES.0 };
    let flank = |side, year| {
        let mut flags = flags::flags(shown, inks, year);
        if narrow && side == Side::Left {
            // One name a line is enough to read a narrow chart by.
            flags.iter_mut().for_each(|flag| flag.name.clear());
        }
        Flank::new(side, flags, widest, lines)
    };
    [flank(Side::Left, first_year), flank(Side::Right, last_year)]
}

fn place(plane: &Plane, flanks: &[Flank; 2], gaps: [f64; 2]) -> [Placed; 2] {
    let area = plane.area;
    let bounds = (area.top - LINE / 2.0, area.bottom + 4.0);
    let at = |rank: f64| plane.y.position(rank);
    [
        flanks[0].place(area.left, gaps[0], bounds, at, plane.colours),
        flanks[1].place(area.right, gaps[1], bounds, at, plane.colours),
    ]
}

/// A plane with the ranks counted downwards, and room at both sides.
fn ground(
    chart: &Bump,
    shown: &[Series],
    flanks: &[Flank; 2],
    gaps: [f64; 2],
    room: &Area,
    look: &Look,
) -> Result<Plane> {
    let last = last(shown);
    let mut plane = Plane::lay(&Ground {
        look,
        room: Area {
            left: room.left + flanks[0].width() + gaps[0],
            ..*room
        },
        ticks: &[-last, -1.0],
        tick_words: &[],
        years: series::span(shown),
        slots: false,
        right: flanks[1].width() + gaps[1],
        inset: INSET,
        marks: &chart.marks,
    })?;
    // A lone rank stands in the middle.
    let (low, high) = if last > 1.0 { (last, 1.0) } else { (2.0, 0.0) };
    plane.y = Axis::linear(low, high, plane.y.start, plane.y.end);
    Ok(plane)
}
