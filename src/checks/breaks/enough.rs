//! How many growth rates a test needs.

/// With fewer growth rates the two means are described and not tested: a handful of years leaves
/// the scatter, which the test goes by, all but unknown.
pub const KNOWN_GROWTHS: usize = 20;

/// Growth rates that must lie on each side of the date for a test.
pub const SEGMENT: usize = 4;

/// With fewer growth rates no date is searched for: at 20, a shift of two standard deviations
/// halfway is found in about 9 series of 10, one of one standard deviation in about 1 of 3.
pub const UNKNOWN_GROWTHS: usize = 20;
