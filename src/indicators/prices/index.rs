//! Price and volume indices over many periods.

pub use super::linking::Linking;

use super::basket::Basket;
use super::baskets::Baskets;
use super::chain::{chained, fixed_base};
use super::formula::Formula;
use super::geks::geks;
use super::link::{Level, Link};
use super::matching::Coverage;
use super::outliers::Outliers;
use super::overlap::overlapped;
use crate::indicators::about::About;
use crate::indicators::reason::{Figure, Reason, finite, per_hundred, quotient};
use crate::model::period::{Frequency, year_of};
use crate::model::sum::exact_sum_of;

pub const ABOUT: About = About {
    name: "unit-value-index",
    short: "uvi",
    about: "how prices changed, product by product, weighed by what was traded; products that appear or vanish are left out and counted",
    formula: "Laspeyres Σp₁q₀/Σp₀q₀; Paasche Σp₁q₁/Σp₀q₁; Fisher √(L·P); Törnqvist exp Σ½(w₀+w₁)ln(p₁/p₀); Walsh Σp₁√(q₀q₁)/Σp₀√(q₀q₁); against a fixed base, chained, by annual overlap, or GEKS",
    unit: "index, reference period = 100",
    keys: "period × series of products in one unit each",
    nulls: "null for a period without data; after a missing period where chained; where no product has a price in both periods compared",
    source: "Export and Import Price Index Manual (IMF and others 2009); chaining of Fisher indices of unit values as Eurostat describes it; GEKS: Ivancic, Diewert and Fox (2011), Journal of Econometrics 161",
};

pub const VOLUME: About = About {
    name: "volume-index",
    short: "",
    about: "how much more was traded once price changes are taken out",
    formula: "100 · value index / price index",
    unit: "index, reference period = 100",
    keys: "period × series",
    nulls: "null where the price index is",
    source: "UNCTAD Handbook of Statistics and Eurostat: volume index = value index / unit value index",
};

/// A price index by its choices.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct PriceIndex {
    pub formula: Formula,
    pub linking: Linking,
    pub outliers: Outliers,
    /// The period that is 100, by its first day; the first period if none.
    pub reference: Option<i32>,
    /// Whether the mean of the year that the reference lies in is 100, of months and quarters.
    pub of_year: bool,
}

/// An index and the period that is 100.
#[derive(Debug, Clone, PartialEq)]
pub struct Index {
    pub reference: i32,
    /// What was traded in the reference.
    pub base: Basket,
    /// Every calendar period from the first basket to the last.
    pub points: Vec<Point>,
}

/// One period of an index.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    pub period: i32,
    /// The reference period is 100.
    pub price: Figure,
    /// `100 · V(t) / V(r)` of everything traded, priced or not.
    pub value: Figure,
    /// `100 · value / price`.
    pub volume: Figure,
    /// What the comparison that this period adds rests on; none for GEKS, which has many.
    pub coverage: Option<Coverage>,
}

impl PriceIndex {
    /// The same with `first` for the period that is 100, unless one was named.
    pub fn from(self, first: Option<i32>) -> Self {
        Self {
            reference: self.reference.or(first),
            ..self
        }
    }

    /// The index for every calendar period between the first basket and the last.
    ///
    /// # Errors
    /// [`Reason::TooFew`] without a basket; [`Reason::NoFigureFor`] if the reference period has
    /// none; [`Reason::NotReversible`] for GEKS of a formula that is not reversible in time;
    /// [`Reason::YearlyData`] for an annual overlap of yearly data.
    pub fn of(&self, baskets: &Baskets) -> Result<Index, Reason> {
        let first = baskets.by_period.keys().next().ok_or(Reason::TooFew(1))?;
        let mut reference = self.reference.unwrap_or(*first);
        let how = Link {
            formula: self.formula,
            outliers: self.outliers,
        };
        let overlap = self.linking == Linking::AnnualOverlap;
        let year = (baskets.frequency != Frequency::Year && (self.of_year || overlap))
            .then(|| baskets.of_year(reference));
        if let (false, Some(periods)) = (overlap, &year) {
            let year = || Reason::NoFigureFor(year_of(reference).to_string());
            reference = *periods.first().ok_or_else(year)?;
        }
        let base = match &year {
            None => baskets.at(reference)?.clone(),
            Some(periods) => {
                let all = periods.iter().map(|period| baskets.at(*period));
                Basket::together(all.collect::<Result<Vec<_>, _>>()?)?
            }
        };
        let mut levels = match self.linking {
            Linking::FixedBase => fixed_base(how, baskets, (&base, reference))?,
            Linking::Chained => chained(how, baskets, reference)?,
            Linking::AnnualOverlap => overlapped(how, baskets, reference)?,
            Linking::Geks => geks(how, baskets, reference)?,
        };
        if let (Linking::Chained | Linking::Geks, Some(periods)) = (self.linking, &year) {
            on_mean(&mut levels, baskets, periods);
        }
        // What a period of the reference was worth.
        let parts = year.as_ref().map_or(1, Vec::len) as f64;
        let base_value = base.total().map(|value| value / parts);
        let point = |(period, level): (i32, Level)| {
            let basket = baskets.at(period);
            let value = basket
                .clone()
                .and_then(|basket| per_hundred(basket.total()?, base_value.clone()?));
            let priced = match basket {
                Ok(basket) if basket.goods().is_empty() => Err(Reason::NothingPriced),
                _ => Ok(()),
            };
            let price = priced
                .and(level.price)
                .and_then(|price| finite(100.0 * price));
            let volume = value
                .clone()
                .and_then(|value| per_hundred(value, price.clone()?));
            Point {
                period,
                price,
                value,
                volume,
                coverage: level.coverage,
            }
        };
        let points = baskets.calendar().into_iter().zip(levels).map(point);
        Ok(Index {
            reference,
            base,
            points: points.collect(),
        })
    }

    /// The choices as captions print them.
    pub fn named(&self) -> String {
        format!(
            "{} {}, {}: {}, P = {}",
            self.linking.as_str(),
            self.formula.name(),
            self.outliers.named(),
            self.linking.formula(),
            self.formula.formula()
        )
    }
}

/// Puts levels on the mean of those of some periods.
fn on_mean(levels: &mut [Level], baskets: &Baskets, periods: &[i32]) {
    let calendar = baskets.calendar();
    let of_year = calendar.iter().zip(levels.iter());
    let of_year = of_year.filter(|(period, _)| periods.contains(period));
    let known: Vec<f64> = of_year
        .filter_map(|(_, level)| level.price.clone().ok())
        .collect();
    let mean = exact_sum_of(&known) / known.len() as f64;
    for level in levels {
        level.price = level.price.clone().and_then(|price| quotient(price, mean));
    }
}
