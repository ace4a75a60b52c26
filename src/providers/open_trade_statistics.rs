//! Open Trade Statistics.

use serde::Deserialize;

use crate::error::{Error, Result};
use crate::providers::door::Door;
use crate::providers::json::{self, Json};
use crate::providers::observation::{Amount, Direction, Observation, Scheme};
use crate::providers::provider::Provider;
use crate::providers::text::document::Document;

/// Open Trade Statistics, JSON of its API.
///
/// Download: `api.tradestatistics.io/yrp?y=2019&r=nor&p=chn` (totals), `…/yrpc` (by product),
/// `…/yrc`, `…/yr`. A list of flat rows, one for each pair of reporter and partner, with exports
/// and imports side by side; each row is two observations.
///
/// ```json
/// [{"year": 2019, "reporter_iso": "nor", "partner_iso": "chn", "commodity_code": "030214",
///   "trade_value_usd_exp": 391000000, "trade_value_usd_imp": 0}]
/// ```
///
/// Quirks:
/// - Codes are ISO alpha-3 in lower case; `all` is the world, and `0-unspecified` stands for areas
///   not specified.
/// - Products are `product_code` until 2021 and `commodity_code` since; a row of sections has
///   `section_code` alone.
/// - A figure that is not there is null or missing, and is left out; zeros are figures.
/// - Tables without a partner (`yr`, `yrc`) are trade with the world.
/// - Figures are reconciled in part: imports of one side fill gaps of the other. The site does not
///   mark them.
/// - An empty list, or an `error`, is what a wrong code gives.
pub struct OpenTradeStatistics;

#[derive(Deserialize)]
struct Row {
    year: Json,
    reporter_iso: String,
    #[serde(default)]
    partner_iso: Option<String>,
    #[serde(default, alias = "product_code")]
    commodity_code: Option<Json>,
    #[serde(default)]
    section_code: Option<Json>,
    #[serde(default)]
    trade_value_usd_exp: Option<f64>,
    #[serde(default)]
    trade_value_usd_imp: Option<f64>,
}

impl Provider for OpenTradeStatistics {
    fn name(&self) -> &'static str {
        "open-trade-statistics"
    }

    fn about(&self) -> &'static str {
        "Open Trade Statistics: JSON of api.tradestatistics.io, exports and imports side by side"
    }

    fn recognises(&self, document: &Document) -> bool {
        let head = document.head();
        head.trim_start().starts_with('[')
            && head.contains("\"trade_value_usd_")
            && head.contains("\"reporter_iso\"")
    }

    fn read(&self, document: &Document, door: &mut Door) -> Result<()> {
        let rows: Vec<Row> = json::parse(document.text()?)?;
        if rows.is_empty() {
            return Err(Error::Unreadable {
                reason: "the list is empty; check year and country codes of the request, then download again".into(),
            });
        }
        door.published(
            "Open Trade Statistics",
            "Open Trade Statistics, from UN Comtrade",
        );
        door.currency("USD");
        door.unit(0);
        for (place, row) in (1..).zip(&rows) {
            take(place, row, door);
        }
        Ok(())
    }
}

fn take(place: u64, row: &Row, door: &mut Door) {
    let Some(period) = row.year.code() else {
        return door.reject(place, "year", "", "there is no year");
    };
    let reporter = area(&row.reporter_iso);
    let partner = area(row.partner_iso.as_deref().unwrap_or("all"));
    if reporter == "WLD" {
        return door.leave_out("sum over all reporters");
    }
    let product = row
        .commodity_code
        .as_ref()
        .and_then(Json::code)
        .filter(|code| code != "all");
    let product = product
        .or_else(|| row.section_code.as_ref().and_then(Json::code))
        .unwrap_or("TOTAL".into());
    let sides = [
        (Direction::Export, row.trade_value_usd_exp),
        (Direction::Import, row.trade_value_usd_imp),
    ];
    for (direction, value) in sides {
        if value.is_none() {
            door.leave_out("no figure for this direction");
            continue;
        }
        let (exporter, importer, side, kind) = direction.between(reporter, partner);
        door.take(Observation {
            place,
            period: &period,
            exporter,
            importer,
            scheme: Scheme::Iso3,
            side,
            kind,
            product: &product,
            value: Amount::Number(value),
            quantity: None,
            source: None,
        });
    }
}

/// The site's words for the world, as ISO alpha-3 lists have it.
fn area(code: &str) -> &str {
    if ["all", "0-all", "world", "wld"].contains(&code) {
        "WLD"
    } else {
        code
    }
}
