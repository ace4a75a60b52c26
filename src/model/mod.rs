//! The words of trade: what a flow, a country, a source and a finished table are.

pub mod basis;
pub mod column;
pub mod country;
pub mod event;
pub mod flow;
pub mod flow_table;
mod frame;
pub mod number;
pub mod pair;
pub mod period;
pub mod source;
pub mod sum;
pub mod table;
