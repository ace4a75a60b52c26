//! Reading what bears on a question out of one file, a page of every column at a time.

use std::ops::Range;

use super::super::parquet::{Numbers, PAGE, Reader, Words};
use super::super::tables::{
    EXPORTER, IMPORTER, MISSING, PRODUCT, QUANTITY, QUANTITY_UNIT, ROWS, Table, VALUE,
};
use super::batch::{Amounts, Batch, Buffers};
use super::column::Column;
use super::filter::{are_among, begin_with, may_begin, may_hold};
use super::names::Names;
use super::tags::Tags;
use super::{By, Products, Query};
use crate::error::Result;

/// Takes the wanted rows of a page.
pub type Take<'a> = dyn FnMut(&Batch<'_>, &Names) -> Result<()> + 'a;

/// Gives the rows of a file that `query` wants to `take`.
///
/// # Errors
/// As [`Reader::codes`] and those of `take`.
pub fn scan(
    reader: &Reader,
    query: &Query,
    table: Table,
    names: &mut Names,
    take: &mut Take<'_>,
) -> Result<()> {
    let mut buffers = Buffers::default();
    for number in 0..reader.groups() {
        let needed = may_hold(reader.bounds(number, EXPORTER), query.exporters.as_deref())
            && may_hold(reader.bounds(number, IMPORTER), query.importers.as_deref())
            && may_begin(reader.bounds(number, PRODUCT), query.products.as_deref());
        if !needed {
            continue;
        }
        if let Some(mut group) = Group::open(reader, number, query, table, names)? {
            for start in (0..reader.rows(number)).step_by(PAGE) {
                let rows = PAGE.min(reader.rows(number) - start);
                group.page(rows, names, &mut buffers, take)?;
            }
        }
    }
    Ok(())
}

/// The columns of a group that a question needs.
struct Group<'a> {
    exporters: Option<Column<'a>>,
    importers: Option<Column<'a>>,
    products: Option<Column<'a>>,
    by: By,
    tags: Tags<'a>,
    values: Numbers<'a>,
    counts: Option<Numbers<'a>>,
    /// None in the table of rows, where each tells for itself.
    missing: Option<Numbers<'a>>,
    quantities: Option<(Numbers<'a>, Column<'a>)>,
}

impl<'a> Group<'a> {
    /// Opens the columns; none if a dictionary shows that no row is wanted.
    fn open(
        reader: &'a Reader,
        number: usize,
        query: &Query,
        table: Table,
        names: &mut Names,
    ) -> Result<Option<Self>> {
        let by = query.by;
        let column = |name: &str, needed: bool, wanted: Option<&[String]>| {
            if !needed && wanted.is_none() {
                return Ok(None);
            }
            let filter = wanted.map(|wanted| {
                move |words: &Words| match name {
                    PRODUCT => begin_with(words, wanted),
                    _ => are_among(words, wanted),
                }
            });
            Column::new(reader.codes(number, name)?, false, filter).map(Some)
        };
        let exporters = column(EXPORTER, by.exporter, query.exporters.as_deref())?;
        let importers = column(IMPORTER, by.importer, query.importers.as_deref())?;
        let by_product = by.product != Products::Together;
        let products = column(PRODUCT, by_product, query.products.as_deref())?;
        let idle = |column: &Option<Column<'_>>| column.as_ref().is_some_and(Column::is_idle);
        if idle(&exporters) || idle(&importers) || idle(&products) {
            return Ok(None);
        }
        let numbers = |name| reader.numbers(number, name);
        Ok(Some(Self {
            tags: Tags::new(reader, number, names)?,
            values: numbers(VALUE)?,
            counts: match table != Table::Rows && query.counts {
                true => Some(numbers(ROWS)?),
                false => None,
            },
            missing: match table {
                Table::Rows => None,
                _ => Some(numbers(MISSING)?),
            },
            quantities: match table == Table::Rows && by == By::ROWS {
                true => column(QUANTITY_UNIT, true, None)?
                    .map(|units| Ok((numbers(QUANTITY)?, units)))
                    .transpose()?,
                false => None,
            },
            exporters,
            importers,
            products,
            by,
        }))
    }

    fn page(
        &mut self,
        rows: usize,
        names: &mut Names,
        buffers: &mut Buffers,
        take: &mut Take<'_>,
    ) -> Result<()> {
        let whole: Range<usize> = 0..rows;
        let mut ranges = vec![whole];
        let columns = [&mut self.exporters, &mut self.importers, &mut self.products];
        for column in columns.into_iter().flatten() {
            match ranges.is_empty() {
                true => column.pass(),
                false => column.page(rows, &mut ranges)?,
            }
        }
        if ranges.is_empty() {
            self.pass();
            return Ok(());
        }
        let Buffers {
            tags,
            exporters,
            importers,
            products,
            values,
            counts,
            missing,
            quantities,
            units,
        } = buffers;
        self.tags.page(rows, &ranges, names, tags)?;
        let mut area = |column: &mut Option<Column<'_>>, by: bool, out: &mut Vec<u32>| match column
        {
            Some(column) if by => column.numbers(&ranges, |word| names.areas.number(word), out),
            _ => {
                out.clear();
                Ok(())
            }
        };
        area(&mut self.exporters, self.by.exporter, exporters)?;
        area(&mut self.importers, self.by.importer, importers)?;
        products.clear();
        if let (Some(column), true) = (&mut self.products, self.by.product != Products::Together) {
            let number = |word: &str| names.products.number(self.by.product.cut(word));
            column.numbers(&ranges, number, products)?;
        }
        values.read(&mut self.values, rows, &ranges)?;
        for (numbers, out) in [
            (&mut self.counts, &mut *counts),
            (&mut self.missing, missing),
        ] {
            out.clear();
            if let Some(numbers) = numbers {
                out.read(numbers, rows, &ranges)?;
            }
        }
        if let Some((amounts, column)) = &mut self.quantities {
            quantities.read(amounts, rows, &ranges)?;
            column.page(rows, &mut Vec::new())?;
            column.numbers(&ranges, |word| names.units.number(word), units)?;
        }
        names.check()?;
        let quantities = self
            .quantities
            .is_some()
            .then_some((&*quantities, units.as_slice()));
        let batch = Batch {
            tags,
            exporters,
            importers,
            products,
            values: values.values(),
            present: values.present(),
            rows: counts.values(),
            missing: missing.values(),
            quantities: quantities.map_or(&[], |(amounts, _): (&Amounts, _)| amounts.values()),
            quantities_present: quantities.map_or(&[], |(amounts, _)| amounts.present()),
            units: quantities.map_or(&[], |(_, units)| units),
        };
        take(&batch, names)
    }

    fn pass(&mut self) {
        self.tags.pass();
        self.values.pass();
        for numbers in self.counts.iter_mut().chain(&mut self.missing) {
            numbers.pass();
        }
        if let Some((amounts, units)) = &mut self.quantities {
            amounts.pass();
            units.pass();
        }
    }
}
