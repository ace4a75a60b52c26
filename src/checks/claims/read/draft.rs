//! A claim as the words of one sentence give it, before its flow and period are worked out.

use super::parties::Party;
use super::time::Time;
use crate::checks::claims::claim::{Amount, Measure};

/// What the figures are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    Nothing,
    /// The flow at this item.
    Flow(usize),
    /// Something else that is named.
    Topic,
    /// `It`, `the figure`: the flow of the sentence before.
    Before,
}

/// What a change is counted from, as the words say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    YearBefore,
    From(Time),
    Since(Time),
}

/// The figures said of one flow in one period.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) subject: Subject,
    /// Bytes of the paragraph.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) level: Option<Amount>,
    pub(super) measure: Option<Measure>,
    /// The bytes of the words of the change.
    pub(super) words: (usize, usize),
    /// The level it changed from, with its period.
    pub(super) from: Option<(Amount, Option<Counted>)>,
    pub(super) base: Option<Counted>,
    /// The period right after the figures.
    pub(super) time: Option<Time>,
    /// The period before them, which others of the sentence may share.
    pub(super) lead: Option<Time>,
    /// A rate a year over several years.
    pub(super) yearly: bool,
    /// Counted over an unnamed number of years.
    pub(super) vague: bool,
    /// Covers all years from the base on.
    pub(super) spanned: bool,
    /// has, have
    pub(super) perfect: bool,
    /// Whose surplus it is: `in favour of China`.
    pub(super) favour: Option<&'static str>,
    /// Whether it rose or fell to its level, and the bytes that say so.
    pub(super) toward: Option<(bool, (usize, usize))>,
}

impl Draft {
    pub(super) fn new(subject: Subject, start: usize) -> Self {
        Self {
            subject,
            start,
            end: start,
            level: None,
            measure: None,
            words: (start, start),
            from: None,
            base: None,
            time: None,
            lead: None,
            yearly: false,
            vague: false,
            spanned: false,
            perfect: false,
            favour: None,
            toward: None,
        }
    }

    pub(super) fn has_figure(&self) -> bool {
        self.level.is_some() || self.measure.is_some() || self.from.is_some()
    }

    pub(super) fn reach(&mut self, end: usize) {
        self.end = self.end.max(end);
    }
}

/// A rise or fall without a number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Direction {
    pub(super) flow: usize,
    pub(super) up: bool,
    pub(super) words: (usize, usize),
    pub(super) time: Option<Time>,
    pub(super) perfect: bool,
}

/// What one sentence gave.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    pub(super) drafts: Vec<Draft>,
    pub(super) directions: Vec<Direction>,
    /// Why figures of the sentence belong to no flow.
    pub(super) loose: Vec<&'static str>,
    /// Every period that its figures may be of.
    pub(super) times: Vec<Time>,
    /// Countries that stand behind the figures: the flow, the preposition, who.
    pub(super) late: Vec<(usize, String, Party)>,
    /// Flows named together before their figures.
    pub(super) shared: Vec<usize>,
}
