//! What of an [`Ask`] a measure makes use of: the rest is refused, for it would be passed over in silence.

use super::ask::Ask;
use super::dimension::Dimension;
use super::panel::WorldRow;
use crate::error::Result;

impl Ask {
    /// Refuses what the measure has no use for; needs no data.
    ///
    /// # Errors
    /// [`BasisMismatch`](crate::Error::BasisMismatch) for something asked that the measure has no use for.
    pub fn heed(&self) -> Result<()> {
        let name = self.measure.name;
        let unheard = |option: &str| {
            self.refuse(
                &format!("makes no use of {option}"),
                &format!("leave it out; `bilat measure {name} --list` says what its rows are"),
            )
        };
        let given = self.world == WorldRow::Given;
        let idle = [
            ("--by", !self.by.is_empty() && !self.hears_by()),
            ("--over", self.over.is_some() && !hears_over(name)),
            ("--world given", given && !hears_world(name)),
            ("--economy", self.economy.is_some() && !self.hears_economy()),
            (
                "--exporter",
                !self.exporters.is_empty() && !hears_exporters(name),
            ),
            (
                "--importer",
                !self.importers.is_empty() && !hears_importers(name),
            ),
            (
                "--product",
                !self.products.is_empty() && !hears_products(name),
            ),
        ];
        if let Some((option, _)) = idle.into_iter().find(|(_, idle)| *idle) {
            return Err(unheard(option));
        }
        let finer = |level: u8| {
            let mut products = self.products.iter();
            products.find(|code| code.len() > usize::from(level))
        };
        match self.level.and_then(|level| Some((level, finer(level)?))) {
            None => Ok(()),
            Some((level, code)) => Err(self.refuse(
                &format!("cannot tell product {code} apart by {level} digits"),
                "name products that are no longer than --level",
            )),
        }
    }

    /// Measures of countries that both sell and buy have rows of their own.
    fn hears_by(&self) -> bool {
        match self.measure.name {
            "grubel-lloyd" | "lafay" => {
                !self.by.contains(&Dimension::Product) && self.by.contains(&Dimension::Exporter)
            }
            "vollrath" | "complementarity" | "trade-introversion" | "import-penetration"
            | "openness" | "terms-of-trade" => false,
            "unit-value-index" | "volume-index" | "lowe-index" => {
                !self.by.contains(&Dimension::Product)
            }
            _ => true,
        }
    }

    /// Whether products are told apart, compared or named.
    pub(super) fn tells_products(&self) -> bool {
        let product = Dimension::Product;
        self.by.contains(&product) || self.over == Some(product) || !self.products.is_empty()
    }

    fn hears_economy(&self) -> bool {
        match self.measure.name {
            "import-penetration" | "openness" => true,
            "lafay" => self.settings.text("weight") == Some("gdp"),
            _ => false,
        }
    }

    /// Whether it can be answered from rows without quantities, handed over a year at a time.
    pub fn takes_years(&self) -> bool {
        !matches!(
            self.measure.name,
            "unit-value" | "unit-value-index" | "volume-index" | "lowe-index" | "terms-of-trade"
        )
    }

    /// Whether each period is measured for itself.
    pub(super) fn is_of_one_period(&self) -> bool {
        self.takes_years()
            && !compares_periods(self.measure.name)
            && !is_of_series(self.measure.name)
            && self.measure.name != "survival"
    }
}

pub(super) fn compares_periods(name: &str) -> bool {
    matches!(
        name,
        "contributions" | "shift-share" | "constant-market-share"
    )
}

/// Measures of all goods together, unless something else is asked.
pub(super) fn sums_products(name: &str) -> bool {
    matches!(
        name,
        "trade-intensity" | "trade-introversion" | "openness" | "import-penetration"
    )
}

pub(super) fn is_of_series(name: &str) -> bool {
    matches!(
        name,
        "growth"
            | "average-growth"
            | "regularity"
            | "volatility"
            | "instability"
            | "moving-average"
            | "same-month-growth"
            | "year-to-date"
            | "seasonal-profile"
    )
}

fn hears_over(name: &str) -> bool {
    let rows_of_their_own = matches!(
        name,
        "grubel-lloyd"
            | "lafay"
            | "vollrath"
            | "complementarity"
            | "trade-introversion"
            | "import-penetration"
            | "openness"
            | "unit-value"
            | "unit-value-index"
            | "volume-index"
            | "lowe-index"
            | "terms-of-trade"
            | "survival"
            | "constant-market-share"
    );
    !rows_of_their_own && !is_of_series(name)
}

/// What products are like is made of all who sell them.
fn hears_exporters(name: &str) -> bool {
    !matches!(
        name,
        "trade-introversion" | "ubiquity" | "product-complexity" | "proximity" | "quality"
    )
}

fn hears_importers(name: &str) -> bool {
    !matches!(
        name,
        "trade-introversion" | "import-penetration" | "openness"
    )
}

/// What a country is able to do is made of all that it sells.
fn hears_products(name: &str) -> bool {
    !matches!(
        name,
        "import-penetration"
            | "openness"
            | "diversity"
            | "economic-complexity"
            | "complexity-outlook"
            | "fitness"
    )
}

fn hears_world(name: &str) -> bool {
    matches!(
        name,
        "market-share"
            | "revealed-advantage"
            | "symmetric-advantage"
            | "additive-advantage"
            | "normalised-advantage"
            | "trade-intensity"
            | "unctad-diversification"
            | "hummels-klenow"
    )
}
