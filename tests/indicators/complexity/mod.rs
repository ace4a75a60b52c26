//! Economic complexity.

mod by_hand;
mod properties;
mod published;
