//! Numbers in a reader's words: "$2.28bn", "$4 billion", "+18.1%".
//!
//! Charts and prose take their numbers from here, so a figure reads the same in both. Minus is U+2212,
//! which is as wide as a digit, and nothing that rounds to zero keeps a sign.

/// How many of a unit make one, its letters after a figure, and its word on an axis.
const SCALES: [(f64, &str, &str); 3] = [
    (1e12, "tn", "trillion"),
    (1e9, "bn", "billion"),
    (1e6, "m", "million"),
];

/// An amount of money with three significant digits: `$2.28bn`, `NOK 37.8bn`, `−€12.5m`, `$45,200`.
///
/// Currencies are ISO 4217 codes; those without a sign of their own keep the code.
pub fn money(value: f64, currency: &str) -> String {
    let rounded = to_significant(value, 3);
    match scale_of(rounded) {
        Some((unit, letters, _)) => {
            let digits = significant(rounded.abs() / unit, 3);
            with_currency(rounded, currency, &format!("{digits}{letters}"))
        }
        None => with_currency(rounded, currency, &grouped(rounded.abs())),
    }
}

/// Digits as somebody printed them, with the letters of their unit: `2.40` of a billion is `$2.40bn`.
///
/// `None` for a unit without letters here. An empty currency gives none.
pub fn as_printed(digits: &str, unit: f64, currency: &str) -> Option<String> {
    let (_, letters, _) = SCALES
        .into_iter()
        .find(|(scale, ..)| (unit / scale - 1.0).abs() < 1e-9)?;
    let figure = format!("{digits}{letters}");
    Some(match currency {
        "" => figure,
        code => with_currency(1.0, code, &figure),
    })
}

/// An axis tick in words: `$4 billion`, `NOK 2.5 million`, `$0`.
///
/// `largest` is the largest tick of the axis: it chooses the word, so one axis has one unit.
pub fn money_tick(value: f64, largest: f64, currency: &str) -> String {
    if value == 0.0 {
        return with_currency(0.0, currency, "0");
    }
    match scale_of(largest) {
        Some((unit, _, word)) => {
            let digits = grouped(to_significant(value.abs() / unit, 6));
            with_currency(value, currency, &format!("{digits} {word}"))
        }
        None => with_currency(value, currency, &grouped(to_significant(value.abs(), 6))),
    }
}

/// A change as a signed percentage: `+18.1%`, `−3.3%`, `0.0%`; from 100% on without decimals.
pub fn percent(fraction: f64) -> String {
    format!("{}%", points(fraction))
}

/// A change in per cent without the sign for it: `+18.1`, `−3.3`. For labels whose heading says "%".
pub fn points(fraction: f64) -> String {
    let digits = hundredths(fraction);
    if digits.trim_matches(['0', '.']).is_empty() {
        return digits;
    }
    format!("{}{digits}", if fraction < 0.0 { '−' } else { '+' })
}

/// A share, which needs no plus sign: `18.1%`.
pub fn share(fraction: f64) -> String {
    let digits = hundredths(fraction);
    let minus = fraction < 0.0 && !digits.trim_matches(['0', '.']).is_empty();
    format!("{}{digits}%", if minus { "−" } else { "" })
}

/// A bare number such as an index: `142.3`, `1,250`, `−0.5`.
pub fn plain(value: f64) -> String {
    let size = value.abs();
    let digits = if size >= 999.95 {
        grouped(size.round())
    } else if size >= 0.1 || size == 0.0 {
        format!("{size:.1}")
    } else {
        grouped(to_significant(size, 2))
    };
    let minus = value < 0.0 && !digits.trim_matches(['0', '.']).is_empty();
    format!("{}{digits}", if minus { "−" } else { "" })
}

/// A tick of an axis of bare numbers, with no more digits than it needs: `0`, `2.5`, `−50`, `1,000`.
pub fn tick(value: f64) -> String {
    let digits = grouped(to_significant(value.abs(), 6));
    format!("{}{digits}", if value < 0.0 { "−" } else { "" })
}

/// The size of a fraction in per cent, one decimal below 100 and none above.
fn hundredths(fraction: f64) -> String {
    let size = (fraction * 100.0).abs();
    if size < 99.95 {
        format!("{size:.1}")
    } else {
        grouped(size.round())
    }
}

fn scale_of(value: f64) -> Option<(f64, &'static str, &'static str)> {
    SCALES.into_iter().find(|(unit, ..)| value.abs() >= *unit)
}

/// The sign stands before a currency sign but after a code: `−$2bn`, `NOK −2bn`.
fn with_currency(value: f64, currency: &str, digits: &str) -> String {
    let minus = if value < 0.0 { "−" } else { "" };
    match currency {
        "USD" => format!("{minus}${digits}"),
        "EUR" => format!("{minus}€{digits}"),
        "GBP" => format!("{minus}£{digits}"),
        "CNY" => format!("{minus}CN¥{digits}"),
        code => format!("{code} {minus}{digits}"),
    }
}

/// Rounds to a number of significant digits, so that 999.6 million becomes one billion before its unit is chosen.
fn to_significant(value: f64, digits: i32) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 0.0;
    }
    let decimals = digits - 1 - value.abs().log10().floor() as i32;
    if decimals > 0 {
        let power = 10f64.powi(decimals);
        (value * power).round() / power
    } else {
        let power = 10f64.powi(-decimals);
        (value / power).round() * power
    }
}

fn significant(value: f64, digits: i32) -> String {
    let decimals = (digits - 1 - value.abs().log10().floor() as i32).max(0) as usize;
    if value >= 1000.0 {
        return grouped(value);
    }
    format!("{value:.decimals$}")
}

/// The shortest digits of a number, thousands separated by commas.
fn grouped(value: f64) -> String {
    let text = format!("{value}");
    let (whole, rest) = match text.split_once('.') {
        Some((whole, rest)) => (whole, format!(".{rest}")),
        None => (text.as_str(), String::new()),
    };
    let mut out = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + &rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_carries_three_digits_and_one_unit() {
        let cases = [
            (2.28e9, "USD", "$2.28bn"),
            (3.1e9, "USD", "$3.10bn"),
            (37.8e9, "NOK", "NOK 37.8bn"),
            (999.6e6, "USD", "$1.00bn"),
            (999.4e6, "EUR", "€999m"),
            (45_230.0, "USD", "$45,200"),
            (12.0, "CNY", "CN¥12"),
            (1e13, "USD", "$10.0tn"),
            (4.5e15, "USD", "$4,500tn"),
            (0.001, "USD", "$0.001"),
            (0.0, "USD", "$0"),
            (-1.5e6, "USD", "−$1.50m"),
            (-1.5e6, "NOK", "NOK −1.50m"),
        ];
        for (value, currency, words) in cases {
            assert_eq!(money(value, currency), words);
        }
    }

    #[test]
    fn an_axis_keeps_one_unit_in_words() {
        let ticks: Vec<String> = [0.0, 5e8, 1e9]
            .iter()
            .map(|tick| money_tick(*tick, 1e9, "USD"))
            .collect();
        assert_eq!(ticks, ["$0", "$0.5 billion", "$1 billion"]);
        assert_eq!(money_tick(2.5e6, 1e7, "NOK"), "NOK 2.5 million");
        assert_eq!(money_tick(-4e9, 4e9, "EUR"), "−€4 billion");
        assert_eq!(money_tick(2e5, 1e6 / 2.0, "USD"), "$200,000");
        assert_eq!(money_tick(0.0003, 0.001, "USD"), "$0.0003");
    }

    #[test]
    fn changes_are_signed_and_zero_is_not() {
        assert_eq!(percent(0.1813), "+18.1%");
        assert_eq!(percent(-0.033), "−3.3%");
        assert_eq!(percent(-0.0004), "0.0%");
        assert_eq!(percent(-0.0), "0.0%");
        assert_eq!(percent(9.0), "+900%");
        assert_eq!(percent(12.345), "+1,235%");
        assert_eq!(percent(0.99949), "+99.9%");
        assert_eq!(points(0.9996), "+100");
        assert_eq!(share(0.1813), "18.1%");
        assert_eq!(share(-0.00001), "0.0%");
    }

    #[test]
    fn bare_numbers_lose_needless_digits() {
        assert_eq!(plain(142.34), "142.3");
        assert_eq!(plain(1250.2), "1,250");
        assert_eq!(plain(-0.5), "−0.5");
        assert_eq!(plain(-0.0), "0.0");
        assert_eq!(plain(0.0012), "0.0012");
        assert_eq!(tick(250.0), "250");
        assert_eq!(tick(-2.5), "−2.5");
        assert_eq!(tick(-0.0), "0");
    }

    #[test]
    fn no_number_in_range_reads_as_minus_zero_or_exponent() {
        for exponent in -3..=13 {
            for sign in [1.0, -1.0] {
                let value = sign * 1.2345 * 10f64.powi(exponent);
                let words = [money(value, "USD"), plain(value), tick(value)];
                for word in words {
                    assert!(!word.contains('e') && !word.contains('-'), "{word}");
                    assert!(word.chars().any(|c| ('1'..='9').contains(&c)), "{word}");
                }
            }
        }
    }
}
