//! What a measure found, row by row, and the table of it.

use polars::prelude::*;

use super::dimension::{Dimension, Key, NONE};
use super::panel::Panel;
use crate::error::{Error, Result};
use crate::indicators::about::About;
use crate::indicators::reason::Reason;
use crate::model::column::{PERIOD, PRODUCT_NAME, REASON, SIDE, SOURCE};
use crate::model::flow_table::FlowTable;
use crate::model::product::chapter_name;
use crate::model::table::{Caption, Table};
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
}

#[derive(Clone, Copy)]
struct Line {
    period: Option<i32>,
    key: Key,
    other: u32,
}

impl Found {
    pub fn of(columns: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            columns: columns.into_iter().map(Into::into).collect(),
            ..Self::default()
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
        self.lines.push(Line { period, key, other });
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
        let place = |row: usize| (self.lines[row].period, self.lines[row].key);
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
    pub fn table(self, about: &About, flows: &FlowTable, panel: &Panel) -> Result<Table> {
        if self.lines.is_empty() {
            return Err(Error::NothingLeft {
                what: "no flow is left for this measure".to_owned(),
                remedy: "widen the years, the countries or the products".to_owned(),
            });
        }
        let mut columns = Vec::new();
        if self.lines.iter().any(|line| line.period.is_some()) {
            let periods = self.lines.iter().map(|line| line.period);
            columns.push(period_column(PERIOD, panel.frequency, periods));
        }
        for dimension in Dimension::ALL {
            let code = |line: &Line| line.key[dimension as usize];
            columns.extend(self.words(panel, dimension, dimension.as_str(), code));
            if dimension == Dimension::Product {
                columns.extend(self.chapters(flows, panel));
            }
        }
        if let Some((dimension, name)) = self.other {
            columns.extend(self.words(panel, dimension, name, |line| line.other));
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
        let first = panel.coded.rows.first();
        let side = first.map_or("", |row| row.side.as_str());
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
        panel: &Panel,
        dimension: Dimension,
        name: &str,
        code: impl Fn(&Line) -> u32,
    ) -> Option<Column> {
        if self.lines.iter().all(|line| code(line) == NONE) {
            return None;
        }
        let word = |line: &Line| match code(line) {
            NONE => None,
            code => Some(panel.word(dimension, code)),
        };
        let words: Vec<Option<&str>> = self.lines.iter().map(word).collect();
        Some(Column::new(name.into(), words))
    }

    /// The names of products, if all of them are chapters of the Harmonized System.
    fn chapters(&self, flows: &FlowTable, panel: &Panel) -> Option<Column> {
        let classification = flows.basis().classification.as_deref()?;
        let product = |line: &Line| match line.key[Dimension::Product as usize] {
            NONE => "",
            code => panel.word(Dimension::Product, code),
        };
        let chapters = classification.starts_with("HS")
            && self.lines.iter().all(|line| product(line).len() == 2);
        let names = self.lines.iter().map(|line| chapter_name(product(line)));
        chapters.then(|| Column::new(PRODUCT_NAME.into(), names.collect::<Vec<Option<&str>>>()))
    }
}
