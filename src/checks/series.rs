//! One flow over time, and one figure of a table: what the checks are given.

mod figure;
mod period;

pub use figure::{Figure, series_of};
pub use period::Period;

use serde::Serialize;

use crate::error::{Error, Result};

/// The figures of one flow in order of time; a period without a figure is simply not there.
///
/// All periods have one frequency and each stands once. Zero is a figure, missing is none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Series {
    key: String,
    points: Vec<(Period, f64)>,
}

impl Series {
    /// Sorts the figures by time.
    ///
    /// # Errors
    /// [`Error::Conflict`] if a period stands twice, [`Error::BadValue`] for a figure that is not
    /// finite, [`Error::BasisMismatch`] if years, quarters and months are mixed.
    pub fn new(
        key: impl Into<String>,
        points: impl IntoIterator<Item = (Period, f64)>,
    ) -> Result<Self> {
        let key = key.into();
        let mut points: Vec<_> = points.into_iter().collect();
        for (row, (_, value)) in points.iter().enumerate() {
            if !value.is_finite() {
                return Err(Error::BadValue {
                    row: row as u64 + 1,
                    column: key,
                    value: value.to_string(),
                    expected: "a finite number".to_owned(),
                });
            }
        }
        points.sort_by_key(|(period, _)| *period);
        for pair in points.windows(2) {
            let [(first, a), (second, b)] = pair else {
                continue;
            };
            if first.frequency() != second.frequency() {
                return Err(Error::BasisMismatch {
                    reason: format!("`{key}` holds both `{first}` and `{second}`"),
                    remedy: "give years, quarters or months alone".to_owned(),
                });
            }
            if first == second {
                return Err(Error::Conflict {
                    first: "one row".to_owned(),
                    second: "another".to_owned(),
                    key: format!("`{key}` in {first}"),
                    a: a.to_string(),
                    b: b.to_string(),
                });
            }
        }
        Ok(Self { key, points })
    }

    /// Annual figures from a first year on; `None` is a missing year.
    ///
    /// # Errors
    /// As [`Series::new`].
    pub fn annual(key: impl Into<String>, first: i32, values: &[Option<f64>]) -> Result<Self> {
        let years = (first..).map(Period::year);
        let points = years
            .zip(values)
            .filter_map(|(year, v)| Some((year, (*v)?)));
        Self::new(key, points)
    }

    /// Whose figures they are.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The figures in order of time.
    pub fn points(&self) -> &[(Period, f64)] {
        &self.points
    }

    /// The figure of a period, if there is one.
    pub fn at(&self, period: Period) -> Option<f64> {
        let place = self.points.binary_search_by_key(&period, |(p, _)| *p);
        place.ok().map(|place| self.points[place].1)
    }

    /// First and last period with a figure.
    pub fn span(&self) -> Option<(Period, Period)> {
        Some((self.points.first()?.0, self.points.last()?.0))
    }

    /// Changes of the natural logarithm from one period to the very next, named by the later one.
    ///
    /// A gap in time gives none, and neither does a figure of zero or below.
    pub fn log_growth(&self) -> Vec<(Period, f64)> {
        let steps = self.points.windows(2).filter_map(|pair| {
            let [(before, a), (after, b)] = pair else {
                return None;
            };
            let joined = before.next() == *after && *a > 0.0 && *b > 0.0;
            joined.then(|| (*after, (b / a).ln()))
        });
        steps.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_across_a_missing_year_or_a_zero_is_none() -> Result<()> {
        let values = [Some(1.0), Some(2.0), None, Some(4.0), Some(0.0), Some(8.0)];
        let series = Series::annual("NOR>CHN", 2003, &values)?;
        assert_eq!(series.log_growth(), [(Period::year(2004), 2f64.ln())]);
        assert_eq!(series.at(Period::year(2005)), None);
        assert_eq!(series.at(Period::year(2007)), Some(0.0));
        Ok(())
    }

    #[test]
    fn what_is_not_one_series_is_refused_with_its_place() -> Result<()> {
        let year = Period::year;
        let refusal = |points: &[(Period, f64)]| {
            Series::new("x", points.to_vec())
                .err()
                .map(|error| error.to_string())
                .unwrap_or_default()
        };
        assert!(refusal(&[(year(2003), 1.0), (year(2003), 1.0)]).contains("`x` in 2003"));
        assert!(refusal(&[(year(2003), f64::NAN)]).contains("`NaN` is not a finite number"));
        assert!(
            refusal(&[(year(2003), 1.0), (Period::month(2004, 2), 1.0)])
                .contains("`2003` and `2004-02`")
        );
        Ok(())
    }
}
