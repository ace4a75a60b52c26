//! Measures of one series over time.

mod summary;

use std::collections::BTreeMap;

use super::ask::Ask;
use super::dimension::{Dimension, Key};
use super::found::{Found, cell, count};
use super::panel::Panel;
use crate::error::Result;
use crate::indicators::dynamics::moving_average::{Gaps, MovingAverage, Window};
use crate::indicators::dynamics::rate::{Against, Rate};
use crate::indicators::dynamics::seasons::{same_season, year_to_date};
use crate::indicators::dynamics::timeline::{Step, Timeline};
use crate::model::period::{Frequency, year_of};
use crate::model::sum::exact_sum;
use summary::summary;

/// Every series of the panel, told apart by `by`; by exporter and importer where nothing is said.
///
/// Those that are made of totals in some periods and of partners in others are noted.
fn timelines(ask: &Ask, panel: &Panel, found: &mut Found) -> Result<Vec<(Key, Timeline)>> {
    let by = match ask.by[..] {
        [] => vec![Dimension::Exporter, Dimension::Importer],
        _ => ask.by.clone(),
    };
    let mut sums: BTreeMap<Key, BTreeMap<i32, Vec<f64>>> = BTreeMap::new();
    let mut made: BTreeMap<Key, [bool; 2]> = BTreeMap::new();
    for period in panel.periods() {
        let rows = panel.parts(panel.rows(period), |dimension| by.contains(&dimension));
        for row in rows.iter() {
            let key = Dimension::key(&by, row);
            if panel.shows(&key) {
                let total = [row.exporter, row.importer]
                    .into_iter()
                    .any(|one| panel.is_world(one));
                made.entry(key).or_default()[usize::from(total)] = true;
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
    for (key, _) in made.into_iter().filter(|(_, made)| *made == [true; 2]) {
        found.note(format!(
            "{}: totals in some periods, sums of the partners there are in others",
            panel.words(&key)
        ));
    }
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
    for (key, timeline) in timelines(ask, panel, &mut found)? {
        match ask.measure.name {
            "growth" => growth(ask, &key, &timeline, &mut found)?,
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

fn growth(ask: &Ask, key: &Key, timeline: &Timeline, found: &mut Found) -> Result<()> {
    let against = ask
        .settings
        .word("against", &Against::ALL, Against::as_str)?;
    let rate = ask.settings.word("rate", &Rate::ALL, Rate::as_str)?;
    found.note(format!("against: {}", against.as_str()));
    let name = match rate {
        Rate::Percent => "growth_percent",
        Rate::LogPoints => "log_growth_points",
        Rate::Midpoint => "midpoint_growth_percent",
    };
    found.columns = [name, "value", "base_value"].map(str::to_owned).to_vec();
    let shown = timeline.growth(against, rate).into_iter();
    for step in shown.filter(|step| ask.years.contains(year_of(step.period))) {
        // Why there is no growth is told; what it lacks is empty beside it.
        let of = |period: i32| Ok(timeline.at(period).unwrap_or(f64::NAN));
        let base = timeline.base(step.period, against);
        let cells = [cell(step.figure), of(step.period), of(base)];
        found.push(Some(step.period), *key, cells);
    }
    Ok(())
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
