//! Two downloads of one table: what changed, by how much, and which conclusions turn.

mod check;
mod compare;
mod flips;
mod report;
mod revisions;
mod told;

pub use check::Vintages;
pub use compare::{Changed, Order};
pub use flips::{RankFlip, SignFlip};
pub use report::{VintageCheck, VintageReport};
pub use revisions::Revisions;
