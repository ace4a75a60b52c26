//! Months, and days of events, which are no periods of trade.

use super::token::{Kind, Token};
use crate::model::month::{MONTHS, month_number};

/// The month at a token, 1 to 12, and the tokens it takes: `October`, `Oct`, `Oct.`
pub(super) fn month(tokens: &[Token], at: usize) -> Option<(u8, usize)> {
    let token = tokens.get(at).filter(|token| token.is_capital())?;
    let number = month_number(&token.lower)?;
    let whole = MONTHS[number as usize - 1].eq_ignore_ascii_case(&token.lower);
    let dot = !whole
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is(".") && !next.spaced);
    Some((u8::try_from(number).ok()?, 1 + usize::from(dot)))
}

/// The year at a token: four digits from 1800 to 2100 that count nothing.
pub(super) fn year(tokens: &[Token], at: usize) -> Option<i32> {
    let token = tokens.get(at)?;
    if token.kind != Kind::Number || token.text.len() != 4 {
        return None;
    }
    let year = token
        .text
        .parse()
        .ok()
        .filter(|year| (1800..=2100).contains(year))?;
    let next = tokens.get(at + 1).map_or("", |next| next.lower.as_str());
    let counts = [
        "%", "percent", "per", "pct", "million", "billion", "bn", "trillion", "crore", "tonnes",
        "tons",
    ];
    let before = at
        .checked_sub(1)
        .map_or("", |before| tokens[before].lower.as_str());
    let money = ["$", "€", "£", "¥"].contains(&before) && !token.spaced;
    (!counts.contains(&next) && !money).then_some(year)
}

/// A day such as `5 May 2005`, `May 5th, 2005` or `2005-05-05`: its year if it has one, and the tokens it takes.
pub(super) fn day(tokens: &[Token], at: usize) -> Option<(Option<i32>, usize)> {
    if let Some(year) = year(tokens, at)
        && let (Some(first), Some(second)) = (tokens.get(at + 1), tokens.get(at + 3))
        && first.is_dash()
        && second.is_dash()
        && number_of_day(tokens, at + 4).is_some()
    {
        return Some((Some(year), 5));
    }
    if let Some((_, length)) = month(tokens, at) {
        let day = number_of_day(tokens, at + length)?;
        let end = at + length + day;
        let comma = usize::from(tokens.get(end).is_some_and(|next| next.is(",")));
        let year = year(tokens, end + comma);
        return Some((year, end - at + year.map_or(0, |_| comma + 1)));
    }
    let day = number_of_day(tokens, at)?;
    let of = usize::from(tokens.get(at + day).is_some_and(|next| next.is("of")));
    let (_, length) = month(tokens, at + day + of)?;
    let end = at + day + of + length;
    let comma = usize::from(tokens.get(end).is_some_and(|next| next.is(",")));
    let year = year(tokens, end + comma);
    Some((year, end - at + year.map_or(0, |_| comma + 1)))
}

/// The tokens of `5`, `5th` or `21st`.
fn number_of_day(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at).filter(|token| token.kind == Kind::Number)?;
    let day: u8 = token
        .text
        .parse()
        .ok()
        .filter(|day| (1..=31).contains(day))?;
    let ending = tokens.get(at + 1).filter(|next| !next.spaced && day > 0);
    let ordinal =
        ending.is_some_and(|next| ["st", "nd", "rd", "th"].contains(&next.lower.as_str()));
    Some(1 + usize::from(ordinal))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::claims::read::token::tokens;

    #[test]
    fn days_are_told_from_months_and_years() {
        let found = |text: &str| day(&tokens(text, 0), 0);
        assert_eq!(found("5 May 2005"), Some((Some(2005), 3)));
        assert_eq!(found("May 5th, 2005 was"), Some((Some(2005), 5)));
        assert_eq!(found("2001-01-16"), Some((Some(2001), 5)));
        assert_eq!(found("16 January"), Some((None, 2)));
        assert_eq!(found("October 2008"), None);
        assert_eq!(found("2005"), None);
        assert_eq!(year(&tokens("2009 tonnes", 0), 0), None);
        assert_eq!(month(&tokens("may", 0), 0), None);
    }
}
