//! Where things stand on a chart: frame, axes, events, lines and their names.

pub mod alt;
pub mod curve;
pub mod curves;
pub mod ends;
pub mod events;
pub mod frame;
pub mod labels;
pub mod plane;
pub mod spot;
pub mod ticks;
