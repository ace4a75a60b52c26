//! How fast a flow grew in an average year.

use super::timeline::Timeline;
use crate::indicators::about::About;
use crate::indicators::average_growth::{compound, elapsed, slope};
use crate::indicators::reason::{Figure, Reason};

pub const ABOUT: About = About {
    name: "average-growth",
    short: "cagr",
    about: "how fast a flow grew in an average year: compound growth between the ends, or a least-squares trend through all figures",
    formula: "cagr: 100 · ((V(T) / V(0))^(1 / years elapsed) − 1); least-squares: 100 · (exp(b) − 1), b the slope of ln V on t",
    unit: "per cent a year",
    keys: "series",
    nulls: "null with fewer than two figures (three for least squares), from zero, and for values that are negative (not positive for least squares); missing years between the ends are no hindrance",
    source: "World Bank WITS, Trade indicators (compound growth); UNCTAD Handbook of Statistics (least squares, exp(b) − 1)",
};

/// What is averaged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Average {
    /// Compound growth from the first figure to the last.
    #[default]
    Compound,
    /// The trend of logarithms by ordinary least squares.
    LeastSquares,
}

impl Average {
    pub const ALL: [Self; 2] = [Self::Compound, Self::LeastSquares];

    /// The word that commands and captions use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Compound => "cagr",
            Self::LeastSquares => "least-squares",
        }
    }
}

/// Growth in an average year, and the figures that it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct AverageYear {
    /// Per cent a year.
    pub growth: Figure,
    /// The first figure and the last.
    pub ends: Option<(f64, f64)>,
    /// Between them; months are twelfths.
    pub years: f64,
    /// Figures in all.
    pub n: usize,
}

/// Growth in an average year, from the first figure of a series to its last.
///
/// ```text
/// cagr            100 · ((V(T) / V(0))^(1 / (T − 0)) − 1)
/// least-squares   100 · (exp(b) − 1), b the slope of ln V(t) on t
/// ```
///
/// `T − 0` counts years elapsed, never rows.
pub fn average_year(timeline: &Timeline, average: Average) -> AverageYear {
    let periods = timeline.calendar().into_iter();
    let figures: Vec<(i32, f64)> = periods
        .filter_map(|period| Some((period, timeline.at(period)?)))
        .collect();
    let (Some(first), Some(last)) = (figures.first(), figures.last()) else {
        return AverageYear {
            growth: Err(Reason::TooFew(2)),
            ends: None,
            years: 0.0,
            n: 0,
        };
    };
    let years = elapsed(first.0, last.0);
    AverageYear {
        growth: match average {
            Average::Compound => compound(first.1, last.1, years),
            Average::LeastSquares => slope(&figures),
        },
        ends: Some((first.1, last.1)),
        years,
        n: figures.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Result;
    use crate::indicators::sample::within;

    #[test]
    fn the_founding_series_grew_as_computed_by_hand() -> Result<()> {
        let values = [1.76, 2.2, 2.6, 3.3, 5.0, 7.36, 7.53];
        let series = Timeline::of_years((2003..).zip(values))?;
        let of = |average| average_year(&series, average).growth.unwrap();
        within(of(Average::Compound), 27.4130, 1e-4);
        within(of(Average::LeastSquares), 30.3890, 1e-4);
        Ok(())
    }

    #[test]
    fn a_gap_counts_as_the_years_it_lasts() -> Result<()> {
        let series = Timeline::of_years([(2000, 100.0), (2004, 1600.0)])?;
        let found = average_year(&series, Average::Compound);
        within(found.growth.unwrap(), 100.0, 1e-12);
        assert_eq!((found.years, found.n), (4.0, 2));
        let few = average_year(&series, Average::LeastSquares);
        assert_eq!(few.growth, Err(Reason::TooFew(3)));
        let nothing = average_year(&Timeline::of_years([])?, Average::Compound);
        assert_eq!(nothing.growth, Err(Reason::TooFew(2)));
        Ok(())
    }
}
