//! Figures as files write them, read exactly or refused with a reason.
//!
//! What could be read two ways is refused: `1,234` without knowing the decimal mark, `(12)` (negative, or a note),
//! `<0.5` (a bound), `1.5e` (a flag, or an exponent cut off), `5 m` and `5 b` (flags, or millions and billions).

use crate::providers::text::cell::trim;
use crate::providers::text::marks::Marks;
use crate::providers::text::missing::is_missing;
use crate::providers::text::money_words::{currency, scale};
use crate::providers::text::numeral::{is_digit, is_space, number};
pub use crate::providers::text::reason::Reason;

/// What a cell says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure<'a> {
    /// In whole units; `None` where a mark says that there is none.
    pub value: Option<f64>,
    /// The mark of absence, or the flag that stands with the value; often empty.
    pub mark: &'a str,
    /// Currency written in the cell itself.
    pub currency: Option<&'static str>,
}

/// The figure in `text`, ten to the `power` being the unit it counts in.
///
/// The decimal point is moved in the text, so that 1.93 in billions is 1930000000 and not a rounding of it; the
/// value is the nearest double to what is written.
///
/// # Errors
/// [`Reason`] for anything that is neither a figure nor a mark of absence.
pub fn figure(text: &str, marks: Marks, power: i32) -> Result<Figure<'_>, Reason> {
    let cell = trim(text);
    if power == 0 && is_plain(cell, marks) {
        let value = cell.parse().ok().filter(|value: &f64| value.is_finite());
        let value = Some(value.ok_or(Reason::Size)?);
        return Ok(Figure {
            value,
            mark: "",
            currency: None,
        });
    }
    if is_missing(cell) {
        return Ok(Figure {
            value: None,
            mark: cell,
            currency: None,
        });
    }
    let (before, core, after) = parts(cell)?;
    let (minus, sign) = before_figure(before)?;
    let mut figure = Figure {
        value: None,
        mark: "",
        currency: None,
    };
    figure.take_sign(sign)?;
    let shift = figure.take_words(after, core)?;
    if shift != 0 && power != 0 {
        return Err(Reason::Unit);
    }
    let core = match minus && core.starts_with(['-', '−', '+']) {
        true => return Err(Reason::NoNumber),
        false => core,
    };
    let value = number(core, marks, power.saturating_add(shift))?;
    figure.value = Some(if minus { -value } else { value });
    Ok(figure)
}

/// Digits, with a point at most where that is the decimal mark: the bulk of any file.
fn is_plain(cell: &str, marks: Marks) -> bool {
    let (mut points, mut digits) = (0, 0);
    for byte in cell.bytes() {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'.' => points += 1,
            _ => return false,
        }
    }
    digits > 0 && (points == 0 || (points == 1 && marks.decimal == '.'))
}

/// A cell apart: what stands before the figure, the figure, what stands after.
fn parts(cell: &str) -> Result<(&str, &str, &str), Reason> {
    let Some(digit) = cell.find(is_digit) else {
        return Err(Reason::NoNumber);
    };
    let starts = |c: char| ['-', '−', '+', '.', ',', '－'].contains(&c);
    let begin = cell[..digit].trim_end_matches(starts).len();
    let mut end = cell.len();
    for (at, c) in cell[digit..].char_indices() {
        let rest = &cell[digit + at..];
        if !(is_digit(c) || is_space(c) || ['.', ',', '\'', '’'].contains(&c)) {
            end = digit + at + exponent(rest);
            break;
        }
    }
    let mut core = cell[begin..end].trim_end_matches(is_space);
    // `1234 1)`: the number of a footnote, which is never three digits that a space sets apart.
    if cell[end..].starts_with(')')
        && let Some(space) = core.rfind(is_space)
        && core.len() - space <= 3
    {
        core = core[..space].trim_end_matches(is_space);
    }
    Ok((&cell[..begin], core, &cell[begin + core.len()..]))
}

/// Length of an exponent that stands here, such as `E+05`.
fn exponent(rest: &str) -> usize {
    let Some(after) = rest.strip_prefix(['e', 'E']) else {
        return 0;
    };
    let digits = after.strip_prefix(['+', '-']).unwrap_or(after);
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    match count {
        0 => 0,
        count => rest.len() - digits.len() + count,
    }
}

/// A minus sign and a currency before the figure.
fn before_figure(before: &str) -> Result<(bool, &str), Reason> {
    let before = before.trim();
    if before.starts_with('(') || before.starts_with('[') {
        return Err(Reason::Brackets);
    }
    if before.starts_with(['<', '>', '~', '≈', '≤', '≥', '±']) {
        return Err(Reason::Bound);
    }
    let after = before.strip_prefix(['-', '−']);
    Ok((after.is_some(), after.unwrap_or(before).trim()))
}

impl<'a> Figure<'a> {
    /// Takes a currency before the figure; nothing else stands there.
    fn take_sign(&mut self, sign: &'a str) -> Result<(), Reason> {
        let lower = sign.to_lowercase();
        match currency(&lower).filter(|_| lower != "us") {
            Some(code) => self.currency = Some(code),
            None if sign == "$" => self.mark = sign,
            None if sign.is_empty() => {}
            None => return Err(Reason::NoNumber),
        }
        Ok(())
    }

    /// Takes a scale, a currency or a flag behind the figure; gives the power of ten it adds.
    fn take_words(&mut self, words: &'a str, core: &str) -> Result<i32, Reason> {
        let apart = words.starts_with(is_space);
        let mut shift = 0;
        for word in words.split_whitespace() {
            let lower = word.trim_end_matches('.').to_lowercase();
            match (scale(&lower), currency(&lower)) {
                (Some(power), _) if shift == 0 && lower.starts_with(char::is_alphabetic) => {
                    shift = power
                }
                (_, Some(code))
                    if self.currency.is_none_or(|known| known == code) && lower != "us" =>
                {
                    self.currency = Some(code);
                }
                _ if word == "$" && self.mark.is_empty() => self.mark = word,
                _ if is_flag(&lower, apart) && self.mark.is_empty() && core.ends_with(is_digit) => {
                    self.mark = word
                }
                _ if word.starts_with('%') => return Err(Reason::Percent),
                _ if word.starts_with(['<', '>', '~']) => return Err(Reason::Bound),
                _ if word.len() <= 3 => return Err(Reason::Suffix),
                _ => return Err(Reason::NoNumber),
            }
        }
        Ok(shift)
    }
}

/// Flags of statistical offices: provisional, estimated, revised and so on. A lone `e` must stand apart (`1.5e` may be
/// `1.5e9` cut off), and letters that also shorten thousand, million, billion and trillion never pass.
fn is_flag(word: &str, apart: bool) -> bool {
    let within = |open, close| word.strip_prefix(open)?.strip_suffix(close);
    // Brackets make a letter a flag and nothing else, but for those of a power of ten.
    if let Some(inner) = within('(', ')').or_else(|| within('[', ']')) {
        let footnote = inner.len() <= 2 && inner.bytes().all(|byte| byte.is_ascii_digit());
        return (footnote && !inner.is_empty()) || inner == "e" || is_flag(inner, true);
    }
    let footnote = word.strip_suffix(')').is_some_and(|number| {
        (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
    });
    if footnote && apart {
        return true;
    }
    if !word.is_empty() && word.chars().all(|c| "¹²³⁴⁵⁶⁷⁸⁹".contains(c)) {
        return true;
    }
    let signs = ["*", "**", "†", "‡"];
    let letters = [
        "p", "r", "s", "u", "c", "d", "f", "i", "n", "z", "ep", "rp", "pe",
    ];
    signs.contains(&word) || letters.contains(&word) || (word == "e" && apart)
}
