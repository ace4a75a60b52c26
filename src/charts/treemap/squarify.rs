//! Cutting a rectangle into tiles that are near squares.

use crate::charts::canvas::scene::Area;

/// Tiles whose areas are as the values, in the order given; largest first makes them squarest.
///
/// The values must be above zero. Rows of tiles are laid along the shorter side of what is left, each as
/// long as its worst tile gains from it.
///
/// Source: Bruls, Huizing and van Wijk (2000), "Squarified treemaps".
pub fn squarify(values: &[f64], area: Area) -> Vec<Area> {
    // What is left is summed from its smallest end: taking rows off a total would lose small values in rounding.
    let mut left: Vec<f64> = values
        .iter()
        .rev()
        .scan(0.0, |sum, value| {
            *sum += value;
            Some(*sum)
        })
        .collect();
    left.reverse();
    let (mut rest, mut start) = (area, 0);
    let mut tiles = Vec::with_capacity(values.len());
    while start < values.len() {
        let (short, long) = (
            rest.width().min(rest.height()),
            rest.width().max(rest.height()),
        );
        let worst = |row: &[f64]| {
            let sum: f64 = row.iter().sum();
            let thick = sum / left[start] * long;
            row.iter().fold(1.0f64, |most, value| {
                let length = value / sum * short;
                most.max(thick / length).max(length / thick)
            })
        };
        let mut end = start + 1;
        while end < values.len() && worst(&values[start..=end]) <= worst(&values[start..end]) {
            end += 1;
        }
        let last = end == values.len();
        rest = row(&values[start..end], left[start], rest, last, &mut tiles);
        start = end;
    }
    tiles
}

/// Lays one row of tiles into a rectangle of the value `whole`, and gives what is left of it.
fn row(values: &[f64], whole: f64, rest: Area, last: bool, tiles: &mut Vec<Area>) -> Area {
    let sum: f64 = values.iter().sum();
    let share = if last { 1.0 } else { sum / whole };
    let upright = rest.width() >= rest.height();
    let mut before = 0.0;
    for value in values {
        let (from, to) = (before / sum, (before + value) / sum);
        before += value;
        tiles.push(if upright {
            Area {
                left: rest.left,
                right: rest.left + rest.width() * share,
                top: rest.top + rest.height() * from,
                bottom: rest.top + rest.height() * to,
            }
        } else {
            Area {
                left: rest.left + rest.width() * from,
                right: rest.left + rest.width() * to,
                top: rest.top,
                bottom: rest.top + rest.height() * share,
            }
        });
    }
    if upright {
        Area {
            left: rest.left + rest.width() * share,
            ..rest
        }
    } else {
        Area {
            top: rest.top + rest.height() * share,
            ..rest
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIX_BY_FOUR: Area = Area {
        left: 0.0,
        top: 0.0,
        right: 6.0,
        bottom: 4.0,
    };

    #[test]
    fn the_example_of_the_paper_is_laid_as_in_the_paper() {
        let tiles = squarify(&[6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0], SIX_BY_FOUR);
        let corner = |index: usize| (tiles[index].width(), tiles[index].height());
        let near = |(a, b): (f64, f64), (c, d): (f64, f64)| (a - c).abs() + (b - d).abs() < 1e-9;
        assert!(
            near(corner(0), (3.0, 2.0)) && near(corner(1), (3.0, 2.0)),
            "{tiles:?}"
        );
        assert!(near(corner(2), (12.0 / 7.0, 7.0 / 3.0)), "{tiles:?}");
        assert!(near(corner(3), (9.0 / 7.0, 7.0 / 3.0)), "{tiles:?}");
        assert!(near(corner(4), (1.2, 5.0 / 3.0)), "{tiles:?}");
    }

    #[test]
    fn areas_are_as_values_even_from_thousandths_to_trillions() {
        let values = [1e13, 5e12, 3.3e7, 1e4, 2.0, 1e-3];
        let total: f64 = values.iter().sum();
        for (tile, value) in squarify(&values, SIX_BY_FOUR).iter().zip(values) {
            let share = tile.width() * tile.height() / 24.0;
            assert!((share - value / total).abs() < 1e-9, "{value}: {share}");
        }
    }
}
