//! Titles that state what the figures prove, and subtitles that say what is measured.

pub mod mirror;
pub mod pair;
pub mod partners;
pub mod parts;

/// A title and the measure it rests on.
pub type Headline = (String, String);
