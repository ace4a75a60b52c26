//! The two reports and their gap in sentences.

use super::super::check::Direction;
use super::super::report::{MirrorReport, Reports};
use super::super::stability::STABILITY_PERIODS;
use super::rows::telling;
use crate::checks::statistics::p_words;
use crate::model::flow_table::FlowTable;
use crate::model::naming::in_prose;
use crate::model::number::{percent, plain};
use crate::model::written::capital;

/// Who reports, and what was not there to be compared.
pub(super) fn reports(one: &Direction, flows: &FlowTable) -> String {
    let name = |id: &str| {
        let known = flows.sources().iter().find(|source| source.id == id);
        known.map_or(id.to_owned(), |source| source.name().to_owned())
    };
    let count = |wanted: Reports| {
        let periods = one.mirror.periods.iter();
        periods.filter(|period| period.reports == wanted).count()
    };
    let (both, unit) = (count(Reports::Both), periods_word(&one.mirror));
    match (&one.reports.exporter, &one.reports.importer) {
        (Some(sent), Some(received)) => {
            let who = match one.reports.of_two_sources() {
                true => format!(
                    "Exporter’s report from {}, importer’s from {}, as no one source has both sides in one period: what the publishers do differently is in the gap too.",
                    name(&sent.source),
                    name(&received.source)
                ),
                false => format!("Both reports from {}.", name(&sent.source)),
            };
            format!(
                "{who} {} with both, {} with the exporter’s alone, {} with the importer’s alone, in {}.",
                counted(both, unit),
                count(Reports::ExporterOnly),
                count(Reports::ImporterOnly),
                flows.basis().unit()
            )
        }
        (Some(strand), None) => alone(one.exporter, one.importer, "imports", &name(&strand.source)),
        (None, Some(strand)) => alone(one.importer, one.exporter, "exports", &name(&strand.source)),
        (None, None) => String::new(),
    }
}

fn alone(reports: &str, silent: &str, what: &str, source: &str) -> String {
    format!(
        "{} alone reports this flow ({source}): there is no figure of {what} from {}, so there is no gap to speak of.",
        capital(&in_prose(reports)),
        in_prose(silent)
    )
}

/// The gap over time; nothing of a flow that one side alone reports.
pub(super) fn gap(one: &Direction) -> String {
    if one.reports.exporter.is_none() || one.reports.importer.is_none() {
        return String::new();
    }
    let mirror = &one.mirror;
    let unit = periods_word(mirror);
    let Some(stability) = &mirror.stability else {
        return "No period has both reports above zero, so no gap can be computed.".to_owned();
    };
    let one_unit = unit.trim_end_matches('s');
    let factor = &mirror.factor;
    if stability.periods == 1 {
        return format!(
            "Only {} has both: after the factor {} ({}) the importer’s figure is {} against the exporter’s. One {one_unit} says nothing of how steady a gap is.",
            stability.first,
            factor.factor,
            factor.name,
            percent(stability.median_log.exp_m1())
        );
    }
    let trend = stability.trend.map_or(String::new(), |line| {
        let p = line
            .p
            .map_or(String::new(), |p| format!(" ({})", p_words(p)));
        format!(
            " On a line through all {unit} it moves by {} a {one_unit}{p}.",
            percent(line.slope.exp_m1())
        )
    });
    let few = match stability.periods < STABILITY_PERIODS {
        true => format!(" With fewer than {STABILITY_PERIODS} {unit} none is called outlying."),
        false => String::new(),
    };
    format!(
        "After the factor {} ({}) the importer’s figure is {} against the exporter’s in the median of {} {unit}, {} to {}; half of them lie within {:.1} log points of that.{trend}{few}",
        factor.factor,
        factor.name,
        percent(stability.median_log.exp_m1()),
        stability.periods,
        stability.first,
        stability.last,
        100.0 * stability.mad_log,
    )
}

/// Periods whose gap is far from the others, with the events that fall into them.
pub(super) fn outlying(one: &Direction) -> Vec<String> {
    let Some(stability) = &one.mirror.stability else {
        return Vec::new();
    };
    let line = |far: &super::super::stability::Outlying| {
        let events: Vec<&str> = one
            .events
            .iter()
            .filter(|event| event.after == far.period)
            .map(|event| event.label.as_str())
            .collect();
        let coincidence = match events.is_empty() {
            true => String::new(),
            false => format!(
                "; “{}” falls into it, which is a coincidence of dates and shows no cause",
                events.join("” and “")
            ),
        };
        format!(
            "{} is outlying: {} after the factor, a robust score of {}{coincidence}",
            far.period,
            percent(far.log.exp_m1()),
            plain(far.score)
        )
    };
    stability.outlying.iter().map(line).collect()
}

/// What a page does not show.
pub(super) fn cut(one: &Direction) -> String {
    match one.mirror.periods.len() - telling(one).len() {
        0 => String::new(),
        others => format!(
            "{others} other {} from {} on are in the table and in JSON.",
            periods_word(&one.mirror),
            one.mirror.periods[0].period
        ),
    }
}

/// `1 year`, `12 months`.
fn counted(count: usize, unit: &str) -> String {
    match count {
        1 => format!("1 {}", unit.trim_end_matches('s')),
        count => format!("{count} {unit}"),
    }
}

fn periods_word(mirror: &MirrorReport) -> &'static str {
    match mirror.periods.first().map(|one| one.period.in_a_year()) {
        Some(12) => "months",
        Some(4) => "quarters",
        _ => "years",
    }
}
