//! International Monetary Fund: direction of trade.

pub mod compact;
pub mod dots_table;
pub mod indicators;
