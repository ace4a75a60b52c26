//! A table of dimensions and figures, whatever file it came in.

use std::collections::HashMap;

/// Three times what the widest published message has.
const MOST_DIMENSIONS: usize = 100;

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

/// Builds a cube whose members are only known when all cells are read.
#[derive(Default)]
pub(crate) struct Gather {
    dimensions: Vec<Dimension>,
    known: HashMap<String, usize>,
    codes: Vec<HashMap<String, u32>>,
    rows: Vec<(Vec<(usize, u32)>, Figure)>,
    marks: Vec<String>,
}

impl Gather {
    /// The dimension of this id, made if it is new.
    pub(crate) fn dimension(&mut self, id: &str, label: &str, attribute: bool) -> usize {
        if let Some(at) = self.known.get(id) {
            return *at;
        }
        self.known.insert(id.to_owned(), self.dimensions.len());
        self.codes.push(HashMap::new());
        let (id, label) = (id.to_owned(), label.to_owned());
        self.dimensions.push(Dimension {
            id,
            label,
            attribute,
            ..Dimension::default()
        });
        self.dimensions.len() - 1
    }

    /// The member of this code, made if it is new.
    pub(crate) fn member(&mut self, dimension: usize, code: &str, label: &str) -> u32 {
        if let Some(at) = self.codes[dimension].get(code) {
            return *at;
        }
        let members = &mut self.dimensions[dimension].members;
        let at = members.len() as u32;
        members.push(Member {
            code: code.to_owned(),
            label: label.to_owned(),
            unit: String::new(),
        });
        self.codes[dimension].insert(code.to_owned(), at);
        at
    }

    /// A figure under its members.
    pub(crate) fn figure(&mut self, place: Vec<(usize, u32)>, figure: Figure) {
        self.rows.push((place, figure));
    }

    /// How many dimensions there are; a file that claims very many is faulty, and its table would
    /// not fit.
    pub(crate) fn is_too_wide(&self) -> bool {
        self.dimensions.len() > MOST_DIMENSIONS
    }

    /// Whether no figure came yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// A sign that stands for a figure.
    pub(crate) fn mark(&mut self, text: &str) -> Figure {
        let at = self
            .marks
            .iter()
            .position(|mark| mark == text)
            .unwrap_or_else(|| {
                self.marks.push(text.to_owned());
                self.marks.len() - 1
            });
        Figure::Mark(at as u32)
    }

    /// The table; where a row lacks a dimension, it stands under a member without a name.
    pub(crate) fn cube(mut self, publisher: &str, title: &str, updated: &str) -> Cube {
        let rows = std::mem::take(&mut self.rows);
        let width = self.dimensions.len();
        let mut places = vec![u32::MAX; rows.len() * width];
        for (place, (members, _)) in places.chunks_exact_mut(width.max(1)).zip(&rows) {
            for (dimension, member) in members {
                place[*dimension] = *member;
            }
        }
        for dimension in 0..width {
            if places
                .iter()
                .skip(dimension)
                .step_by(width)
                .any(|member| *member == u32::MAX)
            {
                let nameless = self.member(dimension, "", "");
                places
                    .iter_mut()
                    .skip(dimension)
                    .step_by(width)
                    .filter(|m| **m == u32::MAX)
                    .for_each(|m| *m = nameless);
            }
        }
        Cube {
            publisher: publisher.to_owned(),
            title: title.to_owned(),
            updated: updated.to_owned(),
            unit: String::new(),
            dimensions: self.dimensions,
            cells: Cells::List {
                places,
                figures: rows.into_iter().map(|(_, figure)| figure).collect(),
            },
            marks: self.marks,
        }
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

    #[test]
    fn a_row_without_a_dimension_stands_under_a_nameless_member() {
        let mut gather = Gather::default();
        let flow = gather.dimension("flow", "", false);
        let import = gather.member(flow, "M", "");
        gather.figure(vec![(flow, import)], Figure::Number(1.0));
        gather.figure(vec![], Figure::Empty);
        let cube = gather.cube("", "", "");
        assert_eq!(cube.dimensions[0].members[1].code, "");
        assert_eq!(cube.used(), [[true, false]]);
    }
}
