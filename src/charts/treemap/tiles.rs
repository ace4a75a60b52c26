//! Where the tiles lie, and the ground between them.

use super::squarify::squarify;
use super::{Group, Part, sum};
use crate::charts::canvas::scene::{Area, Datum, Rect, Rgb, Shape};

/// A part with its place.
pub struct Tile<'a> {
    /// Where.
    pub area: Area,
    /// The part.
    pub part: &'a Part,
    /// Its group, its place in the group and its value.
    pub datum: Datum,
    /// Its place among its group's tiles, from the largest, and their number.
    pub rank: (usize, usize),
}

/// The groups with something to draw, as indices, largest first.
pub fn by_size(groups: &[Group]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..groups.len())
        .filter(|index| sum(&groups[*index]) > 0.0)
        .collect();
    order.sort_by(|a, b| sum(&groups[*b]).total_cmp(&sum(&groups[*a])));
    order
}

/// The fields of the groups and the tiles in them.
pub fn tiles<'a>(groups: &'a [Group], order: &[usize], plot: Area) -> (Vec<Area>, Vec<Tile<'a>>) {
    let sums: Vec<f64> = order.iter().map(|index| sum(&groups[*index])).collect();
    let fields = squarify(&sums, plot);
    let mut tiles = Vec::new();
    for (index, field) in order.iter().zip(&fields) {
        let mut parts: Vec<(usize, &Part, f64)> = groups[*index]
            .parts
            .iter()
            .enumerate()
            .filter_map(|(place, part)| Some((place, part, part.value?)))
            .filter(|(.., value)| *value > 0.0)
            .collect();
        parts.sort_by(|a, b| b.2.total_cmp(&a.2));
        let values: Vec<f64> = parts.iter().map(|(.., value)| *value).collect();
        let areas = squarify(&values, *field);
        let many = parts.len();
        tiles.extend(parts.into_iter().zip(areas).enumerate().map(
            |(rank, ((place, part, value), area))| Tile {
                area,
                part,
                datum: Datum {
                    series: *index,
                    year: place as f64,
                    value,
                },
                rank: (rank, many),
            },
        ));
    }
    (fields, tiles)
}

/// Strips of ground over the edges of a tile that are not edges of the plot.
///
/// Tiles keep their exact areas; the seams are drawn over them. A tile thinner than two seams keeps its ink.
pub fn seams(area: &Area, plot: &Area, width: f64, colour: Rgb) -> Vec<Shape> {
    if area.width().min(area.height()) < 2.0 * width {
        return Vec::new();
    }
    let half = width / 2.0;
    let mut strips = Vec::new();
    for x in [area.left, area.right] {
        if x > plot.left + half && x < plot.right - half {
            strips.push(Area {
                left: x - half,
                right: x + half,
                ..*area
            });
        }
    }
    for y in [area.top, area.bottom] {
        if y > plot.top + half && y < plot.bottom - half {
            strips.push(Area {
                top: y - half,
                bottom: y + half,
                ..*area
            });
        }
    }
    strips
        .into_iter()
        .map(|area| {
            Shape::Rect(Rect {
                area,
                colour,
                datum: None,
            })
        })
        .collect()
}
