//! The words of trade: what a flow, a country, a source and a finished table are.

pub mod basis;
pub mod coded;
pub mod column;
pub mod country;
pub mod currency;
pub mod event;
pub mod flow;
pub mod flow_table;
pub mod group;
pub mod intake;
pub mod month;
pub mod naming;
pub mod number;
pub mod page;
pub mod pair;
pub mod period;
pub mod place;
pub mod product;
mod records;
pub mod source;
mod spelling;
pub mod sum;
pub mod table;
mod tidy;
pub mod words;
pub mod written;
