//! What UN Comtrade answers: rows, or one of several shapes of errors.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::error::{Error, Result};
use crate::providers::json::Json;
use crate::providers::observation::Amount;

/// A reply of either generation; errors come in four shapes.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Reply {
    data: Option<Vec<Row>>,
    dataset: Option<Vec<Row>>,
    error: Option<Json>,
    status_code: Option<Json>,
    message: Option<Json>,
    validation: Option<Json>,
    /// How many rows there are, as the reply says.
    count: Option<Json>,
}

/// Rows, and what the reply says that a reader must know.
pub(crate) struct Answer {
    pub rows: Vec<Row>,
    pub remarks: Vec<String>,
}

impl Reply {
    /// The rows.
    ///
    /// # Errors
    /// If there are none: what the reply says instead, and what to do.
    pub(crate) fn rows(mut self) -> Result<Answer> {
        let rows = self.data.take().or(self.dataset.take()).unwrap_or_default();
        let said = self.said();
        if !rows.is_empty() {
            let said = said.map(|said| format!("UN Comtrade says with its reply: `{said}`"));
            let remarks = said.into_iter().chain(self.missing(rows.len())).collect();
            return Ok(Answer { rows, remarks });
        }

        let code = self.status_code.as_ref().and_then(Json::index);
        let remedy = match code {
            Some(401) => "give a valid subscription key, then download again",
            Some(403) => {
                "the quota of the key is used up; wait until it is renewed, then download again"
            }
            Some(429) => "wait a little, then download again",
            _ => "ask for fewer periods, reporters or products, then download again",
        };
        let reason = match (said, code) {
            (Some(said), Some(code)) => format!("not data but an error of UN Comtrade ({code}): `{said}`; {remedy}"),
            (Some(said), None) => format!("not data but an error of UN Comtrade: `{said}`; {remedy}"),
            (None, _) => "the reply of UN Comtrade holds no rows; check that the reporter has published this period \
                          and classification, then download again"
                .to_owned(),
        };
        Err(Error::Unreadable { reason })
    }

    /// An error or a message in the reply, in one of its shapes.
    fn said(&self) -> Option<String> {
        let messages = [
            self.error.as_ref(),
            self.message.as_ref(),
            self.validation.as_ref().and_then(|v| v.get("message")),
        ];
        messages
            .into_iter()
            .flatten()
            .filter_map(|said| {
                said.code()
                    .or_else(|| said.get("message").and_then(Json::code))
            })
            .find(|said| !said.trim().is_empty())
    }

    /// What is to be said if the reply counts other than it holds.
    fn missing(&self, here: usize) -> Option<String> {
        let before = self
            .validation
            .as_ref()
            .and_then(|v| v.at(&["count", "value"]));
        let count = self.count.as_ref().or(before).and_then(Json::index)?;
        let what = match count {
            count if count > here => "rows are missing; download it again",
            count if count < here => "something was added to it",
            _ => return None,
        };
        Some(format!(
            "the reply says that it has {count} rows, and {here} are here: {what}"
        ))
    }
}

/// The fields used of a row, under the names of both generations.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Row {
    #[serde(rename = "typeCode", deserialize_with = "loose")]
    pub(crate) kind: Option<String>,
    #[serde(rename = "freqCode", deserialize_with = "loose")]
    pub(crate) frequency: Option<String>,
    #[serde(deserialize_with = "loose")]
    pub(crate) period: Option<String>,
    #[serde(rename = "refYear", alias = "yr", deserialize_with = "loose")]
    pub(crate) year: Option<String>,
    #[serde(rename = "reporterCode", alias = "rtCode", deserialize_with = "loose")]
    pub(crate) reporter: Option<String>,
    #[serde(rename = "reporterISO", alias = "rt3ISO", deserialize_with = "loose")]
    pub(crate) reporter_iso: Option<String>,
    #[serde(rename = "partnerCode", alias = "ptCode", deserialize_with = "loose")]
    pub(crate) partner: Option<String>,
    #[serde(rename = "partnerISO", alias = "pt3ISO", deserialize_with = "loose")]
    pub(crate) partner_iso: Option<String>,
    #[serde(rename = "flowCode", alias = "rgCode", deserialize_with = "loose")]
    pub(crate) flow: Option<String>,
    #[serde(rename = "partner2Code", alias = "ptCode2", deserialize_with = "loose")]
    pub(crate) second_partner: Option<String>,
    #[serde(rename = "customsCode", alias = "cstCode", deserialize_with = "loose")]
    pub(crate) customs: Option<String>,
    #[serde(rename = "motCode", deserialize_with = "loose")]
    pub(crate) transport: Option<String>,
    #[serde(rename = "mosCode", deserialize_with = "loose")]
    pub(crate) supply: Option<String>,
    #[serde(
        rename = "classificationCode",
        alias = "pfCode",
        deserialize_with = "loose"
    )]
    pub(crate) classification: Option<String>,
    #[serde(rename = "cmdCode", deserialize_with = "loose")]
    pub(crate) product: Option<String>,
    #[serde(
        rename = "primaryValue",
        alias = "TradeValue",
        deserialize_with = "figure"
    )]
    pub(crate) value: Option<String>,
    #[serde(rename = "netWgt", alias = "NetWeight", deserialize_with = "number")]
    pub(crate) weight: Option<f64>,
    #[serde(rename = "qty", alias = "TradeQuantity", deserialize_with = "number")]
    pub(crate) count: Option<f64>,
    #[serde(rename = "qtyUnitCode", alias = "qtCode", deserialize_with = "loose")]
    pub(crate) unit_code: Option<String>,
    #[serde(rename = "qtyUnitAbbr", alias = "qtDesc", deserialize_with = "loose")]
    pub(crate) unit: Option<String>,
    #[serde(rename = "isReported")]
    pub(crate) reported: Option<bool>,
    #[serde(rename = "isNetWgtEstimated")]
    pub(crate) weight_estimated: Option<bool>,
    #[serde(rename = "isQtyEstimated")]
    pub(crate) quantity_estimated: Option<bool>,
}

impl Row {
    /// The field that makes this row a part of a flow, and its code.
    pub(crate) fn part(&self) -> Option<(&'static str, String)> {
        [
            ("partner2Code", &self.second_partner, "0"),
            ("customsCode", &self.customs, "C00"),
            ("motCode", &self.transport, "0"),
            ("mosCode", &self.supply, "0"),
        ]
        .into_iter()
        .find_map(|(field, code, total)| {
            code.as_deref()
                .filter(|code| *code != total)
                .map(|code| (field, code.to_owned()))
        })
    }

    /// What a total and its parts have in common.
    pub(crate) fn key(&self) -> [Option<&str>; 6] {
        [
            self.period.as_deref().or(self.year.as_deref()),
            self.reporter.as_deref().or(self.reporter_iso.as_deref()),
            self.partner.as_deref().or(self.partner_iso.as_deref()),
            self.flow.as_deref(),
            self.classification.as_deref(),
            self.product.as_deref(),
        ]
    }

    /// Net weight, else what was counted in its unit.
    pub(crate) fn quantity(&self) -> Option<(Amount<'_>, &str)> {
        if let Some(weight) = self.weight.filter(|weight| *weight > 0.0) {
            return Some((Amount::Number(Some(weight)), "kg"));
        }
        let unit = self.unit.as_deref().filter(|unit| *unit != "N/A")?;
        let coded = self
            .unit_code
            .as_deref()
            .is_none_or(|code| !["-1", "0", "1"].contains(&code));
        self.count
            .filter(|count| coded && *count > 0.0)
            .map(|count| (Amount::Number(Some(count)), unit))
    }
}

/// A figure as text, whether it comes as a number or as text.
fn figure<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    match Json::deserialize(deserializer)? {
        Json::Null => Ok(None),
        Json::Number(number) => Ok(Some(number.to_string())),
        Json::Text(text) => Ok(Some(text)),
        _ => Err(D::Error::custom(
            "neither a number nor a text stands for a figure",
        )),
    }
}

/// A number that may come as text.
fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    let Some(text) = figure(deserializer)?.filter(|text| !text.trim().is_empty()) else {
        return Ok(None);
    };
    let number = text
        .trim()
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite());
    let wrong = || D::Error::custom(format!("`{text}` stands for a quantity and is no number"));
    number.ok_or_else(wrong).map(Some)
}

/// A code that comes as text or as a number, by year of the API; empty text is none.
fn loose<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Json::deserialize(deserializer)?
        .code()
        .filter(|code| !code.trim().is_empty()))
}
