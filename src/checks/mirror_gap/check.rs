//! The mirror check of loaded flows: both reports found, compared, and told three ways.

use serde::Serialize;

use super::choose::{Pairing, pairing};
use super::context::{Context, TradeSystem};
use super::factor::CifFactor;
use super::hubs::hubs;
use super::report::{MirrorCheck, MirrorReport};
use super::told;
use crate::checks::breaks::Event;
use crate::checks::examine::{Examine, Examined};
use crate::checks::flows::{sources_of, strands, whole};
use crate::checks::series::Series;
use crate::error::{Error, Result};
use crate::model::column::TOTAL;
use crate::model::country::Country;
use crate::model::flow_table::FlowTable;
use crate::model::period::Years;
use crate::model::source::Kind;

/// What two countries report of the flows between them, held against each other.
///
/// A gap is no disagreement: imports hold freight and insurance, and goods are under way at the
/// turn of the year. So the result never [disagrees](Examined::disagrees).
///
/// ```
/// use bilat::checks::{Examine, mirror_gap::BothReports};
/// let pair = bilat::Pair::new("China", "United States")?;
/// let check = BothReports::of(pair.first, pair.second);
/// let found = check.examine(&bilat::bundled_flows()?)?;
/// assert!(found.table.data.height() > 0 && !found.disagrees);
/// # Ok::<(), bilat::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct BothReports {
    pub exporter: &'static Country,
    pub importer: &'static Country,
    /// Whether the flow back is compared too.
    pub both_ways: bool,
    pub years: Years,
    /// Product code, or `TOTAL`.
    pub product: String,
    /// What importers' figures are divided by.
    pub factor: CifFactor,
    /// Countries whose trade system is known, by code.
    pub systems: Vec<(String, TradeSystem)>,
}

/// One flow with what was found of it.
#[derive(Debug, Clone, Serialize)]
pub struct Direction {
    pub exporter: &'static str,
    pub importer: &'static str,
    /// Whose reports they are.
    pub reports: Pairing,
    pub mirror: MirrorReport,
    /// Events that begin in a year whose gap is outlying: a coincidence of dates.
    pub events: Vec<Event>,
}

impl BothReports {
    /// Both directions, all goods, every year, and the factor of the IMF.
    pub fn of(exporter: &'static Country, importer: &'static Country) -> Self {
        Self {
            exporter,
            importer,
            both_ways: true,
            years: Years::default(),
            product: TOTAL.to_owned(),
            factor: CifFactor::default(),
            systems: Vec::new(),
        }
    }

    fn ends(&self) -> Vec<(&'static Country, &'static Country)> {
        let there = (self.exporter, self.importer);
        match self.both_ways {
            true => vec![there, (self.importer, self.exporter)],
            false => vec![there],
        }
    }

    fn direction(
        &self,
        (exporter, importer): (&'static Country, &'static Country),
        flows: &FlowTable,
    ) -> Result<Option<Direction>> {
        let frequency = flows.basis().frequency;
        let rows = flows.retain(|flow| {
            let product = [TOTAL, &self.product].contains(&flow.product.as_str());
            let touches = flow.exporter == exporter.code || flow.importer == importer.code;
            product && touches && flow.kind == Kind::Total && self.years.contains(flow.year())
        })?;
        let strands = strands(&rows.flows()?, frequency)?;
        let Some(reports) = pairing(&strands, exporter, importer, &self.product) else {
            return Ok(None);
        };
        let none = |code: &str| Series::new(format!("{code}’s report"), []);
        let series = |strand: &Option<_>, code: &str| match strand.as_ref() {
            Some(strand) => strands.get(strand).cloned().map_or_else(|| none(code), Ok),
            None => none(code),
        };
        let sent = series(&reports.exporter, &exporter.code)?;
        let received = series(&reports.importer, &importer.code)?;
        let system = |code: &str| {
            let known = self.systems.iter().find(|(known, _)| known == code);
            known.map(|(_, system)| *system)
        };
        let one_product = self.product != TOTAL;
        let all_goods = pairing(&strands, exporter, importer, TOTAL).filter(|_| one_product);
        let context = Context {
            hubs: hubs(&strands, exporter, importer, &self.product),
            exporter_system: system(&exporter.code),
            importer_system: system(&importer.code),
            all_goods: all_goods.and_then(|all| {
                let sent = strands.get(&all.exporter?)?.clone();
                Some((sent, strands.get(&all.importer?)?.clone()))
            }),
            one_product,
            conversion: None,
        };
        let check = MirrorCheck {
            exporter: &sent,
            importer: &received,
            factor: &self.factor,
            context: &context,
        };
        let mirror = check.report()?;
        Ok(Some(Direction {
            exporter: &exporter.code,
            importer: &importer.code,
            events: told::near_outlying(&mirror, [&exporter.code, &importer.code], frequency),
            reports,
            mirror,
        }))
    }
}

impl Examine for BothReports {
    /// # Errors
    /// [`Error::NothingLeft`] if no source has a figure of either direction that says which side
    /// it is from.
    fn examine(&self, flows: &FlowTable) -> Result<Examined> {
        let mut found = Vec::new();
        let mut silent = Vec::new();
        for ends in self.ends() {
            match self.direction(ends, flows)? {
                Some(direction) => found.push(direction),
                None => silent.push(format!("{} to {}", ends.0.name, ends.1.name)),
            }
        }
        if found.is_empty() {
            return Err(Error::NothingLeft {
                what: format!(
                    "no source has exports of {} as the exporter or the importer reports them{}",
                    silent.join(" or of "),
                    match (self.years == Years::default(), self.product.as_str()) {
                        (true, TOTAL) => String::new(),
                        (true, product) => format!(", of product {product}"),
                        (false, TOTAL) => format!(", in {}", self.years),
                        (false, product) => format!(", of product {product} in {}", self.years),
                    }
                ),
                remedy: "give a file in which at least one of them reports, with --data".to_owned(),
            });
        }
        let used = found.iter().flat_map(|one| one.reports.sources());
        let sources = sources_of(flows, used);
        Ok(Examined {
            table: told::rows(&found, flows, &sources)?,
            page: told::page(&found, &silent, flows, &sources)?,
            said: found.iter().map(|one| told::said(one, flows)).collect(),
            whole: whole(&serde_json::json!({
                "basis": flows.basis(),
                "flows": whole(&found)?,
                "no_figures": silent,
                "notes": flows.notes(),
                "sources": sources,
            }))?,
            disagrees: false,
        })
    }
}
