//! Periods and bases in the cells of a table.

use super::time::{self, Time, When, Year};
use super::token::{Kind, Token, tokens};
use crate::checks::claims::claim::{Base, Part, Period};

/// Reads `2009`, `2008 Jan-Oct`, `2011 Q1`, `Q1 2011`, `FY2003/04` and `2009-05`.
pub(super) fn period(cell: &str) -> Option<Period> {
    let words = tokens(cell, 0);
    if let Some(month) = month(&words) {
        return Some(month);
    }
    if let Some((When::Period(time), taken)) = time::at(&words, 0)
        && let Some(period) = given(time)
    {
        if taken == words.len() {
            return Some(period);
        }
        if let (Part::Year, Some((When::Period(rest), more))) =
            (period.part, time::at(&words, taken))
            && let (Year::Same, Some(part)) = (rest.year, rest.part)
        {
            return (taken + more == words.len()).then_some(Period { part, ..period });
        }
    }
    None
}

/// `2009-05`: a month, unless the number is that of the next year.
fn month(words: &[Token]) -> Option<Period> {
    let [year, dash, month] = words else {
        return None;
    };
    let plain =
        year.kind == Kind::Number && year.text.len() == 4 && dash.is_dash() && !month.spaced;
    let year: i32 = year.text.parse().ok()?;
    let month: u8 = month
        .text
        .parse()
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    let fiscal = i32::from(month) == (year + 1).rem_euclid(100);
    (plain && !fiscal).then_some(Period {
        year,
        part: Part::Months(month, month),
    })
}

fn given(time: Time) -> Option<Period> {
    match (time.year, time.part) {
        (Year::Given(year), Some(part)) => Some(Period { year, part }),
        _ => None,
    }
}

/// What the growth of a row is counted from: a cell of its own, or `on 2011` after the growth.
pub(super) fn base(cell: Option<&str>, growth: &str) -> Base {
    let own = cell.and_then(period);
    let after = ["on", "over", "from", "since", "than in"]
        .iter()
        .find_map(|word| {
            let (_, rest) = growth.split_once(&format!(" {word} "))?;
            let words: String = rest
                .chars()
                .take_while(|letter| !matches!(letter, ')' | ';' | ','))
                .collect();
            period(words.trim())
        });
    match own.or(after) {
        Some(period) => Base::Period(period),
        None => Base::YearBefore { stated: false },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_of_cells_are_read_whole_or_not_at_all() {
        let months = |year, first, last| {
            Some(Period {
                year,
                part: Part::Months(first, last),
            })
        };
        assert_eq!(period("2008 Jan-Oct"), months(2008, 1, 10));
        assert_eq!(period("2011 Q1"), months(2011, 1, 3));
        assert_eq!(period("2009-05"), months(2009, 5, 5));
        assert_eq!(
            period("2003-04").map(|period| period.part),
            Some(Part::Fiscal)
        );
        assert_eq!(period("2009").map(|period| period.part), Some(Part::Year));
        assert_eq!(period("2009 or so"), None);
        assert_eq!(period(""), None);
    }
}
