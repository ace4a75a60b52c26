//! The first line of a delimited file: its separator, and which column means what.

use csv::{ReaderBuilder, StringRecord, StringRecordsIntoIter};

use crate::error::{Error, Result};
use crate::model::column::{EXPORTER, IMPORTER, KIND, PERIOD, PRODUCT, SIDE, SOURCE, VALUE};

/// The columns of a file, as they are written and as they are meant.
#[derive(Debug)]
pub struct Header {
    separator: u8,
    names: Vec<String>,
}

/// Names that files give to the columns of a flow table.
const ALIASES: [(&str, &[&str]); 8] = [
    (
        PERIOD,
        &["period", "year", "time", "time_period", "date", "t"],
    ),
    (
        EXPORTER,
        &[
            "exporter",
            "origin",
            "exporting_country",
            "exporter_iso3",
            "exporter_code",
            "from",
            "i",
        ],
    ),
    (
        IMPORTER,
        &[
            "importer",
            "destination",
            "importing_country",
            "importer_iso3",
            "importer_code",
            "to",
            "j",
        ],
    ),
    (SIDE, &["side", "reported_by"]),
    (KIND, &["kind"]),
    (
        PRODUCT,
        &[
            "product",
            "commodity",
            "product_code",
            "commodity_code",
            "hs",
            "hs6",
            "k",
        ],
    ),
    (
        VALUE,
        &[
            "value",
            "trade_value",
            "value_usd",
            "amount",
            "obs_value",
            "v",
        ],
    ),
    (SOURCE, &["source"]),
];

impl Header {
    /// Reads the header of `text`; the separator is the one the line has most of.
    ///
    /// # Errors
    /// [`Error::Unreadable`] if there is none.
    pub fn of(text: &str) -> Result<Self> {
        let line = text.lines().next().unwrap_or_default();
        let count = |separator: &u8| line.bytes().filter(|byte| byte == separator).count();
        // The later of equals wins in `max_by_key`, so the comma stands last.
        let separator = [b'|', b';', b'\t', b',']
            .into_iter()
            .max_by_key(count)
            .unwrap_or(b',');
        let mut header = Self {
            separator,
            names: Vec::new(),
        };
        let first = header.reader(text).next();
        let names = first.and_then(|record| record.ok()).unwrap_or_default();
        header.names = names.iter().map(|name| name.trim().to_owned()).collect();
        if header.names.len() < 2 {
            return Err(header.unknown());
        }
        Ok(header)
    }

    /// The names as written.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Where a column of the flow table stands in the file, if it does.
    ///
    /// # Errors
    /// [`Error::AmbiguousColumn`] if two columns mean the same.
    pub fn find(&self, column: &str) -> Result<Option<usize>> {
        let aliases = ALIASES.iter().find(|(meant, _)| *meant == column);
        let aliases = aliases.map_or(&[][..], |(_, aliases)| aliases);
        let matches = |name: &str| {
            let plain = name.to_lowercase().replace([' ', '-', '.'], "_");
            aliases.contains(&plain.as_str())
        };
        let mut found = (0..self.names.len()).filter(|&index| matches(&self.names[index]));
        match (found.next(), found.next()) {
            (Some(first), Some(second)) => Err(Error::AmbiguousColumn {
                column: column.to_owned(),
                first: self.names[first].clone(),
                second: self.names[second].clone(),
            }),
            (first, _) => Ok(first),
        }
    }

    /// Where a column stands that must be there.
    ///
    /// # Errors
    /// [`Error::MissingColumn`], [`Error::AmbiguousColumn`].
    pub fn require(&self, column: &str) -> Result<usize> {
        self.find(column)?.ok_or_else(|| Error::MissingColumn {
            column: column.to_owned(),
            found: self.names.clone(),
        })
    }

    /// The columns named by a year, with that year.
    pub fn years(&self) -> Vec<(usize, i32)> {
        let year = |name: &str| {
            let digits = name.trim().trim_start_matches(['X', 'x', 'Y', 'y']);
            let year: i32 = digits.parse().ok()?;
            (digits.len() == 4 && (1800..=2200).contains(&year)).then_some(year)
        };
        let named = self.names.iter().enumerate();
        named
            .filter_map(|(index, name)| Some((index, year(name)?)))
            .collect()
    }

    /// The records below the header, each with the line it begins on.
    pub fn rows<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = Result<(u64, StringRecord)>> + 'a {
        self.reader(text).skip(1).map(|record| {
            let record = record.map_err(|error| Error::Unreadable {
                reason: error.to_string(),
            })?;
            let row = record.position().map_or(0, csv::Position::line);
            if record.len() != self.names.len() {
                return Err(Error::RaggedRow {
                    row,
                    found: record.len(),
                    expected: self.names.len(),
                });
            }
            Ok((row, record))
        })
    }

    /// The refusal of a file in no known layout.
    pub fn unknown(&self) -> Error {
        let found = match self.names.is_empty() {
            true => "there is no header line".to_owned(),
            false => format!("the columns are not understood: {}", self.names.join(", ")),
        };
        Error::Unreadable { reason: found }
    }

    fn reader<'a>(&self, text: &'a str) -> StringRecordsIntoIter<&'a [u8]> {
        ReaderBuilder::new()
            .delimiter(self.separator)
            .has_headers(false)
            // Field counts are checked by hand, with a message that names the row.
            .flexible(true)
            .from_reader(text.as_bytes())
            .into_records()
    }
}
