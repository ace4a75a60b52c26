//! What countries sell and buy, the same countries and products in both.

use crate::error::Result;
use crate::indicators::matrix::Matrix;
use crate::indicators::two_way::TwoWay;
use crate::measures::ask::Ask;
use crate::measures::dimension::{Dimension, Key, NONE};
use crate::measures::found::Found;
use crate::measures::panel::{Panel, Slice};
use crate::measures::shape::Shape;
use crate::measures::telling::without_figure;
use crate::model::coded::CodedRow;
use crate::model::written;
use std::collections::BTreeSet;

/// What countries sell and what they buy in a period, by product: the same countries and products in both.
pub(super) struct BothWays {
    pub exports: Matrix,
    pub imports: Matrix,
    /// The codes of the rows and the columns of both.
    pub countries: Vec<u32>,
    pub products: Vec<u32>,
    /// Cells without a figure, which count as nothing.
    pub unknown: usize,
}

/// Exports and imports by country and product in the rows of a period, with `partners` alone if there are any; of the products that
/// were named alone, if `restricted`.
pub(super) fn both_ways(
    ask: &Ask,
    panel: &Panel,
    rows: &[CodedRow],
    partners: &BTreeSet<u32>,
    restricted: bool,
) -> Result<Option<BothWays>> {
    if !panel.has_products {
        return Err(ask.refuse(
            "compares products",
            "give files with products, such as BACI's",
        ));
    }
    let way = |own: Dimension, partner: Dimension| -> Result<Option<Slice>> {
        let rows: Vec<CodedRow> = rows
            .iter()
            .filter(|row| partners.is_empty() || partners.contains(&partner.of(row)))
            // With partners that were named the world is no country of its own.
            .filter(|row| partners.is_empty() || !panel.is_world(own.of(row)))
            .filter(|row| !restricted || panel.has(Dimension::Product, row.product))
            .copied()
            .collect();
        let shape = Shape {
            by: vec![own],
            over: Dimension::Product,
        };
        let apart = |dimension| dimension == own || dimension == Dimension::Product;
        let rows = match partners.is_empty() {
            true => panel.all_parts(&rows, apart),
            // The countries that were named stand on either side of a flow.
            false => rows.as_slice().into(),
        };
        panel.matrix(&rows, &shape)
    };
    let exports = way(Dimension::Exporter, Dimension::Importer)?;
    let imports = way(Dimension::Importer, Dimension::Exporter)?;
    let (Some(exports), Some(imports)) = (exports, imports) else {
        return Ok(None);
    };
    let own = |slice: &Slice, dimension: Dimension| -> Vec<u32> {
        slice
            .rows
            .iter()
            .map(|key| key[dimension as usize])
            .collect()
    };
    let (sellers, buyers) = (
        own(&exports, Dimension::Exporter),
        own(&imports, Dimension::Importer),
    );
    let countries = union(&sellers, &buyers);
    let products = union(&exports.columns, &imports.columns);
    let whole = |slice: &Slice, own: &[u32]| spread(panel, slice, own, &countries, &products);
    Ok(Some(BothWays {
        exports: whole(&exports, &sellers)?,
        imports: whole(&imports, &buyers)?,
        countries,
        products,
        unknown: exports.unknown + imports.unknown,
    }))
}

/// The partners that were named.
pub(super) fn partners(panel: &Panel) -> &BTreeSet<u32> {
    &panel.named[Dimension::Importer as usize]
}

fn union(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut all: Vec<u32> = a.iter().chain(b).copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// A slice with these rows and columns, zero where it has none.
fn spread(
    panel: &Panel,
    slice: &Slice,
    own: &[u32],
    rows: &[u32],
    columns: &[u32],
) -> Result<Matrix> {
    let mut values = vec![0.0; rows.len() * columns.len()];
    for (from, code) in own.iter().enumerate() {
        let row = rows.partition_point(|known| known < code);
        for (place, code) in slice.columns.iter().enumerate() {
            let column = columns.partition_point(|known| known < code);
            values[row * columns.len() + column] = slice.matrix.at(from, place);
        }
    }
    Matrix::new(
        panel.word_list(Dimension::Exporter, rows),
        panel.word_list(Dimension::Product, columns),
        values,
    )
}

impl BothWays {
    pub fn of(&self, row: usize) -> Vec<TwoWay> {
        let ways = self.exports.row(row).iter().zip(self.imports.row(row));
        ways.map(|(&exports, &imports)| TwoWay { exports, imports })
            .collect()
    }

    /// Notes what counts as nothing.
    pub fn tell(&self, found: &mut Found, panel: &Panel, period: i32) {
        if self.unknown > 0 {
            let period = written::period(period, panel.frequency);
            found.note(format!("{period}: {}", without_figure(self.unknown)));
        }
    }

    /// The rows that are shown, with the key of each.
    pub fn shown<'a>(&'a self, panel: &'a Panel) -> impl Iterator<Item = (usize, Key)> + 'a {
        let named = &panel.named[Dimension::Exporter as usize];
        let rows = self.countries.iter().enumerate();
        rows.filter(|(_, code)| named.is_empty() || named.contains(code))
            .map(|(row, code)| (row, [*code, NONE, NONE]))
    }
}
