//! Whose trade a phrase means, from its own words first and from what stands before it second.

use super::context::{Context, Pair, Told, other};
use super::flow::Phrase;
use super::noun::Noun;
use super::parties::Party;
use crate::checks::claims::claim::Flow;

/// A flow with what was taken from elsewhere.
pub(super) struct Resolved {
    pub(super) told: Told,
    pub(super) notes: Vec<String>,
}

/// Works out the countries of a phrase.
pub(super) struct Resolver<'a> {
    pub(super) context: &'a Context,
    /// The countries of the sentence, with where they stand.
    pub(super) nations: &'a [(&'static str, usize)],
    /// The flow read before in this sentence.
    pub(super) before: Option<&'a Told>,
}

/// ISO3, or the code of a group; `None` where it is open.
pub(super) type Code = Option<&'static str>;

impl Resolver<'_> {
    /// # Errors
    /// Why the countries are open, in words for a list of what was not read.
    pub(super) fn resolve(&self, phrase: &Phrase, favour: Code) -> Result<Resolved, String> {
        if let Some(only) = &phrase.only {
            return Err(format!("it is about `{only}` alone, not all trade"));
        }
        if [phrase.owner, phrase.to, phrase.from, phrase.with].contains(&Party::Many) {
            return Err("it is about several countries together".to_owned());
        }
        let mut notes = Vec::new();
        let (flow, side, pair) = match phrase.noun {
            Noun::Exports | Noun::Sold | Noun::Imports | Noun::Bought => {
                self.one_way(phrase, &mut notes)?
            }
            Noun::Trade => self.two_way(phrase, &mut notes)?,
            Noun::Surplus | Noun::Deficit | Noun::Balance => {
                self.balance(phrase, favour, &mut notes)?
            }
        };
        // `Exports were …` after trade in goods and services is of both as well.
        let spoken = self.before.or(self.context.paragraph.last.as_ref());
        let bare = [
            phrase.owner,
            phrase.to,
            phrase.from,
            phrase.with,
            phrase.made_in,
        ]
        .iter()
        .all(|party| *party == Party::Open)
            && phrase.between.is_none();
        let goods = phrase
            .goods
            .or(spoken.filter(|_| bare).map(|told| told.goods))
            .unwrap_or_default();
        Ok(Resolved {
            told: Told {
                flow,
                goods,
                side,
                pair,
            },
            notes,
        })
    }

    fn one_way(
        &self,
        phrase: &Phrase,
        notes: &mut Vec<String>,
    ) -> Result<(Flow, Option<Pair>, Option<Pair>), String> {
        if let Some((first, second)) = phrase.between {
            let (first, second) = self.both(first, second, phrase.at)?;
            let flow = two_way(first, Some(second));
            return Ok((flow, None, Some((first, second))));
        }
        let sells = matches!(phrase.noun, Noun::Exports | Noun::Sold);
        let (own, theirs) = if sells {
            (phrase.from.or(phrase.owner), phrase.to.or(phrase.with))
        } else if phrase.adjective && phrase.to != Party::Open && phrase.from == Party::Open {
            // `Chinese imports to Norway` are Norway's from China.
            (phrase.to, phrase.owner)
        } else {
            (
                phrase.to.or(phrase.owner),
                phrase.from.or(phrase.made_in).or(phrase.with),
            )
        };
        let (mut own_code, mut their_code) = self.codes(own, theirs, phrase.at);
        if own_code.is_some() && own_code == their_code {
            return Err("it names one country as both sides".to_owned());
        }
        match (own_code, their_code) {
            (None, None) => {
                let Some((first, second)) = self.side() else {
                    return Err("it is open whose trade this is".to_owned());
                };
                notes.push("both countries are taken from the words before".to_owned());
                (own_code, their_code) = (Some(first), Some(second));
            }
            (None, Some(known)) => own_code = self.trader(known, phrase.at, notes),
            (Some(known), None) => {
                // `Chinese imports` alone may be what China sells.
                if !sells && phrase.adjective && phrase.to == Party::Open {
                    return Err("it may be what the country buys or what it sells".to_owned());
                }
                their_code = self.partner(known, notes);
            }
            _ => {}
        }
        let (exporter, importer) = if sells {
            (own_code, their_code)
        } else {
            (their_code, own_code)
        };
        let flow = Flow::OneWay {
            exporter: exporter.map(str::to_owned),
            importer: importer.map(str::to_owned),
        };
        let side = own_code.zip(their_code);
        Ok((flow, side, side))
    }

    fn two_way(
        &self,
        phrase: &Phrase,
        notes: &mut Vec<String>,
    ) -> Result<(Flow, Option<Pair>, Option<Pair>), String> {
        if let Some((first, second)) = phrase.between {
            let (first, second) = self.both(first, second, phrase.at)?;
            return Ok((two_way(first, Some(second)), None, Some((first, second))));
        }
        let (own, theirs) = self.codes(
            phrase.owner.or(phrase.from),
            phrase.with.or(phrase.to),
            phrase.at,
        );
        let (first, second) = match (own, theirs) {
            (Some(first), Some(second)) if first == second => {
                return Err("it names one country as both sides".to_owned());
            }
            (Some(first), Some(second)) => (first, Some(second)),
            (Some(first), None) if phrase.foreign => (first, None),
            (Some(first), None) => (first, self.partner(first, notes)),
            (None, Some(second)) => match self.trader(second, phrase.at, notes) {
                Some(first) => (first, Some(second)),
                None => (second, None),
            },
            (None, None) => {
                let Some((pair, how)) = self.pair(phrase) else {
                    return Err("it is open between which countries the trade is".to_owned());
                };
                notes.extend(how.map(|how| format!("the two countries are {how}")));
                (pair.0, Some(pair.1))
            }
        };
        let pair = second.map(|second| (first, second));
        let side = pair.filter(|_| own.is_some());
        Ok((two_way(first, second), side, pair))
    }

    fn balance(
        &self,
        phrase: &Phrase,
        favour: Code,
        notes: &mut Vec<String>,
    ) -> Result<(Flow, Option<Pair>, Option<Pair>), String> {
        let (own, theirs) = self.codes(
            phrase.owner.or(phrase.from),
            phrase.with.or(phrase.to),
            phrase.at,
        );
        if phrase.noun == Noun::Balance && favour.is_none() {
            return Err("it is open in whose favour the balance is".to_owned());
        }
        let between = match phrase.between {
            Some((first, second)) => Some(self.both(first, second, phrase.at)?),
            None => None,
        };
        let holder = favour
            .or(own)
            .or_else(|| theirs.and_then(|known| self.trader(known, phrase.at, notes)));
        let holder = holder
            .or_else(|| self.holder(phrase.at))
            .or_else(|| self.side().map(|side| side.0));
        let Some(first) = holder else {
            return Err("it is open whose balance this is".to_owned());
        };
        let named = theirs.or(own).filter(|code| *code != first);
        let second = named
            .or_else(|| between.and_then(|pair| other(pair, first)))
            .or_else(|| self.partner(first, notes));
        let flow = Flow::Balance {
            first: first.to_owned(),
            second: second.map(str::to_owned),
        };
        let pair = second.map(|second| (first, second));
        Ok((flow, pair, pair))
    }

    /// The countries of the two sides that words name or point to.
    fn codes(&self, own: Party, theirs: Party, at: usize) -> (Code, Code) {
        let known = |party: Party| match party {
            Party::Known(code) => Some(code),
            Party::Former => self.last_two(at).map(|pair| pair.0),
            Party::Latter => self.last_two(at).map(|pair| pair.1),
            _ => None,
        };
        let (mut first, mut second) = (known(own), known(theirs));
        if own == Party::Its {
            first = self.its(second, at);
        }
        if theirs == Party::Its || theirs == Party::Pair {
            second = first.and_then(|first| self.its(Some(first), at));
        }
        (first, second)
    }

    fn both(&self, first: Party, second: Party, at: usize) -> Result<Pair, String> {
        let open = || "it is open which two countries are meant".to_owned();
        if first == Party::Pair {
            return self.two(at).map(|(pair, _)| pair).ok_or_else(open);
        }
        let (first, second) = self.codes(first, second, at);
        match first.zip(second) {
            Some((first, second)) if first != second => Ok((first, second)),
            _ => Err(open()),
        }
    }
}

fn two_way(first: &str, second: Code) -> Flow {
    Flow::TwoWay {
        first: first.to_owned(),
        second: second.map(str::to_owned),
    }
}
