//! Gives periods to figures: when they were, and what a change is counted from.

use super::assemble::Reader;
use super::draft::{Counted, Subject};
use super::item::Item;
use super::segment;
use super::time::{Time, When, Year};
use crate::checks::claims::claim::Part;

/// Words after which a period is what a change is counted from.
const BASES: [&str; 11] = [
    "comparison",
    "from",
    "since",
    "over",
    "on",
    "against",
    "versus",
    "vs",
    "than",
    "compared",
    "relative",
];

/// What a period after a preposition is to a change.
fn counted(link: &str, time: Time) -> Counted {
    match (link, time.year) {
        ("since", _) => Counted::Since(time),
        (_, Year::Before | Year::Last) => Counted::YearBefore,
        _ => Counted::From(time),
    }
}

impl Reader<'_> {
    pub(super) fn when(&mut self, at: usize, when: When) {
        match when {
            When::Day(_) => {}
            // `a record for the last few years` counts nothing from them.
            When::Vague if self.open.is_some() && at > 0 && self.items[at - 1].word() == "for" => {}
            When::Vague => match &mut self.open {
                Some(open) if !self.unknown => open.vague = true,
                Some(_) => {}
                None => self.lead_vague = true,
            },
            When::Span(first, last) => {
                self.base(at, Counted::From(first));
                if let Some(open) = &mut self.open {
                    open.spanned = true;
                }
                self.time(at, last);
            }
            When::Period(time) if self.owns(at) => {
                // `from last year's $70.6 billion`: the period is of the amount that follows.
                if BASES.contains(&self.link) {
                    self.of_from = Some(counted(self.link, time));
                } else if matches!(self.items.get(at + 2), Some(next) if matches!(next.item, Item::Flow(_)))
                {
                    // `last year's exports`
                    self.parsed.times.push(time);
                    self.lead = Some(time);
                }
                return;
            }
            When::Period(time) => self.period(at, time),
        }
        self.link = "";
    }

    /// Whether the period at `at` owns what follows: `last year's`.
    fn owns(&self, at: usize) -> bool {
        self.items
            .get(at + 1)
            .is_some_and(|next| next.item == Item::Possessive)
    }

    pub(super) fn period(&mut self, at: usize, time: Time) {
        let compared = BASES.contains(&self.link)
            && (self.moved.is_some()
                || self.open.is_some()
                || ["compared", "comparison", "since"].contains(&self.link));
        let same_part =
            time.part.is_none() && !matches!(time.year, Year::Same) && self.link != "in";
        if time.year == Year::Before || compared || same_part {
            return self.base(at, counted(self.link, time));
        }
        // `Since the agreement of 2006 came into force`
        if self.since && self.unknown && self.open.is_none() {
            return self.base(at, Counted::Since(time));
        }
        // `which opened in 1954` dates something else.
        if self.unknown || self.subject == Subject::Topic && !self.at_boundary {
            return;
        }
        // `three times the figure of 1990` is of another year.
        if self.link == "of" && self.open.is_some() && matches!(time.part, Some(Part::Year)) {
            return;
        }
        self.time(at, time);
    }

    pub(super) fn time(&mut self, at: usize, time: Time) {
        self.parsed.times.push(time);
        let end = self.items[at].end;
        let begins = self.at_boundary && segment::figure_ahead(self.items, at);
        if let Some(open) = &mut self.open {
            if self.last_was_from && open.from.as_ref().is_some_and(|from| from.1.is_none()) {
                let counted = if time.year == Year::Last {
                    Counted::YearBefore
                } else {
                    Counted::From(time)
                };
                if let Some(from) = &mut open.from {
                    from.1 = Some(counted);
                }
                self.parsed.times.pop();
                return open.reach(end);
            }
            if begins && (open.time.or(open.lead)).is_some() {
                self.finish();
            } else if open.time.is_none() {
                open.time = Some(time);
                return open.reach(end);
            } else {
                return;
            }
        }
        self.lead = Some(time);
        if let Some(direction) = self.parsed.directions.last_mut()
            && direction.time.is_none()
            && self.subject == Subject::Flow(direction.flow)
        {
            direction.time = Some(time);
        }
    }

    pub(super) fn base(&mut self, at: usize, counted: Counted) {
        let end = self.items[at].end;
        let from = self.last_was_from;
        match &mut self.open {
            Some(open) => {
                let unset = open.from.as_ref().is_some_and(|from| from.1.is_none());
                if let (true, true, Some(of_from)) = (from, unset, &mut open.from) {
                    of_from.1 = Some(counted);
                } else if open.base.is_none() || open.base == self.lead_base {
                    open.base = Some(counted);
                }
                if let Counted::Since(_) = counted {
                    open.spanned = true;
                }
                open.reach(end);
            }
            None => self.lead_base = Some(counted),
        }
    }

    pub(super) fn annual(&mut self, at: usize) {
        match &mut self.open {
            Some(open) if self.last_was_rate && self.figure_here => {
                open.yearly = true;
                open.reach(self.items[at].end);
            }
            _ => self.yearly = true,
        }
    }
}
