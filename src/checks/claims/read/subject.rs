//! What the figures of a sentence are of, as it moves from flow to flow and to other things.

use super::assemble::Reader;
use super::change::Move;
use super::draft::{Direction, Subject};
use super::item::{Item, Spanned};
use super::segment;

impl Reader<'_> {
    pub(super) fn flow(&mut self, at: usize) {
        if self.clear_at_flow {
            self.no_fact = None;
            self.clear_at_flow = false;
        }
        self.unknown = false;
        self.link = "";
        if self.claimed == Some(at) {
            self.claimed = None;
            if let Some(open) = &mut self.open {
                open.reach(self.items[at].end);
            }
            return;
        }
        if segment::is_part(self.items, at) {
            return self.topic();
        }
        let listed = match self.subject {
            Subject::Flow(before) if self.open.is_none() && self.joins(before, at) => {
                self.share_partner(before, at);
                Some(before)
            }
            _ => None,
        };
        self.finish();
        match listed {
            Some(before) => self.listed.push(before),
            None => self.listed.clear(),
        }
        self.subject = Subject::Flow(at);
        self.topic_from = None;
        // A rise before a comma was of something else; `growth in exports` is of this.
        if !self.moved_here {
            self.moved = None;
        }
    }

    /// Whether only `and` or a comma stands between two flows.
    pub(super) fn joins(&self, before: usize, at: usize) -> bool {
        let between = &self.items[before + 1..at];
        let link = |item: &Spanned| {
            ["and", "both", "as", "well", "to", "from"].contains(&item.word())
                || item.item == Item::Mark(',')
        };
        !between.is_empty()
            && between.iter().all(link)
            && between.iter().any(|item| !item.word().is_empty())
    }

    /// `exports to and imports from Chile` name the partner once.
    pub(super) fn share_partner(&mut self, before: usize, at: usize) {
        let hanging = self.items[before + 1..at]
            .iter()
            .map(Spanned::word)
            .find(|word| ["to", "from"].contains(word));
        if let (Some(word), Item::Flow(phrase)) = (hanging, &self.items[at].item) {
            let party = if word == "to" { phrase.from } else { phrase.to };
            self.parsed.late.push((before, word.to_owned(), party));
        }
    }

    pub(super) fn topic(&mut self) {
        if self.subject != Subject::Topic {
            self.topic_from = Some((self.subject, false));
            self.listed.clear();
            self.subject = Subject::Topic;
        }
    }

    pub(super) fn move_at(&mut self, at: usize, found: Move) {
        let twice =
            self.moved_here && self.moved.is_some_and(|(before, _)| before.noun) && !found.noun;
        if twice && !self.items[..at].last().is_some_and(Spanned::is_figure) {
            self.moved_twice = true;
        } else {
            self.moved = Some((found, at));
            self.moved_twice = false;
        }
        self.moved_here = true;
        self.link = "";
        if let (Subject::Flow(flow), None, false, None) = (
            self.subject,
            &self.open,
            self.unknown || found.noun,
            self.no_fact,
        ) {
            self.parsed.directions.push(Direction {
                flow,
                up: found.up,
                words: (self.items[at].start, self.items[at].end),
                time: self.lead,
                perfect: self.perfect,
            });
        }
    }

    /// Flows named in brackets without a figure, as in `trade (imports and exports) totalled`, are no subject.
    pub(super) fn bracket(&mut self, mark: char) {
        let figures = self.parsed.drafts.len() + usize::from(self.open.is_some());
        match mark {
            '(' => self.outside = Some((self.subject, figures, self.listed.clone())),
            ')' => {
                let outside = self
                    .outside
                    .take()
                    .filter(|(_, before, _)| *before == figures);
                if let Some((subject, _, listed)) = outside {
                    (self.subject, self.listed) = (subject, listed);
                }
            }
            _ => {}
        }
    }

    /// Notes that a figure of something else was met.
    pub(super) fn taken_by_topic(&mut self) {
        if let Some(topic) = &mut self.topic_from {
            topic.1 = true;
        }
    }

    /// Whether something else was named after a flow.
    pub(super) fn after_flow(&self) -> bool {
        matches!(self.topic_from, Some((Subject::Flow(_), _)))
    }
}
