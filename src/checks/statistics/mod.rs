//! The statistics that several checks stand on: robust spread, least squares, tail probabilities
//! and a generator whose draws are the same everywhere.

mod moments;
mod p_value;
mod random;
mod regression;
mod robust;
mod tails;

pub use moments::{correlation, deviation, mean};
pub use p_value::p_words;
pub use random::Random;
pub use regression::{Line, line};
pub use robust::{OUTLYING, Scale, Spread, mad, median, robust_scores, spread};
pub use tails::{chi_square_tail, f_quantile, f_tail, t_quantile};
