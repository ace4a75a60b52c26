//! Reads a document block by block and sentence by sentence.

use super::block::Block;
use super::build::Maker;
use super::context::{Context, Told, nations_of};
use super::draft::{Draft, Parsed, Subject};
use super::item::{Item, Spanned};
use super::locate::Lines;
use super::resolve::Resolver;
use super::sentence::sentences;
use super::token::{Token, tokens};
use super::{Note, Reading, Unparsed, assemble, flow, item, list};
use crate::checks::claims::claim::{Claim, Measure};

/// The claims of a document cut into blocks; `original` is its text as it was given.
pub(super) fn read(blocks: &[Block], original: &str) -> Reading {
    let cut: Vec<_> = blocks
        .iter()
        .map(|block| (block.heading, tokens(&block.plain.text, 0)))
        .collect();
    let context = Context::of(&cut);
    let pair = context.document;
    let mut document = Document {
        lines: Lines::of(original),
        context,
        reading: Reading::default(),
    };
    for (block, (_, tokens)) in blocks.iter().zip(&cut) {
        match block.heading {
            Some(level) => document.context.enter_heading(level, tokens),
            None => document.context.enter_paragraph(),
        }
        document.block(block);
    }
    document.reading.pair = pair.map(|(first, second)| (first.to_owned(), second.to_owned()));
    document.reading
}

struct Document<'a> {
    lines: Lines<'a>,
    context: Context,
    reading: Reading,
}

impl Document<'_> {
    fn block(&mut self, block: &Block) {
        for range in sentences(&block.plain.text) {
            let tokens = tokens(&block.plain.text[range.clone()], range.start);
            let single = item::items(&tokens, &self.context.mentioned);
            let items = flow::flows(&single);
            let nations = nations_of(&single);
            let parsed = list::share_out(assemble::sentence(&items), &items);
            let sentence = Sentence {
                block,
                tokens: &tokens,
                items: &items,
                nations: &nations,
                start: range.start,
                end: range.end,
            };
            self.sentence(&sentence, &parsed);
            self.context.note(&tokens, &single);
        }
    }

    fn sentence(&mut self, sentence: &Sentence, parsed: &Parsed) {
        let mut told: Option<Told> = None;
        let mut period = None;
        let mut why: Vec<String> = Vec::new();
        for (at, item) in sentence.items.iter().enumerate() {
            let Item::Flow(phrase) = &item.item else {
                continue;
            };
            let phrase = &phrase.with_late(at, &parsed.late);
            let drafts: Vec<&Draft> = parsed
                .drafts
                .iter()
                .filter(|draft| draft.subject == Subject::Flow(at))
                .collect();
            let direction = parsed
                .directions
                .iter()
                .find(|direction| direction.flow == at);
            let favour = drafts.iter().find_map(|draft| draft.favour);
            let resolver = Resolver {
                context: &self.context,
                nations: sentence.nations,
                before: told.as_ref(),
            };
            let resolved = resolver.resolve(phrase, favour);
            let known = match resolved {
                Ok(resolved) => resolved.told,
                Err(reason) => {
                    if !drafts.is_empty() || direction.is_some() {
                        why.push(reason);
                    }
                    continue;
                }
            };
            for draft in &drafts {
                let again = resolver.resolve(phrase, favour);
                let Ok(resolved) = again else { continue };
                let maker = sentence.maker(&self.context, resolved, Some(phrase.noun), parsed);
                let place = |offset| self.lines.place(sentence.block.plain.origin(offset));
                match maker.make(draft, place) {
                    Ok(made) => made.into_iter().for_each(|(claim, notes)| {
                        period = claim.period.or(period);
                        add(&mut self.reading, claim, notes);
                    }),
                    Err(reason) => why.push(reason.to_owned()),
                }
            }
            if let (true, Some(direction)) = (drafts.is_empty(), direction) {
                let mut draft = Draft::new(Subject::Flow(at), item.start.min(direction.words.0));
                draft.reach(direction.words.1);
                draft.words = direction.words;
                draft.time = direction.time;
                draft.measure = Some(Measure::Direction { up: direction.up });
                let again = resolver.resolve(phrase, None);
                let dated =
                    direction.time.is_some() && !direction.perfect && parsed.loose.is_empty();
                match again {
                    Ok(resolved) if dated => {
                        let maker =
                            sentence.maker(&self.context, resolved, Some(phrase.noun), parsed);
                        let place = |offset| self.lines.place(sentence.block.plain.origin(offset));
                        let made = maker.make(&draft, place).unwrap_or_default();
                        made.into_iter()
                            .for_each(|(claim, notes)| add(&mut self.reading, claim, notes));
                    }
                    _ if parsed.loose.is_empty() => {
                        why.push("it has no number and no period".to_owned())
                    }
                    _ => {}
                }
            }
            told = Some(known);
        }
        self.back(sentence, parsed, &mut period, &mut why);
        let about_trade = sentence
            .items
            .iter()
            .any(|item| matches!(item.item, Item::Flow(_)));
        if about_trade {
            why.extend(parsed.loose.iter().map(|reason| (*reason).to_owned()));
        }
        self.unparsed(sentence, why);
        self.context.paragraph.period = period.or(self.context.paragraph.period);
        self.context.period = period.or(self.context.period);
        if let Some(told) = told {
            self.context.tell(told);
        }
    }

    /// Figures of a sentence that points back: `It rose by 5 percent.`
    fn back(
        &mut self,
        sentence: &Sentence,
        parsed: &Parsed,
        period: &mut Option<super::super::claim::Period>,
        why: &mut Vec<String>,
    ) {
        for draft in parsed
            .drafts
            .iter()
            .filter(|draft| draft.subject == Subject::Before)
        {
            let Some(told) = self.context.paragraph.last.clone() else {
                continue;
            };
            let notes = vec!["the flow is that of the sentence before".to_owned()];
            let resolved = super::resolve::Resolved { told, notes };
            let maker = sentence.maker(&self.context, resolved, None, parsed);
            let place = |offset| self.lines.place(sentence.block.plain.origin(offset));
            match maker.make(draft, place) {
                Ok(made) => made.into_iter().for_each(|(claim, notes)| {
                    *period = claim.period.or(*period);
                    add(&mut self.reading, claim, notes);
                }),
                Err(reason) => why.push(reason.to_owned()),
            }
        }
    }

    /// Lists a sentence once, with every reason.
    fn unparsed(&mut self, sentence: &Sentence, mut why: Vec<String>) {
        why.dedup();
        if why.is_empty() {
            return;
        }
        let text = &sentence.block.plain.text;
        self.reading.unparsed.push(Unparsed {
            quote: text
                .get(sentence.start..sentence.end)
                .unwrap_or_default()
                .to_owned(),
            place: self
                .lines
                .place(sentence.block.plain.origin(sentence.start)),
            why: why.join("; "),
        });
    }
}

struct Sentence<'a> {
    block: &'a Block,
    tokens: &'a [Token],
    items: &'a [Spanned],
    nations: &'a [(&'static str, usize)],
    start: usize,
    end: usize,
}

impl Sentence<'_> {
    fn maker<'a>(
        &'a self,
        context: &'a Context,
        resolved: super::resolve::Resolved,
        noun: Option<super::noun::Noun>,
        parsed: &'a Parsed,
    ) -> Maker<'a> {
        let average = ["average", "averaging", "averaged", "compound"];
        Maker {
            context,
            text: &self.block.plain.text,
            resolved,
            noun,
            times: &parsed.times,
            average: self
                .tokens
                .iter()
                .any(|token| average.contains(&token.lower.as_str())),
        }
    }
}

/// Numbers a claim and adds it with its notes.
fn add(reading: &mut Reading, mut claim: Claim, notes: Vec<String>) {
    claim.id = (reading.claims.len() + 1).to_string();
    let note = |what| Note {
        claim: claim.id.clone(),
        what,
    };
    reading.notes.extend(notes.into_iter().map(note));
    reading.claims.push(claim);
}
