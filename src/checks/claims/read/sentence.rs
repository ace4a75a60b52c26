//! Where sentences begin and end.

use std::ops::Range;

/// Abbreviations that a sentence does not end with.
const NEVER: [&str; 20] = [
    "mr", "mrs", "ms", "dr", "st", "no", "vs", "e.g", "i.e", "approx", "ca", "gen", "sen", "prof",
    "rs", "cf", "fig", "viz", "nos", "hon",
];

/// Abbreviations that end a sentence only before a capital letter.
const SELDOM: [&str; 22] = [
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "inc",
    "ltd", "co", "corp", "bn", "mn", "tn", "pct", "etc", "p.c",
];

/// Words that begin a sentence after an abbreviation in capitals, such as `U.S.`
const BEGIN: [&str; 22] = [
    "In",
    "The",
    "It",
    "Its",
    "This",
    "That",
    "These",
    "By",
    "From",
    "During",
    "Between",
    "Since",
    "After",
    "However",
    "According",
    "Bilateral",
    "Trade",
    "Exports",
    "Imports",
    "Last",
    "For",
    "As",
];

/// No sentence is longer than this many bytes.
const LONGEST: usize = 4_000;

/// The sentences of a paragraph, as ranges of bytes without the spaces around them.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices() {
        // A list without a full stop is cut, so that reading takes no longer than the text is long.
        if mark == ' ' && at - start > LONGEST {
            push(&mut found, text, start..at);
            start = at;
        }
        if !matches!(mark, '.' | '!' | '?' | '。') {
            continue;
        }
        let after = &text[at + mark.len_utf8()..];
        let closers = after.len()
            - after
                .trim_start_matches(['"', '”', '’', '\'', ')', ']', '»'])
                .len();
        let next = &after[closers..];
        let ends = next.is_empty() || next.starts_with(char::is_whitespace);
        if ends && (mark != '.' || full_stop(&text[start..at], next.trim_start())) {
            let end = at + mark.len_utf8() + closers;
            push(&mut found, text, start..end);
            start = end;
        }
    }
    push(&mut found, text, start..text.len());
    found
}

fn push(found: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let words = &text[range.clone()];
    let from = range.start + words.len() - words.trim_start().len();
    let to = range.start + words.trim_end().len();
    if from < to {
        found.push(from..to);
    }
}

/// Whether the dot after `before` ends a sentence.
fn full_stop(before: &str, next: &str) -> bool {
    let Some(first) = next.chars().next() else {
        return true;
    };
    if first.is_lowercase() {
        return false;
    }
    let word = before
        .rsplit(|letter: char| letter.is_whitespace() || matches!(letter, '(' | '$' | '"' | '“'))
        .next()
        .unwrap_or_default();
    let lower = word.to_lowercase();
    if NEVER.contains(&lower.as_str()) {
        return false;
    }
    if SELDOM.contains(&lower.as_str()) {
        return !first.is_ascii_digit();
    }
    // An initial, or letters with dots between.
    let last = word.rsplit('.').next().unwrap_or_default();
    if last.len() == 1 && last.chars().all(char::is_uppercase) {
        let word: String = next
            .chars()
            .take_while(|letter| letter.is_alphanumeric())
            .collect();
        return BEGIN.contains(&word.as_str());
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_in_numbers_and_abbreviations_end_nothing() {
        let text = "In Oct. 2008 U.S. exports were $1.93 bn. Imports fell. \"It rose 5 p.c.\" Mr. X said so in the U.S. In 2009?";
        let words: Vec<&str> = sentences(text)
            .into_iter()
            .map(|range| &text[range])
            .collect();
        let expected = [
            "In Oct. 2008 U.S. exports were $1.93 bn.",
            "Imports fell.",
            "\"It rose 5 p.c.\"",
            "Mr. X said so in the U.S.",
            "In 2009?",
        ];
        assert_eq!(words, expected);
    }
}
