//! How trade changes: steadily or not, and what the change is made of.

pub mod average;
pub mod constant_share;
pub mod contributions;
pub mod instability;
mod middle;
pub mod moving_average;
pub mod rate;
pub mod regularity;
pub mod seasons;
pub mod shift_share;
pub mod timeline;
pub mod volatility;

use super::about::About;

/// Every measure of this family, in the order of lists.
pub const ALL: &[About] = &[
    rate::ABOUT,
    average::ABOUT,
    contributions::ABOUT,
    constant_share::ABOUT,
    shift_share::ABOUT,
    regularity::ABOUT,
    volatility::ABOUT,
    instability::ABOUT,
    moving_average::ABOUT,
    seasons::ABOUT,
    seasons::YEAR_TO_DATE,
    seasons::PROFILE,
];
