//! Sums that are the same bits whatever the order, the chunking or the number of threads.

mod partials;
mod running;

use partials::by_partials;
use running::Running;

/// The correctly rounded sum of `values`; 0 for none.
///
/// Every rounding error is kept, so the result does not depend on the order of the terms, as a
/// plain fold does in the last digits.
///
/// Source: Shewchuk (1997), *Discrete & Computational Geometry* 18, section 3; the final rounding
/// as in Python's `math.fsum`.
pub fn exact_sum(values: impl IntoIterator<Item = f64>) -> f64 {
    exact_sum_of(&values.into_iter().collect::<Vec<f64>>())
}

/// [`exact_sum`] of values that lie side by side.
pub fn exact_sum_of(values: &[f64]) -> f64 {
    let mut running = Running::default();
    for value in values {
        running.add(*value);
    }
    let settled = running.settled(values.len());
    settled.unwrap_or_else(|| by_partials(values.iter().copied()))
}

/// [`exact_sum`] of every column of a table written row by row; none without columns.
pub fn exact_column_sums(values: &[f64], width: usize) -> Vec<f64> {
    let mut columns = vec![Running::default(); width];
    let rows = values.chunks_exact(width.max(1));
    let height = rows.len();
    for row in rows {
        for (column, value) in columns.iter_mut().zip(row) {
            column.add(*value);
        }
    }
    let all = |at| values.iter().skip(at).step_by(width).copied();
    let columns = columns.iter().enumerate();
    columns
        .map(|(at, column)| {
            let settled = column.settled(height);
            settled.unwrap_or_else(|| by_partials(all(at)))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{by_partials, exact_column_sums, exact_sum, exact_sum_of};

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

    #[test]
    fn a_tie_with_a_trace_beside_it_is_rounded_towards_the_trace() {
        let tie = [1.0, f64::EPSILON / 2.0, 1e-40];
        assert_eq!(exact_sum(tie), 1.0 + f64::EPSILON);
        assert_eq!(exact_sum([1.0, f64::EPSILON / 2.0]), 1.0);
        assert_eq!(exact_column_sums(&tie, 1), [1.0 + f64::EPSILON]);
    }

    /// Sums as they are and as they are when every error is kept, which must be the same bits.
    fn both_ways(values: &[f64]) -> [[u64; 3]; 2] {
        let kept = by_partials(values.iter().copied()).to_bits();
        let found = [
            exact_sum(values.iter().copied()),
            exact_sum_of(values),
            exact_column_sums(values, 1)[0],
        ];
        [found.map(f64::to_bits), [kept; 3]]
    }

    #[test]
    fn zeros_infinities_and_overflows_come_out_as_they_always_did() {
        let (most, least) = (f64::MAX, f64::from_bits(1));
        let lists: [&[f64]; 11] = [
            &[],
            &[-0.0],
            &[-0.0, -0.0],
            &[0.0, -0.0],
            &[1.0, -1.0],
            &[f64::NAN, 1.0],
            &[f64::INFINITY, 1.0],
            &[f64::INFINITY, f64::NEG_INFINITY],
            &[most, most, -most],
            &[most, -most, most, 1.0, 0.0, -most],
            &[least, most / 2.0, -least, least],
        ];
        for values in lists {
            let [found, kept] = both_ways(values);
            assert_eq!(found, kept, "{values:?}");
        }
        assert_eq!(exact_column_sums(&[], 0), Vec::<f64>::new());
        assert_eq!(exact_column_sums(&[], 2), [0.0, 0.0]);
        assert_eq!(exact_column_sums(&[1.0, 2.0, 3.0, 4.0], 2), [4.0, 6.0]);
    }

    /// Ordinary sizes, and any bits that are a number.
    fn number() -> impl Strategy<Value = f64> {
        prop_oneof![
            4 => (-1.0..1.0_f64, -40..40_i32).prop_map(|(part, power)| part * 2f64.powi(power)),
            1 => (-1_000_000..1_000_000_i32).prop_map(f64::from),
            2 => prop::num::f64::NORMAL | prop::num::f64::SUBNORMAL | prop::num::f64::ZERO,
            1 => prop::num::f64::SUBNORMAL,
            1 => (-1.0..1.0_f64, 1000..1023_i32).prop_map(|(part, power)| part * 2f64.powi(power)),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn the_fast_way_gives_the_same_bits(
            mut values in prop::collection::vec(number(), 1..60), cancel in 0..3_usize,
        ) {
            // All, or all but one, comes again with the other sign.
            if cancel > 0 {
                values.extend(values.clone().iter().skip(cancel - 1).map(|value| -value));
            }
            let [found, kept] = both_ways(&values);
            prop_assert_eq!(found, kept);
        }

        #[test]
        fn ties_and_near_ties_give_the_same_bits(
            ones in prop::collection::vec((1..4_i32, -54..-50_i32), 1..20), trace in -1..2_i32,
        ) {
            let parts = ones.iter().map(|(part, power)| f64::from(*part) * 2f64.powi(*power));
            let mut values: Vec<f64> = parts.collect();
            values.extend([1.0, f64::from(trace) * 1e-40]);
            let [found, kept] = both_ways(&values);
            prop_assert_eq!(found, kept);
        }
    }
}
