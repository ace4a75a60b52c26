//! Paragraphs and headings of a page in HTML.

use super::block::{Block, Blocks};
use super::entity;

/// Elements whose contents are no sentences.
const SILENT: [&str; 14] = [
    "script", "style", "table", "noscript", "template", "svg", "math", "nav", "select", "button",
    "sup", "textarea", "iframe", "footer",
];

/// Elements that stand within a sentence.
const WITHIN: [&str; 26] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "time", "tt", "u", "var",
];

/// The blocks of a page; tables, scripts and the like are left out.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Blocks::default();
    let mut silent: Option<(&'static str, usize)> = None;
    let mut heading = None;
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        if letter == '<'
            && let Some(tag) = tag(rest)
        {
            at += tag.length;
            if let Some((name, depth)) = silent {
                if tag.name == name {
                    silent = match (tag.closes, depth) {
                        (true, 1) => None,
                        (true, depth) => Some((name, depth - 1)),
                        (false, depth) => Some((name, depth + 1)),
                    };
                }
            } else if let Some(name) = SILENT.iter().find(|name| **name == tag.name) {
                silent = (!tag.closes && !tag.empty).then_some((*name, 1));
                // A note is within its sentence, a table is not.
                if *name != "sup" {
                    blocks.close(heading);
                }
            } else if !WITHIN.contains(&tag.name.as_str()) {
                blocks.close(heading);
                heading = if tag.closes { None } else { level(&tag.name) };
            }
        } else if silent.is_some() {
            at += letter.len_utf8();
        } else if let Some((letter, length)) = entity::at(rest) {
            blocks.open.push(letter, at);
            at += length;
        } else {
            blocks.open.push(letter, at);
            at += letter.len_utf8();
        }
    }
    blocks.close(heading);
    blocks.done
}

/// A tag is shorter than this; a `<` without an end near is a sign.
const LONGEST_TAG: usize = 20_000;

struct Tag {
    name: String,
    closes: bool,
    empty: bool,
    length: usize,
}

/// The tag, comment or declaration that a text begins with.
fn tag(rest: &str) -> Option<Tag> {
    if rest.starts_with("<!--") {
        let length = rest.find("-->").map_or(rest.len(), |end| end + 3);
        return Some(Tag {
            name: "span".to_owned(),
            closes: true,
            empty: true,
            length,
        });
    }
    let inner = rest.strip_prefix('<')?;
    let closes = inner.starts_with('/');
    let named = inner.trim_start_matches('/');
    if !named.starts_with(|first: char| first.is_ascii_alphabetic() || first == '!' || first == '?')
    {
        return None;
    }
    let end = inner
        .bytes()
        .take(LONGEST_TAG)
        .position(|byte| byte == b'>')?;
    let letters = named.bytes().take_while(u8::is_ascii_alphanumeric).count();
    Some(Tag {
        name: named[..letters].to_ascii_lowercase(),
        closes,
        empty: inner[..end].ends_with('/'),
        length: end + 2,
    })
}

fn level(name: &str) -> Option<usize> {
    match name {
        "title" => Some(1),
        name => name
            .strip_prefix('h')?
            .parse()
            .ok()
            .filter(|level| (1..=6).contains(level)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_scripts_and_tables_leave_sentences_with_their_places() {
        let page = "<title>A &amp; B</title><script>var x = '<p>';</script><h2>2009</h2>\
                    <p>Trade <b>rose</b><sup>[1]</sup> to &euro;3m.</p><table><tr><td>1</td></tr></table><p>End";
        let found = blocks(page);
        let words: Vec<(Option<usize>, &str)> = found
            .iter()
            .map(|block| (block.heading, block.plain.text.as_str()))
            .collect();
        let expected = [
            (Some(1), "A & B"),
            (Some(2), "2009"),
            (None, "Trade rose to €3m."),
            (None, "End"),
        ];
        assert_eq!(words, expected);
        let at = found[2].plain.text.find("rose").expect("the word");
        assert!(page[found[2].plain.origin(at)..].starts_with("rose"));
    }
}
