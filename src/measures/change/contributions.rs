//! What each item adds to the growth of its row.

use super::{Values, compared, values};
use crate::error::Result;
use crate::indicators::dynamics::contributions::{Absent, Part, contributions};
use crate::indicators::reason::Reason;
use crate::measures::ask::Ask;
use crate::measures::cells::with;
use crate::measures::dimension::Key;
use crate::measures::found::{Found, cell};
use crate::measures::panel::Panel;
use std::collections::BTreeMap;

/// What each item adds to the growth of its row.
pub(in crate::measures) fn contributions_of(ask: &Ask, panel: &Panel) -> Result<Found> {
    let shape = ask.shape(panel)?;
    let absent = ask
        .settings
        .word("absent", &[Absent::Unknown, Absent::Zero], Absent::as_str)?;
    let mut found = Found::of(
        panel,
        [
            "contribution_points",
            "share_of_change",
            "change",
            "base_value",
            "value",
            "total_growth_percent",
        ],
    );
    if ask.settings.text("base").is_some() {
        found.formula = Some("100 · (V(k,t) − V(k,b)) / V(b), b the base year".to_owned());
    }
    for span in ask.spans(panel)? {
        let (then, now) = (
            values(panel, span.0, &shape, false),
            values(panel, span.1, &shape, false),
        );
        compared(&mut found, panel, span);
        let mut rows: BTreeMap<Key, Vec<(u32, Part)>> = BTreeMap::new();
        let places: std::collections::BTreeSet<&(Key, u32)> =
            then.keys().chain(now.keys()).collect();
        for place in places {
            let figure = |of: &Values| of.get(place).copied().flatten();
            let part = Part {
                then: figure(&then),
                now: figure(&now),
            };
            rows.entry(place.0).or_default().push((place.1, part));
        }
        for (key, items) in rows {
            let parts: Vec<Part> = items.iter().map(|(_, part)| *part).collect();
            let of = contributions(&parts, None, absent);
            for ((code, part), one) in items.iter().zip(of.parts) {
                let code = with(&key, shape.over, *code);
                if !panel.shows(&code) {
                    continue;
                }
                let nothing = (absent == Absent::Zero).then_some(0.0);
                let known = |figure: Option<f64>| {
                    let figure = figure.or(nothing);
                    figure.ok_or_else(|| Reason::NoFigure.to_string())
                };
                let cells = [
                    cell(one.points),
                    cell(one.share),
                    cell(one.change),
                    known(part.then),
                    known(part.now),
                    cell(of.growth.clone()),
                ];
                found.push(Some(span.1), code, cells);
            }
        }
        ask.prune(&mut found);
    }
    Ok(found)
}
