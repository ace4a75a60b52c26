//! Figures held against each other, and published claims against figures.

mod additivity;
mod breaks;
mod breaks_measured;
mod claims;
mod diversion;
mod loaded;
mod mirror;
mod quality;
mod vintages;
