//! The points of a scatter that can be drawn.

use super::Scatter;
use crate::charts::series::refuse;
use crate::error::Result;

/// The largest figure that is drawn; beyond it pixels can no longer be computed safely.
const LARGEST: f64 = 1e100;

/// A point that can be drawn.
#[derive(Debug, Clone, Copy)]
pub struct Placed {
    /// Its place among all points.
    pub index: usize,
    pub x: f64,
    pub y: f64,
    pub size: Option<f64>,
}

impl Scatter {
    /// Refuses what has no place on the axes.
    pub(super) fn check(&self) -> Result<()> {
        for point in &self.points {
            let name = &point.name;
            let figures = [point.x, point.y, point.size];
            if figures
                .iter()
                .flatten()
                .any(|figure| figure.is_nan() || figure.abs() > LARGEST)
            {
                return refuse(format!(
                    "`{name}` has a figure that is not finite; leave it missing instead"
                ));
            }
            if self.size.is_some() && point.size.is_some_and(|size| size < 0.0) {
                return refuse(format!(
                    "`{name}` has a negative size, which no area can show; leave it missing instead"
                ));
            }
        }
        for (axis, of) in [(&self.x, 0), (&self.y, 1)] {
            let values = self
                .points
                .iter()
                .filter_map(|point| [point.x, point.y][of]);
            let least = values.chain(axis.line).fold(f64::MAX, f64::min);
            if axis
                .line
                .is_some_and(|line| line.is_nan() || line.abs() > LARGEST)
            {
                return refuse(format!(
                    "the line of `{}` is not finite; leave it out",
                    axis.title
                ));
            }
            if axis.log && least <= 0.0 {
                return refuse(format!(
                    "`{}` has a value of zero or less, which has no logarithm; use a plain axis",
                    axis.title
                ));
            }
        }
        Ok(())
    }

    /// The points with both measures, the most important first.
    pub(super) fn placed(&self) -> Vec<Placed> {
        let mut placed: Vec<Placed> = self
            .points
            .iter()
            .enumerate()
            .filter_map(|(index, point)| {
                Some(Placed {
                    index,
                    x: point.x?,
                    y: point.y?,
                    size: point.size.filter(|_| self.size.is_some()),
                })
            })
            .collect();
        let size = |point: &Placed| point.size.unwrap_or(-1.0);
        let lit = |point: &Placed| {
            let key = self.points[point.index].colour_key();
            self.highlight.iter().any(|name| name == key)
        };
        placed.sort_by(|a, b| lit(b).cmp(&lit(a)).then(size(b).total_cmp(&size(a))));
        placed
    }
}
