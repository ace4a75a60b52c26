//! Residual sums of squares of any stretch of a series in constant time.

/// What is fitted to each stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Model {
    /// A mean: one parameter.
    Mean,
    /// A straight line in time: two parameters.
    Trend,
}

impl Model {
    pub(super) const fn parameters(self) -> usize {
        match self {
            Self::Mean => 1,
            Self::Trend => 2,
        }
    }
}

/// Running sums of a series about its mean, so that no digits are lost on large levels.
pub(super) struct Segments {
    model: Model,
    /// Sums over the first 0, 1, 2 … values of: x, y, xx, xy, yy.
    sums: Vec<[f64; 5]>,
}

impl Segments {
    pub(super) fn new(values: &[f64], model: Model) -> Self {
        let count = values.len() as f64;
        let centre = values.iter().sum::<f64>() / count;
        let middle = (count - 1.0) / 2.0;
        let mut sums = Vec::with_capacity(values.len() + 1);
        let mut running = [0.0; 5];
        sums.push(running);
        for (index, value) in values.iter().enumerate() {
            let (x, y) = (index as f64 - middle, value - centre);
            for (sum, term) in running.iter_mut().zip([x, y, x * x, x * y, y * y]) {
                *sum += term;
            }
            sums.push(running);
        }
        Self { model, sums }
    }

    pub(super) fn len(&self) -> usize {
        self.sums.len() - 1
    }

    /// The squares left over when the model is fitted to values `from..to`.
    fn rest(&self, from: usize, to: usize) -> f64 {
        let [x, y, xx, xy, yy] = std::array::from_fn(|i| self.sums[to][i] - self.sums[from][i]);
        let count = (to - from) as f64;
        let about_mean = yy - y * y / count;
        let rest = match self.model {
            Model::Mean => about_mean,
            Model::Trend => {
                let (width, across) = (xx - x * x / count, xy - x * y / count);
                about_mean
                    - if width > 0.0 {
                        across * across / width
                    } else {
                        0.0
                    }
            }
        };
        rest.max(0.0)
    }

    /// Chow's F for a break before the value with index `split`; `None` if either side has no more
    /// values than parameters, or if the split leaves nothing unexplained.
    pub(super) fn f(&self, split: usize) -> Option<f64> {
        let (parameters, count) = (self.model.parameters(), self.len());
        if split <= parameters || count < split + parameters + 1 {
            return None;
        }
        let whole = self.rest(0, count);
        let apart = self.rest(0, split) + self.rest(split, count);
        // Below this, what is left over is the rounding of the running sums.
        if apart <= self.sums[count][4] * 1e-13 {
            return None;
        }
        let freedom = (count - 2 * parameters) as f64;
        Some(((whole - apart) / parameters as f64) / (apart / freedom))
    }

    /// The largest F over the splits `first..=last`, and where it is; the earliest of equals.
    pub(super) fn largest(&self, first: usize, last: usize) -> Option<(usize, f64)> {
        (first..=last)
            .filter_map(|split| Some((split, self.f(split)?)))
            .reduce(|best, next| if next.1 > best.1 { next } else { best })
    }
}
