//! A product with a price in both of two periods.

/// Price and quantity of one product in two periods; all above zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PricePair {
    pub p0: f64,
    pub q0: f64,
    pub p1: f64,
    pub q1: f64,
}
