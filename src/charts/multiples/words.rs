//! The words of small multiples: key, headings and notes.

use super::Multiples;
use super::figures::Figures;
use super::grid::Grid;
use super::head::Head;
use crate::charts::canvas::scene::Rgb;
use crate::charts::layout::frame::KeyWord;
use crate::charts::layout::{alt, names};
use crate::charts::series::{self, Series};

/// How many lines that end early a note tells.
const ENDED: usize = 3;

impl Multiples {
    /// A line under a name that says its panel.
    pub(super) fn told(&self, line: &Series, panel: usize) -> Series {
        let panel = &self.panels[panel].name;
        // "Sweden" is enough where every panel has one line and they all show the same flow.
        let alone = self.panels.iter().all(|panel| panel.series.len() < 2);
        let name = match line.name.as_str() {
            name if alone || name.is_empty() || name == panel => panel.clone(),
            name => format!("{panel}, {name}"),
        };
        Series {
            name,
            ..line.clone()
        }
    }

    /// The names of the lines if panels have two; one line needs no more than its panel's name.
    pub(super) fn key(&self, figures: &Figures, hues: &[(Rgb, Rgb)]) -> Vec<KeyWord> {
        let mut key: Vec<KeyWord> = Vec::new();
        if self.panels.iter().all(|panel| panel.series.len() < 2) {
            return key;
        }
        for (line, (mark, word)) in figures.lines.iter().zip(hues) {
            if !line.name.is_empty() && key.iter().all(|other| other.name != line.name) {
                key.push(KeyWord {
                    name: line.name.clone(),
                    mark: *mark,
                    word: *word,
                });
            }
        }
        key
    }

    pub(super) fn head(
        &self,
        figures: &Figures,
        index: usize,
        hues: &[(Rgb, Rgb)],
        muted: Rgb,
    ) -> Head {
        let (_, last) = series::span(&figures.lines);
        let value = |(line, one): (usize, &Series)| {
            let (year, value) = one.values().next_back()?;
            let told = self.unit.label(value);
            let told = if year < last {
                format!("{told} in {}", alt::year(year))
            } else {
                told
            };
            Some((told, hues[line].1))
        };
        Head {
            name: self.panels[index].name.clone(),
            values: match figures
                .of(index)
                .into_iter()
                .filter_map(value)
                .collect::<Vec<_>>()
            {
                none if none.is_empty() => vec![("no value".to_owned(), muted)],
                some => some,
            },
        }
    }

    /// The last values of lines that end early, where other panels tell theirs and these found no room to.
    fn ended(&self, figures: &Figures, heads: &[Head], grid: &Grid) -> Option<String> {
        let (_, last) = series::span(&figures.lines);
        let valued = |index: &usize| grid.heads[*index].valued();
        let silent = (0..grid.heads.len()).filter(|index| !valued(index));
        let told: Vec<String> = silent
            .flat_map(|index| {
                figures
                    .of(index)
                    .into_iter()
                    .map(move |(_, one)| (index, one))
            })
            .filter_map(|(index, one)| {
                let (year, value) = one.values().next_back()?;
                let (name, value) = (&heads[index].name, self.unit.label(value));
                (year < last).then(|| format!("{name} {value} in {}", alt::year(year)))
            })
            .collect();
        let told: Vec<&str> = told.iter().map(String::as_str).collect();
        (!told.is_empty()).then(|| format!("Ended early: {}.", names::list(&told, ENDED)))
    }

    pub(super) fn notes(&self, figures: &Figures, heads: &[Head], grid: &Grid) -> Vec<String> {
        let shown = grid.panels.len();
        let lines: Vec<Series> = figures
            .lines
            .iter()
            .zip(&figures.panel)
            .filter(|(_, panel)| **panel < shown)
            .map(|(line, panel)| self.told(line, *panel))
            .collect();
        let mut notes = alt::gaps(&lines, "value");
        notes.extend(self.ended(figures, heads, grid));
        if self.own_scale {
            notes.push("Each panel has a value axis of its own.".to_owned());
        }
        if self.others_behind {
            notes.push("Grey: the lines of the other panels.".to_owned());
        }
        if !self.from_zero && self.axes(figures).iter().any(|ticks| !ticks.contains(&0.0)) {
            notes.push("Axes do not start at zero.".to_owned());
        }
        let cut = grid.heads.iter().zip(heads).filter(|(head, _)| !head.whole);
        let cut: Vec<&str> = cut.map(|(_, head)| head.name.as_str()).collect();
        notes.extend(names::shortened(&cut));
        match heads.len() - shown {
            0 => {}
            1 => notes.push(format!(
                "Not shown: 1 more, ranked after {}.",
                heads[shown - 1].name
            )),
            many => notes.push(format!(
                "Not shown: {many} more, ranked after {}.",
                heads[shown - 1].name
            )),
        }
        notes
    }
}
