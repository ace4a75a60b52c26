//! A paragraph or heading with its markup taken off, which remembers where each letter stood.

/// Text without markup.
#[derive(Debug, Clone, Default)]
pub(super) struct Plain {
    pub(super) text: String,
    /// For each byte of `text`, the byte of the document it comes from.
    origin: Vec<usize>,
}

impl Plain {
    pub(super) fn push(&mut self, letter: char, at: usize) {
        // A space that does not break keeps digits together; all others are one.
        if letter.is_whitespace() && !joins_digits(letter) {
            return self.space(at);
        }
        self.text.push(letter);
        self.origin.resize(self.text.len(), at);
    }

    /// A space, unless one stands there or nothing does.
    pub(super) fn space(&mut self, at: usize) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
            self.origin.push(at);
        }
    }

    /// The byte of the document that a byte of the text comes from.
    pub(super) fn origin(&self, byte: usize) -> usize {
        self.origin.get(byte).copied().unwrap_or_default()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The spaces that group the digits of a number.
pub(super) const fn joins_digits(letter: char) -> bool {
    matches!(letter, '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// A heading or a paragraph; items of a list are paragraphs.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// 1 for the title of the document, 2 and more below.
    pub(super) heading: Option<usize>,
    pub(super) plain: Plain,
}

/// Blocks as they are gathered.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    pub(super) done: Vec<Block>,
    pub(super) open: Plain,
}

impl Blocks {
    /// Ends the block that is open, as a heading or as a paragraph.
    pub(super) fn close(&mut self, heading: Option<usize>) {
        let plain = std::mem::take(&mut self.open);
        if !plain.is_blank() {
            self.done.push(Block { heading, plain });
        }
    }
}
