//! What a percentage or a multiple says of a rise or fall.

use super::assemble::Reader;
use super::digits::negative;
use super::item::Item;
use super::rate::{Multiple, Rate};
use crate::checks::claims::claim::Measure;

/// Words between a percentage and the rise it measures: `a 39 percent year-on-year increase`.
const BETWEEN: [&str; 12] = [
    "rate",
    "the",
    "over",
    "higher",
    "sharp",
    "in",
    "steep",
    "yearly",
    "annual",
    "of",
    "strong",
    "significant",
];

impl Reader<'_> {
    pub(super) fn rate(&mut self, at: usize, rate: &Rate) {
        if rate.points {
            return self.loose("percentage points measure a share, not an amount");
        }
        let of = self
            .items
            .get(at + 1)
            .is_some_and(|next| next.word() == "of");
        let after = self.move_after(at);
        if of && after.is_none() {
            // A rise that follows is of the share.
            self.topic();
            self.taken_by_topic();
            return self.loose("the percentage is a share");
        }
        let Some(subject) = self.claimant(at) else {
            return;
        };
        let before = self.moved.filter(|(_, moved)| *moved < at);
        let here = before.filter(|_| self.moved_here || self.last_was_rate || self.link == "by");
        let number = rate.number.clone();
        if rate.signed {
            return self.change(at, subject, Measure::Rate(number), at);
        }
        let (up, with) = match (after, here) {
            (Some((up, moved)), _) => (up, moved),
            (None, Some((found, moved))) => {
                let level_of_rate = self.link == "to";
                if level_of_rate && !found.noun || self.moved_twice && !level_of_rate {
                    return self.loose("it is not clear what the percentage measures");
                }
                (found.up, if self.moved_here { moved } else { at })
            }
            (None, None) => return self.loose("the percentage is of no rise or fall"),
        };
        let number = if up { number } else { negative(number) };
        self.change(at, subject, Measure::Rate(number), with);
    }

    pub(super) fn multiple(&mut self, at: usize, multiple: &Multiple) {
        let after = self.move_after(at);
        let before = self.moved.filter(|_| self.moved_here);
        if !multiple.alone && after.is_none() && before.is_none() {
            return;
        }
        let Some(subject) = self.claimant(at) else {
            return;
        };
        if !multiple.alone && self.link == "by" {
            return self.loose("`by … times` may count the first time or not");
        }
        let up = after
            .map(|(up, _)| up)
            .or(before.map(|(found, _)| found.up));
        if !multiple.alone && up == Some(false) {
            return self.loose("a fall by a multiple has no plain meaning");
        }
        let with = after
            .map(|(_, moved)| moved)
            .or(before.filter(|_| !multiple.alone).map(|(_, moved)| moved));
        self.change(
            at,
            subject,
            Measure::Factor(multiple.number.clone()),
            with.unwrap_or(at),
        );
    }

    /// The rise or fall right after a figure.
    fn move_after(&self, at: usize) -> Option<(bool, usize)> {
        for (next, spanned) in self.items.iter().enumerate().skip(at + 1).take(4) {
            match &spanned.item {
                Item::Move(found) => {
                    // In `5 percent in 2008 fell` the fall is another clause's.
                    let plain = next == at + 1 || found.noun;
                    return plain.then_some((found.up, next));
                }
                Item::YearOnYear | Item::Yearly => {}
                Item::Mark('-') => {}
                Item::Word(word)
                    if BETWEEN.contains(&word.as_str()) && word != "of" && word != "in" => {}
                _ => return None,
            }
        }
        None
    }
}
