//! A column of codes under a question: which of its rows are wanted, and the numbers of their words.

use std::ops::Range;

use super::super::parquet::{Codes, Words};
use super::filter::narrow;
use crate::error::{Error, Result};

/// One column of one group, page by page.
pub struct Column<'a> {
    codes: Codes<'a>,
    day: bool,
    /// By place in the dictionary, whether it is wanted; none without a filter.
    keep: Option<Vec<bool>>,
    /// By place in the dictionary, the number the answer gives the word, or [`UNMET`].
    numbers: Vec<u32>,
    places: Vec<u32>,
    /// Words without a number yet.
    unmet: usize,
}

const UNMET: u32 = u32::MAX;

impl<'a> Column<'a> {
    /// With a filter, which says by place which words are wanted, looks into the dictionary at once.
    pub fn new(
        mut codes: Codes<'a>,
        day: bool,
        filter: Option<impl FnOnce(&Words) -> Vec<bool>>,
    ) -> Result<Self> {
        let keep = match filter {
            Some(filter) => Some(filter(codes.words(day)?)),
            None => None,
        };
        Ok(Self {
            codes,
            day,
            keep,
            numbers: Vec::new(),
            places: Vec::new(),
            unmet: 0,
        })
    }

    /// Whether no word of the group is wanted.
    pub fn is_idle(&self) -> bool {
        self.keep.as_ref().is_some_and(|keep| !keep.contains(&true))
    }

    /// Whether the group has but one word.
    pub fn is_single(&mut self) -> Result<bool> {
        Ok(self.codes.words(self.day)?.len() == 1)
    }

    /// Passes over a page.
    pub fn pass(&mut self) {
        self.codes.pass();
    }

    /// Reads the next page, of so many rows, and leaves those of `ranges` that are wanted.
    pub fn page(&mut self, rows: usize, ranges: &mut Vec<Range<usize>>) -> Result<()> {
        let words = self.codes.words(self.day)?.len();
        if self.numbers.len() != words {
            self.numbers.resize(words, UNMET);
            self.unmet = words;
        }
        self.codes.page(rows, &mut self.places)?;
        if let Some(keep) = self.keep.as_ref().filter(|keep| keep.contains(&false)) {
            *ranges = narrow(ranges, &self.places, keep);
        }
        Ok(())
    }

    /// The numbers of the rows of `ranges`; `number` gives one to a word that is met for the first time.
    pub fn numbers(
        &mut self,
        ranges: &[Range<usize>],
        mut number: impl FnMut(&str) -> u32,
        out: &mut Vec<u32>,
    ) -> Result<()> {
        out.clear();
        for range in ranges {
            let places = &self.places[range.clone()];
            // Soon all are met, and a plain look-up is quick.
            if self.unmet > 0 {
                for &place in places {
                    let slot = &mut self.numbers[place as usize];
                    if *slot == UNMET {
                        let words = self.codes.words(self.day)?;
                        *slot = number(text(words.word(place as usize))?);
                        self.unmet -= 1;
                    }
                }
            }
            out.extend(places.iter().map(|&place| self.numbers[place as usize]));
        }
        Ok(())
    }

    /// A word by its place.
    pub fn word(&mut self, place: u32) -> Result<&[u8]> {
        Ok(self.codes.words(self.day)?.word(place as usize))
    }

    /// The places of the rows of the page at hand.
    pub fn places(&self) -> &[u32] {
        &self.places
    }
}

/// A code as text.
pub fn text(word: &[u8]) -> Result<&str> {
    std::str::from_utf8(word).map_err(|_| not_text())
}

pub fn not_text() -> Error {
    Error::Unreadable {
        reason: "holds a code that is no text; import the year again".to_owned(),
    }
}
