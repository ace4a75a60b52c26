//! Answers from raw files, against a reference that reads every row the simple way.

mod agreement;
mod bisection;
mod damage;
mod packed;
mod reference;
mod remembering;
