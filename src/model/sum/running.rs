//! A running sum that knows how much its rounding may have lost.

/// A plain sum, the errors of its additions, and bounds on both.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Running {
    sum: f64,
    /// The errors, themselves added plainly.
    lost: f64,
    /// The errors without their signs.
    size: f64,
    /// The largest value without its sign.
    largest: f64,
}

/// Where all values together stay below this, no addition of any order overflows.
const SAFE: f64 = f64::MAX / 4.0;

impl Running {
    #[inline(always)]
    pub fn add(&mut self, value: f64) {
        // Knuth's exact error of an addition, which needs no comparison.
        let sum = self.sum + value;
        let part = sum - self.sum;
        let error = (self.sum - (sum - part)) + (value - part);
        self.sum = sum;
        self.lost += error;
        self.size += error.abs();
        self.largest = self.largest.max(value.abs());
    }

    /// The correctly rounded sum of the `n` values added, if one error term is enough to be sure of it; it nearly
    /// always is.
    ///
    /// The errors of all additions are exact, only their own sum is not: it is off by less than `reach`. If both
    /// ends of what the sum can be round to one number, that is the sum.
    pub fn settled(&self, n: usize) -> Option<f64> {
        // Twice what the bound of plain summation, n · ε/2 · size, and the two roundings below need.
        let reach = 2.0 * n as f64 * f64::EPSILON * self.size;
        let (low, high) = (
            self.sum + (self.lost - reach),
            self.sum + (self.lost + reach),
        );
        let bounded = self.largest * (n as f64) < SAFE;
        // The values decide the sign of a zero.
        (bounded && low == high && low != 0.0).then_some(low)
    }
}

#[cfg(test)]
mod tests {
    use super::Running;

    fn settled(values: &[f64]) -> Option<f64> {
        let mut running = Running::default();
        values.iter().for_each(|value| running.add(*value));
        running.settled(values.len())
    }

    #[test]
    fn it_is_sure_of_ordinary_values_and_not_of_ties() {
        assert_eq!(settled(&[0.1; 10]), Some(1.0));
        // Nearly all cancels, or half a unit in the last place, and a trace.
        assert_eq!(settled(&[1.0, f64::EPSILON / 2.0, 1e-40]), None);
        assert_eq!(settled(&[f64::MAX, -f64::MAX, 1.0]), None);
        assert_eq!(settled(&[f64::INFINITY]), None);
        assert_eq!(settled(&[f64::NAN]), None);
        assert_eq!(settled(&[0.0]), None);
    }
}
