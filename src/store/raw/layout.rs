//! What the header of a file says: which column is which, and what separates them.

use super::row::Row;
use crate::error::{Error, Result};

/// A column of BACI.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Year,
    Exporter,
    Importer,
    Product,
    Value,
    Quantity,
}

impl Field {
    const ALL: [Self; 6] = [
        Self::Year,
        Self::Exporter,
        Self::Importer,
        Self::Product,
        Self::Value,
        Self::Quantity,
    ];

    /// The names a column has had, today's first.
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Year => &["t"],
            Self::Exporter => &["i"],
            Self::Importer => &["j"],
            Self::Product => &["k", "hs6"],
            Self::Value => &["v"],
            Self::Quantity => &["q"],
        }
    }

    /// The name BACI gives the column today.
    pub fn name(self) -> &'static str {
        self.names()[0]
    }

    /// Bits that hold any code of a key column.
    const fn bits(self) -> u32 {
        match self {
            Self::Year => 14,
            Self::Exporter | Self::Importer => 10,
            Self::Product => 20,
            Self::Value | Self::Quantity => 0,
        }
    }
}

/// The order of the columns of a file, and what separates them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    pub(super) separator: u8,
    columns: Vec<Field>,
    /// How far each of year, exporter, importer and product is moved in a [key](Self::key).
    shifts: [u32; 4],
}

impl Layout {
    /// Understands a header such as `t,i,j,k,v,q` or `t;hs6;i;j;v;q`, quoted or not.
    ///
    /// # Errors
    /// [`Error::Unreadable`] for columns BACI does not have, [`Error::MissingColumn`] without one of
    /// those it has, `q` excepted, [`Error::AmbiguousColumn`] where one stands twice.
    pub fn of_header(line: &[u8]) -> Result<Self> {
        let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
        let text = String::from_utf8_lossy(line);
        let separator = if text.contains(';') { ';' } else { ',' };
        let names: Vec<String> = text
            .split(separator)
            .map(|name| name.trim().trim_matches('"').trim().to_ascii_lowercase())
            .collect();
        let mut columns: Vec<Field> = Vec::new();
        for (at, name) in names.iter().enumerate() {
            let field = Field::ALL
                .into_iter()
                .find(|field| field.names().contains(&name.as_str()));
            let Some(field) = field else {
                let shown: String = name
                    .chars()
                    .filter(|sign| !sign.is_control())
                    .take(40)
                    .collect();
                let reason = format!(
                    "column `{shown}` is none of BACI's t, i, j, k, v, q; the general readers take such files"
                );
                return Err(Error::Unreadable { reason });
            };
            if let Some(before) = columns.iter().position(|other| *other == field) {
                return Err(Error::AmbiguousColumn {
                    column: field.name().to_owned(),
                    first: names[before].clone(),
                    second: names[at].clone(),
                });
            }
            columns.push(field);
        }
        let needed = |field: &Field| *field != Field::Quantity;
        match Field::ALL
            .into_iter()
            .filter(needed)
            .find(|field| !columns.contains(field))
        {
            Some(missing) => Err(Error::MissingColumn {
                column: missing.name().to_owned(),
                found: names,
            }),
            None => Ok(Self::new(separator as u8, columns)),
        }
    }

    fn new(separator: u8, columns: Vec<Field>) -> Self {
        let mut shifts = [0; 4];
        let mut shift = 0;
        for field in columns.iter().rev() {
            if (*field as usize) < shifts.len() {
                shifts[*field as usize] = shift;
                shift += field.bits();
            }
        }
        Self {
            separator,
            columns,
            shifts,
        }
    }

    /// The columns, in the order of the file.
    pub fn columns(&self) -> &[Field] {
        &self.columns
    }

    /// The columns rows are sorted by, in the order of the file: `t,i,j,k`.
    pub fn order(&self) -> impl Iterator<Item = Field> {
        let keys = self.columns.iter().copied();
        keys.filter(|field| field.bits() > 0)
    }

    /// Whether the columns are those of today's releases, which the quick reader knows.
    pub(super) fn is_usual(&self) -> bool {
        let usual = self.columns.iter().zip(Field::ALL).all(|(a, b)| *a == b);
        usual && self.columns.len() >= 5
    }

    /// The key columns as one number that sorts as the rows of the file should.
    pub(super) fn key(&self, row: &Row) -> u64 {
        (u64::from(row.year) << self.shifts[0])
            | (u64::from(row.exporter) << self.shifts[1])
            | (u64::from(row.importer) << self.shifts[2])
            | (u64::from(row.product) << self.shifts[3])
    }
}
