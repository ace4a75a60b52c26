//! What can be done to flows before they are measured; each leaves a note of what it did.

mod both_sides;
mod choose;
mod convert;
mod deflate;
mod money;
mod pairs;
mod panel;
mod product_level;
mod reshape;
mod roll_up;
mod sources;
mod two_way;

pub use both_sides::BothSides;
pub use choose::Choose;
pub use convert::Convert;
pub use deflate::Deflate;
pub use money::Money;
pub use pairs::{Pairs, Used};
pub use panel::{End, Panel};
pub use product_level::ProductLevel;
pub use reshape::Reshape;
pub use roll_up::RollUp;
pub use sources::Sources;
pub use two_way::TwoWay;
