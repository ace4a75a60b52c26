//! One series a row, one column a year.

use super::header::Header;
use super::tidy::{Cells, Columns, table};
use super::{Options, Provider};
use crate::error::Result;
use crate::model::column::{EXPORTER, IMPORTER};
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::period::{first_day, to_days};
use crate::model::source::Source;

/// A delimited file with exporter and importer columns and columns named by years.
pub struct Wide;

impl Provider for Wide {
    fn recognises(&self, header: &Header) -> bool {
        let has = |column: &str| !matches!(header.find(column), Ok(None));
        has(EXPORTER) && has(IMPORTER) && !header.years().is_empty()
    }

    fn read(
        &self,
        text: &str,
        header: &Header,
        source: &Source,
        options: &Options,
    ) -> Result<FlowTable> {
        let columns = Columns::of(header)?;
        let years = header.years();
        let mut flows = Vec::new();
        for row in header.rows(text) {
            let (row, record) = row?;
            let cells = Cells {
                header,
                row,
                record: &record,
            };
            let series = columns.flow(&cells, source)?;
            for &(index, year) in &years {
                let flow = Flow {
                    period: to_days(first_day(year)),
                    value: cells.figure(index, options)?,
                    ..series.clone()
                };
                flows.push((row, flow));
            }
        }
        table(flows, source, options)
    }
}
