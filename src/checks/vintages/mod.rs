//! Two downloads of one table: what changed, by how much, and which conclusions turn.

mod compare;
mod flips;
mod report;
mod revisions;

pub use compare::{Changed, Order};
pub use flips::{RankFlip, SignFlip};
pub use report::{VintageCheck, VintageReport};
pub use revisions::Revisions;
