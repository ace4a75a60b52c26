//! What a measure found as a table.

use polars::prelude::*;

use super::{Found, Line};
use crate::error::{Error, Result};
use crate::measures::ask::Ask;
use crate::measures::dimension::{Dimension, NONE};
use crate::measures::groups;
use crate::model::column::{PERIOD, PRODUCT_NAME, REASON, SIDE, SOURCE};
use crate::model::flow_table::FlowTable;
use crate::model::product::chapter_name;
use crate::model::source::Side;
use crate::model::table::{Caption, Table};
use crate::model::written::{capital, period_column, provenance, repeated};

impl Found {
    /// The table: period, codes, figures, the reason of a null, then what stands behind them.
    ///
    /// # Errors
    /// [`Error::NothingLeft`] without a row.
    pub fn table(self, ask: &Ask, flows: &FlowTable) -> Result<Table> {
        ask.check_basis(flows.basis())?;
        let about = ask.measure;
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
            columns.push(repeated(name, word, rows));
        }
        let data = DataFrame::new_infer_height(columns);
        let formula = self.formula.unwrap_or_else(|| about.formula.to_owned());
        let mut caption = Caption::of(flows, capital(about.about), formula);
        caption.unit = match about.unit {
            "" => caption.unit,
            unit => format!("{unit}; values in {}", caption.unit),
        };
        caption.notes.extend(ask.words());
        caption.notes.extend(self.notes);
        let groups = groups::words(&self.members, self.intra);
        caption.notes.extend(groups);
        Ok(Table {
            data: data.map_err(Error::frame("building a table"))?,
            caption,
        })
    }

    /// The words of a code in each row; none where no row has one.
    pub(super) fn words(
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
    pub(super) fn chapters(&self, flows: &FlowTable) -> Option<Column> {
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
