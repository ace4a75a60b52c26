//! Measures asked for by name: from flows to the plain figures a measure works on, and back to a table.
//!
//! An [`Ask`] names a measure of the [catalogue](crate::indicators::catalogue), what its rows are told apart
//! by and what is left of the flows; [`Ask::of`] answers it with a tidy table. One source and one side
//! answer, the ones with the most figures, and the caption says which.

mod answer;
mod ask;
mod cells;
mod change;
mod complexity;
mod dimension;
mod economy;
mod found;
mod groups;
mod heed;
mod items;
mod needs;
mod panel;
mod prices;
mod ready;
mod series;
mod settings;
mod shape;
mod survival;
mod telling;
mod two_way;

pub use answer::Answer;
pub use ask::Ask;
pub use dimension::Dimension;
pub use economy::Economy;
pub use groups::Intra;
pub use panel::WorldRow;
pub use settings::{Setting, Settings, settings_of};
