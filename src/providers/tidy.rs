//! One figure a row: year, exporter, importer, value, and whatever else the file has.

use csv::StringRecord;

use super::header::Header;
use super::number::figure;
use super::{Options, Provider};
use crate::error::{Error, Result};
use crate::model::basis::{Basis, Currency};
use crate::model::column::{EXPORTER, IMPORTER, KIND, PERIOD, PRODUCT, SIDE, SOURCE, TOTAL, VALUE};
use crate::model::country::country;
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::period::{first_day, to_days};
use crate::model::source::{Kind, Side, Source};

/// A delimited file with the columns of a flow table, or common other names for them.
pub struct Tidy;

impl Provider for Tidy {
    fn recognises(&self, header: &Header) -> bool {
        let has = |column: &str| !matches!(header.find(column), Ok(None));
        has(EXPORTER) && has(IMPORTER) && has(PERIOD) && header.years().is_empty()
    }

    fn read(
        &self,
        text: &str,
        header: &Header,
        source: &Source,
        options: &Options,
    ) -> Result<FlowTable> {
        let columns = Columns::of(header)?;
        let (period, value) = (header.require(PERIOD)?, header.require(VALUE)?);
        let mut flows = Vec::new();
        for row in header.rows(text) {
            let (row, record) = row?;
            let cell = Cells {
                header,
                row,
                record: &record,
            };
            let mut flow = columns.flow(&cell, source)?;
            flow.period = cell.year(period)?;
            flow.value = cell.figure(value, options)?;
            flows.push((row, flow));
        }
        table(flows, source, options)
    }
}

/// A record, and where it stands, for messages.
pub(super) struct Cells<'a> {
    pub header: &'a Header,
    pub row: u64,
    pub record: &'a StringRecord,
}

impl Cells<'_> {
    pub fn text(&self, index: usize) -> &str {
        self.record.get(index).unwrap_or_default().trim()
    }

    pub fn figure(&self, index: usize, options: &Options) -> Result<Option<f64>> {
        figure(self.text(index), options.unit).ok_or_else(|| {
            self.bad(
                index,
                "a number; write digits with a decimal point, and nothing for a missing figure",
            )
        })
    }

    fn year(&self, index: usize) -> Result<i32> {
        let cell = self.text(index);
        // Spreadsheets write 2003 as 2003.0.
        let digits = cell.strip_suffix(".0").unwrap_or(cell);
        let year = digits
            .parse()
            .ok()
            .filter(|year| digits.len() == 4 && (1000..=9999).contains(year));
        year.map(|year| to_days(first_day(year)))
            .ok_or_else(|| self.bad(index, "a year such as 2003"))
    }

    fn country(&self, index: usize) -> Result<String> {
        country(self.text(index))
            .map(|found| found.code.clone())
            .map_err(|error| {
                let known = match error {
                    Error::UnknownCountry {
                        suggestion: Some(near),
                        ..
                    } => format!("a country; did you mean {near}?"),
                    _ => "a country; write an ISO code or an English name".to_owned(),
                };
                self.bad(index, &known)
            })
    }

    fn word<T: std::str::FromStr>(
        &self,
        index: Option<usize>,
        default: T,
        words: &str,
    ) -> Result<T> {
        match index.map(|index| (index, self.text(index))) {
            None | Some((_, "")) => Ok(default),
            Some((index, text)) => text.parse().map_err(|_| self.bad(index, words)),
        }
    }

    fn bad(&self, index: usize, expected: &str) -> Error {
        Error::BadValue {
            row: self.row,
            column: self.header.names()[index].clone(),
            value: self.text(index).to_owned(),
            expected: expected.to_owned(),
        }
    }
}

/// Where the columns stand that tell one flow from another.
pub(super) struct Columns {
    exporter: usize,
    importer: usize,
    side: Option<usize>,
    kind: Option<usize>,
    product: Option<usize>,
    source: Option<usize>,
}

impl Columns {
    pub fn of(header: &Header) -> Result<Self> {
        Ok(Self {
            exporter: header.require(EXPORTER)?,
            importer: header.require(IMPORTER)?,
            side: header.find(SIDE)?,
            kind: header.find(KIND)?,
            product: header.find(PRODUCT)?,
            source: header.find(SOURCE)?,
        })
    }

    /// The flow of a record, its period and value still to be filled.
    pub fn flow(&self, cells: &Cells<'_>, source: &Source) -> Result<Flow> {
        let text = |index: Option<usize>, default: &str| match index.map(|index| cells.text(index))
        {
            None | Some("") => default.to_owned(),
            Some(text) => text.to_owned(),
        };
        Ok(Flow {
            period: 0,
            exporter: cells.country(self.exporter)?,
            importer: cells.country(self.importer)?,
            side: cells.word(
                self.side,
                Side::Unstated,
                "exporter, importer, reconciled or unstated",
            )?,
            kind: cells.word(
                self.kind,
                Kind::Total,
                "total, domestic, re-export, re-import or two-way",
            )?,
            product: text(self.product, TOTAL),
            value: None,
            quantity: None,
            quantity_unit: String::new(),
            source: text(self.source, &source.id),
        })
    }
}

/// The table of all flows of a file, every `source` it names being part of the file.
pub(super) fn table(
    flows: Vec<(u64, Flow)>,
    source: &Source,
    options: &Options,
) -> Result<FlowTable> {
    let mut ids: Vec<&str> = flows.iter().map(|(_, flow)| flow.source.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let part = |id: &str| Source {
        id: id.to_owned(),
        ..source.clone()
    };
    let sources = ids.into_iter().map(part).collect();
    let basis = Basis {
        currency: options.currency.unwrap_or(Currency::USD),
        ..Basis::yearly_dollars()
    };
    let mut table = FlowTable::new(flows, basis, sources)?;
    if options.currency.is_none() {
        table.remark(format!(
            "{}: values taken as US dollars; the file does not say",
            source.title
        ));
    }
    Ok(table)
}
