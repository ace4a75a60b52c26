//! Where the fields of UN Comtrade's API stand in a table, and what a row says by them.

use crate::error::Result;
use crate::providers::columns::{cell, code, find, require};
use crate::providers::comtrade::contradictions::Contradictions;
use crate::providers::comtrade::parts::{Parts, is_total, key};
use crate::providers::observation::{Amount, Scheme};
use crate::providers::text::grid::Grid;

/// The value in tables that R adds up by partner, which have no product where it is the total.
pub(super) const PANEL: &str = "partner_sum";

pub(super) const REPORTER: [&str; 3] = ["reporterCode", "reporterISO", "reporterDesc"];

/// Where the columns stand that are read.
pub(super) struct Columns {
    pub kind_of_trade: Option<usize>,
    pub period: Option<usize>,
    pub year: Option<usize>,
    pub flow: usize,
    /// None in tables of totals.
    pub product: Option<usize>,
    pub value: usize,
    pub frequency: Option<usize>,
    pub flow_word: Option<usize>,
    pub classification: Option<usize>,
    /// By number, ISO code and name.
    pub reporters: [Option<usize>; 3],
    pub partners: [Option<usize>; 3],
    pub breakdown: [Option<usize>; 4],
    pub reported: Option<usize>,
    pub estimate: Option<usize>,
    pub weight: Option<usize>,
    pub quantity: Option<usize>,
    pub quantity_unit: Option<usize>,
}

impl Columns {
    pub fn of(grid: &Grid) -> Result<Self> {
        let at = |name| find(grid.header(), &[name]);
        Ok(Self {
            kind_of_trade: at("typeCode"),
            period: at("period"),
            year: at("refYear"),
            flow: require(grid, &["flowCode"])?,
            product: at("cmdCode"),
            value: require(grid, &["primaryValue", PANEL])?,
            frequency: at("freqCode"),
            flow_word: at("flowDesc"),
            classification: at("classificationCode"),
            reporters: REPORTER.map(at),
            partners: ["partnerCode", "partnerISO", "partnerDesc"].map(at),
            breakdown: ["partner2Code", "motCode", "customsCode", "mosCode"].map(at),
            reported: at("isReported"),
            estimate: at("legacyEstimationFlag"),
            weight: at("netWgt"),
            quantity: at("qty"),
            quantity_unit: at("qtyUnitAbbr"),
        })
    }

    /// Whether a row is not part of another.
    pub fn whole(&self, cells: &[&str]) -> bool {
        self.breakdown
            .iter()
            .all(|&column| is_total(cell(cells, column)))
    }

    pub fn key(&self, cells: &[&str]) -> u64 {
        let at = |column| cell(cells, column);
        let partner = at(self.partners[0].or(self.partners[1]).or(self.partners[2]));
        let reporter = at(self.reporters[0]
            .or(self.reporters[1])
            .or(self.reporters[2]));
        let period = at(self.period.or(self.year));
        let class = at(self.classification);
        key(&[
            period,
            reporter,
            partner,
            at(Some(self.flow)),
            at(self.product),
            class,
        ])
    }

    pub fn parts(&self, grid: &Grid) -> Parts {
        let mut parts = Parts::default();
        let mut any = false;
        grid.each(|_, cells| any |= !self.whole(cells));
        if any {
            grid.each(|_, cells| parts.add(self.key(cells), self.whole(cells)));
        }
        parts
    }

    /// Looks for columns that say two things.
    pub fn compare(&self, place: u64, cells: &[&str], against: &mut Contradictions) {
        let at = |column| cell(cells, column);
        for areas in [&self.reporters, &self.partners] {
            against.area(place, at(areas[0]), at(areas[1]), Scheme::Iso3);
        }
        against.year(place, at(self.period), at(self.year));
        against.frequency(place, at(self.frequency), at(self.period));
        against.flow(place, at(Some(self.flow)), at(self.flow_word));
    }

    /// Reporter and partner in the first list of codes that has both.
    pub fn areas<'a>(&self, cells: &[&'a str]) -> Option<(&'a str, &'a str, Scheme)> {
        let schemes = [Scheme::Number, Scheme::Iso3, Scheme::Name];
        let pairs = self.reporters.iter().zip(&self.partners).zip(schemes);
        pairs
            .map(|((&reporter, &partner), scheme)| {
                (
                    code(cell(cells, reporter)),
                    code(cell(cells, partner)),
                    scheme,
                )
            })
            .find(|(reporter, partner, _)| !reporter.is_empty() && !partner.is_empty())
    }

    /// Net weight, which adds up over products; else the quantity in its own unit.
    pub fn quantity<'a>(&self, cells: &[&'a str]) -> Option<(Amount<'a>, &'a str)> {
        let some = |text: &&str| !matches!(*text, "" | "0" | "0.0" | "NA" | "null");
        let weight = Some(cell(cells, self.weight))
            .filter(some)
            .map(|text| (Amount::Text(text), "kg"));
        let unit = cell(cells, self.quantity_unit);
        let other = Some(cell(cells, self.quantity))
            .filter(some)
            .filter(|_| !matches!(unit, "" | "N/A" | "-1"));
        weight.or(other.map(|text| (Amount::Text(text), unit)))
    }
}
