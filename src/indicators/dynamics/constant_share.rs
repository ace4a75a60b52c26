//! What the change of exports owes to world trade, to its structure, and to shares won or lost.

mod cells;
mod parts;
mod variants;

pub use cells::Trade;
pub use parts::Parts;
pub use variants::{Order, Weights};

use crate::indicators::about::About;
use crate::indicators::reason::Reason;
use crate::indicators::reference::Reference;
use cells::Cells;

pub const ABOUT: About = About {
    name: "constant-market-share",
    short: "cms",
    about: "the change of exports split into growth of world trade, product and market structure, and market shares won or lost",
    formula: "ΔX = gX₀ [world] + Σk(gₖ − g)Xₖ₀ [product] + Σkj(gₖⱼ − gₖ)Xₖⱼ₀ [market] + Σkj Δsₖⱼ·Wₖⱼ₀ [share] + Σkj Δsₖⱼ·ΔWₖⱼ [interaction]; as written with the weights of the first period; order, weights and reference as the caption names them",
    unit: "that of the exports",
    keys: "exporter × two periods; × product or × importer with --by",
    nulls: "null where the reference trade of the base period is zero; the change of exports where there is no reference trade beside them is `outside_effect`",
    source: "Leamer and Stern (1970), Quantitative International Economics; Richardson (1971), Journal of International Economics 1; Cafiso, MPRA paper 20263",
};

/// The decomposition, by its choices of order, weights and reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ConstantShare {
    pub order: Order,
    pub weights: Weights,
    pub reference: Reference,
}

/// The parts of the change, whole and for every product and market.
#[derive(Debug, Clone, PartialEq)]
pub struct Decomposition {
    pub total: Parts,
    /// In the order of the rows.
    pub by_product: Vec<Parts>,
    /// In the order of the columns.
    pub by_market: Vec<Parts>,
    /// Cells without reference trade, whose change is `outside`.
    pub cells_outside: usize,
}

impl ConstantShare {
    /// Splits the change of exports between two periods.
    ///
    /// ```text
    /// ΔX = gX₀ + Σk(gₖ − g)Xₖ₀ + Σkj(gₖⱼ − gₖ)Xₖⱼ₀ + Σkj Δsₖⱼ·Wₖⱼ₀ + Σkj Δsₖⱼ·ΔWₖⱼ
    ///      world  product        market              share           interaction
    /// ```
    ///
    /// With `g` the growth of the reference trade, whole, of a product, and of a product in a
    /// market, and `s = X/W`. [`Order`] says whether products come before markets, [`Weights`]
    /// which period weighs. The last two parts together are what is often called competitiveness;
    /// they are a residual, the effect of market shares, and say nothing of its causes.
    ///
    /// Parts sum to ΔX. A product in a market that nobody supplied in the weighing period has no
    /// growth: all its exports are then interaction. A cell with own exports but without reference
    /// trade in the same period has no share: its change is the part `outside`. Its reference trade of the
    /// other period still counts in the growth of the whole, of its product and of its market.
    ///
    /// # Errors
    /// [`Reason::Unmatched`] unless all four matrices are of the same products and markets,
    /// [`Reason::ZeroBase`] if there is no reference trade in the weighing period.
    pub fn between(&self, then: Trade<'_>, now: Trade<'_>) -> Result<Decomposition, Reason> {
        let cells = Cells::of(then, now, self.reference)?;
        let parts = self.of_cells(&cells)?;
        let (rows, columns) = (cells.products, cells.markets);
        let row = |k: usize| Parts::sum(&parts[k * columns..(k + 1) * columns]);
        let column =
            |j: usize| -> Vec<Parts> { (0..rows).map(|k| parts[k * columns + j]).collect() };
        let by_product: Vec<Parts> = (0..rows).map(row).collect();
        Ok(Decomposition {
            total: Parts::sum(&by_product),
            by_product,
            by_market: (0..columns).map(|j| Parts::sum(&column(j))).collect(),
            cells_outside: cells.cells_outside(),
        })
    }

    fn of_cells(&self, cells: &Cells) -> Result<Vec<Parts>, Reason> {
        match self.weights {
            Weights::Initial => cells.parts(self.order, false),
            Weights::Final => cells.parts(self.order, true),
            Weights::Mean => {
                let initial = cells.parts(self.order, false)?;
                let last = cells.parts(self.order, true)?;
                let pairs = initial.into_iter().zip(last);
                Ok(pairs.map(|(a, b)| Parts::mean(a, b)).collect())
            }
        }
    }

    /// The choices as captions print them.
    pub fn named(&self) -> String {
        format!(
            "order {}, weights {}, reference {}",
            self.order.as_str(),
            self.weights.as_str(),
            self.reference.as_str()
        )
    }
}
