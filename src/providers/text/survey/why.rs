//! Why a record is not handed on, as far as it says so itself.

use super::Survey;
use crate::error::Result;
use crate::providers::text::cell::{clip, is_number, trim, unreadable};
use crate::providers::text::period::period;
use crate::providers::text::record::{Fault, Field, Record};

/// Stray quotes after which the quoting of a file is not to be trusted.
const QUOTES: usize = 1000;

/// Why a record is not handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    Blank,
    /// Separators alone.
    Empty,
    Repeated,
    Comment,
    Footnote,
    Ragged(usize),
    Fault(Fault),
    /// Only its first cell is filled, with words: a footnote if it stands at the end, else a record.
    Lone,
}

impl Survey {
    /// Why a record is not handed on, if it is not.
    pub(super) fn why(
        &mut self,
        text: &str,
        record: &Record,
        fields: &[Field],
        width: usize,
        names: &[String],
    ) -> Result<Option<Why>> {
        if let Some(fault) = record.fault {
            self.quotes += 1;
            if self.quotes > QUOTES {
                return Err(unreadable(format!(
                    "more than {QUOTES} lines have stray quotes, the latest is line {}; write the file again with quotes doubled inside fields",
                    record.line
                )));
            }
            return Ok(Some(Why::Fault(fault)));
        }
        let cell = |at: usize| {
            fields
                .get(at)
                .map_or("", |field| trim(&text[field.range.clone()]))
        };
        let first = cell(0);
        if first.is_empty()
            && fields
                .iter()
                .all(|field| trim(&text[field.range.clone()]).is_empty())
        {
            return Ok(Some(if fields.len() > 1 {
                Why::Empty
            } else {
                Why::Blank
            }));
        }
        if fields.len() != width {
            let comment = first.starts_with('#') && fields.len() == 1;
            return Ok(Some(if comment {
                Why::Comment
            } else {
                Why::Ragged(fields.len())
            }));
        }
        let named = |at: usize| {
            let cell = cell(at);
            let is = |name: &String| match cell.is_ascii() {
                true => cell.eq_ignore_ascii_case(name),
                false => name.len() == cell.len() && *name == cell.to_lowercase(),
            };
            !cell.is_empty() && names.iter().any(is)
        };
        if named(0) || named(1) {
            let equal = (0..names.len())
                .filter(|at| cell(*at).to_lowercase() == names[*at])
                .count();
            if equal == names.len() {
                return Ok(Some(Why::Repeated));
            }
            let any = (0..fields.len()).filter(|at| named(*at)).count();
            if any > 1 && any * 2 >= names.len() {
                return Err(unreadable(format!(
                    "line {} looks like the header of a second table; put each table in a file of its own",
                    record.line
                )));
            }
        }
        let lone = width > 2
            && !first.is_empty()
            && !is_number(first)
            && (1..width).all(|at| cell(at).is_empty());
        Ok((lone && period(first).is_none()).then_some(Why::Lone))
    }
}

/// Refuses values in columns that have no name, except a first column of row numbers.
pub(super) fn named(
    text: &str,
    record: &Record,
    fields: &[Field],
    nameless: &[usize],
) -> Result<()> {
    for at in nameless {
        let cell = trim(&text[fields[*at].range.clone()]);
        if !cell.is_empty() {
            return Err(unreadable(format!(
                "line {}: column {} holds `{}` but the header does not name it; name every column in one line, or quote fields that hold the separator",
                record.line,
                at + 1,
                clip(cell, 40)
            )));
        }
    }
    Ok(())
}
