//! What a figure says of its flow: a level, a change, or what it changed from.

use super::assemble::Reader;
use super::digits::negative;
use super::draft::{Draft, Subject};
use super::item::Item;
use super::segment;
use crate::checks::claims::claim::{Amount, Measure};

/// No trade between countries is told in less than a thousand of anything: `USD 58.04` lacks its billion.
const SMALLEST: f64 = 1_000.0;

impl Reader<'_> {
    pub(super) fn money(&mut self, at: usize, amount: &Amount) {
        let Some(subject) = self.claimant(at) else {
            return;
        };
        if amount.number.value.abs() < SMALLEST {
            return self.loose("the amount is too small for trade; it may lack its scale");
        }
        let bracket = at
            .checked_sub(1)
            .is_some_and(|before| self.items[before].item == Item::Mark('('));
        if bracket && self.after_rate(at) {
            return self.loose("an amount in brackets repeats the change");
        }
        let before = self
            .moved
            .filter(|(_, moved)| self.moved_here && *moved < at);
        let next = self.items.get(at + 1).map(|next| &next.item);
        let compared =
            ["compared", "against", "versus", "vs", "than", "relative"].contains(&self.link);
        if let Some(Item::Move(after)) = next {
            // `a $350 million increase`, `$350 million more`.
            return self.change(at, subject, Measure::By(signed(amount, after.up)), at + 1);
        }
        if compared && self.of_another(at) {
            return self.loose("the amount it is compared with is that of another country");
        }
        if self.link == "from" || compared {
            if self.open.is_none() {
                self.begin(at, subject);
            }
            let Some(open) = &mut self.open else {
                return;
            };
            open.from = Some((amount.clone(), self.of_from.take()));
            open.reach(self.items[at].end);
            if open.measure.is_none() {
                open.words = (
                    before.map_or(self.items[at].start, |(_, moved)| self.items[moved].start),
                    self.items[at].end,
                );
            }
            self.after_figure(false, true);
            return;
        }
        if let Some((found, moved)) = before {
            let direct = self.link.is_empty() && moved + 1 == at;
            if self.link == "by" || direct || self.link == "of" && found.noun && moved + 2 == at {
                return self.change(at, subject, Measure::By(signed(amount, found.up)), moved);
            }
        }
        if self.link == "by" {
            return self.loose("an amount stands after `by` and nothing rises or falls");
        }
        self.level(at, subject, amount);
    }

    /// Whether a country of its own follows the amount: `compared with $118.4 billion with China`.
    fn of_another(&self, at: usize) -> bool {
        let Some([link, country]) = self.items.get(at + 1..at + 3) else {
            return false;
        };
        ["with", "to", "for", "from"].contains(&link.word())
            && matches!(country.item, Item::Nation(_))
    }

    fn level(&mut self, at: usize, subject: Subject, amount: &Amount) {
        let later = segment::time_after(self.items, at);
        let full = |open: &Draft| {
            let other = open.time.is_some() && later.is_some() && open.time != later;
            open.level.is_some() || other || open.subject != subject
        };
        if self.open.as_ref().is_none_or(full) {
            self.begin(at, subject);
        }
        if let Some(open) = &mut self.open {
            if let (Some((found, moved)), true, "to" | "at" | "") =
                (self.moved, self.moved_here, self.link)
            {
                let direct = self.link == "to" || moved + 1 == at;
                if direct && !found.noun && moved < at && open.measure.is_none() {
                    open.toward = Some((found.up, (self.items[moved].start, self.items[at].end)));
                    open.start = open.start.min(self.items[moved].start);
                }
            }
            open.level = Some(amount.clone());
            open.reach(self.items[at].end);
        }
        self.after_figure(false, false);
    }

    /// Whether a change stands right before the bracket at `at - 1`.
    fn after_rate(&self, at: usize) -> bool {
        let moved = |item: &Item| matches!(item, Item::Rate(_) | Item::Move(_) | Item::YearOnYear);
        at.checked_sub(2)
            .is_some_and(|before| moved(&self.items[before].item))
    }

    pub(super) fn change(&mut self, at: usize, subject: Subject, measure: Measure, with: usize) {
        let later = segment::time_after(self.items, at);
        let full = |open: &Draft| {
            let other = open.time.is_some() && later.is_some() && open.time != later;
            open.measure.is_some() || other || open.subject != subject
        };
        if self.open.as_ref().is_none_or(full) {
            self.begin(at, subject);
        }
        let (first, last) = (at.min(with), at.max(with));
        let words = (self.items[first].start, self.items[last].end);
        let rate = !matches!(measure, Measure::Factor(_));
        let yearly = std::mem::take(&mut self.yearly);
        if let Some(open) = &mut self.open {
            open.start = open.start.min(words.0);
            open.measure = Some(measure);
            open.words = words;
            open.yearly |= yearly;
            open.reach(words.1);
        }
        self.after_figure(rate, false);
    }

    fn after_figure(&mut self, rate: bool, from: bool) {
        self.figure_here = true;
        self.last_was_rate = rate;
        self.last_was_from = from;
        self.unknown = false;
        self.link = "";
    }
}

fn signed(amount: &Amount, up: bool) -> Amount {
    let mut amount = amount.clone();
    if !up {
        amount.number = negative(amount.number);
    }
    amount
}
