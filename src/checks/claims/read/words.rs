//! The plain words and marks between flows and figures.

use super::assemble::Reader;
use super::draft::Subject;
use super::item::{Item, Spanned};
use super::{known, parties};

const LINKS: [&str; 18] = [
    "by",
    "to",
    "from",
    "at",
    "of",
    "in",
    "since",
    "over",
    "on",
    "against",
    "versus",
    "vs",
    "than",
    "compared",
    "during",
    "relative",
    "above",
    "comparison",
];

impl Reader<'_> {
    pub(super) fn word(&mut self, at: usize, word: &str) {
        if let Some(link) = LINKS.iter().find(|link| **link == word) {
            // `compared with` and `relative to` are one link.
            let second = ["to", "in", "of"].contains(link)
                && [
                    "compared",
                    "comparison",
                    "relative",
                    "than",
                    "from",
                    "over",
                    "on",
                    "against",
                ]
                .contains(&self.link);
            if !second {
                self.link = link;
            }
        }
        self.partner(at, word);
        self.since |= word == "since" && self.at_boundary;
        match word {
            "has" | "have" | "now" | "currently" | "today" => self.perfect = true,
            "while" | "whilst" | "whereas" | "but" => {
                self.clear_at_flow = true;
                self.unknown = false;
            }
            "favour" | "favor" => self.favour(at),
            "half" if ["a", "of"].contains(&self.items.get(at + 1).map_or("", Spanned::word)) => {
                self.loose("a fraction in words has no last printed digit");
            }
            "third" | "thirds" | "quarter" | "quarters" | "half" | "fifth" if self.link == "by" => {
                self.loose("a fraction in words has no last printed digit");
            }
            _ if !known::is_known(word) && (word.len() <= 4 || !word.ends_with("ly")) => {
                self.unknown = true
            }
            _ => {}
        }
    }

    /// A partner behind the figure: `a surplus of $11.5 billion with China`.
    pub(super) fn partner(&mut self, at: usize, word: &str) {
        let before = at
            .checked_sub(1)
            .map_or("", |before| self.items[before].word());
        let other = [
            "according",
            "thanks",
            "due",
            "owing",
            "compared",
            "relative",
            "close",
            "addition",
        ]
        .contains(&before);
        let (Subject::Flow(flow), Some(_), false, false) =
            (self.subject, &self.open, other, self.unknown)
        else {
            return;
        };
        if !["to", "into", "from", "with"].contains(&word) {
            return;
        }
        if let Some((party, taken)) = parties::at(self.items, at + 1) {
            let owner = self
                .items
                .get(at + 1 + taken)
                .is_some_and(|next| next.item == Item::Possessive);
            if !owner {
                self.parsed.late.push((
                    flow,
                    if word == "into" { "to" } else { word }.to_owned(),
                    party,
                ));
            }
        }
    }

    /// `in favour of China`
    pub(super) fn favour(&mut self, at: usize) {
        let nation = self.items.get(at + 2).map(|item| (&item.item, item.end));
        if let (Some(open), Some((Item::Nation(nation), end))) = (&mut self.open, nation) {
            open.favour = Some(nation.code);
            open.reach(end);
        }
    }

    pub(super) fn mark(&mut self, mark: char) {
        self.bracket(mark);
        if !matches!(mark, ',' | ';' | ':' | '(' | ')' | '—' | '.' | '!' | '?') {
            return;
        }
        if mark != ':' {
            self.moved_here = false;
        }
        self.unknown = false;
        self.since = false;
        self.figure_here = false;
        self.of_from = None;
        self.link = "";
        self.moved_twice = false;
        self.clear_at_flow = true;
        // Something else named in passing does not keep the figures after the comma.
        if let Some((before, figures)) = self.topic_from.take() {
            if figures && mark != ';' {
                self.topic_from = Some((before, true));
            } else {
                self.subject = before;
            }
        }
        if mark == ';' {
            self.finish();
        }
    }
}
