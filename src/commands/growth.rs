//! `bilat growth`.

use anyhow::{Result, bail};
use bilat::indicators::{Growth as Indicator, GrowthRanking, Measure, Method, Rank};
use bilat::model::coded::Coded;
use bilat::store::{Asked, Detail};
use bilat::transforms::{Pairs, Reshape, RollUp, TwoWay};
use bilat::{Error, FlowTable, Pair, Table, Years};
use clap::{Args, ValueEnum};

use super::Outcome;
use super::input::{Data, Wanted};
use super::output::Output;

/// Growth of the trade between two countries, or between every two, year by year or on average.
///
/// A rate compares a year with the calendar year before it, within one source and one side. A
/// missing year, a zero base or a first year gives no rate; the column `reason` says why.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Growth {
    /// First country.
    #[arg(required_unless_present = "every_pair", requires = "second")]
    first: Option<String>,
    /// Second country.
    second: Option<String>,
    /// Every two countries instead of one pair, ranked by --rank, from one source and side.
    #[arg(long, conflicts_with_all = ["first", "second", "flow", "by"])]
    every_pair: bool,
    /// yoy (on the year before), log, midpoint, index, cagr (compound, between the ends) or
    /// least-squares.
    #[arg(long, default_value = "yoy")]
    method: Method,
    /// Which flow: both directions apart, the first country's exports or imports, their total,
    /// or the balance, whose growth is refused with an explanation.
    #[arg(long, value_enum, default_value = "both")]
    flow: Flow,
    /// Products apart instead of all goods together.
    #[arg(long, value_enum)]
    by: Option<By>,
    /// How many digits of their codes tell products apart: 2 for chapters, 4 for headings
    /// [default: all].
    #[arg(long, value_name = "DIGITS", requires = "by", value_parser = clap::value_parser!(u8).range(1..=12))]
    level: Option<u8>,
    /// Only the N rates that come first, over all years shown.
    #[arg(long, value_name = "N")]
    top: Option<usize>,
    /// What comes first: the highest growth, the deepest fall, the largest rise or the largest
    /// loss in value [default: growth, where rates are ranked].
    #[arg(long, value_enum)]
    rank: Option<Order>,
    /// Leave out rates from bases below this value: from little, everything grows fast.
    #[arg(long, value_name = "VALUE")]
    min_base: Option<f64>,
    /// Base year of an index [default: the first year shown].
    #[arg(long, value_name = "YEAR")]
    base: Option<i32>,
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

const EXAMPLES: &str = "\
Examples:
  bilat growth CHN NOR --years 2003..2009
  bilat growth China Norway --years 2003..2014 --method cagr
  bilat growth NOR CHN --flow total --source encyclopedia --method cagr --years 2003..2009
  bilat growth CHN NOR --method index --base 2003 --format json
  bilat growth CHN NOR --data 'BACI_HS92_Y*.csv' --by product --level 2 --top 20 --rank loss
  bilat growth --every-pair --top 20 --min-base 1000000 --years 2021..2022 --data baci";

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Flow {
    Both,
    Exports,
    Imports,
    Total,
    Balance,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    Product,
}

#[derive(Clone, Copy, ValueEnum)]
enum Order {
    Growth,
    Fall,
    Rise,
    Loss,
}

impl Order {
    fn rank(self) -> Rank {
        match self {
            Self::Growth => Rank::Growth,
            Self::Fall => Rank::Fall,
            Self::Rise => Rank::Rise,
            Self::Loss => Rank::Loss,
        }
    }
}

impl Growth {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        if self.flow == Flow::Balance {
            return Err(Error::GrowthOfBalance.into());
        }
        let (table, outcome) = match (&self.first, &self.second) {
            (Some(first), Some(second)) => {
                let (flows, outcome) = self.pair(Pair::new(first, second)?, quiet)?;
                let ranked = self.top.is_some() || self.rank.is_some() || self.min_base.is_some();
                let table = match ranked {
                    true => self.ranking().of(&flows)?,
                    false => self.growth().of(&flows)?,
                };
                (table, outcome)
            }
            _ => self.every_pair(quiet)?,
        };
        self.output.write(&table, quiet)?;
        Ok(outcome)
    }

    fn growth(&self) -> Indicator {
        Indicator {
            method: self.method,
            years: self.wanted.years(),
            base: self.base,
        }
    }

    fn ranking(&self) -> GrowthRanking {
        GrowthRanking {
            method: self.method,
            years: self.wanted.years(),
            rank: self.rank.map(Order::rank).unwrap_or_default(),
            top: self.top,
            least_base: self.min_base.unwrap_or_default(),
        }
    }

    /// The flows of the pair that are asked for.
    fn pair(&self, pair: Pair, quiet: bool) -> Result<(FlowTable, Outcome)> {
        let detail = match (self.by, self.level) {
            (None, _) => Detail::Total,
            (Some(By::Product), Some(digits)) => Detail::Digits(digits),
            (Some(By::Product), None) => Detail::Products,
        };
        if detail != Detail::Total && self.flow == Flow::Total {
            bail!(
                "--flow total adds both directions up, all goods together; leave out --by product"
            );
        }
        let (flows, outcome) = self.wanted.pair(pair, detail, &self.data, quiet)?;
        let flows = match self.flow {
            Flow::Exports => flows.retain(|flow| pair.exports(flow))?,
            Flow::Imports => flows.retain(|flow| pair.imports(flow))?,
            Flow::Total => TwoWay { pair }.apply(&flows)?,
            Flow::Both | Flow::Balance => flows.retain(|flow| flow.kind != bilat::Kind::TwoWay)?,
        };
        Ok((flows, outcome))
    }

    /// The flows between every two countries, ranked.
    fn every_pair(&self, quiet: bool) -> Result<(Table, Outcome)> {
        let asked = self.wanted.years();
        let years = Years {
            // The first year grows from the one before.
            first: asked.first.map(|first| first - 1),
            ..asked
        };
        let pairs = Pairs {
            years: asked,
            sources: self.wanted.source.clone().unwrap_or_default(),
            side: self.wanted.side,
            with_world: false,
        };
        let asked = Asked::Pairs { years };
        let mut coded = Coded::default();
        let mut take = |_, year| {
            coded.append(year);
            Ok(())
        };
        let told = self
            .data
            .each_year(&asked, years, &self.wanted, quiet, &mut take)?;
        if let Some((mut flows, outcome)) = told {
            pairs.choose(&mut flows, &mut coded)?;
            return Ok((self.ranking().of_coded(&flows, coded)?, outcome));
        }
        let (flows, outcome) = self.data.flows(&asked, Some(&self.wanted), quiet)?;
        let flows = pairs.apply(&RollUp.apply(&flows)?)?;
        let flows = self.wanted.money().apply(&flows)?;
        Ok((self.ranking().of(&flows)?, outcome))
    }
}
