//! Areas and amounts under the titles of UN Comtrade's former site.

use crate::providers::columns::{cell, code, find};
use crate::providers::comtrade::contradictions::Contradictions;
use crate::providers::observation::{Amount, Scheme};

pub(super) const REPORTERS: [&[&str]; 3] = [
    &["Reporter Code", "rtCode"],
    &["Reporter ISO", "rt3ISO"],
    &["Reporter", "rtTitle"],
];
pub(super) const PARTNERS: [&[&str]; 3] = [
    &["Partner Code", "ptCode"],
    &["Partner ISO", "pt3ISO"],
    &["Partner", "ptTitle"],
];
/// Reporter and partner by number, ISO code and name.
pub(super) struct Areas {
    pub reporters: [Option<usize>; 3],
    pub partners: [Option<usize>; 3],
}

impl Areas {
    pub fn of(header: &[String]) -> Self {
        Self {
            reporters: REPORTERS.map(|names| find(header, names)),
            partners: PARTNERS.map(|names| find(header, names)),
        }
    }

    /// The first list of codes the table has both areas in.
    pub fn list(&self) -> usize {
        let both = |&list: &usize| self.reporters[list].is_some() && self.partners[list].is_some();
        (0..3).find(both).unwrap_or_default()
    }

    /// Looks for a number that stands beside the ISO code of another area.
    pub fn compare(&self, place: u64, cells: &[&str], against: &mut Contradictions) {
        for areas in [&self.reporters, &self.partners] {
            let at = |list: usize| cell(cells, areas[list]);
            against.area(place, at(0), at(1), Scheme::Iso3);
        }
    }

    pub fn read<'a>(&self, cells: &[&'a str]) -> Option<(&'a str, &'a str, Scheme)> {
        let schemes = [Scheme::Number, Scheme::Iso3, Scheme::Name];
        let areas = (0..3).map(|list| {
            let (reporter, partner) = (
                cell(cells, self.reporters[list]),
                cell(cells, self.partners[list]),
            );
            (code(reporter), code(partner), schemes[list])
        });
        areas
            .into_iter()
            .find(|(reporter, partner, _)| !reporter.is_empty() && !partner.is_empty())
    }
}

/// Weight and quantity.
pub(super) struct Amounts {
    weight: Option<usize>,
    quantity: Option<usize>,
    unit: Option<usize>,
}

impl Amounts {
    pub fn of(header: &[String]) -> Self {
        Self {
            weight: find(header, &["Netweight (kg)", "NetWeight"]),
            quantity: find(header, &["Qty", "TradeQuantity"]),
            unit: find(header, &["Qty Unit", "qtDesc"]),
        }
    }

    pub fn read<'a>(&self, cells: &[&'a str]) -> Option<(Amount<'a>, &'a str)> {
        let some = |text: &&str| !matches!(*text, "" | "0" | "NA" | "NULL");
        let weight = Some(cell(cells, self.weight))
            .filter(some)
            .map(|text| (Amount::Text(text), "kg"));
        let unit = cell(cells, self.unit);
        let other = Some(cell(cells, self.quantity))
            .filter(some)
            .filter(|_| !matches!(unit, "" | "No Quantity"));
        weight.or(other.map(|text| (Amount::Text(text), unit)))
    }
}
