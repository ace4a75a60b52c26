//! What is known of a flow besides its two reports.

use serde::{Deserialize, Serialize};

use crate::checks::series::Series;

/// Facts that make a candidate cause testable. Everything may be left out.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// Places through which goods may pass between the two.
    pub hubs: Vec<Hub>,
    pub exporter_system: Option<TradeSystem>,
    pub importer_system: Option<TradeSystem>,
    /// The two reports of all goods, if the flow is one product: exporter's, then importer's.
    pub all_goods: Option<(Series, Series)>,
    /// Whether the figures are of one product; a total holds every product.
    pub one_product: bool,
    /// The rates that turned national figures into one currency.
    pub conversion: Option<Conversion>,
}

/// A third place between exporter and importer.
#[derive(Debug, Clone)]
pub struct Hub {
    /// Its name in prose: `Hong Kong`.
    pub name: String,
    /// What the exporter sends to it.
    pub inward: Series,
    /// What the importer receives from it, or what it says it sends on.
    pub onward: Series,
    /// The hub's own report of goods of the exporter's origin sent on to the importer, if it
    /// publishes one. This is the direct measure.
    pub re_exports: Option<Series>,
}

/// Which goods cross the statistical border.
///
/// Source: United Nations, *International Merchandise Trade Statistics: Concepts and Definitions
/// 2010*, chapter 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TradeSystem {
    /// Everything that crosses the border, free zones and warehouses included.
    General,
    /// Only what is cleared into or out of free circulation.
    Special,
}

/// Two rates for the same currency, in units of one for the other.
#[derive(Debug, Clone)]
pub struct Conversion {
    /// The rate that one side was converted with, such as the average of the year.
    pub used: Series,
    /// The rate that the other side may have been converted with, such as that of the year's end.
    pub other: Series,
}
