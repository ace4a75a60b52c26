//! Stores filled, asked and damaged, against the plain sums of made-up rows.

mod damage;
mod filling;
mod killing;
mod questions;
mod sample;
mod wish;
