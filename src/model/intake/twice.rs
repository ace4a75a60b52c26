//! Keys that stand more than once, set aside instead of refused.

use super::{Intake, Row};
use crate::model::flow::Flow;

/// Rows of one key.
#[derive(Debug, Clone, Default)]
pub struct Twice {
    /// Keys that stand again, and how often besides the first time.
    pub repeated: Vec<(Flow, usize)>,
    /// Rows with one key that differ in the figure, or in a column that is not read.
    pub conflicts: Vec<Vec<Flow>>,
}

impl Intake {
    /// Keeps each key once and gives what had to go: keys that stand again with the same figures,
    /// and keys with different ones, of which none is kept.
    pub fn set_aside(&mut self) -> Twice {
        self.rows.sort_by_key(Row::key);
        let mut twice = Twice::default();
        let mut kept = Vec::with_capacity(self.rows.len());
        for same in self.rows.chunk_by(|a, b| a.key() == b.key()) {
            let figures = |row: &Row| (row.value, row.quantity, row.apart);
            if same.iter().any(|row| figures(row) != figures(&same[0])) {
                twice
                    .conflicts
                    .push(same.iter().map(|row| self.flow(row)).collect());
                continue;
            }
            kept.push(same[0]);
            if same.len() > 1 {
                twice.repeated.push((self.flow(&same[0]), same.len() - 1));
            }
        }
        self.rows = kept;
        twice
    }

    fn flow(&self, row: &Row) -> Flow {
        Flow {
            period: row.period,
            exporter: self.areas.word(row.exporter).to_owned(),
            importer: self.areas.word(row.importer).to_owned(),
            side: row.side,
            kind: row.kind,
            product: self.products.word(row.product).to_owned(),
            value: row.value,
            quantity: row.quantity,
            quantity_unit: self.units.word(row.quantity_unit).to_owned(),
            source: self.sources.word(row.source).to_owned(),
        }
    }
}
