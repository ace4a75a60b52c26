//! What a country trades, with whom, and how that compares with others.

pub mod additive_advantage;
mod against_world;
pub mod complementarity;
pub mod diversification;
pub mod grubel_lloyd;
pub mod import_penetration;
pub mod introversion;
pub mod lafay;
pub mod normalised_advantage;
pub mod openness;
pub mod revealed_advantage;
pub mod similarity;
pub mod symmetric_advantage;
pub mod trade_intensity;
pub mod vollrath;
pub mod world_share;

use super::about::About;

/// Every measure of this family, in the order of lists.
pub const ALL: &[About] = &[
    world_share::ABOUT,
    import_penetration::ABOUT,
    openness::ABOUT,
    revealed_advantage::ABOUT,
    symmetric_advantage::ABOUT,
    additive_advantage::ABOUT,
    normalised_advantage::ABOUT,
    lafay::ABOUT,
    vollrath::ABOUT,
    trade_intensity::ABOUT,
    complementarity::ABOUT,
    similarity::ABOUT,
    diversification::ABOUT,
    grubel_lloyd::ABOUT,
    introversion::ABOUT,
];
