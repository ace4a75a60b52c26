//! Charts: a table in, a scene out, drawn as PNG or SVG without fonts or windows of the system.

mod balance;
mod both;
mod bump;
mod canvas;
mod from_table;
mod growth;
mod headline;
mod heatmap;
mod index;
mod layout;
mod lines;
mod mirror;
mod multiples;
mod ranked;
mod reading;
mod scatter;
pub mod series;
mod shares;
mod slope;
mod stacked;
pub mod theme;
mod treemap;
mod waterfall;

pub use balance::Balance;
pub use both::Both;
pub use bump::Bump;
pub use canvas::face::add_font;
pub use canvas::png::png;
pub use canvas::scene::{self, Scene};
pub use canvas::svg::svg;
pub use growth::Growth;
pub use heatmap::Heatmap;
pub use index::Index;
pub use lines::Lines;
pub use mirror::Mirror;
pub use multiples::{Multiples, Panel as MultiplesPanel};
pub use ranked::{Ranked, RankedRow};
pub use scatter::{Quadrants, Scatter, ScatterAxis, ScatterPoint, ScatterSize};
pub use series::{Look, Mark, Point, Series, Unit, Words};
pub use shares::Shares;
pub use slope::{Slope, SlopeColours};
pub use stacked::Stacked;
pub use theme::Theme;
pub use treemap::{Group as TreemapGroup, Part as TreemapPart, Treemap};
pub use waterfall::{Part as WaterfallPart, Waterfall};

use std::str::FromStr;

use chrono::Datelike;

use crate::error::{Error, Result};
use crate::model::event::Event;
use crate::model::table::Table;
use crate::model::written::capital;
use from_table::{pair, partners, parts};
use headline::Headline;
use reading::Reading;

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
    pub const ALL: [Self; 15] = [
        Self::Lines,
        Self::Growth,
        Self::Index,
        Self::Balance,
        Self::Both,
        Self::Mirror,
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

/// What a user may want of any chart.
#[derive(Debug, Clone, Default)]
pub struct Wish {
    pub look: Look,
    /// Events to mark; those outside the years of the chart are left out.
    pub events: Vec<Event>,
    /// A title of one's own, instead of what the figures prove.
    pub title: Option<String>,
    pub subtitle: Option<String>,
    /// One more note for the footer.
    pub note: Option<String>,
    /// Codes of the countries to put in colour among many; empty leaves it to the chart.
    pub highlight: Vec<String>,
    /// A logarithmic axis, for lines.
    pub log: bool,
    /// A value axis for each of the small charts.
    pub own_scale: bool,
}

impl Wish {
    /// The events that fall into the years that have figures.
    fn marks(&self, reading: &Reading) -> Vec<Mark> {
        let decimal =
            |date: chrono::NaiveDate| f64::from(date.year()) + f64::from(date.ordinal0()) / 366.0;
        let years = || {
            reading
                .series
                .iter()
                .flat_map(Series::values)
                .map(|(year, _)| year)
        };
        let (first, last) = (
            years().fold(f64::MAX, f64::min),
            years().fold(f64::MIN, f64::max),
        );
        let shown = |event: &&Event| {
            f64::from(event.end.unwrap_or(event.start).year()) >= first
                && f64::from(event.start.year()) <= last
        };
        self.events
            .iter()
            .filter(shown)
            .map(|event| Mark {
                start: decimal(event.start),
                end: event.end.map(decimal),
                label: event.short.clone(),
            })
            .collect()
    }

    fn words(&self, (title, measure): Headline, reading: &Reading, table: &Table) -> Words {
        let mut notes: Vec<String> = table
            .caption
            .notes
            .iter()
            .map(|note| sentence(note))
            .collect();
        notes.extend(reading.notes());
        notes.extend(self.note.clone());
        Words {
            title: self.title.clone().unwrap_or(title),
            subtitle: self.subtitle.clone().unwrap_or(measure),
            sources: reading.sources.clone(),
            notes,
        }
    }
}

/// A note with a capital and a full stop.
fn sentence(note: &str) -> String {
    format!("{}.", capital(note))
}
