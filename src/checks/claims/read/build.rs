//! Makes claims of what a sentence gave.

use super::context::Context;
use super::digits::negative;
use super::draft::{Counted, Draft};
use super::noun::Noun;
use super::resolve::Resolved;
use super::time::Time;
use crate::checks::claims::claim::{Amount, Base, Change, Claim, Measure, Part, Period, Place};

/// What a claim is made from besides its draft.
pub(super) struct Maker<'a> {
    pub(super) context: &'a Context,
    /// The words of the paragraph.
    pub(super) text: &'a str,
    pub(super) resolved: Resolved,
    pub(super) noun: Option<Noun>,
    /// The periods of the sentence.
    pub(super) times: &'a [Time],
    /// Whether the sentence speaks of an average.
    pub(super) average: bool,
}

/// A claim without its number, and what it takes from elsewhere.
pub(super) type Made = (Claim, Vec<String>);

impl Maker<'_> {
    /// The claim of a draft, and that of the earlier level it names, if it has a rate as well.
    ///
    /// # Errors
    /// Why there is none, in words for a list of what was not read.
    pub(super) fn make(
        mut self,
        draft: &Draft,
        place: impl Fn(usize) -> Place,
    ) -> Result<Vec<Made>, &'static str> {
        let plain = draft.measure.is_none() && draft.from.is_none();
        if plain && (draft.spanned || draft.vague && draft.time.or(draft.lead).is_none()) {
            return Err("the level is of several years together");
        }
        let (period, stated) = self.period(draft);
        let measure = draft
            .measure
            .clone()
            .or_else(|| draft.from.clone().map(|(from, _)| Measure::From(from)));
        let toward = draft.toward.filter(|_| measure.is_none());
        let measure = measure.or(toward.map(|(up, _)| Measure::Direction { up }));
        let words = toward.map_or(draft.words, |(_, words)| words);
        let change = measure.map(|measure| {
            let from_alone = matches!(measure, Measure::From(_));
            let of_from = draft.from.as_ref().and_then(|from| from.1);
            let counted = of_from.filter(|_| from_alone);
            Change {
                base: self.base(
                    draft,
                    counted.or(draft.base).or(of_from),
                    &measure,
                    period,
                    stated,
                ),
                measure: self.signed(measure),
                text: self
                    .text
                    .get(words.0..words.1)
                    .unwrap_or_default()
                    .to_owned(),
            }
        });
        let base = change.as_ref().map(|change| change.base);
        let claim = Claim {
            id: String::new(),
            quote: self.quote(draft),
            place: place(draft.start),
            flow: self.resolved.told.flow.clone(),
            goods: self.resolved.told.goods,
            period,
            level: draft.level.clone().map(|level| self.sign(level)),
            change,
            source: String::new(),
        };
        let mut made = Vec::new();
        if let (Some(_), Some((from, counted))) = (&draft.measure, &draft.from) {
            let earlier = self.earlier(*counted, base, period);
            let level = Some(self.sign(from.clone()));
            let other = Claim {
                level,
                period: earlier,
                change: None,
                ..claim.clone()
            };
            made.push((other, self.resolved.notes.clone()));
        }
        made.push((claim, self.resolved.notes));
        Ok(made)
    }

    /// The period of a draft, and whether its own sentence names it.
    fn period(&mut self, draft: &Draft) -> (Option<Period>, bool) {
        let mut times = self.times.to_vec();
        times.dedup();
        let only = if let [only] = times[..] {
            Some(only)
        } else {
            None
        };
        if let Some(time) = draft.time.or(draft.lead).or(only) {
            let period = self.context.period(time, None);
            if period.is_none() {
                self.note("the year is open");
            }
            return (period, true);
        }
        if !times.is_empty() {
            self.note("the period is open: the sentence names several");
            return (None, false);
        }
        if let Some(period) = self
            .context
            .paragraph
            .period
            .filter(|_| !draft.perfect && !draft.vague)
        {
            self.note("the period is that of the sentences before");
            return (Some(period), false);
        }
        let year = self.context.heading_year();
        self.note(match year {
            Some(_) => "the year is that of the heading",
            None => "the period is open",
        });
        let period = year.map(|year| Period {
            year,
            part: Part::Year,
        });
        (period, false)
    }

    /// The words of a draft; a bracket that opens in them is closed.
    fn quote(&self, draft: &Draft) -> String {
        let words = self.text.get(draft.start..draft.end).unwrap_or_default();
        let open = words.matches('(').count() > words.matches(')').count();
        let closed = open
            && self
                .text
                .get(draft.end..)
                .is_some_and(|rest| rest.starts_with(')'));
        let end = draft.end + usize::from(closed);
        self.text
            .get(draft.start..end)
            .unwrap_or_default()
            .trim()
            .to_owned()
    }

    fn note(&mut self, what: &str) {
        self.resolved.notes.push(what.to_owned());
    }

    fn base(
        &self,
        draft: &Draft,
        counted: Option<Counted>,
        measure: &Measure,
        period: Option<Period>,
        stated: bool,
    ) -> Base {
        let named = |time: Time| {
            let found = self.context.period(time, period)?;
            // Ten months are held against the same ten, though the words give the year alone.
            let same = period.filter(|period| {
                found.part == Part::Year && matches!(period.part, Part::Months(..))
            });
            Some(same.map_or(found, |own| Period {
                part: own.part,
                ..found
            }))
        };
        match counted {
            Some(Counted::YearBefore) => return Base::YearBefore { stated: true },
            Some(Counted::From(time) | Counted::Since(time)) => {
                let yearly = draft.yearly && !matches!(measure, Measure::From(_));
                return match named(time) {
                    Some(period) if yearly => Base::PerYearSince(period),
                    Some(period) => Base::Period(period),
                    None => Base::Open,
                };
            }
            None => {}
        }
        if draft.yearly && !self.average {
            return Base::YearBefore { stated: true };
        }
        // A multiple usually covers years; a rate is usually year on year, unless it `has grown`.
        let usual = match measure {
            Measure::Factor(_) | Measure::From(_) => stated,
            _ => stated || !draft.perfect,
        };
        if usual && !draft.vague && !draft.yearly {
            Base::YearBefore { stated: false }
        } else {
            Base::Open
        }
    }

    /// The period of the level that a change is counted from.
    fn earlier(
        &self,
        counted: Option<Counted>,
        base: Option<Base>,
        period: Option<Period>,
    ) -> Option<Period> {
        let before = || {
            period.map(|period| Period {
                year: period.year - 1,
                ..period
            })
        };
        match (counted, base) {
            (Some(Counted::From(time) | Counted::Since(time)), _) => {
                self.context.period(time, period)
            }
            (Some(Counted::YearBefore), _) => before(),
            (None, Some(Base::Period(period) | Base::PerYearSince(period))) => Some(period),
            (None, Some(Base::YearBefore { .. })) => before(),
            _ => None,
        }
    }

    /// A deficit is a balance below zero.
    fn sign(&self, amount: Amount) -> Amount {
        if self.noun != Some(Noun::Deficit) || amount.number.value < 0.0 {
            return amount;
        }
        Amount {
            number: negative(amount.number),
            ..amount
        }
    }

    fn signed(&self, measure: Measure) -> Measure {
        match measure {
            Measure::From(amount) => Measure::From(self.sign(amount)),
            Measure::By(amount) if self.noun == Some(Noun::Deficit) => Measure::By(Amount {
                number: negative(amount.number),
                ..amount
            }),
            other => other,
        }
    }
}
