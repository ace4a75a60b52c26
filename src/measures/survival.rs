//! How long flows live.

use std::collections::BTreeMap;

use super::ask::Ask;
use super::dimension::{Dimension, Key};
use super::found::{Found, count};
use super::panel::Panel;
use crate::error::Result;
use crate::indicators::concentration::survival::{LeftCensored, SpellRule, Which, kaplan_meier};
use crate::model::period::{Frequency, year_of};

/// Values of one flow, year by year.
type Years = Vec<Option<f64>>;

/// Kaplan–Meier over the spells of every exporter, importer and product, for each key by itself.
pub(super) fn survival(ask: &Ask, panel: &Panel) -> Result<Found> {
    if panel.frequency != Frequency::Year {
        let reason = "counts years, and these figures are parts of years";
        return Err(ask.refuse(reason, "give yearly figures"));
    }
    let rule = rule(ask)?;
    let by = match ask.by[..] {
        [] => vec![Dimension::Exporter],
        _ => ask.by.clone(),
    };
    let shown: Vec<i32> = ask.periods(panel).into_iter().map(year_of).collect();
    let (Some(&first), Some(&last)) = (shown.first(), shown.last()) else {
        return Ok(Found::of(panel, [""; 0]));
    };
    // In a year that the data have, no row is no trade; of other years nothing is known.
    let blank: Years = (first..=last)
        .map(|year| shown.contains(&year).then_some(0.0))
        .collect();
    let mut flows: BTreeMap<Key, BTreeMap<Key, Years>> = BTreeMap::new();
    for period in ask.periods(panel) {
        let place = (year_of(period) - first) as usize;
        // Every dimension is told apart, so the world is no partner here.
        for row in panel.parts(panel.rows(period), |_| true).iter() {
            let flow = Dimension::key(&Dimension::ALL, row);
            if panel.shows(&flow) {
                let group = flows.entry(Dimension::key(&by, row)).or_default();
                group.entry(flow).or_insert_with(|| blank.clone())[place] = row.value;
            }
        }
    }
    let columns = [
        "years",
        "at_risk",
        "ended",
        "open",
        "survival",
        "standard_error",
    ];
    let mut found = Found::of(panel, columns);
    found.note(format!("spells: {}", rule.words()));
    found.note(format!(
        "observed: {first} to {last}; a flow without a row in a year that others have did not trade"
    ));
    for (key, group) in flows {
        let spells: Vec<_> = group
            .values()
            .flat_map(|years| rule.spells(years))
            .collect();
        for step in kaplan_meier(&spells).steps {
            let counts = [step.time, step.at_risk, step.ended, step.open].map(count);
            let error = step.standard_error;
            let error = error.ok_or_else(|| "no flow is left at risk".to_owned());
            let estimate = [Ok(step.survival), error];
            found.push(None, key, counts.into_iter().chain(estimate));
        }
    }
    Ok(found)
}

fn rule(ask: &Ask) -> Result<SpellRule> {
    let settings = &ask.settings;
    let ends = [LeftCensored::Dropped, LeftCensored::Kept];
    let spells = [Which::All, Which::First, Which::Single];
    Ok(SpellRule {
        above: settings.number("above", 0.0)?,
        gap: settings.number("gap", 0)?,
        left_censored: settings.word("left-censored", &ends, LeftCensored::as_str)?,
        which: settings.word("spells", &spells, Which::as_str)?,
    })
}
