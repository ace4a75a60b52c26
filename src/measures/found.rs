//! What a measure found, row by row, and the table of it.

use polars::prelude::*;

use super::dimension::{Dimension, Key, NONE};
use super::panel::Panel;
use crate::error::{Error, Result};
use crate::indicators::about::About;
use crate::indicators::reason::Reason;
use crate::model::column::{PERIOD, PRODUCT_NAME, REASON, SIDE, SOURCE};
use crate::model::flow_table::FlowTable;
use crate::model::period::Frequency;
use crate::model::product::chapter_name;
use crate::model::source::Side;
use crate::model::table::{Caption, Table};
use crate::model::words::Words;
use crate::model::written::{capital, period_column, provenance};

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
        self.side = coded.rows.first().map(|row| row.side).or(self.side);
    }

    /// What was found of further periods.
    pub fn follow(&mut self, further: Self) {
        if self.lines.is_empty() {
            let notes = std::mem::take(&mut self.notes);
            *self = further;
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
            self.figures.push(*cell.as_ref().unwrap_or(&f64::NAN));
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

    /// The table: period, codes, figures, the reason of a null, then what stands behind them.
    ///
    /// # Errors
    /// [`Error::NothingLeft`] without a row.
    pub fn table(self, about: &About, flows: &FlowTable) -> Result<Table> {
        if self.lines.is_empty() {
            return Err(Error::NothingLeft {
                what: "no flow is left for this measure".to_owned(),
                remedy: "widen the years, the countries or the products".to_owned(),
            });
        }
        let mut columns = Vec::new();
        if self.lines.iter().any(|line| line.period.is_some()) {
            let periods = self.lines.iter().map(|line| line.period);
            let frequency = self.frequency.unwrap_or(flows.basis().frequency);
            columns.push(period_column(PERIOD, frequency, periods));
        }
        for dimension in Dimension::ALL {
            let code = |line: &Line| line.key[dimension as usize];
            columns.extend(self.words(dimension, dimension.as_str(), code));
            if dimension == Dimension::Product {
                columns.extend(self.chapters(flows));
            }
        }
        if let Some((dimension, name)) = self.other {
            columns.extend(self.words(dimension, name, |line| line.other));
        }
        let width = self.columns.len();
        for (place, name) in self.columns.iter().enumerate() {
            let figures = self.figures.iter().skip(place).step_by(width);
            let figures: Vec<Option<f64>> = figures
                .map(|figure| Some(*figure).filter(|figure| figure.is_finite()))
                .collect();
            columns.push(Column::new(name.as_str().into(), figures));
        }
        columns.push(Column::new(REASON.into(), self.reasons));
        let rows = self.lines.len();
        columns.extend(provenance(flows.basis(), rows));
        let side = self.side.map_or("", Side::as_str);
        let source = flows.sources().first().map_or("", |source| &source.id);
        for (name, word) in [(SIDE, side), (SOURCE, source)] {
            columns.push(Column::new(name.into(), vec![word; rows]));
        }
        let data = DataFrame::new_infer_height(columns);
        let formula = self.formula.unwrap_or_else(|| about.formula.to_owned());
        let mut caption = Caption::of(flows, capital(about.about), formula);
        caption.unit = match about.unit {
            "" => caption.unit,
            unit => format!("{unit}; values in {}", caption.unit),
        };
        caption.notes.extend(self.notes);
        Ok(Table {
            data: data.map_err(Error::frame("building a table"))?,
            caption,
        })
    }

    /// The words of a code in each row; none where no row has one.
    fn words(
        &self,
        dimension: Dimension,
        name: &str,
        code: impl Fn(&Line) -> u32,
    ) -> Option<Column> {
        if self.lines.iter().all(|line| code(line) == NONE) {
            return None;
        }
        let word = |line: &Line| match code(line) {
            NONE => None,
            code => Some(self.word(dimension, code)),
        };
        let words: Vec<Option<&str>> = self.lines.iter().map(word).collect();
        Some(Column::new(name.into(), words))
    }

    /// The names of products, if all of them are chapters of the Harmonized System.
    fn chapters(&self, flows: &FlowTable) -> Option<Column> {
        let classification = flows.basis().classification.as_deref()?;
        let product = |line: &Line| match line.key[Dimension::Product as usize] {
            NONE => "",
            code => self.word(Dimension::Product, code),
        };
        let chapters = classification.starts_with("HS")
            && self.lines.iter().all(|line| product(line).len() == 2);
        let names = self.lines.iter().map(|line| chapter_name(product(line)));
        chapters.then(|| Column::new(PRODUCT_NAME.into(), names.collect::<Vec<Option<&str>>>()))
    }
}
