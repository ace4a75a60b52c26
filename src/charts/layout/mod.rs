//! Where things stand on a chart: frame, axes, events, lines and their names.

pub mod alt;
pub mod annual;
pub mod bands;
pub mod curve;
pub mod curves;
pub mod decades;
pub mod ends;
pub mod events;
pub mod flank;
pub mod focus;
pub mod frame;
pub mod ink;
pub mod labels;
pub mod marker;
pub mod names;
pub mod naming;
pub mod plane;
pub mod sheet;
pub mod spot;
pub mod sums;
pub mod ticks;
pub mod written;
