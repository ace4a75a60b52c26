//! Arithmetic on every value a rounded number may stand for.

use std::ops::{Add, Mul, Sub};

use serde::Serialize;

/// All numbers from a low end to a high end, both included; either end may be infinite.
///
/// Every operation rounds its ends outward, so the true result of true operands lies inside.
///
/// ```
/// use bilat::checks::claims::interval::Interval;
///
/// let (base, level) = (Interval::new(1.925, 1.935), Interval::new(2.275, 2.285));
/// let growth = level.over(base).unwrap() - Interval::point(1.0);
/// assert!((growth.low() - 0.1757).abs() < 1e-4 && (growth.high() - 0.1870).abs() < 1e-4);
/// ```
///
/// Source: Moore (1966), *Interval Analysis*.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Interval {
    low: f64,
    high: f64,
}

/// `powf` may miss the true value by a unit in the last place; four leave room.
const ROOT_SLACK: usize = 4;

impl Interval {
    /// Every number.
    pub const ALL: Self = Self {
        low: f64::NEG_INFINITY,
        high: f64::INFINITY,
    };

    /// From one number to the other, in whichever order; every number if either is none.
    pub const fn new(one: f64, other: f64) -> Self {
        if one.is_nan() || other.is_nan() {
            return Self::ALL;
        }
        Self {
            low: one.min(other),
            high: one.max(other),
        }
    }

    /// One number alone.
    pub const fn point(value: f64) -> Self {
        Self::new(value, value)
    }

    pub const fn low(self) -> f64 {
        self.low
    }

    pub const fn high(self) -> f64 {
        self.high
    }

    pub fn width(self) -> f64 {
        self.high - self.low
    }

    pub fn contains(self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }

    pub fn encloses(self, other: Self) -> bool {
        self.low <= other.low && other.high <= self.high
    }

    /// Whether some number lies in both; ends that touch do meet.
    pub fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// How far apart the nearest ends are; zero where the two meet.
    pub fn gap(self, other: Self) -> f64 {
        (self.low - other.high).max(other.low - self.high).max(0.0)
    }

    /// The least interval that encloses both.
    pub fn hull(self, other: Self) -> Self {
        Self::new(self.low.min(other.low), self.high.max(other.high))
    }

    /// The negative of every number.
    pub fn negated(self) -> Self {
        Self::new(-self.high, -self.low)
    }

    /// The quotient of positive amounts; `None` if either may be negative or the divisor is zero alone.
    ///
    /// Unbounded above where the divisor may be as small as zero.
    pub fn over(self, divisor: Self) -> Option<Self> {
        if self.low < 0.0 || divisor.low < 0.0 || divisor.high <= 0.0 {
            return None;
        }
        let low = if self.low == 0.0 {
            0.0
        } else {
            self.low / divisor.high
        };
        let high = if divisor.low == 0.0 {
            f64::INFINITY
        } else {
            self.high / divisor.low
        };
        Some(Self::outward(low, high))
    }

    /// The root of this degree of a positive amount; `None` if it may be negative.
    pub fn root(self, degree: f64) -> Option<Self> {
        if self.low < 0.0 || degree <= 0.0 {
            return None;
        }
        let ends = Self::new(
            self.low.powf(degree.recip()),
            self.high.powf(degree.recip()),
        );
        Some((0..ROOT_SLACK).fold(ends, |wider, _| Self::outward(wider.low, wider.high)))
    }

    /// A power of a positive amount; `None` if it may be negative.
    pub fn power(self, degree: f64) -> Option<Self> {
        self.root(degree.recip())
    }

    fn outward(low: f64, high: f64) -> Self {
        Self::new(low.next_down(), high.next_up())
    }
}

impl Add for Interval {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::outward(self.low + other.low, self.high + other.high)
    }
}

impl Sub for Interval {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::outward(self.low - other.high, self.high - other.low)
    }
}

impl Mul for Interval {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let product = |a: f64, b: f64| if a == 0.0 || b == 0.0 { 0.0 } else { a * b };
        let corners = [
            product(self.low, other.low),
            product(self.low, other.high),
            product(self.high, other.low),
            product(self.high, other.high),
        ];
        let low = corners.into_iter().fold(f64::INFINITY, f64::min);
        let high = corners.into_iter().fold(f64::NEG_INFINITY, f64::max);
        Self::outward(low, high)
    }
}
