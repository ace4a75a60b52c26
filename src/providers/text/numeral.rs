//! Digits and marks to a number, in the format of a file and in no other.

use std::borrow::Cow;

use crate::providers::text::marks::Marks;
use crate::providers::text::reason::Reason;

pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// The spaces that set thousands apart.
pub fn is_space(c: char) -> bool {
    [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\u{2007}'].contains(&c)
}

pub fn number(core: &str, marks: Marks, power: i32) -> Result<f64, Reason> {
    let core = half_width(core);
    let (mantissa, exponent) = match core.find(['e', 'E']) {
        Some(at) => (
            &core[..at],
            core[at + 1..].parse::<i32>().map_err(|_| Reason::Size)?,
        ),
        None => (&*core, 0),
    };
    let (minus, mantissa) = match mantissa.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, fraction) = mantissa.split_once(marks.decimal).unwrap_or((mantissa, ""));
    let whole = without_thousands(whole, marks).ok_or_else(|| misfit(mantissa, marks))?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(&whole) || !digits(fraction) || whole.len() + fraction.len() == 0 {
        return Err(misfit(mantissa, marks));
    }
    let exponent = exponent.saturating_add(power);
    let moved = format!("{minus}{whole}.{fraction}e{exponent}");
    let value: f64 = moved.parse().map_err(|_| Reason::NoNumber)?;
    let nothing = whole
        .bytes()
        .chain(fraction.bytes())
        .all(|byte| byte == b'0');
    let kept = value.is_finite() && (nothing || value != 0.0);
    // A negative zero would print as one.
    kept.then_some(value + 0.0).ok_or(Reason::Size)
}

fn half_width(core: &str) -> Cow<'_, str> {
    if core.is_ascii() {
        return Cow::Borrowed(core);
    }
    let narrow = |c: char| match c {
        '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
        '−' | '－' => '-',
        c if is_space(c) => ' ',
        '’' => '\'',
        c => c,
    };
    Cow::Owned(core.chars().map(narrow).collect())
}

/// The digits of a whole number, its thousands set apart as the file does, by threes throughout.
fn without_thousands(whole: &str, marks: Marks) -> Option<Cow<'_, str>> {
    let mark = match marks.thousands {
        Some(c) if is_space(c) => ' ',
        Some('’') => '\'',
        Some(c) if c != marks.decimal => c,
        _ => return Some(Cow::Borrowed(whole)),
    };
    if !whole.contains(mark) {
        return Some(Cow::Borrowed(whole));
    }
    let mut groups = whole.split(mark);
    let first = groups.next()?;
    let grouped = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3);
    grouped.then(|| Cow::Owned(whole.replace(mark, "")))
}

/// Why a mantissa of digits and marks cannot be read.
fn misfit(mantissa: &str, marks: Marks) -> Reason {
    let other = if marks.decimal == ',' { '.' } else { ',' };
    let mut groups = mantissa.split(other);
    let first = groups.next().unwrap_or_default().len();
    let either = groups.clone().count() == 1
        && (1..=3).contains(&first)
        && groups.all(|group| group.len() == 3);
    match either && marks.thousands.is_none() {
        true => Reason::Ambiguous,
        false => Reason::Format,
    }
}
