//! Sentences about flows that fell and rose, none of which names a cause.

use super::report::DiversionReport;
use crate::model::number::{percent, plain, share};

/// Places that sentences name; the table has the rest.
const NAMED: usize = 3;

pub(super) fn sentences(report: &DiversionReport, key: &str) -> Vec<String> {
    let (direct, windows) = (&report.direct, &report.windows);
    let relative = direct
        .relative
        .map_or(String::new(), |r| format!(" ({})", percent(r)));
    let moved = match direct.difference {
        d if d < 0.0 => format!("fell by {}{relative}", plain(-d)),
        d if d > 0.0 => format!("rose by {}{relative}", plain(d)),
        _ => "did not change".to_owned(),
    };
    let mut said = vec![format!("`{key}` {moved} a period on average, {windows}")];
    for (part, whole) in [
        (report.share_of_exports, "the exporter's exports"),
        (report.share_of_imports, "the importer's imports"),
    ] {
        if let Some((before, after)) = part {
            said.push(format!(
                "its share of {whole} went from {} to {}",
                share(before),
                share(after)
            ));
        }
    }
    if direct.difference >= 0.0 {
        said.push(
            "the flow did not fall, so there is nothing that other ways could have taken up"
                .to_owned(),
        );
        return said;
    }
    let both: Vec<_> = report
        .ranked
        .iter()
        .filter(|third| third.through > 0.0)
        .collect();
    if both.is_empty() {
        said.push(format!(
            "of {} places with both flows known, none had both of them rise",
            report.ranked.len()
        ));
    }
    for third in both.iter().take(NAMED) {
        let beyond = third.beyond.map_or(String::new(), |beyond| {
            format!("; beyond general growth {}", plain(beyond.through))
        });
        said.push(format!(
            "{}: the flow to it rose by {} and the flow from it by {}, so at most {}, {} of the fall, can have gone this way in addition{beyond}",
            third.place,
            plain(third.out.difference),
            plain(third.into.difference),
            plain(third.through),
            share(third.of_fall.unwrap_or_default()),
        ));
    }
    if let Some(other) = &report.other_dates {
        said.push(format!(
            "of {} other dates that the figures allow, {} show as large a rise through {} and {} as large a fall of the flow itself",
            other.dates, other.as_much, other.place, other.fell_as_much
        ));
    }
    if !report.unranked.is_empty() {
        said.push(format!(
            "{} places are not ranked, as figures are missing",
            report.unranked.len()
        ));
    }
    said.push("that flows fell and rose in the same years does not show that the same goods took another way, nor that the event made them".to_owned());
    said
}
