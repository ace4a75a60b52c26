//! Published claims held against levels.
//!
//! ```text
//! read                       the claims of a document, found in prose, markup and tables
//! check rows page            a document checked, told in tables and on a page
//! judge                      every claim of a document, judged
//! words                      a judgement as a sentence
//! verdict decide open        what follows from the comparisons
//! compare parts explanations what a claim is held against, and what might explain it
//! evidence                   levels in print and in data, exchange rates, prices
//! reading interval           what a printed number may mean
//! claim                      what was printed
//! ```

mod case;
mod check;
pub mod claim;
pub mod compare;
mod comparison;
mod decide;
pub mod evidence;
pub mod explanations;
pub mod flow;
pub mod interval;
pub mod judge;
mod judgement;
pub mod open;
mod page;
mod parts;
pub mod read;
pub mod reading;
mod remark;
mod rows;
mod sentence;
pub mod verdict;
mod words;

pub use check::{PublishedClaims, judged_claims};
pub use read::Form;
pub use rows::Rows;
