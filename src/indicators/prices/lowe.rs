//! Prices weighed by a basket of another time.

use super::basket::{Basket, Good, Item};
use super::baskets::Baskets;
use crate::indicators::about::About;
use crate::indicators::reason::{Figure, Reason, per_hundred, percent};
use crate::model::sum::exact_sum;

pub const ABOUT: About = About {
    name: "lowe-index",
    short: "lowe",
    about: "how prices changed for a basket whose quantities are of other periods, such as the last full year",
    formula: "Σp(t)q(b) / Σp(r)q(b), over products priced in r, t and b",
    unit: "index, reference period = 100",
    keys: "period × series",
    nulls: "null where no product is priced in the period, the reference and the basket",
    source: "Export and Import Price Index Manual (IMF and others 2009)",
};

/// A Lowe index: prices on a reference, quantities of the periods named.
#[derive(Debug, Clone, PartialEq)]
pub struct Lowe {
    /// Periods whose quantities, together, are the basket.
    pub basket: Vec<i32>,
    /// Periods whose prices, together, are 100.
    pub reference: Vec<i32>,
}

/// One period of a Lowe index.
#[derive(Debug, Clone, PartialEq)]
pub struct LowePoint {
    pub period: i32,
    pub price: Figure,
    /// Per cent of the basket's value whose products are priced in both periods.
    pub coverage: Figure,
}

impl Lowe {
    /// The index for every calendar period between the first basket and the last.
    ///
    /// ```text
    /// 100 · Σp(t)q(b) / Σp(r)q(b)
    /// ```
    ///
    /// With `b = r` this is Laspeyres, with `b = t` Paasche.
    ///
    /// # Errors
    /// [`Reason::NoFigureFor`] if the reference or a period of the basket has no data.
    pub fn of(&self, baskets: &Baskets) -> Result<Vec<LowePoint>, Reason> {
        let together = |periods: &[i32]| {
            let all = periods.iter().map(|period| baskets.at(*period));
            Basket::together(all.collect::<Result<Vec<_>, _>>()?)
        };
        let (reference, weights) = (together(&self.reference)?, together(&self.basket)?);
        let point = |period: i32| {
            let now = baskets.at(period).map_err(|_| Reason::NoFigure);
            let kept = now.map(|now| priced(&weights, &reference, now));
            let price = kept.clone().and_then(|kept| {
                if kept.is_empty() {
                    let written = self.reference.iter().map(|one| baskets.written(*one));
                    let reference = written.collect::<Vec<_>>().join(", ");
                    return Err(Reason::NothingInCommon(reference, baskets.written(period)));
                }
                let sum = |price: fn(&Priced) -> f64| {
                    exact_sum(kept.iter().map(|one| price(one) * one.quantity))
                };
                per_hundred(sum(|one| one.now), sum(|one| one.then))
            });
            let coverage = kept.and_then(|kept| {
                let value = exact_sum(kept.iter().map(|one| one.usual * one.quantity));
                percent(value, weights.value())
            });
            LowePoint {
                period,
                price,
                coverage,
            }
        };
        Ok(baskets.calendar().into_iter().map(point).collect())
    }
}

/// A product of the basket with its prices.
#[derive(Debug, Clone, Copy)]
struct Priced {
    quantity: f64,
    /// Its price in the periods of the basket.
    usual: f64,
    then: f64,
    now: f64,
}

fn priced(weights: &Basket, then: &Basket, now: &Basket) -> Vec<Priced> {
    let price = |basket: &Basket, item: &Item| basket.goods().get(item).map(|good| good.price);
    let one = |(item, good): (&Item, &Good)| {
        Some(Priced {
            quantity: good.quantity,
            usual: good.price,
            then: price(then, item)?,
            now: price(now, item)?,
        })
    };
    weights.goods().iter().filter_map(one).collect()
}
