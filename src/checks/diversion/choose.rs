//! Which reports of the three flows are held against each other.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::change::Change;
use super::windows::Windows;
use crate::checks::flows::Strand;
use crate::checks::series::Series;
use crate::error::Result;
use crate::model::column::WORLD;
use crate::model::group::groups;
use crate::model::source::Side;
use crate::model::sum::exact_sum;

/// The three flows of one source.
pub(super) struct Chosen {
    pub source: String,
    pub sides: Sides,
    pub direct: Series,
    /// A → C, keyed by C.
    pub out: Vec<Series>,
    /// C → B, keyed by C.
    pub into: Vec<Series>,
    pub all_exports: Option<Series>,
    pub all_imports: Option<Series>,
    /// Whether a total is the sum of the partners known in every period, as none is published.
    pub summed: bool,
}

/// Who reports the flow itself, the flows out of A, and the flows into B.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct Sides {
    pub direct: Side,
    pub out: Side,
    pub into: Side,
}

/// The reports that go together: all from one side, or each country's own.
fn views() -> Vec<Sides> {
    let mut views: Vec<Sides> = Side::ALL
        .map(|side| Sides {
            direct: side,
            out: side,
            into: side,
        })
        .to_vec();
    views.extend([Side::Exporter, Side::Importer].map(|direct| Sides {
        direct,
        out: Side::Exporter,
        into: Side::Importer,
    }));
    views
}

/// The source and sides with the most places of which both legs are known in both windows, among
/// those that know the flow itself in both; if none does, the one with the longest flow.
pub(super) fn chosen(
    strands: &BTreeMap<Strand, Series>,
    exporter: &str,
    importer: &str,
    windows: &Windows,
) -> Option<Chosen> {
    let sources: BTreeSet<&str> = strands
        .keys()
        .map(|strand| strand.source.as_str())
        .collect();
    let all = sources.into_iter().flat_map(|source| {
        let views = views().into_iter();
        views.filter_map(move |sides| gather(strands, source, sides, exporter, importer).ok()?)
    });
    let best = all.max_by_key(|chosen| {
        let whole = |series: &Series| Change::of(series, windows).is_ok();
        let legs = |legs: &[Series]| -> BTreeSet<String> {
            let known = legs.iter().filter(|leg| whole(leg));
            known.map(|leg| leg.key().to_owned()).collect()
        };
        let places = legs(&chosen.out).intersection(&legs(&chosen.into)).count();
        let totals = [&chosen.all_exports, &chosen.all_imports];
        let totals = totals.into_iter().flatten().filter(|total| whole(total));
        (
            whole(&chosen.direct),
            places,
            totals.count(),
            chosen.direct.points().len(),
        )
    });
    best.map(|chosen| with_totals(chosen, windows))
}

/// With the sum of the partners known in both windows where no total is published.
fn with_totals(mut chosen: Chosen, windows: &Windows) -> Chosen {
    let sum = |legs: &[Series]| {
        let known = legs.iter().filter(|leg| Change::of(leg, windows).is_ok());
        let parts: Vec<&Series> = known.chain([&chosen.direct]).collect();
        let points = chosen.direct.points().iter().filter_map(|(period, _)| {
            let figures: Option<Vec<f64>> = parts.iter().map(|part| part.at(*period)).collect();
            Some((*period, exact_sum(figures?)))
        });
        let sum = Series::new("all partners", points).ok();
        sum.filter(|_| parts.len() > 1)
    };
    let exports = chosen.all_exports.is_none().then(|| sum(&chosen.out));
    let imports = chosen.all_imports.is_none().then(|| sum(&chosen.into));
    chosen.summed = exports.is_some() || imports.is_some();
    chosen.all_exports = chosen.all_exports.or(exports.flatten());
    chosen.all_imports = chosen.all_imports.or(imports.flatten());
    chosen
}

fn gather(
    strands: &BTreeMap<Strand, Series>,
    source: &str,
    sides: Sides,
    exporter: &str,
    importer: &str,
) -> Result<Option<Chosen>> {
    let of = |side: Side| {
        let own = strands.iter();
        own.filter(move |(strand, _)| strand.source == source && strand.side == side)
    };
    let between = |side: Side, from: &str, to: &str| {
        let found = of(side).find(|(one, _)| one.exporter == from && one.importer == to);
        found.map(|(strand, series)| (strand.flow(), series))
    };
    let Some((flow, direct)) = between(sides.direct, exporter, importer) else {
        return Ok(None);
    };
    let single = |code: &str| {
        ![WORLD, exporter, importer].contains(&code)
            && !groups().iter().any(|group| group.code == code)
    };
    let renamed = |key: &str, series: &Series| Series::new(key, series.points().to_vec());
    let out = of(sides.out).filter(|(one, _)| one.exporter == exporter && single(&one.importer));
    let into = of(sides.into).filter(|(one, _)| one.importer == importer && single(&one.exporter));
    let total = |side, from, to| between(side, from, to).map(|(_, series)| series.clone());
    Ok(Some(Chosen {
        source: source.to_owned(),
        sides,
        direct: renamed(&flow, direct)?,
        out: out
            .map(|(one, series)| renamed(&one.importer, series))
            .collect::<Result<_>>()?,
        into: into
            .map(|(one, series)| renamed(&one.exporter, series))
            .collect::<Result<_>>()?,
        all_exports: total(sides.out, exporter, WORLD),
        all_imports: total(sides.into, WORLD, importer),
        summed: false,
    }))
}
