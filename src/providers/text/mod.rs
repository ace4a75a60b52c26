//! Delimited text of any make: encodings, separators, layouts, numbers, periods.

pub mod calendar;
pub mod cell;
pub mod column;
pub mod content;
pub mod decode;
pub mod dialect;
pub mod document;
pub mod evidence;
pub mod figure;
pub mod footnote;
pub mod grid;
pub mod header;
pub mod hints;
pub mod layout;
pub mod limits;
pub mod marks;
pub mod missing;
pub mod numeral;
pub mod period;
pub mod record;
pub mod sample;
pub mod score;
pub mod survey;
pub mod telling;
pub mod unit;
pub mod unpack;
