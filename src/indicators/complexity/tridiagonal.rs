//! Eigenvalues of a symmetric matrix brought to three diagonals.
//!
//! Source: Golub and Van Loan, *Matrix Computations*, on Householder tridiagonalisation, Sturm sequences
//! and inverse iteration.

/// Distance above the eigenvalue from which inverse iteration looks. Above all eigenvalues the matrix is
/// positive definite and is solved without pivots; each round then gains a factor of this over the gap.
const ABOVE: f64 = 1e-12;
const ROUNDS: usize = 6;

/// A symmetric matrix as `Q T Qᵀ`, T with three diagonals.
pub(super) struct Tridiagonal {
    diagonal: Vec<f64>,
    beside: Vec<f64>,
    /// Reflections that make up Q, each `I − scale · v vᵀ` on the rows below its own.
    reflections: Vec<(f64, Vec<f64>)>,
}

impl Tridiagonal {
    pub fn of(mut a: Vec<f64>, n: usize) -> Self {
        let mut beside = Vec::with_capacity(n);
        let mut reflections = Vec::with_capacity(n);
        for k in 0..n.saturating_sub(1) {
            let mut v: Vec<f64> = a[k * n + k + 1..(k + 1) * n].to_vec();
            let length = dot(&v, &v).sqrt();
            let along = -length.copysign(v[0]);
            v[0] -= along;
            let squared = dot(&v, &v);
            let scale = if squared > 0.0 { 2.0 / squared } else { 0.0 };
            beside.push(along);
            reflect(&mut a, n, k + 1, scale, &v);
            reflections.push((scale, v));
        }
        Self {
            diagonal: (0..n).map(|k| a[k * n + k]).collect(),
            beside,
            reflections,
        }
    }

    /// The eigenvalue that so many others exceed, by bisection.
    pub fn eigenvalue(&self, exceeded_by: usize) -> f64 {
        let n = self.diagonal.len();
        let radius = |k: usize| {
            let before = k.checked_sub(1).map_or(0.0, |at| self.beside[at].abs());
            before + self.beside.get(k).map_or(0.0, |e| e.abs())
        };
        let ends = (0..n).map(|k| (self.diagonal[k] - radius(k), self.diagonal[k] + radius(k)));
        let (mut low, mut high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |all, end| {
            (all.0.min(end.0), all.1.max(end.1))
        });
        // As many halvings as an f64 has bits to find.
        for _ in 0..64 {
            let middle = f64::midpoint(low, high);
            if n - self.below(middle) > exceeded_by {
                low = middle;
            } else {
                high = middle;
            }
        }
        f64::midpoint(low, high)
    }

    /// How many eigenvalues lie below `x`.
    fn below(&self, x: f64) -> usize {
        let mut count = 0;
        let mut pivot = 1.0;
        for (k, diagonal) in self.diagonal.iter().enumerate() {
            let beside = k.checked_sub(1).map_or(0.0, |at| self.beside[at]);
            pivot = diagonal - x - beside * beside / pivot;
            if pivot == 0.0 {
                pivot = f64::EPSILON * f64::EPSILON;
            }
            count += usize::from(pivot < 0.0);
        }
        count
    }

    /// The vector of T that belongs to its largest eigenvalue, by inverse iteration.
    pub fn vector(&self, largest: f64) -> Vec<f64> {
        let n = self.diagonal.len();
        let shift = largest + ABOVE;
        // shift · I − T = L D Lᵀ.
        let mut pivots: Vec<f64> = Vec::with_capacity(n);
        for k in 0..n {
            let carried = k
                .checked_sub(1)
                .map_or(0.0, |at| self.beside[at].powi(2) / pivots[at]);
            pivots.push((shift - self.diagonal[k] - carried).max(f64::EPSILON * f64::EPSILON));
        }
        // Any start will do that no eigenvector is square to: these parts have no order in common with T.
        let mut vector: Vec<f64> = (0..n).map(|k| 1.0 + ((k * k) % 7) as f64).collect();
        for _ in 0..ROUNDS {
            for k in 1..n {
                vector[k] += self.beside[k - 1] / pivots[k - 1] * vector[k - 1];
            }
            for k in 0..n {
                vector[k] /= pivots[k];
            }
            for k in (1..n).rev() {
                vector[k - 1] += self.beside[k - 1] / pivots[k - 1] * vector[k];
            }
            let length = dot(&vector, &vector).sqrt();
            vector.iter_mut().for_each(|part| *part /= length);
        }
        vector
    }

    /// `Q y`: a vector of T as a vector of the whole matrix.
    pub fn back(&self, mut y: Vec<f64>) -> Vec<f64> {
        for (k, (scale, v)) in self.reflections.iter().enumerate().rev() {
            let along = scale * dot(v, &y[k + 1..]);
            y[k + 1..]
                .iter_mut()
                .zip(v)
                .for_each(|(part, v)| *part -= along * v);
        }
        y
    }
}

/// Reflects the rows and columns from `first` on, both sides: `A − v wᵀ − w vᵀ`.
fn reflect(a: &mut [f64], n: usize, first: usize, scale: f64, v: &[f64]) {
    let mut w = vec![0.0; v.len()];
    for (k, v) in v.iter().enumerate() {
        let row = &a[(first + k) * n + first..(first + k + 1) * n];
        w.iter_mut()
            .zip(row)
            .for_each(|(sum, part)| *sum += scale * v * part);
    }
    let half = scale * dot(&w, v) / 2.0;
    w.iter_mut().zip(v).for_each(|(w, v)| *w -= half * v);
    for k in 0..v.len() {
        let row = &mut a[(first + k) * n + first..(first + k + 1) * n];
        for ((part, v_j), w_j) in row.iter_mut().zip(v).zip(&w) {
            *part -= v[k] * w_j + w[k] * v_j;
        }
    }
}

pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
