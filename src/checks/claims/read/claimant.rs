//! Whose figure stands at a place.

use super::assemble::Reader;
use super::draft::Subject;
use super::flow::Phrase;
use super::item::Item;
use super::noun::Noun;
use super::segment;

impl Reader<'_> {
    /// Whose figure stands at `at`; `None` if nobody's, which is noted where it may matter.
    pub(super) fn claimant(&mut self, at: usize) -> Option<Subject> {
        if segment::topic_ahead(self.items, at) {
            self.topic_captures();
            return None;
        }
        let noun =
            self.moved_here && self.link == "of" && self.moved.is_some_and(|(found, _)| found.noun);
        let ahead = segment::flow_ahead(self.items, at, noun && self.subject == Subject::Nothing)
            .filter(|flow| !segment::is_part(self.items, *flow));
        if let Some(why) = self.no_fact {
            self.loose(why);
            return None;
        }
        if self
            .items
            .get(at + 1)
            .is_some_and(|next| next.word() == "as")
            && self.flow_at(at + 2)
        {
            self.loose("it is not clear which trade the figure is of");
            return None;
        }
        if let (Subject::Flow(holder), Some(flow)) = (self.subject, ahead)
            && self.is_direct(holder, at)
        {
            self.lend_partner(holder, flow);
            return Some(self.subject);
        }
        if let Some(flow) = ahead {
            self.finish();
            self.listed.clear();
            self.subject = Subject::Flow(flow);
            self.claimed = Some(flow);
            return Some(self.subject);
        }
        match self.subject {
            Subject::Nothing => {
                self.loose("it is not clear what the figure is of");
                None
            }
            Subject::Topic => {
                if self.after_flow() {
                    self.loose("something else may be what the figure is of");
                }
                self.taken_by_topic();
                None
            }
            _ if self.unknown => {
                self.loose("other words stand between the trade and the figure");
                None
            }
            subject => Some(subject),
        }
    }

    fn flow_at(&self, at: usize) -> bool {
        matches!(
            self.items.get(at).map(|item| &item.item),
            Some(Item::Flow(_))
        )
    }

    /// `a surplus of $41 billion in its trade with China`: the figure is the surplus's own.
    fn is_direct(&self, holder: usize, at: usize) -> bool {
        let balance =
            |phrase: &Phrase| matches!(phrase.noun, Noun::Surplus | Noun::Deficit | Noun::Balance);
        let of = self.link == "of" && holder + 2 == at;
        of && matches!(&self.items[holder].item, Item::Flow(phrase) if balance(phrase))
    }

    fn lend_partner(&mut self, holder: usize, flow: usize) {
        if let Item::Flow(phrase) = &self.items[flow].item {
            self.parsed
                .late
                .push((holder, "with".to_owned(), phrase.with));
        }
    }

    fn topic_captures(&mut self) {
        self.last_was_rate = false;
        self.link = "";
    }

    /// Notes a figure that belongs to no flow.
    pub(super) fn loose(&mut self, why: &'static str) {
        self.parsed.loose.push(why);
        self.last_was_rate = false;
        self.link = "";
    }
}
