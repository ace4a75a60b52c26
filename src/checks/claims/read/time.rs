//! Periods as sentences name them.

use super::date;
use super::digits::Digits;
use super::token::Token;
use crate::checks::claims::claim::Part;

/// Which year is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    Given(i32),
    /// this year: that of the document
    This,
    /// last year: the one before that of the document, or of the sentence where a change is counted from it
    Last,
    /// the previous year, a year earlier
    Before,
    /// the year spoken of: `in the first half`, `that year`
    Same,
}

/// A period, not yet worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) year: Year,
    /// `None` for the same part as the period spoken of.
    pub(super) part: Option<Part>,
}

/// What words about time mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    Period(Time),
    /// From one period to another.
    Span(Time, Time),
    /// A day of an event, with its year.
    Day(Option<i32>),
    /// recent years, the past decade
    Vague,
}

/// The words about time at a token, and the tokens they take.
pub(super) fn at(tokens: &[Token], start: usize) -> Option<(When, usize)> {
    let words = Words(tokens);
    if let Some((year, taken)) = date::day(tokens, start) {
        return Some((When::Day(year), taken));
    }
    if let Some(found) = words.span(start) {
        return Some(found);
    }
    if let Some(taken) = words.vague(start) {
        return Some((When::Vague, taken));
    }
    if let Some((part, taken)) = words.part(start) {
        let (year, more) = words.year_after(start + taken).unwrap_or((Year::Same, 0));
        let time = Time {
            year,
            part: Some(part),
        };
        return Some((When::Period(time), taken + more));
    }
    words
        .period(start)
        .map(|(time, taken)| (When::Period(time), taken))
}

/// The tokens of a sentence, looked at for words about time.
pub(super) struct Words<'a>(pub(super) &'a [Token]);

impl Words<'_> {
    pub(super) fn is(&self, at: usize, words: &str) -> Option<usize> {
        let mut taken = 0;
        for word in words.split(' ') {
            if self.word(at + taken) != word {
                return None;
            }
            taken += 1;
        }
        Some(taken)
    }

    pub(super) fn any(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().filter_map(|words| self.is(at, words)).max()
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.0.get(at).map_or("", |token| token.lower.as_str())
    }

    /// Two periods with a dash or a word between: `2005–2010`, `between 2005 and 2010`, `from 2005 to 2010`.
    fn span(&self, start: usize) -> Option<(When, usize)> {
        let opened = self.any(start, &["between", "from"]).unwrap_or(0);
        let (first, taken) = self.period(start + opened)?;
        let Year::Given(first_year) = first.year else {
            return None;
        };
        let link = start + opened + taken;
        let joins = match self.word(link) {
            "-" | "/" => true,
            "and" => self.word(start) == "between",
            "to" | "until" | "till" | "through" => self.word(start) == "from",
            _ => false,
        };
        if !joins {
            return None;
        }
        let (last, more) = self.period(link + 1)?;
        let Year::Given(last_year) = last.year else {
            return None;
        };
        (first_year < last_year).then_some((When::Span(first, last), link + 1 + more - start))
    }

    /// `recent years`, `the past decade`, `the 1990s`: no period that a figure can be held against.
    fn vague(&self, start: usize) -> Option<usize> {
        let at = start + usize::from(self.word(start) == "the");
        if let Some(taken) = self.any(
            at,
            &[
                "recent years",
                "recent decades",
                "years",
                "decade",
                "decades",
                "last decade",
            ],
        ) {
            return Some(at + taken - start);
        }
        let end = self.0.get(at)?;
        let tens =
            end.text.len() == 4 && end.text.ends_with('0') && date::year(self.0, at).is_some();
        if tens && self.word(at + 1) == "s" && !self.0[at + 1].spaced {
            return Some(at + 2 - start);
        }
        if !["last", "past", "previous", "coming", "next"].contains(&self.word(at)) {
            return None;
        }
        let count =
            Digits::at(self.0, at + 1).is_some() || ["few", "several"].contains(&self.word(at + 1));
        let unit = at + 1 + usize::from(count);
        let known = [
            "years", "decade", "decades", "months", "quarters", "century", "month", "quarter",
        ];
        known.contains(&self.word(unit)).then_some(unit + 1 - start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::claims::read::token::tokens;
    use crate::checks::claims::read::year::given;

    fn found(text: &str) -> Option<(When, usize)> {
        at(&tokens(text, 0), 0)
    }

    fn period(year: Year, part: Option<Part>) -> When {
        When::Period(Time { year, part })
    }

    #[test]
    fn parts_of_years_are_read_in_all_their_spellings() {
        let months = |year, first, last| period(Year::Given(year), Some(Part::Months(first, last)));
        for (text, expected, taken) in [
            ("first half of 2015", months(2015, 1, 6), 4),
            ("the first ten months of 2008", months(2008, 1, 10), 6),
            ("January–October 2008", months(2008, 1, 10), 4),
            ("January to October, 2008", months(2008, 1, 10), 5),
            ("Q1 2011", months(2011, 1, 3), 3),
            ("third quarter of 2011", months(2011, 7, 9), 4),
            ("Oct. 2008", months(2008, 10, 10), 3),
            ("H1 of 2015", months(2015, 1, 6), 4),
        ] {
            assert_eq!(found(text), Some((expected, taken)), "{text}");
        }
    }

    #[test]
    fn fiscal_years_begin_in_the_year_given() {
        let fiscal = |year| period(Year::Given(year), Some(Part::Fiscal));
        for text in [
            "FY2003/04",
            "2003-04",
            "fiscal 2003",
            "FY 2003",
            "financial year 2003-04",
        ] {
            assert_eq!(
                found(text).map(|found| found.0),
                Some(fiscal(2003)),
                "{text}"
            );
        }
    }

    #[test]
    fn other_years_are_pointed_to() {
        let year = Some(Part::Year);
        assert_eq!(found("last year"), Some((period(Year::Last, year), 2)));
        assert_eq!(
            found("the same period last year"),
            Some((period(Year::Last, None), 5))
        );
        assert_eq!(
            found("the same period of 2007"),
            Some((period(Year::Given(2007), None), 5))
        );
        assert_eq!(
            found("a year earlier"),
            Some((period(Year::Before, None), 3))
        );
        assert_eq!(found("the past five years"), Some((When::Vague, 4)));
        assert_eq!(found("the 1990s"), Some((When::Vague, 3)));
        let span = When::Span(given(2005, Part::Year), given(2010, Part::Year));
        for text in ["2005–2010", "from 2005 to 2010", "between 2005 and 2010"] {
            assert_eq!(found(text).map(|found| found.0), Some(span), "{text}");
        }
    }
}
