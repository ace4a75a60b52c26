//! How long flows last once they have begun.

mod kaplan_meier;
mod rule;
mod spells;

pub use kaplan_meier::{Step, Survival, kaplan_meier};
pub use rule::{LeftCensored, SpellRule, Which};
pub use spells::Spell;

use crate::indicators::about::About;

pub const ABOUT: About = About {
    name: "survival",
    short: "km",
    about: "the part of spells of trade that last longer than so many periods, those still going on taken into account",
    formula: "S(t) = Πs≤t (1 − d(s) / n(s)), d spells that end after s periods, n spells at risk; standard error Greenwood's",
    unit: "fraction of spells, by periods since they began",
    keys: "group × periods since the spell began",
    nulls: "no rows without spells; the standard error null where none survive",
    source: "Kaplan and Meier (1958), Journal of the American Statistical Association; of trade Besedeš and Prusa (2006), Canadian Journal of Economics",
};
