//! Records of delimited text, one at a time, with what is wrong with their quotes.
//!
//! Readers of CSV forgive a stray quote and may swallow half a file with it. Here the line it opens on is faulty and
//! the next line begins afresh.

mod spaced;

use std::ops::Range;

/// Longest quoted field. A quote that closes later than this was never meant to open.
const LONGEST: usize = 1 << 20;

/// How fields are set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    Byte(u8),
    /// Runs of spaces, as in printed tables; nothing is quoted there.
    Spaces,
}

/// A field: where its text stands, and whether quotes in it are doubled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    pub range: Range<usize>,
    pub doubled: bool,
}

/// What is wrong with a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// Place of the quote in the text, in bytes.
    pub at: usize,
    pub what: &'static str,
}

/// A record, without its fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// Its text, line end left out.
    pub range: Range<usize>,
    /// Physical line it begins on.
    pub line: u64,
    pub fault: Option<Fault>,
}

/// Reads records one after the other.
#[derive(Debug, Clone)]
pub struct Records<'a> {
    text: &'a str,
    pub at: usize,
    pub line: u64,
    separator: Separator,
    quote: u8,
    /// Fields that records should have, to tell a stray quote from a field with line breaks.
    width: usize,
}

impl<'a> Records<'a> {
    pub fn new(text: &'a str, separator: Separator, quote: u8, width: usize) -> Self {
        Self {
            text,
            at: 0,
            line: 1,
            separator,
            quote,
            width,
        }
    }

    /// The next record, its fields put into `fields`.
    pub fn next(&mut self, fields: &mut Vec<Field>) -> Option<Record> {
        fields.clear();
        if self.at >= self.text.len() {
            return None;
        }
        match self.separator {
            Separator::Byte(separator) => Some(self.delimited(separator, fields)),
            Separator::Spaces => Some(self.spaced(fields)),
        }
    }

    fn delimited(&mut self, separator: u8, fields: &mut Vec<Field>) -> Record {
        let bytes = self.text.as_bytes();
        let (start, line) = (self.at, self.line);
        let mut fault = None;
        let mut at = start;
        loop {
            let opening = self.opening(at, separator);
            let end = match opening.map(|open| self.quoted(start, open, separator, fields)) {
                Some(Ok(end)) => end,
                Some(Err(what)) => return self.faulty(start, line, opening.unwrap_or(at), what),
                None => {
                    let from = at;
                    let stops = |byte: &u8| *byte == separator || *byte == b'\n' || *byte == b'"';
                    loop {
                        let found = bytes[at..].iter().position(stops);
                        at = found.map_or(bytes.len(), |found| at + found);
                        if bytes.get(at) != Some(&b'"') || separator == b'"' {
                            break;
                        }
                        if self.quote == b'"' && fault.is_none() {
                            let what = "a quote stands inside a field that does not begin with one";
                            fault = Some(Fault { at, what });
                        }
                        at += 1;
                    }
                    let to = before_return(bytes, from, at);
                    fields.push(Field {
                        range: from..to,
                        doubled: false,
                    });
                    at
                }
            };
            if bytes.get(end) == Some(&separator) {
                at = end + 1;
                continue;
            }
            self.at = end + 1;
            self.line += 1;
            let range = start..before_return(bytes, start, end);
            return Record { range, line, fault };
        }
    }

    /// Where a quote opens the field that begins `at`; spaces may stand before it.
    fn opening(&self, mut at: usize, separator: u8) -> Option<usize> {
        let bytes = self.text.as_bytes();
        if bytes.get(at) == Some(&0xEF) && bytes[at..].starts_with("\u{feff}".as_bytes()) {
            at += 3;
        }
        while bytes.get(at) == Some(&b' ') && separator != b' ' {
            at += 1;
        }
        (bytes.get(at) == Some(&self.quote)).then_some(at)
    }

    /// Reads a quoted field and gives the place after it, which is a separator or the end of the line.
    fn quoted(
        &mut self,
        start: usize,
        open: usize,
        separator: u8,
        fields: &mut Vec<Field>,
    ) -> Result<usize, &'static str> {
        let bytes = self.text.as_bytes();
        let (mut at, mut doubled) = (open + 1, false);
        let close = loop {
            let Some(found) = bytes[at..].iter().position(|byte| *byte == self.quote) else {
                return Err("a quote opens here and never closes");
            };
            at += found;
            if at - open > LONGEST {
                return Err("a quote opens here and does not close within reach");
            }
            if bytes.get(at + 1) != Some(&self.quote) {
                break at;
            }
            doubled = true;
            at += 2;
        };
        let spaces = bytes[close + 1..].iter().take_while(|byte| **byte == b' ');
        let mut end = close + 1 + spaces.count();
        if bytes.get(end) == Some(&b'\r') && matches!(bytes.get(end + 1), None | Some(b'\n')) {
            end += 1;
        }
        if !matches!(bytes.get(end), None | Some(b'\n')) && bytes[end] != separator {
            return Err("a quote opens here, and text follows where it closes");
        }
        let inside = &bytes[open + 1..close];
        let breaks = inside.iter().filter(|byte| **byte == b'\n').count();
        if breaks > 0 && self.swallows(start, open, close, separator) {
            return Err("a quote opens here and would swallow whole lines");
        }
        self.line += breaks as u64;
        fields.push(Field {
            range: open + 1..close,
            doubled,
        });
        Ok(end)
    }

    /// Whether the lines within a quoted field are records of their own.
    fn swallows(&self, start: usize, open: usize, close: usize, separator: u8) -> bool {
        if self.width < 3 {
            return false;
        }
        let bytes = self.text.as_bytes();
        let rest = bytes[close..].iter().position(|byte| *byte == b'\n');
        let end = rest.map_or(bytes.len(), |rest| close + rest);
        let first = bytes[..open].iter().rposition(|byte| *byte == b'\n');
        let begin = first.map_or(0, |first| first + 1).max(start);
        let full = |line: &&[u8]| {
            let separators = line.iter().filter(|byte| **byte == separator).count();
            separators + 1 == self.width
        };
        let lines: Vec<&[u8]> = bytes[begin..end].split(|byte| *byte == b'\n').collect();
        let inner = lines.len().saturating_sub(2);
        lines.iter().skip(1).take(inner).any(full) || lines.iter().all(full)
    }

    /// Gives up on a record, and goes on with the line after the quote.
    fn faulty(&mut self, start: usize, line: u64, at: usize, what: &'static str) -> Record {
        let bytes = self.text.as_bytes();
        let rest = bytes[at..].iter().position(|byte| *byte == b'\n');
        let end = rest.map_or(bytes.len(), |rest| at + rest);
        self.at = end + 1;
        self.line += 1;
        Record {
            range: start..before_return(bytes, start, end),
            line,
            fault: Some(Fault { at, what }),
        }
    }
}

/// The end of a field or line, a carriage return before its line feed left out.
fn before_return(bytes: &[u8], from: usize, to: usize) -> usize {
    let ends = matches!(bytes.get(to), None | Some(b'\n'));
    match ends && to > from && bytes[to - 1] == b'\r' {
        true => to - 1,
        false => to,
    }
}
