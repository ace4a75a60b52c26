//! Which figures a command works on.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use bilat::model::period::Frequency;
use bilat::outputs::save;
use bilat::providers::{Detail, Hints, Mapping, Options, Report, Unit, load};
use bilat::transforms::{Choose, End, Money, Panel, Reshape, RollUp, Sources};
use bilat::{Currency, FlowTable, Pair, Scheme, Side, Years, bundled_flows, country, resolve};
use clap::Args;

use super::{Outcome, tell};

/// Where the figures come from.
#[derive(Args)]
pub struct Data {
    /// Your own files instead of the bundled figures, in any layout of `bilat formats`; patterns
    /// such as '*.csv.gz' and `-` for standard input work too.
    #[arg(long, value_name = "FILE", num_args = 1.., help_heading = "Data")]
    pub data: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
}

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
    fn says_anything(&self) -> bool {
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

/// One country and its partners.
#[derive(Args)]
pub struct Partners {
    /// Country that the exports go to.
    #[arg(long, value_name = "COUNTRY", conflicts_with_all = ["exporter", "importers"])]
    pub importer: Option<String>,
    /// Exporters to it, comma-separated [default: all that the data have].
    #[arg(
        long,
        value_name = "COUNTRIES",
        value_delimiter = ',',
        requires = "importer"
    )]
    pub exporters: Vec<String>,
    /// Country that the exports come from.
    #[arg(long, value_name = "COUNTRY")]
    pub exporter: Option<String>,
    /// Importers from it, comma-separated [default: all that the data have].
    #[arg(
        long,
        value_name = "COUNTRIES",
        value_delimiter = ',',
        requires = "exporter"
    )]
    pub importers: Vec<String>,
    /// Only the partners with the N largest flows of the last year.
    #[arg(long, value_name = "N")]
    pub top: Option<usize>,
}

impl Partners {
    /// The flows asked for, from the best source.
    pub fn panel(&self) -> Result<Panel> {
        let (own, end, partners) = match (&self.importer, &self.exporter) {
            (Some(importer), _) => (importer, End::Importer, &self.exporters),
            (None, Some(exporter)) => (exporter, End::Exporter, &self.importers),
            (None, None) => bail!("name the country with --importer or --exporter"),
        };
        let partners = partners.iter().map(|typed| country(typed));
        Ok(Panel {
            partners: partners.collect::<Result<_, _>>()?,
            top: self.top,
            ..Panel::of(country(own)?, end)
        })
    }
}

/// Which series, years and money.
#[derive(Args)]
pub struct Wanted {
    /// Years to show: 2003..2009, 2003.., ..2009 or 2009; all if left out.
    #[arg(long, value_name = "YEARS")]
    pub years: Option<Years>,
    /// Source ids, comma-separated; `best` takes the one that covers the years best, `cover` as
    /// few as cover them all, `all` every series; each is kept apart [default: best; for a brief
    /// cover].
    #[arg(long, value_name = "SOURCE")]
    pub source: Option<Sources>,
    /// Only figures reported by the exporter or by the importer.
    #[arg(long, value_name = "SIDE")]
    pub side: Option<Side>,
    /// Currency to convert to, at annual average rates: USD, NOK, CNY, EUR. Of a file that does
    /// not say its currency, the currency it is in.
    #[arg(long, value_name = "CURRENCY")]
    pub currency: Option<Currency>,
    /// Constant prices of this year, by the US consumer price index.
    #[arg(long, value_name = "YEAR")]
    pub real: Option<i32>,
}

impl Data {
    /// Every flow of the files, or of the bundle, and whether rows were rejected.
    pub fn flows(&self, wanted: Option<&Wanted>, quiet: bool) -> Result<(FlowTable, Outcome)> {
        if self.data.is_empty() {
            if self.reading.says_anything() {
                bail!("options about files need a file; name it with --data");
            }
            return Ok((bundled_flows()?, Outcome::Done));
        }
        let otherwise = wanted.and_then(|wanted| wanted.currency);
        let loaded = load(&self.data, &self.reading.options(otherwise)?)?;
        let outcome = self.reading.account(&loaded.report, quiet)?;
        Ok((loaded.flows, outcome))
    }
}

impl Wanted {
    /// The years asked for.
    pub fn years(&self) -> Years {
        self.years.unwrap_or_default()
    }

    /// The chosen series of a pair, in the money asked for, and whether rows were rejected.
    pub fn pair(&self, pair: Pair, data: &Data, quiet: bool) -> Result<(FlowTable, Outcome)> {
        let (flows, outcome) = data.flows(Some(self), quiet)?;
        let choose = Choose {
            pair,
            years: self.years(),
            sources: self.source.clone().unwrap_or_default(),
            side: self.side,
        };
        let chosen = RollUp.apply(&choose.apply(&flows)?)?;
        Ok((self.money().apply(&chosen)?, outcome))
    }

    /// The currency and prices asked for.
    pub fn money(&self) -> Money {
        Money {
            real: self.real,
            currency: self.currency,
            years: self.years(),
        }
    }
}
