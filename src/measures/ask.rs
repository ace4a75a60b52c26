//! A measure that is asked for, and its answer.

use super::answer::Answer;
use super::dimension::Dimension;
use super::economy::Economy;
use super::found::Found;
use super::panel::{Panel, Slice, WorldRow};
use super::settings::Settings;
use super::shape::Shape;
use super::{cells, change, complexity, economy, items, prices, series, survival, two_way};
use crate::error::{Error, Result};
use crate::indicators::about::About;
use crate::model::coded::Coded;
use crate::model::flow_table::FlowTable;
use crate::model::period::{Frequency, Years, year_of};
use crate::model::source::Side;
use crate::model::table::Table;
use crate::model::written::period;
use crate::store::Asked;
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
    /// Canonical codes.
    pub exporters: Vec<String>,
    pub importers: Vec<String>,
    /// How codes of products begin.
    pub products: Vec<String>,
    /// Digits of products.
    pub level: Option<u8>,
    pub world: WorldRow,
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
        let mut view = flows.clone();
        let mut coded = flows.coded()?;
        self.pairs().choose(&mut view, &mut coded)?;
        let found = self.answer(coded, view.basis().frequency, Some(flows))?;
        found.table(self.measure, &view)
    }

    /// Begins an answer to rows that are handed over a year at a time.
    pub fn begin(&self) -> Answer<'_> {
        Answer::to(self)
    }

    /// Whether each period is measured for itself, from sums by product.
    pub fn is_yearly(&self) -> bool {
        matches!(self.needs(), Asked::ByProduct { .. })
            && !matches!(self.measure.name, "contributions" | "shift-share")
    }

    pub(super) fn pairs(&self) -> Pairs {
        Pairs {
            years: self.years,
            sources: self.sources.clone(),
            side: self.side,
            with_world: true,
        }
    }

    pub(super) fn answer(
        &self,
        coded: Coded,
        frequency: Frequency,
        flows: Option<&FlowTable>,
    ) -> Result<Found> {
        let mut panel = Panel::of(coded, frequency, self.level);
        for (dimension, codes) in [
            (Dimension::Exporter, &self.exporters),
            (Dimension::Importer, &self.importers),
            (Dimension::Product, &self.products),
        ] {
            panel.name(dimension, codes)?;
        }
        let mut found = self.find(flows, &panel)?;
        if let Some(name) = self.settings.idle() {
            let reason = format!("makes no use of `{name}` as it is asked for");
            return Err(self.refuse(&reason, "leave it out, or see `bilat measure NAME --list`"));
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
            "unctad-diversification" | "hummels-klenow" => items::against_world(self, panel),
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
            "regularity" | "volatility" | "instability" | "moving-average"
            | "same-month-growth" | "year-to-date" | "seasonal-profile" => {
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

    /// Notes what a matrix was made of.
    pub(super) fn told(&self, found: &mut Found, panel: &Panel, slice: &Slice, of: i32) {
        let (rows, columns) = (slice.rows.len(), slice.columns.len());
        found.note(slice.world().as_str().to_owned());
        let unknown = match slice.unknown {
            0 => String::new(),
            count => format!(", {count} cells without a figure count as nothing"),
        };
        let covered = match slice.coverage {
            Some((least, most)) => format!(
                ", partners here make up {:.1} to {:.1} per cent of the totals beside them",
                100.0 * least,
                100.0 * most
            ),
            None => String::new(),
        };
        found.note(format!(
            "{}: {rows} rows by {columns} columns{unknown}{covered}",
            period(of, panel.frequency)
        ));
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
