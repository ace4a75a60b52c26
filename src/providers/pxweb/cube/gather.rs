//! Building a cube from cells that come one by one.

use std::collections::HashMap;

use super::{Cells, Cube, Dimension, Figure, Member};

/// Three times what the widest published message has.
const MOST_DIMENSIONS: usize = 100;

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
