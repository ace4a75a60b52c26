//! Puts the figures, flows and periods of a sentence together, in the order they stand.

use super::change::Move;
use super::draft::{Counted, Draft, Parsed, Subject};
use super::item::{Item, Spanned};
use super::segment;
use super::time::Time;

/// Reads a sentence from left to right.
pub(super) struct Reader<'a> {
    pub(super) items: &'a [Spanned],
    pub(super) parsed: Parsed,
    pub(super) open: Option<Draft>,
    pub(super) subject: Subject,
    /// Flows that share the figures after them: `exports and imports were … and …`.
    pub(super) listed: Vec<usize>,
    pub(super) lead: Option<Time>,
    pub(super) lead_base: Option<Counted>,
    pub(super) lead_vague: bool,
    /// A word since the last boundary that may be what is counted.
    pub(super) unknown: bool,
    pub(super) no_fact: Option<&'static str>,
    /// The last preposition since a figure or a boundary.
    pub(super) link: &'static str,
    pub(super) moved: Option<(Move, usize)>,
    /// Whether the rise or fall stands in this part of the sentence.
    pub(super) moved_here: bool,
    /// A rise that itself rose or fell: `growth slowed`.
    pub(super) moved_twice: bool,
    pub(super) last_was_rate: bool,
    /// Whether a figure stands in this part of the sentence.
    pub(super) figure_here: bool,
    /// What the amount that follows is of: `from last year's`.
    pub(super) of_from: Option<Counted>,
    pub(super) last_was_from: bool,
    pub(super) yearly: bool,
    pub(super) perfect: bool,
    pub(super) at_boundary: bool,
    pub(super) topic_from: Option<(Subject, bool)>,
    /// The flow that a figure before it already claimed.
    pub(super) claimed: Option<usize>,
    pub(super) clear_at_flow: bool,
    /// Whether this part of the sentence began with `since`.
    pub(super) since: bool,
    /// The subject before an open bracket, with the figures so far.
    pub(super) outside: Option<(Subject, usize, Vec<usize>)>,
}

/// Reads the items of a sentence, whose flows have been found.
pub(super) fn sentence(items: &[Spanned]) -> Parsed {
    let mut reader = Reader {
        items,
        parsed: Parsed::default(),
        open: None,
        subject: segment::first_subject(items),
        listed: Vec::new(),
        lead: None,
        lead_base: None,
        lead_vague: false,
        unknown: false,
        no_fact: None,
        link: "",
        moved: None,
        moved_here: false,
        moved_twice: false,
        last_was_rate: false,
        figure_here: false,
        of_from: None,
        last_was_from: false,
        yearly: false,
        perfect: false,
        at_boundary: true,
        topic_from: None,
        claimed: None,
        clear_at_flow: false,
        since: false,
        outside: None,
    };
    for at in 0..items.len() {
        reader.step(at);
    }
    reader.finish();
    reader.parsed
}

impl Reader<'_> {
    fn step(&mut self, at: usize) {
        let items = self.items;
        let boundary = matches!(items[at].item, Item::Mark(_))
            || [
                "and", "but", "while", "whilst", "whereas", "then", "in", "by", "during", "for",
            ]
            .contains(&items[at].word());
        match &items[at].item {
            Item::Flow(_) => self.flow(at),
            Item::Topic | Item::Count => self.topic(),
            Item::Money(amount) => self.money(at, amount),
            Item::Rate(rate) => self.rate(at, rate),
            Item::Multiple(multiple) => self.multiple(at, multiple),
            Item::Move(found) => self.move_at(at, *found),
            Item::When(when) => self.when(at, *when),
            Item::YearOnYear => self.base(at, Counted::YearBefore),
            Item::Yearly => self.annual(at),
            Item::NoFact(why) => {
                self.no_fact = Some(why);
                self.clear_at_flow = false;
            }
            Item::Word(word) => self.word(at, word),
            Item::Mark(mark) => self.mark(*mark),
            Item::Nation(_) | Item::Pair => self.link = "",
            Item::Possessive | Item::Its | Item::Former | Item::Latter | Item::Trade(_) => {}
        }
        self.at_boundary =
            boundary && (self.at_boundary || matches!(items[at].item, Item::Mark(_)));
    }

    /// Begins a draft for the subject at the figure at `at`.
    pub(super) fn begin(&mut self, at: usize, subject: Subject) {
        self.finish();
        let own = self.items[at].start;
        if let Subject::Flow(flow) = subject
            && !self.listed.is_empty()
        {
            self.parsed.shared = std::mem::take(&mut self.listed);
            self.parsed.shared.push(flow);
        }
        let fresh = !self
            .parsed
            .drafts
            .iter()
            .any(|draft| draft.subject == subject);
        let start = match subject {
            Subject::Flow(flow) if fresh => self.items[flow].start.min(own),
            _ => match self.moved {
                Some((_, moved)) if self.moved_here && moved < at => self.items[moved].start,
                _ => own,
            },
        };
        let mut draft = Draft::new(subject, start);
        draft.lead = self.lead;
        draft.base = self.lead_base;
        // `year-on-year` is said of one change, `between 2000 and 2008` of all that follow.
        self.lead_base = self.lead_base.filter(|base| *base != Counted::YearBefore);
        draft.vague = self.lead_vague;
        draft.spanned = matches!(draft.base, Some(Counted::From(_)))
            && self.lead.is_some()
            && !["compared", "comparison"].contains(&self.link);
        draft.yearly = std::mem::take(&mut self.yearly);
        draft.perfect = self.perfect;
        self.open = Some(draft);
    }

    /// Ends the open draft.
    pub(super) fn finish(&mut self) {
        if let Some(draft) = self.open.take().filter(Draft::has_figure) {
            self.parsed.drafts.push(draft);
        }
        self.last_was_rate = false;
        self.last_was_from = false;
    }
}
