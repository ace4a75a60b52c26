//! A table of dimensions and figures, whatever file it came in.

mod gather;

pub(crate) use gather::Gather;

/// A value of a dimension.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Member {
    pub(crate) code: String,
    pub(crate) label: String,
    /// What figures under this member count, if the file says so here.
    pub(crate) unit: String,
}

impl Member {
    /// Code and label for a message.
    pub(crate) fn shown(&self) -> String {
        if self.label.is_empty() || self.label == self.code {
            format!("`{}`", self.code)
        } else {
            format!("`{}` ({})", self.code, self.label)
        }
    }
}

/// A dimension, or an attribute that comes with the figures.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Dimension {
    pub(crate) id: String,
    pub(crate) label: String,
    /// The file itself calls it time.
    pub(crate) time: bool,
    /// No part of the key: it tells of a figure and does not set it apart.
    pub(crate) attribute: bool,
    pub(crate) members: Vec<Member>,
}

impl Dimension {
    /// Whether codes are mere positions (0, 1, 2 …), as some offices number their lists.
    pub(crate) fn is_numbered(&self) -> bool {
        self.members.iter().any(|member| !member.label.is_empty())
            && self
                .members
                .iter()
                .enumerate()
                .all(|(at, member)| member.code == at.to_string())
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Figure {
    Empty,
    Number(f64),
    /// A sign instead of a number, by its place in [`Cube::marks`].
    Mark(u32),
}

/// The cells of a table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cells {
    /// All cells, the last dimension running fastest.
    Grid(Vec<Figure>),
    /// Some cells, each with its members.
    List {
        places: Vec<u32>,
        figures: Vec<Figure>,
    },
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cube {
    pub(crate) publisher: String,
    pub(crate) title: String,
    pub(crate) updated: String,
    /// What the figures count, if the file says so for the whole table.
    pub(crate) unit: String,
    pub(crate) dimensions: Vec<Dimension>,
    pub(crate) cells: Cells,
    pub(crate) marks: Vec<String>,
}

impl Cube {
    /// Calls `each` for every cell: its number from 1, the members it stands under, what stands in
    /// it.
    pub(crate) fn each(&self, mut each: impl FnMut(u64, &[u32], Figure)) {
        let mut place = vec![0; self.dimensions.len()];
        match &self.cells {
            Cells::Grid(figures) => {
                for (number, figure) in (1..).zip(figures) {
                    each(number, &place, *figure);
                    for (at, dimension) in self.dimensions.iter().enumerate().rev() {
                        place[at] += 1;
                        if (place[at] as usize) < dimension.members.len() {
                            break;
                        }
                        place[at] = 0;
                    }
                }
            }
            Cells::List { places, figures } => {
                let width = self.dimensions.len().max(1);
                for ((number, place), figure) in (1..).zip(places.chunks_exact(width)).zip(figures)
                {
                    each(number, place, *figure);
                }
            }
        }
    }

    /// Which members of each dimension any figure stands under.
    pub(crate) fn used(&self) -> Vec<Vec<bool>> {
        let mut used: Vec<Vec<bool>> = self
            .dimensions
            .iter()
            .map(|d| vec![false; d.members.len()])
            .collect();
        self.each(|_, place, figure| {
            if figure != Figure::Empty {
                for (used, at) in used.iter_mut().zip(place) {
                    used[*at as usize] = true;
                }
            }
        });
        used
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_dimension_runs_fastest() {
        let dimension = |codes: &[&str]| Dimension {
            members: codes
                .iter()
                .map(|code| Member {
                    code: (*code).to_owned(),
                    ..Member::default()
                })
                .collect(),
            ..Dimension::default()
        };
        let mut gather = Gather::default();
        let at = gather.dimension("x", "", false);
        gather.member(at, "a", "");
        let mut cube = gather.cube("", "", "");
        cube.dimensions = vec![dimension(&["a", "b"]), dimension(&["1", "2"])];
        cube.cells = Cells::Grid((0..4).map(|n| Figure::Number(f64::from(n))).collect());
        let mut seen = Vec::new();
        cube.each(|number, place, _| seen.push((number, place.to_vec())));
        assert_eq!(
            seen,
            [
                (1, vec![0, 0]),
                (2, vec![0, 1]),
                (3, vec![1, 0]),
                (4, vec![1, 1])
            ]
        );
    }
}
