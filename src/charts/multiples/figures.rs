//! The lines of all panels, their ticks and their colours.

use super::{Multiples, Panel};
use crate::charts::canvas::scene::Rgb;
use crate::charts::layout::ticks;
use crate::charts::series::{self, Look, Series, refuse};
use crate::error::Result;

/// Lines in one panel.
const LINES: usize = 2;
/// More keys than this cannot be told apart by colour.
const KEYS: usize = 7;

/// The figures, fit to be drawn.
pub struct Figures {
    /// Lines of all panels in order, with the panel of each.
    pub lines: Vec<Series>,
    pub panel: Vec<usize>,
}

impl Figures {
    /// The lines of a panel, each with its place among all.
    pub fn of(&self, panel: usize) -> Vec<(usize, &Series)> {
        let lines = self.lines.iter().enumerate();
        lines
            .filter(|(index, _)| self.panel[*index] == panel)
            .collect()
    }
}

impl Multiples {
    /// The lines of all panels.
    pub(super) fn figures(&self) -> Result<Figures> {
        if self.own_scale && self.others_behind {
            return refuse(
                "lines of other panels cannot stand behind axes of their own; share the axis",
            );
        }
        if let Some(panel) = self.panels.iter().find(|panel| panel.series.len() > LINES) {
            let (name, many) = (&panel.name, panel.series.len());
            return refuse(format!(
                "panel `{name}` has {many} lines; a small chart holds up to {LINES}"
            ));
        }
        let count =
            |(index, panel): (usize, &Panel)| std::iter::repeat_n(index, panel.series.len());
        let lines: Vec<Series> = self
            .panels
            .iter()
            .flat_map(|panel| panel.series.clone())
            .collect();
        Ok(Figures {
            lines: series::checked(&lines)?,
            panel: self.panels.iter().enumerate().flat_map(count).collect(),
        })
    }

    /// The ticks of each panel, or one set for all.
    pub(super) fn axes(&self, figures: &Figures) -> Vec<Vec<f64>> {
        let axis = |lines: &[Series]| {
            let (mut low, mut high) = series::extent(lines);
            if low > high {
                (low, high) = (0.0, 0.0);
            }
            if self.from_zero {
                (low, high) = (low.min(0.0), high.max(0.0));
            }
            ticks::values(low, high)
        };
        if !self.own_scale {
            return vec![axis(&figures.lines)];
        }
        (0..self.panels.len())
            .map(|index| {
                let own: Vec<Series> = figures
                    .of(index)
                    .into_iter()
                    .map(|(_, line)| line.clone())
                    .collect();
                axis(&own)
            })
            .collect()
    }

    /// Colours of line and words, by key; ink for all where there are more keys than colours.
    pub(super) fn hues(&self, figures: &Figures, look: &Look) -> Vec<(Rgb, Rgb)> {
        let colours = look.theme.colours();
        let keys: Vec<&str> = figures.lines.iter().map(Series::colour_key).collect();
        let mut distinct = keys.clone();
        distinct.sort_unstable();
        distinct.dedup();
        if distinct.len() > KEYS {
            // The panels have names: a colour that stood for two partners would only mislead.
            return vec![(colours.text, colours.text); keys.len()];
        }
        let slots = colours.slots(&keys);
        slots
            .into_iter()
            .map(|slot| (colours.lines[slot], colours.words[slot]))
            .collect()
    }
}
