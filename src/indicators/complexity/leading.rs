//! The two largest eigenvalues of a symmetric matrix and the vector of the first.
//!
//! All eigenvalues are within reach of the method, so that a second one as large as the first cannot hide,
//! as it can from iterations that start from one vector.

use super::tridiagonal::{Tridiagonal, dot};

/// The largest eigenvalue, its vector of length one, and what is said for them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Leading {
    pub value: f64,
    /// The second largest; 0 for a matrix of one row.
    pub next: f64,
    pub vector: Vec<f64>,
    /// Length of `A v − value · v`.
    pub residual: f64,
}

impl Leading {
    /// Of a symmetric matrix, row by row, whose eigenvalues are of the order of 1.
    pub fn of(matrix: &[f64], n: usize) -> Self {
        let reduced = Tridiagonal::of(matrix.to_vec(), n);
        let value = reduced.eigenvalue(0);
        let next = if n > 1 { reduced.eigenvalue(1) } else { 0.0 };
        let vector = reduced.back(reduced.vector(value));
        let left = (0..n).map(|row| {
            let product: f64 = dot(&matrix[row * n..(row + 1) * n], &vector);
            product - value * vector[row]
        });
        let residual = left.map(|part| part * part).sum::<f64>().sqrt();
        Self {
            value,
            next,
            vector,
            residual,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Leading;

    /// 2 on the diagonal and 1 beside it, in an order that is not tridiagonal; its eigenvalues are
    /// 2 + 2 cos(k π / (n + 1)).
    fn chain(n: usize, places: impl Fn(usize) -> usize) -> Vec<f64> {
        let mut matrix = vec![0.0; n * n];
        for k in 0..n {
            matrix[places(k) * n + places(k)] = 2.0;
            if k + 1 < n {
                matrix[places(k) * n + places(k + 1)] = 1.0;
                matrix[places(k + 1) * n + places(k)] = 1.0;
            }
        }
        matrix
    }

    #[test]
    fn eigenvalues_and_vector_of_a_chain_are_known() {
        let n = 25;
        let leading = Leading::of(&chain(n, |k| k * 7 % n), n);
        let angle = std::f64::consts::PI / (n + 1) as f64;
        assert!((leading.value - (2.0 + 2.0 * angle.cos())).abs() < 1e-14);
        assert!((leading.next - (2.0 + 2.0 * (2.0 * angle).cos())).abs() < 1e-14);
        let scale = (2.0 / (n + 1) as f64).sqrt();
        for k in 0..n {
            let known = scale * ((k + 1) as f64 * angle).sin();
            assert!((leading.vector[k * 7 % n].abs() - known).abs() < 1e-12);
        }
        assert!(leading.residual < 1e-13);
    }

    #[test]
    fn an_eigenvalue_that_comes_twice_is_found_twice() {
        // Two chains that do not touch.
        let (one, n) = (chain(4, |k| k), 8);
        let mut both = vec![0.0; n * n];
        for row in 0..4 {
            for column in 0..4 {
                both[row * n + column] = one[row * 4 + column];
                both[(row + 4) * n + column + 4] = one[row * 4 + column];
            }
        }
        let leading = Leading::of(&both, n);
        assert!((leading.value - leading.next).abs() < 1e-14);
        assert!(leading.residual < 1e-11);
    }

    #[test]
    fn one_row_and_nothing_but_zeros_are_no_trouble() {
        let one = Leading::of(&[0.25], 1);
        assert_eq!((one.value, one.next), (0.25, 0.0));
        assert_eq!(one.vector[0].abs(), 1.0);
        let none = Leading::of(&[0.0; 9], 3);
        assert!(none.value.abs() < 1e-15 && none.vector.iter().all(|part| part.is_finite()));
    }
}
