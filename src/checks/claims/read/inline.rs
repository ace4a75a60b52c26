//! Takes the markup off a line of prose, Markdown or wikitext.

use super::block::Plain;
use super::entity;

/// What a template, a comment or a reference is still open from the lines before.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hidden {
    templates: usize,
    until: Option<&'static str>,
}

/// The longest tag that is taken for one; a lone `<` in prose has no end near.
const LONGEST_TAG: usize = 300;

/// Adds the words of a line that begins at a byte of the document.
pub(super) fn add(plain: &mut Plain, line: &str, at: usize, markdown: bool, hidden: &mut Hidden) {
    let mut byte = 0;
    while let Some(letter) = line[byte..].chars().next() {
        let rest = &line[byte..];
        byte += if let Some(skipped) = skip_hidden(rest, hidden) {
            skipped
        } else if let Some((from, to, length)) = link(rest) {
            if from < to {
                add(plain, &rest[from..to], at + byte + from, markdown, hidden);
            }
            length
        } else if let Some((letter, length)) = entity::at(rest) {
            plain.push(letter, at + byte);
            length
        } else if let Some(length) = mark(rest, markdown, &plain.text) {
            length
        } else {
            plain.push(letter, at + byte);
            letter.len_utf8()
        };
    }
}

/// The bytes that show nothing: templates, comments, references, tags.
fn skip_hidden(rest: &str, hidden: &mut Hidden) -> Option<usize> {
    if let Some(end) = hidden.until {
        return Some(match rest.find(end) {
            Some(found) => {
                hidden.until = None;
                found + end.len()
            }
            None => rest.len(),
        });
    }
    if rest.starts_with("{{") {
        hidden.templates += 1;
        return Some(2);
    }
    if hidden.templates > 0 {
        if rest.starts_with("}}") {
            hidden.templates -= 1;
            return Some(2);
        }
        return rest.chars().next().map(char::len_utf8);
    }
    if rest.starts_with("<!--") {
        hidden.until = Some("-->");
        return Some(4);
    }
    let tag = rest.strip_prefix('<')?;
    if !tag.starts_with(|first: char| first.is_ascii_alphabetic() || first == '/') {
        return None;
    }
    let end = tag
        .bytes()
        .take(LONGEST_TAG)
        .position(|byte| byte == b'>')?;
    if tag.starts_with("ref") && !tag[..end].ends_with('/') {
        hidden.until = Some("</ref>");
    }
    Some(end + 2)
}

/// A link is shorter than this; a bracket without an end near is a bracket.
const LONGEST_LINK: usize = 2_000;

/// Where a mark stands, if it stands near.
fn near(text: &str, mark: &[u8]) -> Option<usize> {
    let mut windows = text.as_bytes().windows(mark.len()).take(LONGEST_LINK);
    windows.position(|window| window == mark)
}

/// The words of a link, from and to, and the length of the whole.
fn link(rest: &str) -> Option<(usize, usize, usize)> {
    if let Some(inner) = rest.strip_prefix("[[") {
        let end = near(inner, b"]]")?;
        let words = &inner[..end];
        let from = words.rfind('|').map_or(0, |bar| bar + 1);
        let shown = !words.starts_with("File:") && !words.starts_with("Image:");
        return Some((2 + from, 2 + if shown { end } else { from }, end + 4));
    }
    let picture = rest.starts_with("![");
    let open = if picture { 2 } else { 1 };
    if !picture && !rest.starts_with('[') {
        return None;
    }
    let end = open + near(rest.get(open..)?, b"]")?;
    let words = &rest[open..end];
    let after = &rest[end + 1..];
    if after.starts_with('(') {
        let target = near(after, b")")?;
        let to = if picture { open } else { end };
        return Some((open, to, end + 2 + target));
    }
    is_footnote(words).then_some((open, open, end + 1))
}

fn is_footnote(words: &str) -> bool {
    let words = words.trim_start_matches('^');
    let short = words.len() <= 3 && !words.is_empty();
    let plain = words.bytes().all(|byte| byte.is_ascii_alphanumeric());
    short && plain || words.starts_with("note ") || words.ends_with(" needed") || words == "update"
}

/// The length of a mark for bold, italic or code type.
fn mark(rest: &str, markdown: bool, before: &str) -> Option<usize> {
    if rest.starts_with("''") {
        return Some(rest.len() - rest.trim_start_matches('\'').len());
    }
    if !markdown {
        return None;
    }
    let mut letters = rest.chars();
    match (letters.next()?, letters.next()) {
        ('*' | '`', _) => Some(1),
        ('\\', Some(next)) if next.is_ascii_punctuation() => Some(1),
        ('_', next) => {
            let opens = before
                .chars()
                .next_back()
                .is_none_or(|last| !last.is_alphanumeric());
            let closes = next.is_none_or(|next| !next.is_alphanumeric());
            (opens || closes).then_some(1)
        }
        _ => None,
    }
}
