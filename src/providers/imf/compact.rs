//! IMF Direction of Trade Statistics in CompactData JSON.

use std::collections::{BTreeMap, HashSet};

use crate::error::{Error, Result};
use crate::providers::door::Door;
use crate::providers::json::{self, Json};
use crate::providers::observation::{Amount, Direction, Observation, Scheme};
use crate::providers::provider::Provider;
use crate::providers::text::document::Document;

/// IMF Direction of Trade Statistics, CompactData as JSON.
///
/// Was at `dataservices.imf.org/REST/SDMX_JSON.svc/CompactData/DOT/A.US.TXG_FOB_USD.B0` until 2025,
/// and lives on in archives; the IMF now serves the same figures as SDMX 3.0 (see `sdmx_ml`,
/// `sdmx_json`).
///
/// ```json
/// {"CompactData": {"DataSet": {"Series": {"@FREQ": "A", "@REF_AREA": "US", "@INDICATOR": "TXG_FOB_USD",
///   "@COUNTERPART_AREA": "NO", "@UNIT_MULT": "6", "Obs": {"@TIME_PERIOD": "2020", "@OBS_VALUE": "3051.5"}}}}}
/// ```
///
/// Quirks:
/// - Made from XML: a series or an observation that is alone is an object, not a list of one.
///   Numbers are text.
/// - `@UNIT_MULT` 6 counts millions. Where series differ, each is scaled to whole dollars here.
/// - Areas are ISO 3166 alpha-2 with codes of the IMF for groups (W00 World, B0 European Union),
///   which overlap.
/// - Imports come CIF (`TMG_CIF_USD`) or FOB (`TMG_FOB_USD`). Where a country has both for a
///   partner, FOB is left out.
/// - Trade balances (`TBG_USD`) are no flows and are left out.
/// - Periods are `2020`, `2020-Q1` and `2020-01`, often in one file.
pub struct ImfCompact;

impl Provider for ImfCompact {
    fn name(&self) -> &'static str {
        "imf-compact"
    }

    fn about(&self) -> &'static str {
        "IMF Direction of Trade Statistics: CompactData replies in JSON"
    }

    fn recognises(&self, document: &Document) -> bool {
        document.head().contains("\"CompactData\"")
    }

    fn read(&self, document: &Document, door: &mut Door) -> Result<()> {
        let file: Json = json::parse(document.text()?)?;
        let data = file.at(&["CompactData", "DataSet"]);
        let series: Vec<&Json> = data
            .into_iter()
            .flat_map(Json::items)
            .filter_map(|set| set.get("Series"))
            .flat_map(Json::items)
            .collect();
        if series.is_empty() {
            return Err(Error::Unreadable {
                reason: "the reply of the imf holds no series; check the codes of the request, then download again"
                    .to_owned(),
            });
        }
        door.published(
            "International Monetary Fund",
            "Direction of Trade Statistics",
        );
        door.currency("USD");
        if let Some(prepared) = file
            .at(&["CompactData", "Header", "Prepared"])
            .and_then(Json::text)
        {
            door.remark(format!("the message was made at {prepared}"));
        }
        // A power that is missing is none, as the standard has it; where other series have one it is lost.
        let stated = series.iter().any(|one| multiplier(one).is_some());
        let common = common_power(&series, stated);
        door.unit(common.unwrap_or(0));
        let cif: HashSet<_> = series
            .iter()
            .filter(|one| flow(one) == "TMG_CIF_USD")
            .map(|one| imports(one))
            .collect();
        let mut statuses: BTreeMap<&str, u64> = BTreeMap::new();
        let mut place = 0;
        for one in &series {
            let cif_beside = flow(one) == "TMG_FOB_USD" && cif.contains(&imports(one));
            for obs in one.get("Obs").into_iter().flat_map(Json::items) {
                place += 1;
                if let Some(status) = obs.get("@OBS_STATUS").and_then(Json::text) {
                    *statuses.entry(status).or_default() += 1;
                }
                if cif_beside {
                    door.leave_out("imports FOB where the same imports stand CIF");
                } else {
                    let power = power(one, stated);
                    take(place, one, obs, (common, power), door);
                }
            }
        }
        for (status, count) in statuses.iter().filter(|(status, _)| **status != "A") {
            door.remark(format!("`@OBS_STATUS` is `{status}` for {count} figures"));
        }
        Ok(())
    }
}

fn take(
    place: u64,
    series: &Json,
    obs: &Json,
    (common, power): (Option<i32>, Option<i32>),
    door: &mut Door,
) {
    let indicator = flow(series);
    let direction = match indicator {
        _ if indicator.starts_with("TXG_") => Direction::Export,
        _ if indicator.starts_with("TMG_") => Direction::Import,
        _ if indicator.starts_with("TBG_") => return door.leave_out("trade balance, no flow"),
        _ => return door.leave_out("an indicator that is no flow of goods"),
    };
    if !indicator.ends_with("_USD") {
        return door.leave_out("values in another currency than US dollars");
    }
    let field = |key| series.get(key).and_then(Json::text).unwrap_or_default();
    let Some(period) = obs.get("@TIME_PERIOD").and_then(Json::code) else {
        return door.reject(place, "@TIME_PERIOD", "", "there is no period");
    };
    let text = obs
        .get("@OBS_VALUE")
        .and_then(Json::code)
        .unwrap_or_default();
    let value = match (common, power) {
        (Some(_), _) => Amount::Text(&text),
        (None, Some(power)) => Amount::Tens(&text, power),
        (None, None) => {
            let reason = "is no power of ten, where other series have one";
            return door.reject(place, "@UNIT_MULT", field("@UNIT_MULT"), reason);
        }
    };
    let (exporter, importer, side, kind) =
        direction.between(field("@REF_AREA"), field("@COUNTERPART_AREA"));
    door.take(Observation {
        place,
        period: &period,
        exporter,
        importer,
        scheme: Scheme::Iso2,
        side,
        kind,
        product: "TOTAL",
        value,
        quantity: None,
        source: None,
    });
}

fn flow(series: &Json) -> &str {
    series
        .get("@INDICATOR")
        .and_then(Json::text)
        .unwrap_or_default()
}

/// Whose imports a series has, from where, and how often.
fn imports(series: &Json) -> [Option<&str>; 3] {
    ["@FREQ", "@REF_AREA", "@COUNTERPART_AREA"].map(|key| series.get(key).and_then(Json::text))
}

fn multiplier(series: &Json) -> Option<&Json> {
    series
        .get("@UNIT_MULT")
        .filter(|power| **power != Json::Null)
}

/// The power of ten of a series; none if it cannot be told.
fn power(series: &Json, stated: bool) -> Option<i32> {
    match multiplier(series) {
        None => (!stated).then_some(0),
        Some(power) => power
            .number()
            .filter(|p| p.fract() == 0.0 && (-12.0..=15.0).contains(p))
            .map(|p| p as i32),
    }
}

/// The power of ten of all series, if they agree.
fn common_power(series: &[&Json], stated: bool) -> Option<i32> {
    let first = power(series.first()?, stated)?;
    series
        .iter()
        .all(|one| power(one, stated) == Some(first))
        .then_some(first)
}
