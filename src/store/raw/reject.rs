//! Rows that could not be read.

use super::row::Fault;

/// A row that could not be read, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    pub file: String,
    /// Line of the file; the header is line 1.
    pub line: u64,
    /// Column at fault; empty where the number of fields is.
    pub column: String,
    pub text: String,
    /// Follows the text in a sentence.
    pub reason: String,
}

/// The rows that could not be read: every one counted, the first so many kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rejects {
    pub count: u64,
    /// In the order of the file, at most [`KEPT`](Self::KEPT).
    pub first: Vec<Reject>,
}

impl Rejects {
    /// A file without one good row must not fill the memory.
    pub const KEPT: usize = 10_000;

    /// Counts a row, and keeps it if it is among the first.
    pub fn add(&mut self, reject: Reject) {
        self.count += 1;
        if self.first.len() < Self::KEPT {
            self.first.push(reject);
        }
    }

    /// Takes a fault in; its file is named when the whole is known.
    pub(super) fn push(&mut self, line: u64, fault: Fault) {
        self.add(Reject {
            file: String::new(),
            line,
            column: fault.field.map_or("", |field| field.name()).to_owned(),
            text: fault.text,
            reason: fault.reason,
        });
    }

    /// Names the file they are of.
    pub(super) fn name(&mut self, file: &str) {
        for reject in &mut self.first {
            file.clone_into(&mut reject.file);
        }
    }

    /// Adds those of the next part of a file, which begins after `lines` lines.
    pub(super) fn follow(&mut self, next: Self, lines: u64) {
        self.count += next.count;
        let room = Self::KEPT.saturating_sub(self.first.len());
        let moved = next.first.into_iter().map(|reject| Reject {
            line: reject.line + lines,
            ..reject
        });
        self.first.extend(moved.take(room));
    }
}
