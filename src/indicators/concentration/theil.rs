//! Theil's index of concentration, whole and split by groups.

mod decomposed;
mod index;

pub use decomposed::{Decomposed, by_group, by_margin};
pub use index::theil;

use crate::indicators::about::About;

pub const ABOUT: About = About {
    name: "theil",
    short: "",
    about: "concentration of trade over all items, which splits exactly into between and within groups",
    formula: "T = (1/n) Σ (x/μ) ln(x/μ) = ln n − H; between Σg (n(g)/n) (μ(g)/μ) ln(μ(g)/μ); within Σg (n(g)/n) (μ(g)/μ) T(g)",
    unit: "nats, 0 to ln n; higher is more concentrated",
    keys: "period × reporter",
    nulls: "null where nothing is traded; an item of zero adds to n and nothing else",
    source: "Theil (1972); IMF, Export Diversification database; Cadot, Carrère and Strauss-Kahn (2011), Review of Economics and Statistics",
};
