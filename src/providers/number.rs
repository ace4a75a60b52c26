//! Numbers as files write them.

use super::Unit;

/// Marks that mean "no figure".
const MISSING: [&str; 11] = [
    "", "..", "...", ":", "-", "–", "n.a.", "n/a", "na", "nan", "null",
];

/// The figure in a cell, in whole units: `Some(None)` for a mark of absence, `None` if it is no
/// number.
///
/// The decimal mark is a point. Commas may set thousands apart where they can mean nothing else,
/// as in `1,234,567` or `1,234.5`; `1,234` alone could be either and is refused.
pub fn figure(cell: &str, unit: Unit) -> Option<Option<f64>> {
    let cell = cell.trim();
    if MISSING.contains(&cell.to_ascii_lowercase().as_str()) {
        return Some(None);
    }
    let plain = without_thousands(cell)?;
    // The exponent is added to the text, so that 1.93 million is 1930000 and not a rounding of it.
    let (digits, exponent) = match plain.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.parse::<i32>().ok()?),
        None => (plain.as_str(), 0),
    };
    let written = digits.trim_start_matches(['-', '+']);
    let numeric = written.bytes().any(|byte| byte.is_ascii_digit())
        && written
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !numeric {
        return None;
    }
    let moved = format!("{digits}e{}", exponent.checked_add(unit.exponent())?);
    moved
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
        .map(Some)
}

fn without_thousands(cell: &str) -> Option<String> {
    let (whole, decimals) = match cell.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (cell, None),
    };
    if !whole.contains(',') {
        return Some(cell.to_owned());
    }
    let mut groups = whole.trim_start_matches(['-', '+']).split(',');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let grouped = (1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3);
    let certain = rest.len() > 1 || decimals.is_some();
    (grouped && certain).then(|| cell.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_move_the_point_exactly() {
        assert_eq!(figure("1.93", Unit::Billion), Some(Some(1_930_000_000.0)));
        assert_eq!(
            figure("8484219.999", Unit::Thousand),
            Some(Some(8_484_219_999.0))
        );
        assert_eq!(figure("2.5e3", Unit::One), Some(Some(2500.0)));
    }

    #[test]
    fn missing_is_not_zero_and_not_an_error() {
        for mark in ["", " .. ", "n.a.", "NA", "-"] {
            assert_eq!(figure(mark, Unit::One), Some(None), "{mark}");
        }
        assert_eq!(figure("0", Unit::One), Some(Some(0.0)));
    }

    #[test]
    fn what_could_be_read_two_ways_is_refused() {
        for cell in [
            "1,234", "1,23", "12,34.5", "1 234", "inf", "1e999", "12x", "1.2.3", "--5",
        ] {
            assert_eq!(figure(cell, Unit::One), None, "{cell}");
        }
        assert_eq!(figure("1,234,567", Unit::One), Some(Some(1_234_567.0)));
        assert_eq!(figure("1,234.5", Unit::One), Some(Some(1234.5)));
    }
}
