//! Sums that are the same bits whatever the order, the chunking or the number of threads.

/// The correctly rounded sum of `values`; 0 for none.
///
/// Shewchuk's exact partials: every rounding error is kept, so the result does not depend on the
/// order of the terms, as a plain fold does in the last digits.
///
/// Source: Shewchuk (1997), *Discrete & Computational Geometry* 18, section 3; the final rounding
/// as in Python's `math.fsum`.
pub fn exact_sum(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut partials: Vec<f64> = Vec::new();
    for value in values {
        let mut carry = value;
        let mut kept = 0;
        for i in 0..partials.len() {
            let (sum, error) = two_sum(carry, partials[i]);
            if error != 0.0 {
                partials[kept] = error;
                kept += 1;
            }
            carry = sum;
        }
        partials.truncate(kept);
        partials.push(carry);
    }
    round(&partials)
}

/// `a + b` and what its rounding lost.
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let (large, small) = if a.abs() >= b.abs() { (a, b) } else { (b, a) };
    let sum = large + small;
    (sum, small - (sum - large))
}

/// Adds non-overlapping partials, smallest last in weight, rounding once and half to even.
fn round(partials: &[f64]) -> f64 {
    let Some((&last, mut rest)) = partials.split_last() else {
        return 0.0;
    };
    let mut high = last;
    let mut low = 0.0;
    while let Some((&next, shorter)) = rest.split_last() {
        rest = shorter;
        let (sum, error) = two_sum(high, next);
        high = sum;
        low = error;
        if low != 0.0 {
            break;
        }
    }
    // A tie was rounded without looking at the partial below it: nudge it the right way.
    if let Some(&below) = rest.last()
        && ((low < 0.0 && below < 0.0) || (low > 0.0 && below > 0.0))
    {
        let doubled = low * 2.0;
        let nudged = high + doubled;
        if nudged - high == doubled {
            high = nudged;
        }
    }
    high
}

#[cfg(test)]
mod tests {
    use super::exact_sum;

    #[test]
    fn ten_tenths_are_one() {
        assert_eq!(exact_sum([0.1; 10]), 1.0);
        assert_ne!([0.1; 10].iter().sum::<f64>(), 1.0);
    }

    #[test]
    fn small_terms_survive_large_ones() {
        assert_eq!(exact_sum([1e16, 1.0, -1e16]), 1.0);
        assert_eq!(exact_sum([1e308, -1e308, 5e-324]), 5e-324);
    }

    #[test]
    fn order_does_not_matter() {
        let values = [2.28e9, 5.25e9, 1e-3, -7.36e9, 3.3e17, 0.1, -3.3e17];
        let mut reversed = values;
        reversed.reverse();
        assert_eq!(exact_sum(values).to_bits(), exact_sum(reversed).to_bits());
    }
}
