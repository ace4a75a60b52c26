//! The catalogue of charts: their names, whom they are about, and what draws them.

use std::str::FromStr;

use super::from_table::{pair, partners, parts};
use super::{Scene, Wish};
use crate::error::{Error, Result};
use crate::model::table::Table;

/// Kinds of chart, each drawn from one kind of table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chart {
    /// Levels over time, from a [growth](crate::indicators::Growth) table.
    Lines,
    /// Growth on the year before as bars, from a growth table.
    Growth,
    /// Levels against a base year, from a growth table of method index.
    Index,
    /// Surplus and deficit, from a [balance](crate::indicators::Balance) table.
    Balance,
    /// Exports upward and imports downward, from a balance table.
    Both,
    /// One flow as both sides report it, from a growth table with both sides.
    Mirror,
    /// The gap between both sides' reports, from the same table.
    Gap,
    /// What each flow adds to the growth of all, from a [contribution](crate::indicators::Contribution) table.
    Contribution,
    /// Partners by level with their growth, from a [comparison](crate::indicators::Comparison).
    Ranked,
    /// Growth by partner and year as tiles, from a comparison.
    Compare,
    /// A small chart for every partner, from a comparison.
    Multiples,
    /// The first year against the last, from a comparison.
    Slope,
    /// Ranks by year, from a comparison.
    Bump,
    /// Shares of all a country buys or sells, from [market shares](crate::indicators::MarketShare).
    Shares,
    /// Share against growth, from a table of [standing](crate::indicators::Standing).
    Scatter,
    /// Products by section, from a [composition](crate::indicators::Composition).
    Treemap,
}

/// Whom a chart is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Two countries.
    Pair,
    /// One country and its partners.
    Partners,
    /// Either of the two.
    Either,
}

impl Subject {
    /// Whom, in words.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Pair => "a pair",
            Self::Partners => "partners of one",
            Self::Either => "a pair, or partners",
        }
    }
}

impl Chart {
    pub const ALL: [Self; 16] = [
        Self::Lines,
        Self::Growth,
        Self::Index,
        Self::Balance,
        Self::Both,
        Self::Mirror,
        Self::Gap,
        Self::Contribution,
        Self::Ranked,
        Self::Compare,
        Self::Multiples,
        Self::Slope,
        Self::Bump,
        Self::Shares,
        Self::Scatter,
        Self::Treemap,
    ];

    /// The word that commands use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lines => "lines",
            Self::Growth => "growth",
            Self::Index => "index",
            Self::Balance => "balance",
            Self::Both => "both",
            Self::Mirror => "mirror",
            Self::Gap => "gap",
            Self::Contribution => "contribution",
            Self::Ranked => "ranked",
            Self::Compare => "compare",
            Self::Multiples => "multiples",
            Self::Slope => "slope",
            Self::Bump => "bump",
            Self::Shares => "shares",
            Self::Scatter => "scatter",
            Self::Treemap => "treemap",
        }
    }

    /// What it shows, in a few words.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Lines => "Levels over the years, with events; --log for series of unlike size",
            Self::Growth => "Growth on the year before, bars up and down",
            Self::Index => "Each direction against its own base year",
            Self::Balance => "Surplus above zero, deficit below",
            Self::Both => "Exports upward, imports downward, the balance as a line",
            Self::Mirror => "One flow as each side reports it, and the gap between them",
            Self::Gap => {
                "How far the importer’s report of one flow lies from the exporter’s, year by year"
            }
            Self::Contribution => {
                "What drove the growth of the total: a waterfall for one year, stacks for several"
            }
            Self::Ranked => "Partners by the level of the last year, with their growth",
            Self::Compare => "Growth by partner and year, as tiles",
            Self::Multiples => "A small chart for every partner, on one scale",
            Self::Slope => "The first year against the last, a line for every partner",
            Self::Bump => "The rank of every partner, year by year",
            Self::Shares => "Shares of all the country buys or sells, stacked to the whole",
            Self::Scatter => "Share against growth, the size of the flow as area",
            Self::Treemap => "What one flow consists of, by section and chapter",
        }
    }

    /// Whom it is about.
    pub const fn subject(self) -> Subject {
        match self {
            Self::Contribution => Subject::Either,
            Self::Ranked
            | Self::Compare
            | Self::Multiples
            | Self::Slope
            | Self::Bump
            | Self::Shares
            | Self::Scatter => Subject::Partners,
            Self::Lines
            | Self::Growth
            | Self::Index
            | Self::Balance
            | Self::Both
            | Self::Mirror
            | Self::Gap
            | Self::Treemap => Subject::Pair,
        }
    }

    /// Lays the chart out.
    ///
    /// # Errors
    /// [`Error::Chart`] if the table has nothing to draw, [`Error::Frame`] if it lacks the columns
    /// of this kind.
    pub fn scene(self, table: &Table, wish: &Wish) -> Result<Scene> {
        match self {
            Self::Lines => pair::lines(table, wish),
            Self::Growth => pair::growth(table, wish),
            Self::Index => pair::index(table, wish),
            Self::Balance => pair::balance(table, wish),
            Self::Both => pair::both(table, wish),
            Self::Mirror => pair::mirror(table, wish),
            Self::Gap => pair::gap(table, wish),
            Self::Contribution => parts::contribution(table, wish),
            Self::Ranked => partners::ranked(table, wish),
            Self::Compare => partners::compare(table, wish),
            Self::Multiples => partners::multiples(table, wish),
            Self::Slope => partners::slope(table, wish),
            Self::Bump => partners::bump(table, wish),
            Self::Shares => partners::shares(table, wish),
            Self::Scatter => partners::scatter(table, wish),
            Self::Treemap => parts::treemap(table, wish),
        }
    }
}

impl FromStr for Chart {
    type Err = Error;

    fn from_str(typed: &str) -> Result<Self> {
        crate::model::source::word(typed, "kind of chart", &Self::ALL, Self::as_str)
    }
}
