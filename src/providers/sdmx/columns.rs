//! Where the columns of SDMX-CSV stand, and what a row says in them.

use crate::error::{Error, Result};
use crate::providers::columns::{cell, code, find};
use crate::providers::observation::Scheme;
use crate::providers::own::table::direction;
use crate::providers::sdmx::row::{Row, id, row};
use crate::providers::year_columns::periods;

pub(crate) const REPORTER: [&str; 7] = [
    "reporter",
    "REF_AREA",
    "COUNTRY.ID",
    "COUNTRY",
    "REPORTING_AREA",
    "declarant",
    "geo",
];
pub(crate) const PARTNER: [&str; 6] = [
    "partner",
    "COUNTERPART_AREA",
    "COUNTERPART_COUNTRY.ID",
    "COUNTERPART_COUNTRY",
    "COUNTERPART",
    "VIS_A_VIS",
];

/// Where the columns stand.
pub(crate) struct Columns {
    pub reporter: usize,
    pub partner: usize,
    pub flow: Option<usize>,
    pub indicator: Option<usize>,
    pub product: Option<usize>,
    pub freq: Option<usize>,
    pub unit: Option<usize>,
    pub power: Option<usize>,
    pub flag: Option<usize>,
    /// The columns of figures, and the period of each where it is not in `time`.
    pub values: Vec<(usize, Option<String>)>,
    pub time: Option<usize>,
    pub scheme: Scheme,
}

impl Columns {
    pub fn of(header: &[String]) -> Result<Self> {
        let at = |names: &[&str]| find(header, names);
        let must = |names: &[&str]| {
            at(names).ok_or_else(|| Error::MissingColumn {
                column: names[0].to_owned(),
                found: header.to_vec(),
            })
        };
        let (time, value) = (at(&["TIME_PERIOD"]), at(&["OBS_VALUE"]));
        let values = match (time, value) {
            (Some(_), Some(value)) => vec![(value, None)],
            _ => periods(header)
                .into_iter()
                .map(|(column, period)| (column, Some(period)))
                .collect(),
        };
        let eurostat =
            at(&["indicators", "indic_et", "stk_flow"]).is_some() || at(&["geo"]).is_some();
        Ok(Self {
            reporter: must(&REPORTER)?,
            partner: must(&PARTNER)?,
            flow: at(&["flow", "stk_flow", "TRADE_FLOW", "FLOWS"]),
            indicator: at(&[
                "indicators",
                "indic_et",
                "INDICATOR.ID",
                "INDICATOR",
                "MEASURE",
            ]),
            product: at(&[
                "product",
                "COMMODITY",
                "sitc06",
                "sitc_r4",
                "bclas_bec",
                "PRODUCT_CODE",
                "ACTIVITY",
            ]),
            freq: at(&["freq", "FREQUENCY.ID", "FREQUENCY"]),
            unit: at(&["UNIT_MEASURE", "UNIT.ID", "UNIT", "CURRENCY"]),
            power: at(&["UNIT_MULT"]),
            flag: at(&["OBS_FLAG", "CONF_STATUS", "OBS_STATUS"]),
            values,
            time,
            scheme: if eurostat {
                Scheme::Geonom
            } else {
                Scheme::Any
            },
        })
    }

    pub fn row(&self, cells: &[&str]) -> Row {
        let at = |column| cell(cells, column);
        match (
            group(at(Some(self.reporter))),
            group(at(Some(self.partner))),
        ) {
            (false, false) => row(
                at(self.indicator),
                at(self.unit),
                // Eurostat's flows are 1 and 2; what 3 and 4 are with other publishers is not with SDMX's.
                direction(id(at(self.flow))).filter(|_| !["3", "4"].contains(&id(at(self.flow)))),
            ),
            _ => Row::Out("groups of countries of the IMF (G163 and the like)"),
        }
    }

    /// The power of ten of a row; nothing if its cell is no power, or is empty where `stated`
    /// says that other rows have one.
    pub fn power(&self, cells: &[&str], stated: bool) -> Option<i32> {
        match code(id(cell(cells, self.power))) {
            "" => (!stated).then_some(0),
            text => text.parse().ok().filter(|power| (-12..=15).contains(power)),
        }
    }

    /// Whether a column is read, or known to tell nothing apart.
    pub fn reads(&self, column: usize) -> bool {
        let named = [
            Some(self.reporter),
            Some(self.partner),
            self.flow,
            self.indicator,
            self.product,
            self.freq,
            self.unit,
            self.power,
            self.flag,
            self.time,
        ];
        named.contains(&Some(column)) || self.values.iter().any(|(value, _)| *value == column)
    }

    pub fn key<'a>(&self, cells: &[&'a str]) -> [&'a str; 6] {
        let at = |column| cell(cells, column);
        [
            at(self.freq),
            at(Some(self.reporter)),
            at(Some(self.partner)),
            at(self.product),
            at(self.flow),
            at(self.time),
        ]
    }
}

/// Whether an area is a group of the IMF that overlaps with its members; the world is none.
pub(crate) fn group(area: &str) -> bool {
    let area = id(area);
    let digits = area.strip_prefix('G').filter(|digits| digits.len() == 3);
    area != "G001" && digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
}
