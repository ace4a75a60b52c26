//! The words of a stacked chart: names beside it or in a key, and what is missing.

use super::{Figures, Stacked};
use crate::charts::layout::alt;
use crate::charts::layout::bands::Hue;
use crate::charts::layout::ends::Ending;
use crate::charts::layout::frame::KeyWord;
use crate::charts::layout::naming::{self, Naming};
use crate::charts::series::{Look, Unit};
use crate::model::number;

impl Stacked {
    pub(super) fn key(&self, figures: &Figures, hues: &[Hue], look: &Look) -> Vec<KeyWord> {
        let ink = look.theme.colours().title;
        let mut key = naming::key(figures.parts(), hues);
        key.push(KeyWord {
            name: format!("{} (line)", self.total.name),
            mark: ink,
            word: ink,
        });
        key
    }

    /// Names and figures of the last year at the heights of its parts, from the top down.
    pub(super) fn endings(
        &self,
        figures: &Figures,
        hues: &[Hue],
        naming: Naming,
        look: &Look,
    ) -> Vec<Ending> {
        let Some(slot) = figures.slots.last() else {
            return Vec::new();
        };
        let names = figures.all.iter().map(|one| one.name.as_str());
        let column = naming::column(names, look);
        let mut endings: Vec<Ending> = slot
            .spans()
            .into_iter()
            .map(|span| {
                let part = &figures.parts()[span.part];
                let told = self.part_label(span.value);
                let at = (slot.year as f64, (span.from + span.to) / 2.0);
                naming::ending(
                    naming,
                    (&part.name, &told),
                    at,
                    hues[span.part].word,
                    column,
                )
            })
            .collect();
        if let Some(total) = slot.total {
            let ink = look.theme.colours().title;
            let told = self.signed(total);
            let at = (slot.year as f64, total);
            endings.push(naming::ending(
                naming,
                (&self.total.name, &told),
                at,
                ink,
                column,
            ));
        }
        endings.sort_by(|a, b| b.last.1.total_cmp(&a.last.1));
        endings
    }

    /// Which years have no stack, and for want of what.
    pub(super) fn gaps(&self, figures: &Figures) -> Vec<String> {
        let missing: Vec<i64> = figures
            .slots
            .iter()
            .filter(|slot| slot.parts.is_none())
            .map(|slot| slot.year)
            .collect();
        if missing.is_empty() {
            return Vec::new();
        }
        let names = alt::lacking(&figures.all, &missing);
        let years = alt::years(&missing);
        vec![match &names[..] {
            all if all.len() == figures.all.len() => format!("No figures for {years}."),
            some if some.len() <= 3 => format!(
                "No parts shown for {years}: no figure for {}.",
                some.join(", ")
            ),
            some => format!(
                "No parts shown for {years}: no figure for {} series.",
                some.len()
            ),
        }]
    }

    /// A figure beside an axis in per cent needs no "%" of its own.
    pub(super) fn part_label(&self, value: f64) -> String {
        match &self.unit {
            Unit::Percent => number::points(value),
            _ => self.signed(value),
        }
    }

    pub(super) fn signed(&self, value: f64) -> String {
        match &self.unit {
            Unit::Percent => number::percent(value),
            unit if value > 0.0 => format!("+{}", unit.label(value)),
            unit => unit.label(value),
        }
    }
}
