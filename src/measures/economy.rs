//! Trade against the size of an economy.

use std::collections::BTreeMap;
use std::path::Path;

use super::ask::Ask;
use super::dimension::{Dimension, NONE};
use super::found::{Cell, Found, cell};
use super::groups::is_whole;
use super::panel::Panel;
use crate::error::{Error, Result};
use crate::indicators::structure::import_penetration::import_penetration;
use crate::indicators::structure::openness::Openness;
use crate::model::coded::CodedRow;
use crate::model::group::country_or_bloc;
use crate::model::period::{Frequency, year_of};
use crate::model::sum::exact_sum;

/// Gross domestic product, or output, of countries by year.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Economy {
    name: String,
    values: BTreeMap<(String, i32), f64>,
}

const COLUMNS: [&str; 3] = ["country", "year", "value"];

impl Economy {
    /// Reads a CSV file with the columns `country`, `year` and `value`, in whole units of the currency
    /// that the trade figures are in.
    ///
    /// # Errors
    /// In [`Error::File`]: [`Error::Io`] if the file cannot be read, [`Error::MissingColumn`] for a column
    /// that is not there, [`Error::Unreadable`] for a cell that cannot be read or a year that is there
    /// twice, with its row.
    pub fn read(file: &Path) -> Result<Self> {
        let text = std::fs::read_to_string(file);
        let text = text.map_err(|cause| Error::io("cannot read")(cause).in_file(file))?;
        let name = file.file_name().unwrap_or(file.as_os_str());
        let values = parse(&text).map_err(|error| error.in_file(file))?;
        Ok(Self {
            name: name.to_string_lossy().into_owned(),
            values,
        })
    }

    /// The figure of a country, or of a group: its own if all its members were met, else the sum of the
    /// figures of those that were, if they all have one.
    fn of(&self, code: &str, year: i32, members: Option<&Vec<String>>) -> Option<f64> {
        let own = |code: &str| self.values.get(&(code.to_owned(), year)).copied();
        let Some(members) = members else {
            return own(code);
        };
        let sum = || {
            let figures = members.iter().map(|code| own(code));
            figures.collect::<Option<Vec<f64>>>().map(exact_sum)
        };
        let whole = Some(code).filter(|code| is_whole(code, year, members));
        whole.and_then(own).or_else(sum)
    }
}

fn parse(text: &str) -> Result<BTreeMap<(String, i32), f64>> {
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let unreadable = |reason: String| Error::Unreadable { reason };
    let header = reader
        .headers()
        .map_err(|error| unreadable(error.to_string()))?
        .clone();
    let place = |column: &'static str| {
        let found = header
            .iter()
            .position(|name| name.trim().eq_ignore_ascii_case(column));
        found.ok_or_else(|| Error::MissingColumn {
            column: column.to_owned(),
            found: header.iter().map(str::to_owned).collect(),
        })
    };
    let [of_country, of_year, of_value] = COLUMNS.map(place);
    let (of_country, of_year, of_value) = (of_country?, of_year?, of_value?);
    let mut values = BTreeMap::new();
    for (row, record) in (2..).zip(reader.records()) {
        let record = record.map_err(|error| unreadable(error.to_string()))?;
        let cell = |place: usize| record.get(place).unwrap_or_default().trim();
        let bad = |column: &str, text: &str, wanted: &str| {
            unreadable(format!(
                "row {row}, column `{column}`: `{text}` is no {wanted}"
            ))
        };
        if cell(of_value).is_empty() {
            continue;
        }
        let code = country_or_bloc(cell(of_country))
            .map_err(|error| unreadable(format!("row {row}, column `country`: {error}")))?
            .to_owned();
        let year = cell(of_year)
            .parse()
            .map_err(|_| bad("year", cell(of_year), "year"))?;
        let value: f64 = cell(of_value)
            .parse()
            .ok()
            .filter(|value: &f64| value.is_finite())
            .ok_or_else(|| bad("value", cell(of_value), "number"))?;
        if values.insert((code.clone(), year), value).is_some() {
            return Err(unreadable(format!("row {row}: {code} has {year} twice")));
        }
    }
    Ok(values)
}

impl Ask {
    /// The economy of a country in the year of a period, if there is a figure.
    ///
    /// # Errors
    /// [`Error::BasisMismatch`] without any table.
    pub(super) fn economy_of(&self, panel: &Panel, code: u32, period: i32) -> Result<Option<f64>> {
        let Some(economy) = &self.economy else {
            return Err(self.refuse(
                "needs the size of the economy",
                "give a table of country, year and value with --economy FILE",
            ));
        };
        if panel.frequency != Frequency::Year {
            return Err(self.refuse(
                "holds the trade of a year against its economy, and these figures are of parts of years",
                "give yearly figures",
            ));
        }
        let (code, year) = (panel.word(Dimension::Exporter, code), year_of(period));
        let members = panel.members.get(&(code.to_owned(), year));
        Ok(economy.of(code, year, members))
    }
}

/// Openness and import penetration.
pub(super) fn shares(ask: &Ask, panel: &Panel) -> Result<Found> {
    let openness = match ask.measure.name {
        "openness" => Some(match ask.settings.second("variant", ["wits", "unctad"])? {
            false => Openness::Wits,
            true => Openness::Unctad,
        }),
        _ => None,
    };
    let name = openness.map_or("import-penetration", Openness::as_str);
    let mut found = Found::of(
        panel,
        [
            name.replace('-', "_").as_str(),
            "exports",
            "imports",
            "economy",
        ],
    );
    found.formula = openness.map(|openness| openness.formula().to_owned());
    if let Some(economy) = &ask.economy {
        let of = match ask.settings.second("of", ["gdp", "output"])? {
            false => "gross domestic product",
            true => "output",
        };
        found.note(format!(
            "economy: {of} of {}, taken to be in the currency of the trade figures, at current prices",
            economy.name
        ));
    }
    let named = &panel.named[Dimension::Exporter as usize];
    for period in ask.periods(panel) {
        let total = |own: Dimension| totals(panel, period, own);
        let (exports, imports) = (total(Dimension::Exporter), total(Dimension::Importer));
        let shown = exports.keys().chain(imports.keys());
        let shown: std::collections::BTreeSet<u32> = shown
            .filter(|code| named.is_empty() || named.contains(code))
            .copied()
            .collect();
        for code in shown {
            let economy = ask.economy_of(panel, code, period)?;
            let sum = |of: &BTreeMap<u32, f64>, what: &str| -> Cell {
                of.get(&code)
                    .copied()
                    .ok_or_else(|| format!("no {what} in these data"))
            };
            let (exports, imports) = (sum(&exports, "exports"), sum(&imports, "imports"));
            let economy = economy.ok_or_else(|| "no figure of the economy".to_owned());
            let share = || -> Cell {
                let (exports, imports, economy) =
                    (exports.clone()?, imports.clone()?, economy.clone()?);
                cell(match openness {
                    Some(openness) => openness.of(exports, imports, economy),
                    None => import_penetration(imports, exports, economy),
                })
            };
            let share = share();
            found.push(
                Some(period),
                [code, NONE, NONE],
                [share, exports, imports, economy],
            );
        }
        ask.prune(&mut found);
    }
    Ok(found)
}

/// What every country sells, or buys, in a period.
fn totals(panel: &Panel, period: i32, own: Dimension) -> BTreeMap<u32, f64> {
    let rows = panel.all_parts(panel.rows(period), |dimension| dimension == own);
    let mut values: BTreeMap<u32, Vec<f64>> = BTreeMap::new();
    let known = |row: &CodedRow| row.value.map(|value| (own.of(row), value));
    for (code, value) in rows.iter().filter_map(known) {
        values.entry(code).or_default().push(value);
    }
    values
        .into_iter()
        .map(|(code, values)| (code, exact_sum(values)))
        .collect()
}
