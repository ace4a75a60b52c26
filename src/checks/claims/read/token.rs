//! Words, numbers and marks of a sentence.

use super::block::joins_digits;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// Digits with dots, commas or narrow spaces between them.
    Number,
    Mark,
}

/// A word, a number or a mark, with the bytes of the paragraph it takes.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// As it stands.
    pub(super) text: String,
    /// In lower case, apostrophes and dashes evened out.
    pub(super) lower: String,
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether white space stands before it.
    pub(super) spaced: bool,
}

impl Token {
    pub(super) fn is(&self, lower: &str) -> bool {
        self.lower == lower
    }

    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    pub(super) fn is_dash(&self) -> bool {
        self.lower == "-"
    }
}

/// The tokens of a text that begins at a byte of its paragraph.
///
/// `'s` is a token of its own, and so is each hyphen: `two-way` is three.
pub(super) fn tokens(text: &str, base: usize) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut at = 0;
    let mut spaced = false;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            spaced = true;
            at += first.len_utf8();
            continue;
        }
        let rest = &text[at..];
        let (kind, length) = if first.is_ascii_digit() {
            (Kind::Number, number(rest))
        } else if first.is_alphabetic() {
            (Kind::Word, word(rest))
        } else if let Some(length) = possessive(rest, &text[..at]) {
            (Kind::Mark, length)
        } else {
            (Kind::Mark, first.len_utf8())
        };
        let words = &rest[..length];
        found.push(Token {
            kind,
            text: words.to_owned(),
            lower: even(words),
            start: base + at,
            end: base + at + length,
            spaced,
        });
        spaced = false;
        at += length;
    }
    found
}

fn even(words: &str) -> String {
    words
        .to_lowercase()
        .chars()
        .map(|letter| match letter {
            '’' | '‘' | '`' => '\'',
            '–' | '—' | '‐' | '‑' | '−' | '―' => '-',
            other => other,
        })
        .collect()
}

fn number(rest: &str) -> usize {
    let letters: Vec<(usize, char)> = rest.char_indices().collect();
    let digit = |at: usize| {
        letters
            .get(at)
            .is_some_and(|(_, letter)| letter.is_ascii_digit())
    };
    let mut at = 0;
    loop {
        while digit(at) {
            at += 1;
        }
        let joined = match letters.get(at) {
            Some((_, '.' | ',' | '·')) => digit(at + 1),
            // Three digits and no more make a group.
            Some((_, space)) if joins_digits(*space) => {
                (1..=3).all(|next| digit(at + next)) && !digit(at + 4)
            }
            _ => false,
        };
        if !joined {
            return letters.get(at).map_or(rest.len(), |(byte, _)| *byte);
        }
        at += 1;
    }
}

fn word(rest: &str) -> usize {
    let dotted = dotted(rest);
    if dotted > 0 {
        return dotted;
    }
    let mut end = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let inner = matches!(letter, '\'' | '’')
            && next.is_some_and(char::is_alphabetic)
            && possessive(&rest[at..], &rest[..at]).is_none();
        if !letter.is_alphabetic() && !inner && !('\u{300}'..='\u{36f}').contains(&letter) {
            break;
        }
        end = at + letter.len_utf8();
    }
    end
}

/// The bytes of `U.S.` and its like: single letters, each with a dot.
fn dotted(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let pairs = bytes
        .chunks_exact(2)
        .take_while(|pair| pair[0].is_ascii_alphabetic() && pair[1] == b'.')
        .count();
    if pairs >= 2 { pairs * 2 } else { 0 }
}

/// The bytes of `'s`, or of the apostrophe alone after an s.
fn possessive(rest: &str, before: &str) -> Option<usize> {
    let mut letters = rest.chars();
    let first = letters.next().filter(|first| matches!(first, '\'' | '’'))?;
    let (second, third) = (letters.next(), letters.next());
    let ends = |next: Option<char>| next.is_none_or(|next| !next.is_alphabetic());
    if matches!(second, Some('s' | 'S')) && ends(third) {
        return Some(first.len_utf8() + 1);
    }
    (before.ends_with('s') && ends(second)).then_some(first.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_numbers_and_marks_come_apart() {
        let text = "Norway’s US$1.93bn U.S. two-way −7.6% 2,280 5\u{a0}250 d’Ivoire 2005.";
        let words: Vec<String> = tokens(text, 0)
            .into_iter()
            .map(|token| token.lower)
            .collect();
        let expected = [
            "norway",
            "'s",
            "us",
            "$",
            "1.93",
            "bn",
            "u.s.",
            "two",
            "-",
            "way",
            "-",
            "7.6",
            "%",
            "2,280",
            "5\u{a0}250",
            "d'ivoire",
            "2005",
            ".",
        ];
        assert_eq!(words, expected);
    }
}
