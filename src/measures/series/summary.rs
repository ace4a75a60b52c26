//! What a whole series was like.

use crate::error::Result;
use crate::indicators::dynamics::average::{Average, average_year};
use crate::indicators::dynamics::instability::{Trend, instability};
use crate::indicators::dynamics::rate::{Against, Rate};
use crate::indicators::dynamics::regularity::{Run, regularity};
use crate::indicators::dynamics::seasons::seasons;
use crate::indicators::dynamics::timeline::Timeline;
use crate::indicators::dynamics::volatility::volatility;
use crate::measures::ask::Ask;
use crate::measures::dimension::Key;
use crate::measures::found::{Cell, Found, cell, count};
use crate::measures::panel::Panel;

/// One row a series.
pub(super) fn summary(
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
            let run = |run: Option<Run>| count(run.map_or(0, |run| run.length));
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
        "average-growth" => {
            let average = ask
                .settings
                .word("method", &Average::ALL, Average::as_str)?;
            let of = average_year(timeline, average);
            let end =
                |end: fn((f64, f64)) -> f64| of.ends.map(end).ok_or_else(|| "no figure".to_owned());
            let ends = [end(|ends| ends.0), end(|ends| ends.1)];
            found.note(format!("method: {}", average.as_str()));
            (
                &[
                    "average_growth_percent",
                    "first_value",
                    "last_value",
                    "years_elapsed",
                    "n",
                ],
                vec![
                    [cell(of.growth)]
                        .into_iter()
                        .chain(ends)
                        .chain([Ok(of.years), count(of.n)])
                        .collect(),
                ],
            )
        }
        "volatility" => {
            let rate = ask.settings.word("rate", &Rate::ALL, Rate::as_str)?;
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
