//! The way from values to pixels and back.

/// How values are spread along an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scale {
    /// Equal distances are equal differences.
    #[default]
    Linear,
    /// Equal distances are equal ratios; values are above zero.
    Log,
}

impl Scale {
    fn stretch(self, value: f64) -> f64 {
        match self {
            Scale::Linear => value,
            Scale::Log => value.log10(),
        }
    }

    fn shrink(self, stretched: f64) -> f64 {
        match self {
            Scale::Linear => stretched,
            Scale::Log => 10f64.powf(stretched),
        }
    }
}

/// A scale from values to pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Axis {
    /// The value at `start`.
    pub low: f64,
    /// The value at `end`.
    pub high: f64,
    /// Pixel of `low`.
    pub start: f64,
    /// Pixel of `high`.
    pub end: f64,
    /// How the values between them are spread.
    pub scale: Scale,
}

impl Axis {
    /// An axis on which equal distances are equal differences.
    pub fn linear(low: f64, high: f64, start: f64, end: f64) -> Self {
        Axis {
            low,
            high,
            start,
            end,
            scale: Scale::Linear,
        }
    }

    /// An axis on which equal distances are equal ratios; `low` and `high` are above zero.
    pub fn log(low: f64, high: f64, start: f64, end: f64) -> Self {
        Axis {
            scale: Scale::Log,
            ..Axis::linear(low, high, start, end)
        }
    }

    /// The pixel where a value stands.
    pub fn position(&self, value: f64) -> f64 {
        let [low, high, value] = [self.low, self.high, value].map(|one| self.scale.stretch(one));
        self.start + (value - low) / (high - low) * (self.end - self.start)
    }

    /// The value that stands at a pixel.
    pub fn value(&self, position: f64) -> f64 {
        let [low, high] = [self.low, self.high].map(|one| self.scale.stretch(one));
        let share = (position - self.start) / (self.end - self.start);
        self.scale.shrink(low + share * (high - low))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenfold_takes_the_same_room_anywhere_on_a_log_axis() {
        let axis = Axis::log(0.001, 1e13, 400.0, 80.0);
        for exponent in -3..=13 {
            let value = 10f64.powi(exponent);
            let pixel = 400.0 - 20.0 * f64::from(exponent + 3);
            assert!((axis.position(value) - pixel).abs() < 1e-9);
            assert!((axis.value(pixel) / value - 1.0).abs() < 1e-9);
        }
    }
}
