//! A measure that is asked for, and its answer.

use super::answer::Answer;
use super::dimension::Dimension;
use super::economy::Economy;
use super::found::Found;
use super::groups::Intra;
use super::panel::{Panel, WorldRow};
use super::settings::Settings;
use super::shape::Shape;
use super::{cells, change, complexity, economy, items, prices, series, survival, two_way};
use crate::error::{Error, Result};
use crate::indicators::about::About;
use crate::model::flow_table::FlowTable;
use crate::model::period::{Years, year_of};
use crate::model::source::Side;
use crate::model::table::Table;
use crate::transforms::{Pairs, Reshape, Sources};

/// A measure by name, with what is asked of it.
///
/// Countries and products that are named choose what is **shown** where rows are told apart by them, and
/// what is **summed** where they are not: with exporters apart, `exporters` shows these of all that the
/// world is made of, and `importers` restricts the market that they sell to.
#[derive(Debug, Clone)]
pub struct Ask {
    pub measure: &'static About,
    /// Years shown; what they are compared with may lie before.
    pub years: Years,
    pub sources: Sources,
    pub side: Option<Side>,
    /// What rows are told apart by, besides the period; as the measure has it if empty.
    pub by: Vec<Dimension>,
    /// What rows are compared over: products, or partners.
    pub over: Option<Dimension>,
    /// Canonical codes of countries, or of groups, each of which is then one economy made of the members it
    /// had in each year, but for countries that are named themselves.
    pub exporters: Vec<String>,
    pub importers: Vec<String>,
    /// How codes of products begin.
    pub products: Vec<String>,
    /// Digits of products.
    pub level: Option<u8>,
    pub world: WorldRow,
    /// What becomes of the trade within groups of countries that are named.
    pub intra: Intra,
    pub settings: Settings,
    /// Gross domestic product or output of countries, for the measures that need it.
    pub economy: Option<Economy>,
    /// Only so many rows, those with the largest figures.
    pub top: Option<usize>,
}

impl Ask {
    /// A measure as it is by itself, on all that the data have.
    pub fn new(measure: &'static About) -> Self {
        Self {
            measure,
            years: Years::default(),
            sources: Sources::Best,
            side: None,
            by: Vec::new(),
            over: None,
            exporters: Vec::new(),
            importers: Vec::new(),
            products: Vec::new(),
            level: None,
            world: WorldRow::FromData,
            intra: Intra::default(),
            settings: Settings::default(),
            economy: None,
            top: None,
        }
    }

    /// The answer as a tidy table: period, codes, figures, reason, currency, prices, side, source.
    ///
    /// # Errors
    /// [`Error::NothingLeft`] if the data lack what is asked for; [`Error::BasisMismatch`] if the measure
    /// cannot be taken so; [`Error::UnknownWord`] for a setting that is none.
    pub fn of(&self, flows: &FlowTable) -> Result<Table> {
        self.heed()?;
        let mut view = flows.clone();
        let mut coded = flows.coded()?;
        self.pairs().choose(&mut view, &mut coded)?;
        let ready = self.ready(coded)?;
        ready.absent.check()?;
        let panel = Panel::of(self, ready, view.basis().frequency);
        self.answer(&panel, Some(flows))?.table(self, &view)
    }

    /// Begins an answer to rows that are handed over a year at a time.
    pub fn begin(&self) -> Answer<'_> {
        Answer::to(self)
    }

    pub(super) fn pairs(&self) -> Pairs {
        Pairs {
            years: self.years,
            sources: self.sources.clone(),
            side: self.side,
            with_world: true,
        }
    }

    pub(super) fn answer(&self, panel: &Panel, flows: Option<&FlowTable>) -> Result<Found> {
        let mut found = self.find(flows, panel)?;
        // Where no row is, no setting was looked at.
        if let (Some(name), false) = (self.settings.idle(), found.is_empty()) {
            let reason = format!("makes no use of `{name}` as it is asked for");
            let measure = self.measure.name;
            let remedy = format!("leave it out, or see `bilat measure {measure} --list`");
            return Err(self.refuse(&reason, &remedy));
        }
        self.prune(&mut found);
        Ok(found)
    }

    fn find(&self, flows: Option<&FlowTable>, panel: &Panel) -> Result<Found> {
        match self.measure.name {
            "market-share"
            | "revealed-advantage"
            | "symmetric-advantage"
            | "additive-advantage"
            | "normalised-advantage"
            | "trade-intensity" => cells::advantages(self, panel),
            "export-similarity" => cells::similarities(self, panel),
            "herfindahl"
            | "herfindahl-normalised"
            | "unctad-concentration"
            | "hirschman"
            | "theil"
            | "number-of-items" => items::rows(self, panel),
            "unctad-diversification" => items::distances(self, panel),
            "hummels-klenow" => items::margins(self, panel),
            "survival" => survival::survival(self, panel),
            "lafay" | "grubel-lloyd" => two_way::products(self, panel),
            "vollrath" => two_way::vollraths(self, panel),
            "complementarity" => two_way::complementarities(self, panel),
            "trade-introversion" => two_way::introversion(self, panel),
            "import-penetration" | "openness" => economy::shares(self, panel),
            "contributions" => change::contributions_of(self, panel),
            "constant-market-share" => change::constant_shares(self, panel),
            "shift-share" => change::shift_shares(self, panel),
            "unit-value" | "unit-value-index" | "volume-index" | "lowe-index"
            | "terms-of-trade" => match flows {
                Some(flows) => prices::find(self, &self.pairs().apply(flows)?, panel),
                None => Err(self.refuse("needs quantities", "load the files whole")),
            },
            "deflate" | "convert" => Err(self.refuse(
                "is part of every command",
                "use --real YEAR or --currency CODE with any of them",
            )),
            "growth" | "average-growth" | "regularity" | "volatility" | "instability"
            | "moving-average" | "same-month-growth" | "year-to-date" | "seasonal-profile" => {
                series::find(self, panel)
            }
            _ => complexity::find(self, panel),
        }
    }

    /// What rows are told apart by and compared over, for measures of exporters by product; where the data
    /// have no products, by partner.
    pub(super) fn shape(&self, panel: &Panel) -> Result<Shape> {
        let over = match panel.has_products {
            true => Dimension::Product,
            false => Dimension::Importer,
        };
        Shape::of(&self.by, self.over, (Dimension::Exporter, over))
    }

    /// The periods that are shown.
    pub(super) fn periods(&self, panel: &Panel) -> Vec<i32> {
        let mut periods = panel.periods();
        periods.retain(|period| self.years.contains(year_of(*period)));
        periods
    }

    /// Keeps the largest figures, if so many were asked for.
    pub(super) fn prune(&self, found: &mut Found) {
        if let Some(top) = self.top {
            found.keep_top(top);
        }
    }

    pub(super) fn refuse(&self, reason: &str, remedy: &str) -> Error {
        Error::BasisMismatch {
            reason: format!("`{}` {reason}", self.measure.name),
            remedy: remedy.to_owned(),
        }
    }
}
