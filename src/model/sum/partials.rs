//! Sums by partials that do not overlap, which lose nothing.

/// The correctly rounded sum, whatever it takes.
pub(super) fn by_partials(values: impl IntoIterator<Item = f64>) -> f64 {
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
