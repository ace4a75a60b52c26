//! UN Comtrade replies in JSON.

use std::collections::{BTreeMap, HashSet};

use crate::error::{Error, Result};
use crate::providers::comtrade::contradictions::Contradictions;
use crate::providers::comtrade::parts::classification;
use crate::providers::comtrade::reply::{Answer, Reply, Row};
use crate::providers::door::Door;
use crate::providers::json;
use crate::providers::observation::{Amount, Direction, Observation, Scheme};
use crate::providers::provider::Provider;
use crate::providers::text::document::Document;

/// UN Comtrade's reply in JSON: the API of 2022 (v1) and the one before it.
///
/// Download: `comtradeapi.un.org/data/v1/get/C/A/HS` with a key, or
/// `comtradeapi.un.org/public/v1/preview/C/A/HS` without one (500 rows). The layout of v1 is
/// `{"elapsedTime", "count", "data": […], "error"}` with 47 camelCase fields a row; the layout
/// before it is `{"validation": …, "dataset": […]}` with `rt3ISO`, `pt3ISO`, `rgCode`,
/// `TradeValue`.
///
/// ```json
/// {"count": 1, "data": [{"period": "2010", "reporterCode": 156, "flowCode": "M", "partnerCode": 32,
///   "partner2Code": 0, "customsCode": "C00", "motCode": 0, "classificationCode": "H3",
///   "cmdCode": "TOTAL", "primaryValue": 6804128143.0}], "error": ""}
/// ```
///
/// Quirks:
/// - The value is `primaryValue`: CIF for imports, FOB for exports. Each of `cifvalue` and
///   `fobvalue` is null for one of them.
/// - Rows by second partner, customs procedure or means of transport are parts of the row with
///   `partner2Code` 0, `customsCode` C00, `motCode` 0 and `mosCode` 0. Where that row is there, the
///   parts are left out; a part without it is rejected; a file of parts alone is refused, as nobody
///   can tell whether they are complete.
/// - Areas are UN numbers (579 is Norway with Svalbard, 490 Other Asia nes); ISO codes are used
///   only where there is no number.
/// - Quantity is the net weight in kg, else `qty` in its unit; unit -1 (`N/A`) and 0 are none.
/// - Goods for processing (`MIP`, `MOP`, `XIP`, `XOP`) and foreign imports (`FM`) are parts of the
///   flows.
/// - `isReported: false` marks sums made by the United Nations; they are kept and told.
pub struct ComtradeJson;

impl Provider for ComtradeJson {
    fn name(&self) -> &'static str {
        "comtrade-json"
    }

    fn about(&self) -> &'static str {
        "UN Comtrade: JSON replies of the API, v1 (data: …) and legacy (dataset: …)"
    }

    fn recognises(&self, document: &Document) -> bool {
        let head = document.head();
        let has = |key: &str| head.contains(&format!("\"{key}\""));
        head.trim_start().starts_with('{')
            && (has("reporterCode") && has("flowCode") && has("data")
                || has("dataset") && has("rtCode") && has("ptCode")
                || has("elapsedTime") && has("count")
                || has("validation") && has("dataset")
                || has("statusCode") && has("message"))
    }

    fn read(&self, document: &Document, door: &mut Door) -> Result<()> {
        let reply: Reply = json::parse(document.text()?)?;
        let Answer { rows, remarks } = reply.rows()?;
        door.published("UN Comtrade", "UN Comtrade, bilateral trade as reported");
        door.currency("USD");
        door.unit(0);
        for remark in remarks {
            door.remark(remark);
        }
        if [500, 100_000, 250_000].contains(&rows.len()) {
            door.remark(format!(
                "the reply has exactly {} rows, a limit of the api: rows may be missing",
                rows.len()
            ));
        }
        classify(&rows, door);
        let whole: HashSet<_> = rows
            .iter()
            .filter(|row| row.part().is_none())
            .map(Row::key)
            .collect();
        if whole.is_empty() {
            return Err(parts_alone(&rows));
        }
        let mut estimated = BTreeMap::new();
        let mut against = Contradictions::default();
        for (place, row) in (1..).zip(&rows) {
            match row.part() {
                Some(_) if whole.contains(&row.key()) => {
                    door.leave_out(
                        "finer breakdown by second partner, customs procedure or transport",
                    );
                }
                Some((field, code)) => {
                    door.reject(
                        place,
                        field,
                        &code,
                        "a part of a flow whose total is not in the file",
                    );
                }
                None => {
                    compare(place, row, &mut against);
                    take(place, row, door, &mut estimated);
                }
            }
        }
        for (what, count) in estimated {
            door.remark(format!("{what} in {count} of {} rows", rows.len()));
        }
        against.tell(door);
        Ok(())
    }
}

/// Looks for fields that say two things.
fn compare(place: u64, row: &Row, against: &mut Contradictions) {
    let text = |field: &Option<String>| field.clone().unwrap_or_default();
    let areas = [
        (&row.reporter, &row.reporter_iso),
        (&row.partner, &row.partner_iso),
    ];
    for (number, iso) in areas {
        against.area(place, &text(number), &text(iso), Scheme::Iso3);
    }
    against.year(place, &text(&row.period), &text(&row.year));
    against.frequency(place, &text(&row.frequency), &text(&row.period));
}

fn take(place: u64, row: &Row, door: &mut Door, estimated: &mut BTreeMap<&'static str, u64>) {
    let flow = row.flow.as_deref().unwrap_or_default();
    if row.kind.as_deref() == Some("S") {
        return door.leave_out("trade in services");
    }
    if ["MIP", "MOP", "XIP", "XOP", "FM"].contains(&flow) {
        return door.leave_out("goods for processing and foreign imports, parts of the flows");
    }
    let Some(direction) = Direction::read(flow) else {
        return door.reject(
            place,
            "flowCode",
            flow,
            "no flow this can read; known are M, X, DX, RX, RM",
        );
    };
    let Some(period) = row.period.as_deref().or(row.year.as_deref()) else {
        return door.reject(place, "period", "", "there is no period");
    };
    let (reporter, partner, scheme) = match (
        &row.reporter,
        &row.partner,
        &row.reporter_iso,
        &row.partner_iso,
    ) {
        (Some(reporter), Some(partner), ..) => (reporter, partner, Scheme::Number),
        (_, _, Some(reporter), Some(partner)) => (reporter, partner, Scheme::Iso3),
        _ => {
            return door.reject(
                place,
                "reporterCode",
                "",
                "there is no reporter or no partner",
            );
        }
    };
    let mut note = |is: bool, what| *estimated.entry(what).or_default() += u64::from(is);
    note(
        row.reported == Some(false),
        "figures are sums or estimates of the UN (`isReported` is false)",
    );
    note(
        row.weight_estimated == Some(true),
        "net weight is estimated",
    );
    note(
        row.quantity_estimated == Some(true),
        "quantity is estimated",
    );
    estimated.retain(|_, count| *count > 0);
    let (exporter, importer, side, kind) = direction.between(reporter, partner);
    door.take(Observation {
        place,
        period,
        exporter,
        importer,
        scheme,
        side,
        kind,
        product: row.product.as_deref().unwrap_or("TOTAL"),
        value: row
            .value
            .as_deref()
            .map_or(Amount::Number(None), Amount::Text),
        quantity: row.quantity(),
        source: None,
    });
}

/// Tells the door the one classification of the file, or that there are several.
fn classify(rows: &[Row], door: &mut Door) {
    let used: HashSet<&str> = rows
        .iter()
        .filter_map(|row| row.classification.as_deref())
        .collect();
    let mut names: Vec<&str> = used
        .into_iter()
        .map(|code| classification(code).unwrap_or(code))
        .collect();
    names.sort_unstable();
    match names.as_slice() {
        [] => {}
        [one] => door.classification(one),
        several => door.remark(format!(
            "rows are in several classifications: {}; figures by product are not comparable across them",
            several.join(", ")
        )),
    }
}

fn parts_alone(rows: &[Row]) -> Error {
    let fields: HashSet<&str> = rows
        .iter()
        .filter_map(Row::part)
        .map(|(field, _)| field)
        .collect();
    let mut fields: Vec<_> = fields.into_iter().collect();
    fields.sort_unstable();
    Error::Unreadable {
        reason: format!(
            "all {} rows are parts of flows (by {}), and no row has the total; whether the parts are complete \
             cannot be told; ask again with partner2Code=0&motCode=0&customsCode=C00",
            rows.len(),
            fields.join(", ")
        ),
    }
}
