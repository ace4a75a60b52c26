//! The parts that a change is split into.

use crate::indicators::reason::{Reason, per_hundred};
use crate::model::sum::exact_sum;

/// The parts of a change of exports, in the unit of the exports.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Parts {
    /// Had exports grown as the reference trade did.
    pub world: f64,
    /// Because products sold grew faster or slower than trade as a whole.
    pub product: f64,
    /// Because markets served grew faster or slower.
    pub market: f64,
    /// What product and market do together; zero but for the separate order.
    pub mixed: f64,
    /// Shares won or lost, in markets of the size they had.
    pub share: f64,
    /// Shares won or lost where markets grew or shrank.
    pub interaction: f64,
    /// The change of cells without reference trade.
    pub outside: f64,
}

impl Parts {
    pub const NAMES: [&'static str; 7] = [
        "world effect",
        "product effect",
        "market effect",
        "mixed effect",
        "share effect",
        "interaction effect",
        "outside effect",
    ];

    /// The parts in the order of [`Parts::NAMES`].
    pub fn values(&self) -> [f64; 7] {
        [
            self.world,
            self.product,
            self.market,
            self.mixed,
            self.share,
            self.interaction,
            self.outside,
        ]
    }

    fn from_values(values: [f64; 7]) -> Self {
        let [world, product, market, mixed, share, interaction, outside] = values;
        Self {
            world,
            product,
            market,
            mixed,
            share,
            interaction,
            outside,
        }
    }

    /// The change of exports that the parts make up.
    pub fn change(&self) -> f64 {
        exact_sum(self.values())
    }

    /// The residual: share and interaction together.
    pub fn competitiveness(&self) -> f64 {
        self.share + self.interaction
    }

    /// The parts in percentage points of the growth on `base`.
    ///
    /// # Errors
    /// [`Reason::ZeroBase`] where nothing was exported before.
    pub fn points(&self, base: f64) -> Result<Self, Reason> {
        let mut values = self.values();
        for value in &mut values {
            *value = per_hundred(*value, base)?;
        }
        Ok(Self::from_values(values))
    }

    pub(super) fn sum(parts: &[Self]) -> Self {
        // Most products are not sold in most markets, and zeros are not worth their exact addition.
        let sum =
            |of: fn(&Self) -> f64| exact_sum(parts.iter().map(of).filter(|value| *value != 0.0));
        Self {
            world: sum(|part| part.world),
            product: sum(|part| part.product),
            market: sum(|part| part.market),
            mixed: sum(|part| part.mixed),
            share: sum(|part| part.share),
            interaction: sum(|part| part.interaction),
            outside: sum(|part| part.outside),
        }
    }

    pub(super) fn mean(a: Self, b: Self) -> Self {
        let (a, b) = (a.values(), b.values());
        Self::from_values(std::array::from_fn(|i| f64::midpoint(a[i], b[i])))
    }
}
