//! A change of the level or slope of a series about its trend.

use serde::Serialize;

use super::chow::Chow;
use super::event::Event;
use super::segments::{Model, Segments};
use super::unknown::{Search, coincidence, near};
use crate::checks::series::{Period, Series};
use crate::checks::statistics::p_words;
use crate::error::{Error, Result};

/// Log levels in a row without a gap that a test needs: one more than the growth rates of
/// [`super::UNKNOWN_GROWTHS`].
pub const LEVELS: usize = 21;

/// A straight line through the log levels against two of them.
///
/// Trade levels wander: on random walks of 25 years the textbook p-value falls below 0.05 in about
/// 3 of 4 series that have no break at all, at a fixed date halfway. The p-value to go by is
/// therefore counted over random orders of the growth rates, each built up into a wandering level
/// again; on random walks it raises at most 5 false alarms in a hundred, and none where levels
/// return to a trend. It finds a slope steeper by two standard deviations of growth in 97 of 100
/// series and a single step of five in 35 of 100: a step is better looked for among the outliers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LevelBreak {
    /// First period of the new line.
    pub at: Period,
    /// Whether the date was given or searched for.
    pub searched: bool,
    /// Chow's test with an intercept and a slope a side. Its p is the textbook one, and for a date
    /// that was searched for it is not even that.
    pub chow: Chow,
    /// Share of random walks with the same growth rates that show as large an F.
    pub p: f64,
    pub levels: usize,
    pub near: Vec<Event>,
    pub words: String,
}

/// Tests the log level at a given date, or searches for the date if none is given.
///
/// The stretch without a missing period or a figure of zero that holds the date is used, and the
/// longest one where a date is searched for.
///
/// # Errors
/// [`Error::NothingLeft`] if that has fewer than [`LEVELS`] figures, if the date leaves fewer than
/// four on a side, or if the levels lie on one line.
pub fn level_break(
    series: &Series,
    date: Option<Period>,
    events: &[Event],
    search: &Search,
) -> Result<LevelBreak> {
    let levels = stretch(series, date);
    let refuse = |what: String| Error::NothingLeft {
        what,
        remedy: format!(
            "a break in level is tested on {LEVELS} figures without a gap and four on each side, so give more years or months"
        ),
    };
    if levels.len() < LEVELS {
        return Err(refuse(format!(
            "`{}` has {} figures in a row",
            series.key(),
            levels.len()
        )));
    }
    let logs: Vec<f64> = levels.iter().map(|(_, value)| value.ln()).collect();
    let (first, last) = match date {
        None => search.splits(logs.len(), 2),
        Some(date) => {
            let split = levels.partition_point(|(period, _)| *period < date);
            if split < 4 || logs.len() - split < 4 {
                return Err(refuse(format!(
                    "`{}` has {split} figures before {date} and {} from then on",
                    series.key(),
                    logs.len() - split
                )));
            }
            (split, split)
        }
    };
    let largest = |logs: &[f64]| Segments::new(logs, Model::Trend).largest(first, last);
    let found = largest(&logs).and_then(|(split, _)| {
        let chow = Chow::at(&Segments::new(&logs, Model::Trend), split, 2)?;
        Some((split, chow))
    });
    let Some((split, chow)) = found else {
        return Err(refuse(format!(
            "the levels of `{}` lie on a line",
            series.key()
        )));
    };
    let growths: Vec<f64> = logs.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let p = search.p(&growths, chow.f, |order| Some(largest(&walk(order))?.1));
    let mut one = LevelBreak {
        at: levels[split].0,
        searched: date.is_none(),
        chow,
        p,
        levels: logs.len(),
        near: near(events, levels[split].0),
        words: String::new(),
    };
    one.words = words(&one);
    Ok(one)
}

/// The levels that growth rates build up to, from 0.
fn walk(growths: &[f64]) -> Vec<f64> {
    let mut level = 0.0;
    let steps = growths.iter().map(|growth| {
        level += growth;
        level
    });
    std::iter::once(0.0).chain(steps).collect()
}

/// A run of periods in a row with figures above zero: the one that holds a date, or the longest and
/// the latest of equals.
fn stretch(series: &Series, date: Option<Period>) -> &[(Period, f64)] {
    series
        .points()
        .chunk_by(|a, b| a.0.next() == b.0 && a.1 > 0.0 && b.1 > 0.0)
        .filter(|run| run.iter().all(|(_, value)| *value > 0.0))
        .filter(|run| date.is_none_or(|date| run.iter().any(|(period, _)| *period == date)))
        .max_by_key(|run| run.len())
        .unwrap_or_default()
}

fn words(one: &LevelBreak) -> String {
    let verdict = if one.p < 0.05 {
        "more than levels that wander at random would show at five per cent"
    } else {
        "no more than levels that wander at random would show, so no break is claimed"
    };
    let how = if one.searched {
        "the level leaves its line most in"
    } else {
        "at the given date the level leaves its line in"
    };
    format!(
        "{how} {} ({} figures): F({}, {}) = {:.2}, {}, {verdict}; {}",
        one.at,
        one.levels,
        one.chow.freedom.0,
        one.chow.freedom.1,
        one.chow.f,
        p_words(one.p),
        coincidence(&one.near),
    )
}
