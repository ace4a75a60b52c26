//! Months, quarters and halves of a year.

use super::date;
use super::digits::{Digits, word_value};
use super::time::Words;
use crate::checks::claims::claim::Part;

impl Words<'_> {
    /// Months, quarters and halves, without the year.
    pub(super) fn part(&self, start: usize) -> Option<(Part, usize)> {
        let opened = self.any(start, &["between", "from"]).unwrap_or(0);
        // `from January` alone is what a change is counted from.
        if let Some(found) = self.months(start, start + opened)
            && (opened == 0 || matches!(found.0, Part::Months(first, last) if first < last))
        {
            return Some(found);
        }
        let at = start + usize::from(self.word(start) == "the");
        let tight = self.word(at);
        let number = |text: &str| text.parse::<u8>().ok();
        if let Some(token) = self.0.get(at + 1).filter(|next| !next.spaced) {
            let count = number(&token.lower);
            match (tight, count) {
                ("q", Some(quarter @ 1..=4)) => return Some((quarter_of(quarter), at + 2 - start)),
                ("h", Some(half @ 1..=2)) => return Some((half_of(half), at + 2 - start)),
                _ => {}
            }
            match (number(tight), token.lower.as_str()) {
                (Some(quarter @ 1..=4), "q") => return Some((quarter_of(quarter), at + 2 - start)),
                (Some(half @ 1..=2), "h") => return Some((half_of(half), at + 2 - start)),
                _ => {}
            }
        }
        self.ordinal(at)
            .map(|(part, taken)| (part, at + taken - start))
    }

    /// `January–October`, `between January and October`, `October`.
    pub(super) fn months(&self, start: usize, at: usize) -> Option<(Part, usize)> {
        let (first, length) = date::month(self.0, at)?;
        let link = at + length;
        let joins = ["-", "to", "through", "until", "and"].contains(&self.word(link));
        if joins
            && let Some((last, more)) = date::month(self.0, link + 1)
            && first < last
        {
            return Some((Part::Months(first, last), link + 1 + more - start));
        }
        Some((Part::Months(first, first), link - start))
    }

    /// `first half`, `third quarter`, `first ten months`.
    pub(super) fn ordinal(&self, at: usize) -> Option<(Part, usize)> {
        let rank = match self.word(at) {
            "first" | "opening" => 1,
            "second" => 2,
            "third" => 3,
            "fourth" => 4,
            _ => return None,
        };
        match self.word(at + 1) {
            "half" if rank <= 2 => return Some((half_of(rank), 2)),
            "quarter" => return Some((quarter_of(rank), 2)),
            _ => {}
        }
        let many = Digits::at(self.0, at + 1)?;
        let word = word_value(self.word(at + 1)).map(|value| value as i32);
        let many = u8::try_from(word.or_else(|| many.integer())?).ok()?;
        let months = self.word(at + 2) == "months" && rank == 1 && (2..=11).contains(&many);
        if self.word(at + 2) == "quarters" && rank == 1 && (2..=3).contains(&many) {
            return Some((Part::Months(1, many * 3), 3));
        }
        months.then_some((Part::Months(1, many), 3))
    }
}

const fn quarter_of(number: u8) -> Part {
    Part::Months(number * 3 - 2, number * 3)
}

const fn half_of(number: u8) -> Part {
    Part::Months(number * 6 - 5, number * 6)
}
