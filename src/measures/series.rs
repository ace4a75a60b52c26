//! Measures of one series over time.

use std::collections::BTreeMap;

use super::ask::Ask;
use super::dimension::{Dimension, Key};
use super::found::{Cell, Found, cell, count};
use super::panel::Panel;
use crate::error::Result;
use crate::indicators::dynamics::instability::{Trend, instability};
use crate::indicators::dynamics::moving_average::{Gaps, MovingAverage, Window};
use crate::indicators::dynamics::rate::{Against, Rate};
use crate::indicators::dynamics::regularity::regularity;
use crate::indicators::dynamics::seasons::{same_season, seasons, year_to_date};
use crate::indicators::dynamics::timeline::{Step, Timeline};
use crate::indicators::dynamics::volatility::volatility;
use crate::model::period::{Frequency, year_of};
use crate::model::sum::exact_sum;

/// Every series of the panel, told apart by `by`; by exporter and importer where nothing is said.
fn timelines(ask: &Ask, panel: &Panel) -> Result<Vec<(Key, Timeline)>> {
    let by = match ask.by[..] {
        [] => vec![Dimension::Exporter, Dimension::Importer],
        _ => ask.by.clone(),
    };
    let mut sums: BTreeMap<Key, BTreeMap<i32, Vec<f64>>> = BTreeMap::new();
    for period in panel.periods() {
        let rows = panel.parts(panel.rows(period), |dimension| by.contains(&dimension));
        for row in rows.iter() {
            let key = Dimension::key(&by, row);
            if panel.shows(&key) {
                let sums = sums.entry(key).or_default();
                sums.entry(period).or_default().extend(row.value);
            }
        }
    }
    let timeline = |(key, sums): (Key, BTreeMap<i32, Vec<f64>>)| {
        let known = |values: Vec<f64>| (!values.is_empty()).then(|| exact_sum(values));
        let figures = sums
            .into_iter()
            .map(|(period, values)| (period, known(values)));
        Ok((key, Timeline::new(panel.frequency, figures.collect())?))
    };
    sums.into_iter().map(timeline).collect()
}

/// The same series without the periods before and after the years asked for.
fn within(ask: &Ask, panel: &Panel, timeline: &Timeline) -> Result<Timeline> {
    let periods = timeline.calendar().into_iter();
    let shown = periods.filter(|period| ask.years.contains(year_of(*period)));
    Timeline::new(
        panel.frequency,
        shown.map(|period| (period, timeline.at(period))).collect(),
    )
}

pub(super) fn find(ask: &Ask, panel: &Panel) -> Result<Found> {
    if ask.measure.name == "seasonal-profile" && panel.frequency == Frequency::Year {
        return Err(ask.refuse(
            "is of parts of years, and these figures are yearly",
            "give monthly or quarterly figures",
        ));
    }
    let mut found = Found::of(panel, [""; 0]);
    for (key, timeline) in timelines(ask, panel)? {
        match ask.measure.name {
            "moving-average" => averages(ask, &key, &timeline, &mut found)?,
            "same-month-growth" => {
                found.columns = vec!["same_month_growth_percent".to_owned()];
                steps(ask, &key, same_season(&timeline), &mut found);
            }
            "year-to-date" => {
                found.columns = vec!["year_to_date_growth_percent".to_owned()];
                steps(ask, &key, year_to_date(&timeline), &mut found);
            }
            _ => summary(
                ask,
                panel,
                &key,
                &within(ask, panel, &timeline)?,
                &mut found,
            )?,
        }
    }
    Ok(found)
}

fn steps(ask: &Ask, key: &Key, steps: Vec<Step>, found: &mut Found) {
    for step in steps {
        if ask.years.contains(year_of(step.period)) {
            found.push(Some(step.period), *key, [cell(step.figure)]);
        }
    }
}

fn averages(ask: &Ask, key: &Key, timeline: &Timeline, found: &mut Found) -> Result<()> {
    let average = MovingAverage {
        periods: ask.settings.number("periods", 3)?,
        window: ask.settings.word(
            "window",
            &[Window::Trailing, Window::Centred],
            Window::as_str,
        )?,
        gaps: match ask.settings.text("gaps") {
            None | Some("whole") => Gaps::Whole,
            Some(_) => Gaps::AtLeast(ask.settings.number("gaps", 1)?),
        },
    };
    let needed = match average.gaps {
        Gaps::Whole => average.periods,
        Gaps::AtLeast(needed) => needed,
    };
    if average.periods == 0 || needed > average.periods || needed == 0 {
        return Err(ask.refuse(
            "has no figure with such a window",
            "give periods of 1 or more, and gaps no more than periods",
        ));
    }
    found.columns = ["moving_average", "n"].map(str::to_owned).to_vec();
    found.note(format!(
        "window: {} periods, {}",
        average.periods,
        average.window.as_str()
    ));
    for one in average.of(timeline) {
        if ask.years.contains(year_of(one.period)) {
            found.push(Some(one.period), *key, [cell(one.figure), count(one.n)]);
        }
    }
    Ok(())
}

/// One row a series.
fn summary(
    ask: &Ask,
    panel: &Panel,
    key: &Key,
    timeline: &Timeline,
    found: &mut Found,
) -> Result<()> {
    let against = || {
        ask.settings.word(
            "against",
            &[Against::YearBefore, Against::PeriodBefore],
            Against::as_str,
        )
    };
    let known = |figure: Option<f64>| -> Cell { figure.ok_or_else(|| "no growth rate".to_owned()) };
    let (columns, rows): (&[&str], Vec<Vec<Cell>>) = match ask.measure.name {
        "regularity" => {
            let of = regularity(timeline, against()?);
            let run = |run: Option<crate::indicators::dynamics::regularity::Run>| {
                count(run.map_or(0, |run| run.length))
            };
            (
                &[
                    "sign_consistency",
                    "share_of_rises",
                    "directness",
                    "n",
                    "rises",
                    "falls",
                    "level",
                    "gaps",
                    "reversals",
                    "longest_rise",
                    "longest_fall",
                    "best_percent",
                    "worst_percent",
                ],
                vec![vec![
                    cell(of.sign_consistency),
                    cell(of.share_of_rises),
                    cell(of.directness),
                    count(of.n),
                    count(of.rises),
                    count(of.falls),
                    count(of.level),
                    count(of.gaps),
                    count(of.reversals),
                    run(of.longest_rise),
                    run(of.longest_fall),
                    known(of.best.map(|(_, rate)| rate)),
                    known(of.worst.map(|(_, rate)| rate)),
                ]],
            )
        }
        "volatility" => {
            let rate =
                ask.settings
                    .word("rate", &[Rate::Percent, Rate::LogPoints], Rate::as_str)?;
            let of = volatility(timeline, against()?, rate);
            let cells = [
                of.deviation,
                of.robust,
                of.relative,
                of.mean,
                of.median,
                of.lowest,
                of.highest,
            ];
            (
                &[
                    "deviation",
                    "robust",
                    "relative",
                    "mean",
                    "median",
                    "lowest",
                    "highest",
                    "n",
                ],
                vec![cells.map(cell).into_iter().chain([count(of.n)]).collect()],
            )
        }
        "instability" => {
            let trend =
                ask.settings
                    .word("trend", &[Trend::Exponential, Trend::Linear], Trend::as_str)?;
            let of = instability(timeline, trend);
            let cells = [of.index, of.variation, of.explained].map(cell);
            found.note(format!("trend: {}", trend.as_str()));
            (
                &["instability", "variation", "explained", "n"],
                vec![cells.into_iter().chain([count(of.n)]).collect()],
            )
        }
        _ => {
            let of = seasons(timeline).into_iter();
            (
                &["season", "index", "growth_percent", "rises", "n", "years"],
                of.map(|one| {
                    let number = count(one.number as usize);
                    vec![
                        number,
                        cell(one.index),
                        cell(one.growth),
                        count(one.rises),
                        count(one.n),
                        count(one.years),
                    ]
                })
                .collect(),
            )
        }
    };
    found.columns = columns.iter().map(|name| (*name).to_owned()).collect();
    let ends = timeline.calendar();
    if let (Some(first), Some(last)) = (ends.first(), ends.last()) {
        let written = |period: i32| crate::model::written::period(period, panel.frequency);
        found.note(format!("{} to {}", written(*first), written(*last)));
    }
    for cells in rows {
        found.push(None, *key, cells);
    }
    Ok(())
}
