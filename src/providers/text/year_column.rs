//! Names that begin with a period, and what is hung on to it.

use crate::providers::text::unit::Unit;

/// A column named by a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct YearColumn<'a> {
    pub period: &'a str,
    /// `*`, `p`, `1)`: a mark that the publisher set behind the period.
    pub flag: &'a str,
    /// What the name says besides: the unit its figures are in.
    pub unit: &'a str,
}

/// What a column's name says, if it begins with a period: `2003`, `2003M01*`, `2021 (p)`, `2021 (US$ million)`.
pub(crate) fn dated(name: &str) -> Option<YearColumn<'_>> {
    let name = name.trim().trim_matches('"').trim();
    if name.len() > 60 || !name.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let ends = name.char_indices().map(|(at, _)| at).skip(1);
    let ends: Vec<usize> = ends.chain([name.len()]).collect();
    // The longest beginning that is a period: what is behind it is no part of it.
    ends.into_iter().rev().find_map(|end| {
        let (head, tail) = name.split_at(end);
        let period = period(head)?;
        let note = tail.trim();
        let named = |flag, unit| YearColumn { period, flag, unit };
        match note {
            _ if note.is_empty() || repeats(period, note) => Some(named("", "")),
            _ if is_flag(note) => Some(named(note, "")),
            _ if is_unit(tail) => Some(named("", note)),
            _ => None,
        }
    })
}

/// Data Bank files of the World Bank repeat the year in brackets: `2003 [YR2003]`.
fn repeats(period: &str, note: &str) -> bool {
    let again = note
        .strip_prefix('[')
        .and_then(|note| note.strip_suffix(']'));
    let again = again.map(|again| again.trim_start_matches(['Y', 'R', 'y', 'r']));
    again == Some(period)
}

/// A mark that says how sure figures are, or points to a footnote.
fn is_flag(note: &str) -> bool {
    const WORDS: [&str; 26] = [
        "p",
        "r",
        "e",
        "f",
        "b",
        "s",
        "c",
        "u",
        "n",
        "d",
        "i",
        "z",
        "ep",
        "rp",
        "pe",
        "prov",
        "provisional",
        "prel",
        "prelim",
        "preliminary",
        "est",
        "estimate",
        "estimated",
        "rev",
        "revised",
        "forecast",
    ];
    let bare = |open, close| note.strip_prefix(open)?.strip_suffix(close);
    let inner = bare('(', ')').or_else(|| bare('[', ']'));
    let word = inner
        .unwrap_or(note)
        .trim()
        .trim_end_matches('.')
        .to_lowercase();
    let number = |text: &str| {
        (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let footnote = note.strip_suffix(')').is_some_and(number) || inner.is_some_and(number);
    let signs = note.chars().all(|c| "*†‡#¹²³⁴⁵⁶⁷⁸⁹".contains(c));
    WORDS.contains(&word.as_str()) || footnote || signs
}

/// Whether what stands apart behind a period is about money: ` (US$ million)`, `, NOK mill.`.
fn is_unit(tail: &str) -> bool {
    !tail.starts_with(char::is_alphanumeric) && Unit::read(tail).is_some()
}

/// The period of a name that is nothing else: `2003`, `X2003`, `2003M01`, `2003-Q1`.
pub(crate) fn period(name: &str) -> Option<&str> {
    let name = name.trim();
    // R puts an X before names that begin with a digit.
    let bare = name.strip_prefix(['X', 'x']).unwrap_or(name);
    let digits = bare.strip_prefix("FY").unwrap_or(bare);
    let (year, rest) = digits.split_at_checked(4)?;
    let is_year =
        year.bytes().all(|byte| byte.is_ascii_digit()) && ("1700"..="2199").contains(&year);
    // `2021/2020` is one year over another; years that span two go forward.
    let backward = rest.len() == 5 && rest.starts_with(['-', '/']) && rest[1..] <= *year;
    (is_year && !backward && is_part_of_year(rest)).then_some(bare)
}

/// Whether what follows a year names a part of it, the next year, or nothing.
fn is_part_of_year(rest: &str) -> bool {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let marked = |text: &str| {
        let digits = text.strip_prefix(['M', 'm', 'Q', 'q', 'S', 'H', 'W', 'K', 'U']);
        digits.is_some_and(|digits| number(digits) && digits.len() <= 2)
    };
    if rest.is_empty() || rest == ".0" || marked(rest) || (number(rest) && rest.len() == 2) {
        return true;
    }
    let Some(tail) = rest.strip_prefix(['-', '/', '.', ' ']) else {
        return false;
    };
    let date = tail
        .split_once('-')
        .is_some_and(|(month, day)| number(month) && number(day));
    marked(tail) || date || (number(tail) && matches!(tail.len(), 2 | 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str) -> Option<(&str, &str, &str)> {
        dated(name).map(|named| (named.period, named.flag, named.unit))
    }

    #[test]
    fn a_flag_behind_a_period_leaves_it_a_period() {
        for (name, period, flag) in [
            ("2021*", "2021", "*"),
            ("2021p", "2021", "p"),
            ("2021 (p)", "2021", "(p)"),
            ("2021 1)", "2021", "1)"),
            ("2021 12)", "2021", "12)"),
            ("2020¹", "2020", "¹"),
            ("2021 prov.", "2021", "prov."),
            ("X2021e", "2021", "e"),
            ("2003M01*", "2003M01", "*"),
            ("2003 [YR2003]", "2003", ""),
            ("2003.0", "2003.0", ""),
        ] {
            assert_eq!(read(name), Some((period, flag, "")), "{name}");
        }
        assert_eq!(
            read("2021 (US$ million)"),
            Some(("2021", "", "(US$ million)"))
        );
    }
}
