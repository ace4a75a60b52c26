//! Looks for countries that a phrase leaves to the words around it.

use super::context::{Pair, other, pair_of};
use super::flow::Phrase;
use super::parties::Party;
use super::resolve::{Code, Resolver};

impl Resolver<'_> {
    /// The country `its` stands for, when its partner is known or not.
    pub(super) fn its(&self, partner: Code, at: usize) -> Code {
        if let Some(partner) = partner {
            let sentence =
                pair_of(&self.codes_before(usize::MAX)).and_then(|pair| other(pair, partner));
            return sentence.or_else(|| self.pairs().find_map(|pair| other(pair, partner)));
        }
        let mut named = self.codes_before(at);
        named.dedup();
        match named[..] {
            [only] => Some(only),
            [] => self
                .before
                .or(self.context.paragraph.last.as_ref())
                .and_then(|told| told.side)
                .map(|side| side.0),
            // `India's deficit with China grew and its exports fell`
            _ => self.before.and_then(|told| told.side).map(|side| side.0),
        }
    }

    /// Who trades with a known partner where the phrase names nobody: the other country of the sentence or the pair.
    pub(super) fn trader(&self, partner: &str, at: usize, notes: &mut Vec<String>) -> Code {
        if let Some(side) = self
            .before
            .and_then(|told| told.pair)
            .and_then(|pair| other(pair, partner))
        {
            return Some(side);
        }
        let mut others: Vec<&'static str> = self.codes_before(at);
        others.retain(|code| *code != partner);
        if let Some(only) = pair_of(&others).map_or(others.first(), |_| None) {
            return Some(only);
        }
        let found = self.pairs().find_map(|pair| other(pair, partner));
        notes.push(match found {
            Some(code) => format!("{code} is taken from the words before"),
            None => format!("who trades with {partner} is open"),
        });
        found
    }

    /// With whom a known country trades where the phrase names nobody: told only by trade already spoken of.
    pub(super) fn partner(&self, known: &str, notes: &mut Vec<String>) -> Code {
        if let Some(code) = self
            .before
            .and_then(|told| told.pair)
            .and_then(|pair| other(pair, known))
        {
            return Some(code);
        }
        let last = self
            .context
            .paragraph
            .last
            .as_ref()
            .and_then(|told| told.pair);
        let found = last.and_then(|pair| other(pair, known));
        notes.push(match found {
            Some(code) => format!("{code} is taken from the sentences before"),
            None => format!("with whom {known} trades is open"),
        });
        found
    }

    /// The side that trade was last told from.
    pub(super) fn side(&self) -> Option<Pair> {
        let last = self.context.paragraph.last.as_ref();
        match self.before {
            Some(before) => before.side,
            None => last.and_then(|told| told.side),
        }
    }

    /// Who has a surplus: the only country before it.
    pub(super) fn holder(&self, at: usize) -> Code {
        let named = self.codes_before(at);
        let last = named.last()?;
        named.iter().all(|code| code == last).then_some(*last)
    }

    /// The pair of `bilateral trade`, and where it was found if not in the sentence.
    pub(super) fn pair(&self, phrase: &Phrase) -> Option<(Pair, Option<&'static str>)> {
        if phrase.foreign {
            return None;
        }
        let found = self.two(phrase.at)?;
        // Trade that nobody calls bilateral may be with the world.
        let near = found.1.is_none() || self.context.paragraph.last.is_some();
        (phrase.bilateral || near || phrase.owner == Party::Pair || self.context.document.is_some())
            .then_some(found)
    }

    pub(super) fn two(&self, at: usize) -> Option<(Pair, Option<&'static str>)> {
        if let Some(pair) = self.before.and_then(|told| told.pair) {
            return Some((pair, None));
        }
        let named =
            pair_of(&self.codes_before(at)).or_else(|| pair_of(&self.codes_before(usize::MAX)));
        if let Some(pair) = named {
            return Some((pair, None));
        }
        let paragraph = self
            .context
            .paragraph
            .pair
            .map(|pair| (pair, Some("those of the sentences before")));
        let around = self
            .context
            .around()
            .map(|pair| (pair, Some("those of the heading or the document")));
        let recent = self
            .context
            .recent
            .map(|pair| (pair, Some("those of the paragraphs before")));
        paragraph.or(around).or(recent)
    }

    pub(super) fn pairs(&self) -> impl Iterator<Item = Pair> {
        let before = self.before.and_then(|told| told.pair);
        let context = self.context;
        [
            before,
            context.paragraph.pair,
            context.around(),
            context.recent,
        ]
        .into_iter()
        .flatten()
    }

    /// The last two different countries before a place, the nearer second.
    pub(super) fn last_two(&self, at: usize) -> Option<Pair> {
        let named = self.codes_before(at);
        let earlier = named.last().and_then(|last| {
            named
                .iter()
                .rev()
                .find(|code| *code != last)
                .map(|earlier| (*earlier, *last))
        });
        earlier.or(self.context.paragraph.pair)
    }

    pub(super) fn codes_before(&self, at: usize) -> Vec<&'static str> {
        self.nations
            .iter()
            .filter(|(_, place)| *place < at)
            .map(|(code, _)| *code)
            .collect()
    }
}
