//! The start of a text, enough to tell what it is.

use crate::error::Result;
use crate::providers::text::cell::unreadable;

/// Text looked at for the separator and the header.
const SAMPLE: usize = 65_536;

/// Refuses what is text but surely no table.
pub fn is_table(text: &str) -> Result<()> {
    let start = text
        .trim_start()
        .get(..15)
        .unwrap_or_default()
        .to_ascii_lowercase();
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        return Err(unreadable(
            "it is a web page, as servers send in place of a file that is gone; fetch it again"
                .to_owned(),
        ));
    }
    match text.trim().is_empty() {
        true => Err(unreadable("it is empty".to_owned())),
        false => Ok(()),
    }
}

/// The first lines of a text, whole.
pub fn sample(text: &str) -> &str {
    for size in [SAMPLE, SAMPLE * 64] {
        let start = &text[..text.floor_char_boundary(size)];
        if start.len() == text.len() {
            return text;
        }
        // Wide tables may have few lines in the first sample.
        if start.matches('\n').nth(20).is_some() || size > SAMPLE {
            return start.rfind('\n').map_or(start, |end| &start[..=end]);
        }
    }
    text
}
