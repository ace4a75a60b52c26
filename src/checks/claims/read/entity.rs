//! The character references of HTML that texts about trade use.

const NAMED: [(&str, char); 24] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("thinsp", '\u{2009}'),
    ("ensp", ' '),
    ("emsp", ' '),
    ("ndash", '–'),
    ("mdash", '—'),
    ("minus", '−'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("hellip", '…'),
    ("euro", '€'),
    ("pound", '£'),
    ("yen", '¥'),
    ("dollar", '$'),
    ("percnt", '%'),
    ("uuml", 'ü'),
    ("ocirc", 'ô'),
];

/// The longest reference read: `&#1114111;`.
const LONGEST: usize = 10;

/// The character that `text` begins with a reference to, and the bytes it takes.
pub(super) fn at(text: &str) -> Option<(char, usize)> {
    let body = text.strip_prefix('&')?;
    let end = body.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = body.get(..end)?;
    let letter = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|letter| !letter.is_control())?
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((letter, end + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_and_bare_ampersands_are_not() {
        assert_eq!(at("&nbsp;bn"), Some(('\u{a0}', 6)));
        assert_eq!(at("&#8217;s"), Some(('’', 7)));
        assert_eq!(at("&#x20AC;3m"), Some(('€', 8)));
        for none in ["& Co", "&nothing;", "&#0;", "&#x110000;", "AT&T"] {
            assert_eq!(at(none), None, "{none}");
        }
    }
}
