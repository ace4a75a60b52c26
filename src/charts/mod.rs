//! Charts: a table in, a scene out, drawn as PNG or SVG without fonts or windows of the system.

mod balance;
mod canvas;
mod growth;
mod headline;
mod index;
mod layout;
mod lines;
mod reading;
pub mod series;
pub mod theme;

pub use balance::Balance;
pub use canvas::png::png;
pub use canvas::scene::{self, Scene};
pub use canvas::svg::svg;
pub use growth::Growth;
pub use index::Index;
pub use lines::Lines;
pub use series::{Look, Mark, Point, Series, Unit, Words};
pub use theme::Theme;

use std::str::FromStr;

use chrono::Datelike;

use crate::error::{Error, Result};
use crate::model::column::{GROWTH, INDEX, VALUE};
use crate::model::event::Event;
use crate::model::table::Table;
use crate::model::written::capital;
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
}

impl Chart {
    pub const ALL: [Self; 4] = [Self::Lines, Self::Growth, Self::Index, Self::Balance];

    /// The word that commands use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Lines => "lines",
            Self::Growth => "growth",
            Self::Index => "index",
            Self::Balance => "balance",
        }
    }

    /// Lays the chart out.
    ///
    /// # Errors
    /// [`Error::Chart`] if the table has nothing to draw, [`Error::Frame`] if it lacks the columns
    /// of this kind.
    pub fn scene(self, table: &Table, wish: &Wish) -> Result<Scene> {
        let look = &wish.look;
        match self {
            Self::Lines => {
                let reading = Reading::of(table, VALUE)?;
                Lines {
                    unit: reading.money(),
                    words: wish.words(headline::levels(&reading), &reading, table),
                    marks: wish.marks(&reading),
                    series: reading.series,
                    from_zero: true,
                }
                .scene(look)
            }
            Self::Growth => {
                let reading = Reading::of(table, GROWTH)?.merged()?;
                Growth {
                    words: wish.words(headline::growth(&reading), &reading, table),
                    marks: wish.marks(&reading),
                    series: reading.fractions(),
                }
                .scene(look)
            }
            Self::Index => {
                let reading = Reading::of(table, INDEX)?;
                Index {
                    words: wish.words(headline::index(&reading), &reading, table),
                    base_label: reading.base_label(table)?,
                    marks: wish.marks(&reading),
                    series: reading.series,
                }
                .scene(look)
            }
            Self::Balance => {
                let reading = Reading::balance(table)?;
                let (positive, negative) = reading.balance_names();
                Balance {
                    unit: reading.money(),
                    words: wish.words(headline::balance(&reading), &reading, table),
                    points: reading
                        .series
                        .first()
                        .map(|one| one.points.clone())
                        .unwrap_or_default(),
                    positive,
                    negative,
                    marks: wish.marks(&reading),
                }
                .scene(look)
            }
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

    fn words(&self, (title, measure): (String, String), reading: &Reading, table: &Table) -> Words {
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
