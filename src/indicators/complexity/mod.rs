//! Economic complexity: what a country's exports say of what it knows how to make.
//!
//! Everything here starts from a [`Presence`]: which exporter is present in which product. From it come
//! counts ([`Presence::diversity`], [`Presence::ubiquity`]), the indices of [`Complexity`] (ECI and PCI), the
//! product space ([`Proximity`], [`Density`]), the [`Outlook`] (COI and COG) and the [`Fitness`].
//!
//! What is left out is the same for all and is said in the results, see [`Unscored`]: exporters present in
//! nothing and products that nobody has are left out of everything, and of the rest, scores that compare
//! exporters are given within the largest connected part only, because nothing ties its scale to the others'.

mod bits;
mod certainty;
mod counts;
mod density;
mod deviation;
mod eci;
mod fitness;
mod gain;
mod index;
mod leading;
mod normalisation;
mod outlook;
mod part;
mod presence;
mod proximity;
mod scores;
mod sweep;
mod tridiagonal;
mod unscored;

pub use certainty::Certainty;
pub use counts::{DIVERSITY, UBIQUITY};
pub use density::{DENSITY, DISTANCE, Density};
pub use eci::{Complexity, ECI, PCI};
pub use fitness::{FITNESS, Fitness, Fitted, QUALITY};
pub use gain::{Gain, Weights};
pub use normalisation::Normalisation;
pub use outlook::{COG, COI, Outlook, Outlooks};
pub use presence::Presence;
pub use proximity::{Itself, PROXIMITY, Proximity};
pub use scores::Scores;
pub use unscored::Unscored;

use super::about::About;

/// Every measure of this family, in the order of lists.
pub const ALL: &[About] = &[
    DIVERSITY, UBIQUITY, ECI, PCI, PROXIMITY, DENSITY, DISTANCE, COI, COG, FITNESS, QUALITY,
];
