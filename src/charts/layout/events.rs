//! Where the names of events stand: in rows above the plot, none over another or over another's line.

/// An event with its name broken into lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    /// Where its line, or the middle of its span, meets the plot.
    pub x: f64,
    /// Width of its widest line.
    pub width: f64,
    /// How many lines its name takes.
    pub lines: usize,
}

/// Where a name stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Left edge of the name.
    pub left: f64,
    /// Its lowest row; row 0 is next to the plot.
    pub row: usize,
}

/// Room between two names, and between a name and another's line.
const GAP: f64 = 8.0;

/// How many places are tried before a name is given up: eight events settle in a few hundred.
const PATIENCE: usize = 4_000;

/// Places names between `low` and `high` in at most `rows` rows; `None` for those that find no room.
///
/// A name stands centred on its own line if it can, else beside it, in the fewest rows in which none hits
/// another or a line on its way up to one. When not all find room, those given last are left out first.
pub fn place(names: &[Named], low: f64, high: f64, rows: usize) -> Vec<Option<Place>> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by(|a, b| names[*a].x.total_cmp(&names[*b].x));
    for kept in (0..=names.len()).rev() {
        let order: Vec<usize> = order
            .iter()
            .copied()
            .filter(|index| *index < kept)
            .collect();
        for rows in 1..=rows {
            let mut search = Search {
                names,
                bounds: (low, high),
                rows,
                places: vec![None; names.len()],
                patience: PATIENCE,
            };
            if search.settle(&order) {
                return search.places;
            }
        }
    }
    vec![None; names.len()]
}

/// A search for places, one name after the other, that takes a step back where the next finds none.
struct Search<'a> {
    names: &'a [Named],
    bounds: (f64, f64),
    rows: usize,
    places: Vec<Option<Place>>,
    patience: usize,
}

impl Search<'_> {
    fn settle(&mut self, order: &[usize]) -> bool {
        let Some((index, rest)) = order.split_first() else {
            return true;
        };
        for place in self.candidates(&self.names[*index]) {
            if self.patience == 0 {
                return false;
            }
            self.patience -= 1;
            let name = &self.names[*index];
            let mut others = self.names.iter().zip(&self.places);
            if others.all(|(other, taken)| taken.is_none_or(|at| clear((name, place), (other, at))))
            {
                self.places[*index] = Some(place);
                if self.settle(rest) {
                    return true;
                }
                self.places[*index] = None;
            }
        }
        false
    }

    fn candidates(&self, name: &Named) -> Vec<Place> {
        let (low, high) = self.bounds;
        if name.width > high - low {
            return Vec::new();
        }
        let centred = name.x - name.width / 2.0;
        let lefts = [centred, name.x - 2.0, name.x - name.width + 2.0];
        let lefts = lefts.map(|left| left.clamp(low, high - name.width));
        (0..(self.rows + 1).saturating_sub(name.lines))
            .flat_map(|row| lefts.map(|left| Place { left, row }))
            .collect()
    }
}

/// How many rows the placed names take.
pub fn rows(names: &[Named], places: &[Option<Place>]) -> usize {
    names
        .iter()
        .zip(places)
        .filter_map(|(name, place)| Some(place.as_ref()?.row + name.lines))
        .max()
        .unwrap_or(0)
}

fn clear((a, at): (&Named, Place), (b, bt): (&Named, Place)) -> bool {
    let same_rows = at.row < bt.row + b.lines && bt.row < at.row + a.lines;
    let apart = at.left + a.width + GAP <= bt.left || bt.left + b.width + GAP <= at.left;
    // Events of one moment share a line, which ends under the lower name.
    let shared = (a.x - b.x).abs() < 1.0;
    let hits = |stem: f64, left: f64, width: f64| {
        !shared && stem > left - GAP && stem < left + width + GAP
    };
    let above = at.row > bt.row && hits(a.x, bt.left, b.width);
    let below = bt.row > at.row && hits(b.x, at.left, a.width);
    (!same_rows || apart) && !above && !below
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(x: f64) -> Named {
        Named {
            x,
            width: 80.0,
            lines: 1,
        }
    }

    #[test]
    fn names_apart_share_the_lowest_row() {
        let places = place(&[named(100.0), named(300.0)], 0.0, 400.0, 4);
        assert!(
            places
                .iter()
                .all(|place| place.is_some_and(|place| place.row == 0))
        );
    }

    #[test]
    fn a_name_at_the_edge_is_clamped() {
        let places = place(&[named(390.0)], 0.0, 400.0, 4);
        assert_eq!(
            places,
            [Some(Place {
                left: 320.0,
                row: 0
            })]
        );
    }

    #[test]
    fn neighbours_do_not_cover_each_other_or_a_line() {
        let names = [named(100.0), named(130.0), named(160.0)];
        let places = place(&names, 0.0, 400.0, 6);
        for (a, b) in [(0, 1), (0, 2), (1, 2)] {
            let (Some(at), Some(bt)) = (places[a], places[b]) else {
                panic!("six rows are enough")
            };
            assert!(clear((&names[a], at), (&names[b], bt)));
        }
    }

    #[test]
    fn a_name_without_room_is_left_out() {
        let places = place(&[named(40.0), named(40.0)], 0.0, 85.0, 1);
        assert_eq!(places.iter().flatten().count(), 1);
    }
}
