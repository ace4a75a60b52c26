//! How much of trade lies on few items, and how wide and lasting it is.

pub mod counts;
pub mod herfindahl;
pub mod hirschman;
pub mod hummels_klenow;
pub mod items;
pub mod normalised;
pub mod survival;
pub mod theil;

use super::about::About;

/// Every measure of this family, in the order of lists.
pub const ALL: &[About] = &[
    herfindahl::ABOUT,
    normalised::NORMALISED_HERFINDAHL,
    normalised::UNCTAD_CONCENTRATION,
    hirschman::ABOUT,
    theil::ABOUT,
    counts::ABOUT,
    hummels_klenow::ABOUT,
    survival::ABOUT,
];
