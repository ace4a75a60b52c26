//! Amounts as exact integers: `v` and `q` have at most three decimals.

/// Above this a figure is no trade, and would not be exact as a floating-point number either.
const LARGEST: i128 = 1 << 53;

/// A decimal number times 1000; `None` for an empty cell or `NA`.
///
/// `1e+05` is understood, as R writes 100000 so.
///
/// # Errors
/// In words that follow the text, where it is no number, has more than three decimals or is too large.
pub(super) fn thousandths(text: &[u8]) -> Result<Option<i64>, &'static str> {
    if matches!(text, b"" | b"NA") {
        return Ok(None);
    }
    let (negative, rest) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    let mantissa = rest
        .iter()
        .position(|byte| matches!(byte, b'e' | b'E'))
        .unwrap_or(rest.len());
    let exponent = match &rest[mantissa..] {
        [] => 0,
        [_, power @ ..] => exponent(power)?,
    };
    let (mut digits, mut decimals, mut met, mut point) = (0_i128, 0_i32, false, false);
    for byte in &rest[..mantissa] {
        match byte {
            b'0'..=b'9' => {
                met = true;
                decimals += i32::from(point);
                digits = digits * 10 + i128::from(byte - b'0');
                if digits > 10_i128.pow(30) {
                    return Err("has too many digits");
                }
            }
            b'.' if !point => point = true,
            _ => return Err("is no number"),
        }
    }
    if !met {
        return Err("is no number");
    }
    let power = 3 + exponent - decimals;
    let mut number = digits;
    for _ in 0..power.abs() {
        if power > 0 {
            number *= 10;
        } else if number % 10 == 0 {
            number /= 10;
        } else {
            return Err("has more than three decimals");
        }
        if number > 10_i128.pow(30) {
            break;
        }
    }
    if number > LARGEST {
        return Err("is too large for an amount of trade");
    }
    Ok(i64::try_from(if negative { -number } else { number }).ok())
}

fn exponent(text: &[u8]) -> Result<i32, &'static str> {
    let (sign, digits) = match text {
        [b'-', digits @ ..] => (-1, digits),
        [b'+', digits @ ..] => (1, digits),
        digits => (1, digits),
    };
    if digits.is_empty() || digits.len() > 2 || !digits.iter().all(u8::is_ascii_digit) {
        return Err("is no number");
    }
    let number = digits
        .iter()
        .fold(0, |number, digit| number * 10 + i32::from(digit - b'0'));
    Ok(sign * number)
}

#[cfg(test)]
mod tests {
    use super::thousandths;

    #[test]
    fn up_to_three_decimals_are_exact() {
        let cases: [(&str, i64); 10] = [
            ("52.051", 52_051),
            ("0.001", 1),
            ("4103870.59", 4_103_870_590),
            ("7", 7_000),
            ("7.", 7_000),
            (".5", 500),
            ("0", 0),
            ("1.25000", 1_250),
            ("1e+05", 100_000_000),
            ("-3.5", -3_500),
        ];
        for (text, number) in cases {
            assert_eq!(thousandths(text.as_bytes()), Ok(Some(number)), "{text}");
        }
    }

    #[test]
    fn missing_is_not_zero() {
        assert_eq!(thousandths(b""), Ok(None));
        assert_eq!(thousandths(b"NA"), Ok(None));
    }

    #[test]
    fn whatever_is_no_number_is_refused() {
        for text in [
            "1,5", "1.2.3", ".", "-", "e5", "1e", "1e999", "nan", "inf", "0x1", "1 000", "+",
        ] {
            assert!(thousandths(text.as_bytes()).is_err(), "{text}");
        }
        assert!(thousandths(b"99999999999999999999").is_err());
        assert_eq!(thousandths(b"0.0001"), Err("has more than three decimals"));
        assert_eq!(thousandths(b"1.5E-3"), Err("has more than three decimals"));
        assert!(thousandths("1".repeat(200).as_bytes()).is_err());
        assert!(thousandths(format!("0.{}1", "0".repeat(200)).as_bytes()).is_err());
    }
}
