//! What a measure found, row by row, and the table of it.

mod table;

use super::dimension::{Dimension, Key, NONE};
use super::groups::{Intra, Members};
use super::panel::Panel;
use crate::error::Result;
use crate::indicators::reason::Reason;
use crate::model::period::Frequency;
use crate::model::source::Side;
use crate::model::words::Words;

/// A figure, or why there is none.
pub(super) type Cell = Result<f64, String>;

/// Any figure as a cell.
pub(super) fn cell(figure: Result<f64, Reason>) -> Cell {
    figure.map_err(|reason| reason.to_string())
}

/// A count as a cell.
pub(super) fn count(number: usize) -> Cell {
    Ok(number as f64)
}

/// The rows that a measure found.
#[derive(Default)]
pub(super) struct Found {
    pub columns: Vec<String>,
    lines: Vec<Line>,
    /// Row by row.
    figures: Vec<f64>,
    reasons: Vec<Option<String>>,
    /// What a second code of the same dimension is, such as the exporter that another is compared with.
    pub other: Option<(Dimension, &'static str)>,
    /// The formula that was used, where the measure has several.
    pub formula: Option<String>,
    pub notes: Vec<String>,
    /// Codes of all panels; those of the one at hand are found in them by `places`.
    areas: Words,
    products: Words,
    places: [Vec<u32>; 2],
    frequency: Option<Frequency>,
    side: Option<Side>,
    members: Members,
    intra: Intra,
}

#[derive(Clone, Copy)]
struct Line {
    period: Option<i32>,
    key: Key,
    other: u32,
}

impl Found {
    /// Nothing yet, of a panel whose codes follow.
    pub fn of(panel: &Panel, columns: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let mut found = Self {
            columns: columns.into_iter().map(Into::into).collect(),
            ..Self::default()
        };
        found.open(panel);
        found
    }

    /// Turns to the rows of a panel: codes that follow are its codes.
    fn open(&mut self, panel: &Panel) {
        let coded = &panel.coded;
        let number = |words: &mut Words, list: &[String]| -> Vec<u32> {
            list.iter().map(|word| words.number(word)).collect()
        };
        self.places = [
            number(&mut self.areas, &coded.areas),
            number(&mut self.products, &coded.products),
        ];
        self.frequency = Some(panel.frequency);
        self.members = panel.members.clone();
        self.intra = panel.intra;
        self.side = coded.rows.first().map(|row| row.side).or(self.side);
    }

    /// What was found of further periods.
    pub fn follow(&mut self, further: Self) {
        if self.lines.is_empty() {
            let notes = std::mem::take(&mut self.notes);
            let members = std::mem::take(&mut self.members);
            *self = further;
            self.members.extend(members);
            let own = std::mem::replace(&mut self.notes, notes);
            own.into_iter().for_each(|note| self.note(note));
            return;
        }
        let number = |words: &mut Words, list: &Words| -> Vec<u32> {
            list.list().iter().map(|word| words.number(word)).collect()
        };
        self.places = [
            number(&mut self.areas, &further.areas),
            number(&mut self.products, &further.products),
        ];
        let other = further.other.map(|(dimension, _)| dimension);
        let lines = further.lines.iter().map(|line| Line {
            period: line.period,
            key: self.placed(line.key),
            other: other.map_or(NONE, |dimension| self.place(dimension, line.other)),
        });
        let lines: Vec<Line> = lines.collect();
        self.lines.extend(lines);
        self.figures.extend(further.figures);
        self.reasons.extend(further.reasons);
        self.members.extend(further.members);
        further.notes.into_iter().for_each(|note| self.note(note));
    }

    fn place(&self, dimension: Dimension, code: u32) -> u32 {
        let places = match dimension {
            Dimension::Product => &self.places[1],
            _ => &self.places[0],
        };
        match code {
            NONE => NONE,
            code => places[code as usize],
        }
    }

    fn placed(&self, key: Key) -> Key {
        let mut placed = key;
        for dimension in Dimension::ALL {
            placed[dimension as usize] = self.place(dimension, key[dimension as usize]);
        }
        placed
    }

    fn word(&self, dimension: Dimension, code: u32) -> &str {
        match dimension {
            Dimension::Product => self.products.word(code),
            _ => self.areas.word(code),
        }
    }

    pub fn push(&mut self, period: Option<i32>, key: Key, cells: impl IntoIterator<Item = Cell>) {
        self.push_beside(period, key, NONE, cells);
    }

    /// A row with a second code.
    pub fn push_beside(
        &mut self,
        period: Option<i32>,
        key: Key,
        other: u32,
        cells: impl IntoIterator<Item = Cell>,
    ) {
        let mut why = None;
        for cell in cells {
            // What is not finite is null in the table.
            // A zero has no sign in a table.
            self.figures.push(*cell.as_ref().unwrap_or(&f64::NAN) + 0.0);
            why = why.or(cell.err());
        }
        let dimension = self
            .other
            .map_or(Dimension::Product, |(dimension, _)| dimension);
        self.lines.push(Line {
            period,
            key: self.placed(key),
            other: self.place(dimension, other),
        });
        self.reasons.push(why);
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    pub fn note(&mut self, note: String) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// Keeps the rows with the largest figures in the first column, largest first.
    pub fn keep_top(&mut self, top: usize) {
        let width = self.columns.len();
        let first = |row: usize| self.figures[row * width];
        let mut order: Vec<usize> = (0..self.lines.len()).collect();
        let place = |row: usize| {
            let line = &self.lines[row];
            let word = |dimension: Dimension| match line.key[dimension as usize] {
                NONE => "",
                code => self.word(dimension, code),
            };
            (line.period, Dimension::ALL.map(word))
        };
        let by = |a: &usize, b: &usize| {
            let (a, b) = (*a, *b);
            // A row without a figure comes last.
            let known = first(b).is_finite().cmp(&first(a).is_finite());
            let ranked = known.then_with(|| first(b).total_cmp(&first(a)));
            ranked.then_with(|| place(a).cmp(&place(b)))
        };
        if top > 0 && top < order.len() {
            order.select_nth_unstable_by(top - 1, by);
        }
        order.truncate(top);
        order.sort_unstable_by(by);
        let figures = order
            .iter()
            .flat_map(|row| self.figures[row * width..(row + 1) * width].iter().copied());
        self.figures = figures.collect();
        self.lines = order.iter().map(|row| self.lines[*row]).collect();
        self.reasons = order
            .iter()
            .map(|row| std::mem::take(&mut self.reasons[*row]))
            .collect();
    }
}
