//! Product codes, and what spreadsheets make of them.

/// A code without the marks that keep a spreadsheet from reading it as a number: `'010121`,
/// `="010121"`.
pub(crate) fn unquoted(code: &str) -> &str {
    let formula = code.strip_prefix("=\"").and_then(|c| c.strip_suffix('"'));
    let bare = formula.or_else(|| code.strip_prefix('\'')).unwrap_or(code);
    // Our own files keep formulas from running in the same way.
    let stopped = bare.starts_with(['=', '+', '-', '@']) && formula.is_none();
    if is_digits(bare) || stopped {
        bare
    } else {
        code
    }
}

/// Why a text is no product code but the wreck of one, if it is.
pub(crate) fn wreck(code: &str) -> Option<&'static str> {
    if is_digits(code) {
        return None;
    }
    if is_scientific(code) {
        Some(
            "is a number and no code: a spreadsheet cut its digits; take the codes from the publisher's own file",
        )
    } else if is_date(code) {
        Some(
            "is a date and no code: a spreadsheet made it of one; take the codes from the publisher's own file",
        )
    } else if code
        .strip_prefix(['O', 'o'])
        .is_some_and(|rest| rest.len() > 2 && is_digits(rest))
    {
        Some("begins with the letter O where a code has the digit 0; mend it")
    } else {
        None
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `3.02E+04` and `1E+05`; `1E5` may be a code.
fn is_scientific(code: &str) -> bool {
    let Some((number, power)) = code.split_once(['E', 'e']) else {
        return false;
    };
    let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, ""));
    let written_out = power.starts_with('+') || !fraction.is_empty();
    let power = power.strip_prefix('+').unwrap_or(power);
    let decimals = fraction.is_empty() || is_digits(fraction);
    written_out && is_digits(whole) && decimals && is_digits(power)
}

/// `2-Jan`, `Jan-02`, `2019-01-02`, `1/2/2019`.
fn is_date(code: &str) -> bool {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let parts: Vec<&str> = code.split(['-', '/']).collect();
    let month = |part: &&str| MONTHS.contains(&part.to_ascii_lowercase().as_str());
    let numbers = parts.iter().all(|part| is_digits(part));
    let digits = |at: usize| parts[at].len();
    match parts.len() {
        2 => {
            parts.iter().filter(|part| month(part)).count() == 1
                && parts.iter().any(|p| is_digits(p))
        }
        3 if numbers => digits(0) == 4 && digits(1) == 2 || digits(2) == 4 && code.contains('/'),
        3 => month(&parts[1]) && is_digits(parts[0]) && is_digits(parts[2]),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_made_of_a_code_is_known_for_it() {
        for wrecked in [
            "3.02E+04",
            "1E+05",
            "2-Jan",
            "2019-01-02",
            "1/2/2019",
            "O30214",
            "1-Feb-02",
        ] {
            assert!(wreck(wrecked).is_some(), "{wrecked}");
        }
        for code in [
            "030214", "TOTAL", "1E5", "99RRR100", "0101.21", "01-02", "AG2", "9999AA", "OTH", "S3",
        ] {
            assert_eq!(wreck(code), None, "{code}");
        }
        assert_eq!(unquoted("'010121"), "010121");
        assert_eq!(unquoted("=\"010121\""), "010121");
        assert_eq!(unquoted("'t"), "'t");
    }
}
