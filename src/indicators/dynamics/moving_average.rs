//! Moving averages over calendar periods.

use super::timeline::Timeline;
use crate::indicators::about::About;
use crate::indicators::reason::{Figure, Reason};
use crate::model::sum::exact_sum;

pub const ABOUT: About = About {
    name: "moving-average",
    short: "ma",
    about: "the mean of a flow over the periods around each period, by the calendar",
    formula: "trailing: (V(t−n+1) + … + V(t)) / n; centred: the n periods around t, for an even n with half weight at both ends (2×n)",
    unit: "that of the values",
    keys: "period × series",
    nulls: "null where the window lacks a figure (whole), or has fewer than m (at least m); the window counts calendar periods, never rows",
    source: "standard; the 2×12 centred average as in X-11: Shiskin, Young and Musgrave (1967)",
};

/// Where the window lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Window {
    /// It ends at the period.
    #[default]
    Trailing,
    /// The period is its middle; an even one is made odd by half weights at both ends.
    Centred,
}

impl Window {
    pub const ALL: [Self; 2] = [Self::Trailing, Self::Centred];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Trailing => "trailing",
            Self::Centred => "centred",
        }
    }
}

/// What a missing figure does to the average.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Gaps {
    /// There is none without every figure of the window.
    #[default]
    Whole,
    /// The mean of those there are, if at least so many.
    AtLeast(usize),
}

/// A moving average.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MovingAverage {
    /// Calendar periods that the window holds.
    pub periods: usize,
    pub window: Window,
    pub gaps: Gaps,
}

/// The average of one period.
#[derive(Debug, Clone, PartialEq)]
pub struct Average {
    pub period: i32,
    pub figure: Figure,
    /// Figures it rests on.
    pub n: usize,
}

impl MovingAverage {
    /// The average at every period from the first figure to the last.
    ///
    /// ```text
    /// trailing   (V(t−n+1) + … + V(t)) / n
    /// centred    odd n:  (V(t−h) + … + V(t+h)) / n,  h = (n − 1) / 2
    ///            even n: (V(t−h)/2 + V(t−h+1) + … + V(t+h−1) + V(t+h)/2) / n,  h = n / 2
    /// ```
    ///
    /// Unit: that of the values. Null where [`Gaps`] says so; a window that reaches beyond the
    /// series lacks those figures. With [`Gaps::AtLeast`] the weights of the figures there are
    /// sum to one.
    pub fn of(&self, timeline: &Timeline) -> Vec<Average> {
        let average = |period| self.at(timeline, period);
        timeline.calendar().into_iter().map(average).collect()
    }

    fn at(&self, timeline: &Timeline, period: i32) -> Average {
        let weights = self.weights();
        let before = match self.window {
            Window::Trailing => self.periods.saturating_sub(1),
            Window::Centred => self.periods / 2,
        };
        let place = |i: usize| timeline.later(period, i as i32 - before as i32);
        let known: Vec<(f64, f64)> = weights
            .iter()
            .enumerate()
            .filter_map(|(i, weight)| Some((*weight, timeline.at(place(i))?)))
            .collect();
        let enough = match self.gaps {
            Gaps::Whole if known.len() < weights.len() => {
                let missing = (0..weights.len())
                    .map(place)
                    .find(|at| timeline.at(*at).is_none());
                let missing = missing.map_or(Reason::NoFigure, |at| {
                    Reason::NoFigureFor(timeline.written(at))
                });
                Err(missing)
            }
            Gaps::AtLeast(least) if known.len() < least.max(1) => Err(Reason::TooFew(least.max(1))),
            _ if known.is_empty() => Err(Reason::TooFew(1)),
            _ => Ok(()),
        };
        let mean = || {
            let weight = exact_sum(known.iter().map(|(weight, _)| *weight));
            exact_sum(known.iter().map(|(weight, value)| weight * value)) / weight
        };
        Average {
            period,
            figure: enough.map(|()| mean()),
            n: known.len(),
        }
    }

    fn weights(&self) -> Vec<f64> {
        match self.window {
            Window::Centred if self.periods > 0 && self.periods.is_multiple_of(2) => {
                let mut weights = vec![1.0; self.periods + 1];
                weights[0] = 0.5;
                weights[self.periods] = 0.5;
                weights
            }
            _ => vec![1.0; self.periods],
        }
    }
}
