//! The one integration test binary: a module per capability.

// A test that cannot go on says so by panicking.
#![allow(clippy::unwrap_used)]

mod analysis;
mod architecture;
mod balance;
mod brief;
mod bundle;
mod charts;
mod checks;
mod choosing;
mod code_lists;
mod codes;
mod commands;
mod comparison;
mod composition;
mod contribution;
mod dataset;
mod figures;
mod files;
mod fuzzed;
mod groups;
mod growth;
mod growth_ranking;
mod indicators;
mod measures;
mod money;
mod outputs;
mod product_level;
mod properties;
mod providers;
mod raw;
mod specimens;
mod store;
mod streams;
