//! `bilat measure`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use anyhow::{Result, bail};
use bilat::indicators::about::About;
use bilat::indicators::catalogue::{self, FAMILIES};
use bilat::measures::{Ask, Dimension, Economy, Intra, Settings, WorldRow, settings_of};
use bilat::model::column::WORLD;
use bilat::model::group::country_or_bloc;
use bilat::transforms::Reshape;
use bilat::{Error, Table, group};
use clap::{Args, ValueEnum};

use super::Outcome;
use super::input::{Data, Wanted};
use super::output::{Output, print};

/// Any of the field's measures by name: advantage, concentration, similarity, prices, complexity.
///
/// `bilat measure --list` names them all, and `bilat measure NAME --list` tells of one its formula,
/// unit, what gives no figure, its source and what can be set. One source and one side answer.
///
/// Countries and products that are named choose what is shown where rows are told apart by them, and
/// what is summed where they are not: of exporters by product, --exporter NOR shows Norway among all
/// that the world is made of, and --importer CHN restricts the market to China.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Measure {
    /// Name or abbreviation of a measure.
    #[arg(required_unless_present = "list")]
    name: Option<String>,
    /// All measures with what they are, or everything about one.
    #[arg(long)]
    list: bool,
    /// Exporters, comma-separated; a group such as EU or ASEAN is one economy made of its members.
    #[arg(long, value_name = "COUNTRIES", value_delimiter = ',')]
    exporter: Vec<String>,
    /// Importers, or of measures of both directions partners, comma-separated.
    #[arg(long, value_name = "COUNTRIES", value_delimiter = ',')]
    importer: Vec<String>,
    /// How codes of products begin, comma-separated: 03 for a chapter.
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    product: Vec<String>,
    /// What rows are told apart by besides the period: exporter, importer, product, comma-separated
    /// [default: as the measure has it].
    #[arg(long, value_name = "KEYS", value_delimiter = ',')]
    by: Vec<String>,
    /// What rows are compared over: exporter, importer or product [default: product, or importer
    /// where the data have no products].
    #[arg(long, value_name = "KEY")]
    over: Option<Dimension>,
    /// How many digits of their codes tell products apart: 2 for chapters, 4 for headings.
    #[arg(long, value_name = "DIGITS", value_parser = clap::value_parser!(u8).range(1..=12))]
    level: Option<u8>,
    /// The world: the sum of the data, or the row that they have for it.
    #[arg(long, value_enum, default_value = "data")]
    world: World,
    /// The trade among members of a group that is named [default: left-out].
    #[arg(long, value_enum)]
    intra: Option<Within>,
    /// A variant or parameter of the measure, as NAME=VALUE.
    #[arg(long = "set", value_name = "NAME=VALUE")]
    settings: Vec<String>,
    /// Gross domestic product or output, a CSV file with the columns country, year and value in the
    /// currency of the trade figures.
    #[arg(long, value_name = "FILE")]
    economy: Option<PathBuf>,
    /// Only the N rows with the largest figures.
    #[arg(long, value_name = "N")]
    top: Option<NonZeroUsize>,
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "\
Examples:
  bilat measure --list
  bilat measure rca --list
  bilat measure rca --exporter NOR --level 2 --years 2022 --data 'BACI_HS92_Y*.csv'
  bilat measure hhi --by exporter --over importer --set scale=hhi-10000 --years 2014..
  bilat measure grubel-lloyd --exporter NOR --importer CHN --level 4 --data baci
  bilat measure eci --level 4 --years 2022 --data baci
  bilat measure unit-value-index --exporter NOR --importer CHN --set formula=fisher --data baci";

#[derive(Clone, Copy, ValueEnum)]
enum World {
    Data,
    Given,
}

#[derive(Clone, Copy, ValueEnum)]
enum Within {
    LeftOut,
    Counted,
}

impl Measure {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let measure = self.name.as_deref().map(find).transpose()?;
        if self.list {
            print(measure.map_or_else(list, sheet).as_bytes())?;
            return Ok(Outcome::Done);
        }
        let Some(measure) = measure else {
            bail!("name a measure; `bilat measure --list` lists them");
        };
        let ask = self.ask(measure)?;
        ask.heed()?;
        let (table, outcome) = match self.by_year(&ask, quiet)? {
            Some(answer) => answer,
            None => {
                let (flows, outcome) = self.data.flows(&ask.needs(), Some(&self.wanted), quiet)?;
                let flows = self.wanted.money().apply(&flows)?;
                (ask.of(&flows)?, outcome)
            }
        };
        self.output.write(&table, quiet)?;
        Ok(outcome)
    }

    /// The answer from data that are kept by year, within the room of one where each is measured for
    /// itself; none if they must be loaded.
    fn by_year(&self, ask: &Ask, quiet: bool) -> Result<Option<(Table, Outcome)>> {
        if !ask.takes_years() {
            return Ok(None);
        }
        let mut answer = ask.begin();
        let told = self.data.each_year(
            &ask.needs(),
            ask.years_needed(),
            &self.wanted,
            quiet,
            &mut |frequency, coded| answer.take(frequency, coded),
        )?;
        told.map(|(flows, outcome)| Ok((answer.finish(&flows)?, outcome)))
            .transpose()
    }

    fn ask(&self, measure: &'static About) -> Result<Ask> {
        let (exporters, importers) = (codes(&self.exporter)?, codes(&self.importer)?);
        let is_group = |code: &String| group(code).is_ok_and(|group| group.code == *code);
        if self.intra.is_some() && !exporters.iter().chain(&importers).any(is_group) {
            bail!("--intra says what becomes of trade within a group, and no group is named");
        }
        if self.economy.is_some() && self.wanted.real.is_some() {
            bail!("--economy is at current prices; leave out --real, so that trade is as well");
        }
        let by = self.by.iter().filter(|typed| *typed != "year");
        Ok(Ask {
            years: self.wanted.years(),
            sources: self.wanted.source.clone().unwrap_or_default(),
            side: self.wanted.side,
            by: by
                .map(|typed| typed.parse())
                .collect::<Result<_, Error>>()?,
            over: self.over,
            exporters,
            importers,
            intra: match self.intra {
                None | Some(Within::LeftOut) => Intra::LeftOut,
                Some(Within::Counted) => Intra::Counted,
            },
            products: self.product.clone(),
            level: self.level,
            world: match self.world {
                World::Data => WorldRow::FromData,
                World::Given => WorldRow::Given,
            },
            settings: Settings::of(measure, &self.settings)?,
            economy: self.economy.as_deref().map(Economy::read).transpose()?,
            top: self.top.map(NonZeroUsize::get),
            ..Ask::new(measure)
        })
    }
}

/// Codes of countries and groups.
fn codes(typed: &[String]) -> Result<Vec<String>, Error> {
    let code = |typed: &String| match country_or_bloc(typed)? {
        WORLD => Err(Error::BasisMismatch {
            reason: "the world is what countries are held against".to_owned(),
            remedy: "leave it out: all partners count then".to_owned(),
        }),
        code => Ok(code.to_owned()),
    };
    typed.iter().map(code).collect()
}

fn find(typed: &str) -> Result<&'static About, Error> {
    catalogue::find(typed).ok_or_else(|| Error::UnknownMeasure {
        typed: typed.to_owned(),
        nearest: catalogue::nearest(typed),
    })
}

/// All measures, family by family.
fn list() -> String {
    let mut text = String::new();
    for (family, measures) in FAMILIES {
        text.push_str(&format!("{family}\n"));
        for about in measures {
            let name = match about.short {
                "" => about.name.to_owned(),
                short => format!("{} ({short})", about.name),
            };
            text.push_str(&format!("  {name:<40} {}\n", about.about));
        }
    }
    text
}

/// Everything about one measure.
fn sheet(about: &About) -> String {
    let mut text = match about.short {
        "" => format!("{}\n", about.name),
        short => format!("{} ({short})\n", about.name),
    };
    let mut line = |title: &str, words: &str| {
        if !words.is_empty() {
            text.push_str(&format!("{title:<9} {words}\n"));
        }
    };
    line("What", about.about);
    line("Formula", about.formula);
    line("Unit", about.unit);
    line("Rows", about.keys);
    line("Nulls", about.nulls);
    for (place, setting) in settings_of(about.name).iter().enumerate() {
        let title = if place == 0 { "Set" } else { "" };
        line(title, &format!("{}={}", setting.name, setting.values));
    }
    line("Source", about.source);
    text
}
