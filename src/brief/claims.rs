//! Levels and growth that somebody printed, beside the growth their own levels give.

use polars::prelude::*;

use crate::error::{Error, Result};
use crate::model::column::{EXPORTER, IMPORTER, PERIOD, REASON, SOURCE};
use crate::model::naming::name_of;
use crate::model::pair::Pair;
use crate::model::period::Years;
use crate::model::table::{Caption, Table};
use crate::store::bundle::{self, Claim};

/// Column of the growth that was printed.
pub(super) const STATED: &str = "stated_growth_percent";
/// Column of the growth that the printed levels give.
pub(super) const IMPLIED: &str = "implied_growth_percent";
/// Column of the base that the printed growth would need.
const NEEDED: &str = "base_needed";

/// The claims about a pair, if there are any.
///
/// ```text
/// implied  100 · (level(t) / level(t−1) − 1), both levels printed by the same source
/// needed   level(t) / (1 + stated growth), in the unit printed
/// ```
///
/// Implied growth is null, with a `reason`, where the source prints no level for the calendar
/// year before.
pub(super) fn table(pair: Pair, years: Years) -> Result<Option<Table>> {
    let codes = [&pair.first.code, &pair.second.code];
    let claims: Vec<Claim> = bundle::claims()
        .into_iter()
        .filter(|claim| codes.contains(&&claim.exporter) && codes.contains(&&claim.importer))
        .filter(|claim| years.contains(claim.year))
        .collect();
    if claims.is_empty() {
        return Ok(None);
    }
    let implied: Vec<Option<f64>> = claims.iter().map(|claim| implied(claim, &claims)).collect();
    let reasons: Vec<Option<String>> = claims
        .iter()
        .zip(&implied)
        .map(|(claim, implied)| reason(claim, *implied))
        .collect();
    let text = |name: &str, of: &dyn Fn(&Claim) -> String| {
        Column::new(name.into(), claims.iter().map(of).collect::<Vec<_>>())
    };
    let number = |name: &str, of: &dyn Fn(&Claim) -> Option<f64>| {
        Column::new(name.into(), claims.iter().map(of).collect::<Vec<_>>())
    };
    let years: Vec<i32> = claims.iter().map(|claim| claim.year).collect();
    let columns = vec![
        Column::new(PERIOD.into(), years),
        text(EXPORTER, &|claim| claim.exporter.clone()),
        text(IMPORTER, &|claim| claim.importer.clone()),
        text("flow", &|claim| claim.flow.clone()),
        number("level", &|claim| claim.level),
        text("unit", &|claim| claim.unit.clone()),
        number(STATED, &|claim| {
            claim.growth_stated.map(|growth| 100.0 * growth)
        }),
        Column::new(IMPLIED.into(), implied),
        number(NEEDED, &needed),
        Column::new(REASON.into(), reasons),
        text(SOURCE, &|claim| claim.source.clone()),
        text("url", &|claim| claim.url.clone()),
    ];
    let data =
        DataFrame::new_infer_height(columns).map_err(Error::frame("listing published claims"))?;
    let (first, second) = (name_of(codes[0]), name_of(codes[1]));
    Ok(Some(Table {
        data,
        caption: Caption {
            title: format!("What was printed about trade between {first} and {second}"),
            unit: String::new(),
            formula: "implied growth: 100 · (level(t) / level(t−1) − 1), both levels from the same publication".to_owned(),
            notes: Vec::new(),
            remarks: Vec::new(),
            sources: vec![bundle::CLAIMS.source()],
        },
    }))
}

fn implied(claim: &Claim, all: &[Claim]) -> Option<f64> {
    let same_series = |other: &&Claim| {
        other.source == claim.source
            && other.unit == claim.unit
            && other.flow == claim.flow
            && other.exporter == claim.exporter
            && other.importer == claim.importer
    };
    let before = all
        .iter()
        .filter(same_series)
        .find(|other| other.year == claim.year - 1)?;
    let (level, base) = claim.level.zip(before.level)?;
    (base > 0.0).then(|| 100.0 * (level - base) / base)
}

fn reason(claim: &Claim, implied: Option<f64>) -> Option<String> {
    match (claim.level, implied) {
        (_, Some(_)) => None,
        (None, None) => Some("no level printed".to_owned()),
        (Some(_), None) => Some(format!("no level printed for {}", claim.year - 1)),
    }
}

fn needed(claim: &Claim) -> Option<f64> {
    let (level, growth) = claim.level.zip(claim.growth_stated)?;
    // The level has few digits; more than four in what follows from it would be noise.
    Some((level / (1.0 + growth) * 1e4).round() / 1e4)
}
