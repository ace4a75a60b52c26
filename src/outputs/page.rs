//! Pages on paper: as Markdown, and as text for a terminal.

use std::fmt::Write;

use super::markdown::{escape, pipes};
use super::terminal::grid;
use crate::error::Result;
use crate::model::page::{Page, Part};
use crate::model::source::Source;

/// Columns that lines of text are broken at; longer ones are hard to read.
const WIDTH: usize = 96;

/// The page in Markdown, ending in its sources.
///
/// # Errors
/// [`Error::Frame`](crate::error::Error::Frame) for a table with a column that holds neither text
/// nor numbers.
pub fn markdown(page: &Page) -> Result<String> {
    let mut text = format!("# {}\n", escape(&plain(&page.title)));
    for section in &page.sections {
        if !section.heading.is_empty() {
            line(
                &mut text,
                &format!("## {}", escape(&plain(&section.heading))),
            );
        }
        for part in &section.parts {
            let block = match part {
                Part::Paragraph(words) => escape(&plain(words)),
                Part::Quote(words) => format!("> {}", escape(&plain(words))),
                Part::List(items) => bullets(items, |item| escape(&plain(item))),
                Part::Table(table) => pipes(table)?,
            };
            line(&mut text, block.trim_end());
        }
    }
    if !page.sources.is_empty() {
        line(&mut text, "## Sources");
        let sources: Vec<String> = page.sources.iter().map(told).collect();
        line(
            &mut text,
            bullets(&sources, |item| escape(&plain(item))).trim_end(),
        );
    }
    Ok(text)
}

/// The page as lines of text.
///
/// # Errors
/// As [`markdown()`].
pub fn text(page: &Page) -> Result<String> {
    let mut text = wrapped(&plain(&page.title), "");
    for section in &page.sections {
        if !section.heading.is_empty() {
            line(&mut text, wrapped(&plain(&section.heading), "").trim_end());
        }
        for part in &section.parts {
            let block = match part {
                Part::Paragraph(words) => wrapped(&plain(words), "  "),
                Part::Quote(words) => wrapped(&format!("“{}”", plain(words)), "  "),
                Part::List(items) => items.iter().map(|item| item_lines(item)).collect(),
                Part::Table(table) => grid(table)?,
            };
            match part {
                Part::Table(_) => line(&mut text, block.trim_end()),
                _ => text.push_str(&block),
            }
        }
    }
    if !page.sources.is_empty() {
        text.push('\n');
        for source in &page.sources {
            text.push_str(&wrapped(&format!("Source: {}", told(source)), ""));
        }
    }
    Ok(text)
}

fn line(text: &mut String, block: &str) {
    // Writing to a string cannot fail.
    _ = writeln!(text, "\n{block}");
}

fn bullets(items: &[String], written: impl Fn(&String) -> String) -> String {
    items
        .iter()
        .map(|item| format!("- {}\n", written(item)))
        .collect()
}

fn item_lines(item: &str) -> String {
    let wish = textwrap::Options::new(WIDTH)
        .initial_indent("  - ")
        .subsequent_indent("    ")
        .break_words(false);
    format!("{}\n", textwrap::fill(&plain(item), wish))
}

fn wrapped(words: &str, indent: &str) -> String {
    let wish = textwrap::Options::new(WIDTH)
        .initial_indent(indent)
        .subsequent_indent(indent)
        .break_words(false);
    format!("{}\n", textwrap::fill(words, wish))
}

fn told(source: &Source) -> String {
    format!("{} ({}), {}.", source.publisher, source.id, source.title)
}

/// Without control characters, none of which reaches a terminal or a page.
fn plain(words: &str) -> String {
    words
        .chars()
        .filter(|letter| !letter.is_control())
        .collect()
}
