//! How files are read where they do not say it themselves.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use bilat::model::period::Frequency;
use bilat::outputs::save;
use bilat::providers::{Detail, Hints, Mapping, Options, Report, Unit};
use bilat::{Currency, Scheme, country, resolve};
use clap::Args;

use super::{Outcome, tell};

/// How files are read where they do not say it themselves.
#[derive(Args)]
#[command(next_help_heading = "Data")]
pub struct Reading {
    /// Layout of the file, instead of the one it is recognised as.
    #[arg(id = "as", long = "as", value_name = "NAME")]
    layout: Option<String>,
    /// Which column means what: exporter=Origin,value="Euros".
    #[arg(long, value_name = "MAPPING", value_parser = Mapping::parse)]
    map: Option<Mapping>,
    /// The same in a file, in TOML.
    #[arg(long, value_name = "FILE", conflicts_with = "map")]
    mapping: Option<PathBuf>,
    /// What a value counts: one, thousand, million, billion.
    #[arg(long, alias = "data-unit", value_name = "UNIT")]
    unit: Option<Unit>,
    /// Currency of the values, whatever the file says.
    #[arg(long, value_name = "CURRENCY")]
    data_currency: Option<Currency>,
    /// Country that reports, for files that do not name it.
    #[arg(long, value_name = "COUNTRY")]
    reporter: Option<String>,
    /// Periods to keep where yearly and monthly figures stand side by side.
    #[arg(long, value_name = "year|quarter|month", value_parser = frequency)]
    frequency: Option<Frequency>,
    /// Products to keep where they do not add up to the products above them: finest, coarsest.
    #[arg(long, value_name = "DETAIL")]
    detail: Option<Detail>,
    /// Separator of the fields: a character, or comma, semicolon, tab, pipe, space.
    #[arg(long, value_name = "CHAR", value_parser = separator)]
    separator: Option<char>,
    /// Decimal mark of the numbers.
    #[arg(long, value_name = "CHAR", value_parser = decimal)]
    decimal: Option<char>,
    /// What sets thousands apart.
    #[arg(long, value_name = "CHAR", value_parser = thousands)]
    thousands: Option<char>,
    /// Encoding of the text, such as windows-1252.
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    /// Sheet of a workbook.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Refuse everything if a single row cannot be read.
    #[arg(long)]
    strict: bool,
    /// File for the rows that could not be read, with their place and the reason.
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
}

fn frequency(typed: &str) -> Result<Frequency, String> {
    match typed {
        "year" => Ok(Frequency::Year),
        "quarter" => Ok(Frequency::Quarter),
        "month" => Ok(Frequency::Month),
        _ => Err("write year, quarter or month".to_owned()),
    }
}

fn separator(typed: &str) -> Result<char, String> {
    let mut letters = typed.chars();
    match (typed, letters.next(), letters.next()) {
        ("comma", ..) => Ok(','),
        ("semicolon", ..) => Ok(';'),
        ("tab", ..) => Ok('\t'),
        ("pipe", ..) => Ok('|'),
        ("space", ..) => Ok(' '),
        (_, Some(letter), None) => Ok(letter),
        _ => Err("write one character, or comma, semicolon, tab, pipe or space".to_owned()),
    }
}

fn decimal(typed: &str) -> Result<char, String> {
    match typed {
        "." => Ok('.'),
        "," => Ok(','),
        _ => Err("write . or ,".to_owned()),
    }
}

fn thousands(typed: &str) -> Result<char, String> {
    let mut letters = typed.chars();
    match (letters.next(), letters.next()) {
        (
            Some(mark @ ('.' | ',' | ' ' | '\'' | '’' | '\u{a0}' | '\u{202f}' | '\u{2009}')),
            None,
        ) => Ok(mark),
        _ => Err("write . or , or a space or an apostrophe".to_owned()),
    }
}

impl Reading {
    /// Whether anything is said of files at all.
    pub fn says_anything(&self) -> bool {
        let Self {
            layout,
            map,
            mapping,
            unit,
            data_currency,
            reporter,
            frequency,
            detail,
            separator,
            decimal,
            thousands,
            encoding,
            sheet,
            strict,
            rejects,
        } = self;
        let words = [layout, reporter, encoding, sheet];
        let letters = [separator, decimal, thousands];
        let files = [mapping, rejects];
        *strict
            || map.is_some()
            || unit.is_some()
            || data_currency.is_some()
            || frequency.is_some()
            || detail.is_some()
            || words.iter().any(|word| word.is_some())
            || letters.iter().any(|letter| letter.is_some())
            || files.iter().any(|file| file.is_some())
    }

    /// The options of the library; `otherwise` is the currency of files that do not say theirs.
    pub fn options(&self, otherwise: Option<Currency>) -> Result<Options> {
        let mapping = match (&self.map, &self.mapping) {
            (Some(map), _) => Some(map.clone()),
            (None, Some(file)) => {
                let text = std::fs::read_to_string(file);
                let text = text.with_context(|| format!("{}: cannot read", file.display()))?;
                Some(Mapping::from_toml(&text).with_context(|| file.display().to_string())?)
            }
            (None, None) => None,
        };
        if self.decimal.is_some() && self.decimal == self.thousands {
            bail!("--decimal and --thousands name the same mark; a figure cannot have it for both");
        }
        if let Some(reporter) = self
            .reporter
            .as_deref()
            .filter(|typed| resolve(typed, Scheme::Any).is_none())
        {
            country(reporter)?;
        }
        Ok(Options {
            layout: self.layout.clone(),
            mapping,
            unit: self.unit,
            currency: self.data_currency,
            otherwise,
            reporter: self.reporter.clone(),
            frequency: self.frequency,
            detail: self.detail,
            hints: Hints {
                encoding: self.encoding.as_deref().map(Hints::encoding).transpose()?,
                separator: self.separator,
                decimal: self.decimal,
                thousands: self.thousands,
            },
            sheet: self.sheet.clone(),
            strict: self.strict,
        })
    }

    /// Tells what became of the rows, and keeps the rejected ones where they were asked for.
    pub fn account(&self, report: &Report, quiet: bool) -> Result<Outcome> {
        if !quiet {
            for line in report.lines() {
                tell(&line);
            }
        }
        if let Some(file) = &self.rejects {
            save(&report.rejects_table()?, file)?;
        }
        Ok(match report.rejected() {
            0 => Outcome::Done,
            _ => Outcome::Found,
        })
    }
}
