//! Paragraphs and headings of plain text, Markdown and wikitext.

use super::block::{Block, Blocks};
use super::inline::{Hidden, add};

/// Lines longer than this were not broken to a width, so each is a paragraph of its own.
const UNBROKEN: usize = 160;

/// A line by itself without a full stop is a heading up to this many words.
const HEADING_WORDS: usize = 12;

/// The blocks of a text; `markdown` says whether `#` and `*` are marks.
pub(super) fn blocks(text: &str, markdown: bool) -> Vec<Block> {
    let mut blocks = Blocks::default();
    let mut hidden = Hidden::default();
    let (mut at, mut lines, mut fenced) = (0, 0, false);
    for line in text.split_inclusive('\n') {
        let (start, length) = (at, line.len());
        at += length;
        let bare = line.trim();
        let indent = line.len() - line.trim_start().len();
        if markdown && (bare.starts_with("```") || bare.starts_with("~~~")) {
            blocks.close(None);
            fenced = !fenced;
        } else if fenced || is_table(bare) {
            blocks.close(None);
        } else if bare.is_empty() {
            close(&mut blocks, lines);
            lines = 0;
        } else if is_rule(bare) {
            // A line of `=` or `-` under one line makes that a heading.
            let level = if bare.starts_with('=') { 1 } else { 2 };
            blocks.close((lines == 1).then_some(level));
            lines = 0;
        } else if let Some((from, to, level)) = heading(bare, markdown) {
            blocks.close(None);
            let begin = start + indent + from;
            add(
                &mut blocks.open,
                &bare[from..to],
                begin,
                markdown,
                &mut hidden,
            );
            blocks.close(Some(level));
            lines = 0;
        } else {
            let marker = list_marker(bare, markdown);
            if marker > 0 || lines > 0 && length > UNBROKEN {
                blocks.close(None);
            }
            blocks.open.space(start);
            let begin = start + indent + marker;
            add(
                &mut blocks.open,
                &bare[marker..],
                begin,
                markdown,
                &mut hidden,
            );
            lines += if marker > 0 { 2 } else { 1 };
            if length > UNBROKEN {
                blocks.close(None);
            }
        }
    }
    close(&mut blocks, lines);
    blocks.done
}

/// Ends a paragraph, which is a heading if it is one short line without a full stop.
fn close(blocks: &mut Blocks, lines: usize) {
    let text = blocks.open.text.trim();
    let short = text.split_whitespace().count() <= HEADING_WORDS;
    let ends = text.ends_with(['.', '!', '?', ':', ';', '"', '”', ')']);
    let figures =
        text.contains(['%', '$', '€']) || text.contains("illion") || text.contains(" per");
    let level = if blocks.done.is_empty() { 1 } else { 6 };
    let heading = lines == 1 && short && !ends && !figures;
    blocks.close(heading.then_some(level));
}

/// The words of a heading, from and to, and its level.
fn heading(bare: &str, markdown: bool) -> Option<(usize, usize, usize)> {
    let mark = if bare.starts_with('=') { '=' } else { '#' };
    if mark == '#' && !markdown {
        return None;
    }
    let level = bare.len() - bare.trim_start_matches(mark).len();
    let inner = bare.trim_matches(mark);
    let whole = if mark == '=' {
        bare.ends_with('=')
    } else {
        inner.starts_with(' ')
    };
    (level > 0 && level <= 6 && whole && !inner.trim().is_empty()).then_some((
        level,
        level + inner.len(),
        level,
    ))
}

/// The bytes of a mark that begins an item of a list.
fn list_marker(bare: &str, markdown: bool) -> usize {
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    // `2003. ` may be the end of a broken sentence, `12. ` hardly.
    if (1..=2).contains(&digits)
        && (bare[digits..].starts_with(". ") || bare[digits..].starts_with(") "))
    {
        return digits + 2;
    }
    let wiki: &[char] = if markdown {
        &['*', '>']
    } else {
        &['*', '#', ':', ';', '>']
    };
    let marks = bare.len() - bare.trim_start_matches(wiki).len();
    let rest = &bare[marks..];
    if marks > 0 && (rest.starts_with(' ') || !markdown) {
        return marks;
    }
    ["- ", "+ ", "• ", "– ", "· "]
        .iter()
        .find(|mark| bare.starts_with(**mark))
        .map_or(0, |mark| mark.len())
}

fn is_table(bare: &str) -> bool {
    bare.starts_with('|') || bare.starts_with("{|")
}

fn is_rule(bare: &str) -> bool {
    bare.len() >= 3
        && ["=", "-"]
            .iter()
            .any(|mark| bare.replace(mark, "").is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, markdown: bool) -> Vec<(Option<usize>, String)> {
        blocks(text, markdown)
            .into_iter()
            .map(|block| (block.heading, block.plain.text.trim().to_owned()))
            .collect()
    }

    #[test]
    fn wiki_headings_links_and_references_leave_their_words() {
        let text = "= A–B relations =\n\nTrade was '''big'''.[12] See [[China|the\nPRC]]{{cite}}.<ref>x</ref>\n";
        let paragraph = "Trade was big. See [[China|the PRC]].";
        let found = shown(text, false);
        assert_eq!(found[0], (Some(1), "A–B relations".to_owned()));
        assert_eq!(found[1], (None, paragraph.to_owned()));
        assert_eq!(
            shown("[[China|the PRC]] grew.", false)[0].1,
            "the PRC grew."
        );
    }

    #[test]
    fn markdown_loses_marks_fences_and_tables() {
        let text = "# Trade\n\nIt *rose* by **5%** in [2009](http://x).\n\n| a | b |\n|---|---|\n\n```\ncode\n```\n- one\n- two\n";
        let words: Vec<String> = shown(text, true).into_iter().map(|block| block.1).collect();
        assert_eq!(words, ["Trade", "It rose by 5% in 2009.", "one", "two"]);
    }

    #[test]
    fn every_letter_knows_where_it_stood() {
        let text = "Trade **rose**\nby &euro;3m.";
        let found = &blocks(text, true)[0].plain;
        let at = found.text.find("rose").expect("the word");
        assert!(text[found.origin(at)..].starts_with("rose"));
        let at = found.text.find("3m").expect("the figure");
        assert!(text[found.origin(at)..].starts_with("3m"));
    }
}
