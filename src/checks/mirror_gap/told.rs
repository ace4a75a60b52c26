//! The mirror check in rows and on a page.

mod causes;
mod rows;
mod words;

use super::check::Direction;
use super::report::{MirrorReport, Reports};
use crate::checks::breaks::Event;
use crate::checks::series::Period;
use crate::error::Result;
use crate::model::flow_table::FlowTable;
use crate::model::naming::{in_prose, name_of};
use crate::model::page::{Page, Section};
use crate::model::period::Frequency;
use crate::model::source::Source;
use crate::model::written::capital;
use crate::store::bundle;
pub(super) use rows::rows;

const RULES: &str = "Gaps are the importer’s figure against the exporter’s: relative to the exporter’s \
report; adjusted after the importer’s figure is divided by the CIF/FOB factor. A year in which one side \
reports nothing has no gap, and what is missing is never taken for zero. A gap alone says neither which \
side is right nor why; causes are listed with what these figures can say of them.";

pub(super) fn page(
    found: &[Direction],
    silent: &[String],
    flows: &FlowTable,
    sources: &[Source],
) -> Result<Page> {
    let mut page = Page::new(match found {
        [one] => format!("{} as both sides report them", exports(one)),
        [one, ..] => format!(
            "Trade between {} and {} as both sides report it",
            in_prose(one.exporter),
            in_prose(one.importer)
        ),
        [] => String::new(),
    });
    let silent = silent
        .iter()
        .map(|flow| format!("{flow}: no source has a figure that says which side it is from."));
    page.add(Section::new("").list(silent));
    for one in found {
        let section = Section::new(exports(one))
            .say(words::reports(one, flows))
            .say(words::gap(one))
            .list(words::outlying(one))
            .table(rows::shown(one, flows, sources)?)
            .say(words::cut(one));
        page.add(section.say(causes::heading(one)).list(causes::tested(one)));
    }
    page.add(Section::new("Causes that these figures cannot test").list(causes::untested(found)));
    let notes = flows.notes().iter().map(|note| format!("{note}."));
    page.add(Section::new("How to read this").say(RULES).list(notes));
    page.sources = sources.to_vec();
    Ok(page)
}

/// Who reports one direction and how far apart, in a few sentences.
pub(super) fn said(one: &Direction, flows: &FlowTable) -> String {
    let outlying = words::outlying(one).into_iter();
    let outlying: String = outlying
        .map(|line| format!(" {}.", capital(&line)))
        .collect();
    let gap = match (&one.reports.exporter, &one.reports.importer) {
        (Some(_), Some(_)) => format!(" {}", words::gap(one)),
        _ => String::new(),
    };
    format!(
        "{}: {}{gap}{outlying}",
        exports(one),
        words::reports(one, flows)
    )
}

fn exports(one: &Direction) -> String {
    format!(
        "Exports of {} to {}",
        in_prose(one.exporter),
        in_prose(one.importer)
    )
}

/// Events of the list that begin in a period whose gap is outlying.
pub(super) fn near_outlying(
    mirror: &MirrorReport,
    pair: [&str; 2],
    frequency: Frequency,
) -> Vec<Event> {
    let outlying: Vec<Period> = mirror
        .stability
        .iter()
        .flat_map(|stability| &stability.outlying)
        .map(|one| one.period)
        .collect();
    bundle::events()
        .into_iter()
        .filter(|event| event.is_about(&pair))
        .map(|event| Event::new(event.short, Period::of(event.start, frequency)))
        .filter(|event| outlying.contains(&event.after))
        .collect()
}

/// Who reported a period, in words.
fn reported(reports: Reports, one: &Direction) -> String {
    match reports {
        Reports::Both => "both".to_owned(),
        Reports::ExporterOnly => format!("{} alone", name_of(one.exporter)),
        Reports::ImporterOnly => format!("{} alone", name_of(one.importer)),
        Reports::Neither => "neither".to_owned(),
    }
}
