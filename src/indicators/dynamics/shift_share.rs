//! What growth owes to the whole, to the mix of products, and to the exporter itself.

mod two_periods;
mod yearly;

pub use two_periods::{Product, Shift, ShiftShare, shift_share};
pub use yearly::{Year, dynamic_shift_share};

use crate::indicators::about::About;

pub const ABOUT: About = About {
    name: "shift-share",
    short: "",
    about: "the change of exports by product, split into growth of the reference, the mix of products, and the exporter's own shift",
    formula: "ΔXₖ = gXₖ₀ [reference] + (Gₖ − g)Xₖ₀ [mix] + (gₖ − Gₖ)Xₖ₀ [shift]; Esteban–Marquillas: shift = (gₖ − Gₖ)X′ₖ [competitive] + (gₖ − Gₖ)(Xₖ₀ − X′ₖ) [allocation], X′ₖ = X₀·Wₖ₀/W₀; dynamic: the parts of every year, summed",
    unit: "that of the exports",
    keys: "exporter × two periods; × product with --by exporter,product",
    nulls: "null where the reference of the base period is zero; a product without reference trade is kept apart as `outside`; competitive and allocation null for a product not exported before",
    source: "Dunn (1960), Papers of the Regional Science Association 6; Esteban–Marquillas (1972), Regional and Urban Economics 2; Barff and Knight (1988), Growth and Change 19",
};
