//! How delimited text is written: what sets fields apart, and what quotes them.

use crate::error::{Error, Result};
use crate::providers::text::cell::is_number;
pub use crate::providers::text::hints::Hints;
use crate::providers::text::record::{Field, Record, Records, Separator};
use crate::providers::text::score::{score, widths};

/// How fields are set apart and quoted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    pub separator: Separator,
    pub quote: u8,
    /// Fields that most records of the sample have.
    pub width: usize,
}

/// The separators looked for, the one that wins a tie first: tabs never stand within names, bars hardly ever, and a
/// comma does most often.
const SEPARATORS: [u8; 4] = [b'\t', b'|', b';', b','];

impl Dialect {
    /// The dialect of a sample of text, a line that may be cut at its end left out by the caller.
    ///
    /// # Errors
    /// [`Error::Unreadable`] if the text falls into no columns, or the stated separator cannot be one.
    pub fn of(sample: &str, hints: &Hints) -> Result<Self> {
        if let Some(separator) = hints.separator.or_else(|| named(sample)) {
            return Self::stated(sample, separator);
        }
        let quote = quote(sample);
        let mut best: Option<(f64, Self)> = None;
        for separator in SEPARATORS {
            let (score, width) = score(sample, Separator::Byte(separator), quote);
            // The later must be clearly better.
            if score > best.map_or(0.0, |(best, _)| best + 0.02) {
                let separator = Separator::Byte(separator);
                best = Some((
                    score,
                    Self {
                        separator,
                        quote,
                        width,
                    },
                ));
            }
        }
        if let Some((_, dialect)) = best {
            return Ok(dialect);
        }
        spaces(sample).ok_or_else(|| Error::Unreadable {
            reason: "no separator (comma, semicolon, tab or bar) sets the lines apart into columns; name it with `--separator`".to_owned(),
        })
    }

    fn stated(sample: &str, separator: char) -> Result<Self> {
        let byte = u8::try_from(separator).ok().filter(u8::is_ascii);
        let Some(byte) =
            byte.filter(|byte| !byte.is_ascii_alphanumeric() && !b"\"\r\n".contains(byte))
        else {
            return Err(Error::Unreadable {
                reason: format!(
                    "`{separator}` cannot set fields apart; choose `,`, `;`, `|` or a tab"
                ),
            });
        };
        let separator = match byte {
            b' ' => Separator::Spaces,
            byte => Separator::Byte(byte),
        };
        let quote = quote(sample);
        let width = widths(sample, separator, quote).0;
        Ok(Self {
            separator,
            quote,
            width,
        })
    }

    /// The separator in words, for remarks.
    pub fn separator_name(&self) -> String {
        match self.separator {
            Separator::Byte(b'\t') => "tabs".to_owned(),
            Separator::Byte(byte) => format!("`{}`", char::from(byte)),
            Separator::Spaces => "runs of spaces".to_owned(),
        }
    }
}

/// The separator that spreadsheets name in a line of its own: `sep=;`.
pub fn named(text: &str) -> Option<char> {
    let line = text.lines().next()?.trim().trim_matches('"');
    let mut rest = line
        .strip_prefix("sep=")
        .or_else(|| line.strip_prefix("SEP="))?
        .chars();
    let separator = rest.next()?;
    rest.next().is_none().then_some(separator)
}

fn cells<'a>(text: &'a str, fields: &[Field]) -> Vec<&'a str> {
    fields
        .iter()
        .map(|field| text[field.range.clone()].trim())
        .collect()
}

/// The quote: apostrophes only where they open and close fields all through.
fn quote(sample: &str) -> u8 {
    if sample.contains('"') {
        return b'"';
    }
    let edge = |c: Option<char>| {
        c.is_none_or(|c| {
            SEPARATORS.contains(&(c as u32).min(255).try_into().unwrap_or(0))
                || c == '\n'
                || c == '\r'
        })
    };
    let (mut opens, mut closes, mut inner) = (0, 0, 0);
    for (at, _) in sample.match_indices('\'') {
        match (
            edge(sample[..at].chars().next_back()),
            edge(sample[at + 1..].chars().next()),
        ) {
            (true, false) => opens += 1,
            (false, true) => closes += 1,
            _ => inner += 1,
        }
    }
    match opens > 3 && opens == closes && inner * 10 < opens {
        true => b'\'',
        false => b'"',
    }
}

/// Runs of spaces, only where every line falls into the same number of columns and has a number.
fn spaces(sample: &str) -> Option<Dialect> {
    let quote = b'"';
    let mut records = Records::new(sample, Separator::Spaces, quote, 0);
    let (mut fields, mut width, mut met) = (Vec::new(), 0, 0);
    while let Some(Record { range, .. }) = records.next(&mut fields) {
        if sample[range].trim().is_empty() {
            continue;
        }
        let numeric = cells(sample, &fields).iter().any(|cell| is_number(cell));
        if met == 0 {
            width = fields.len();
        }
        if fields.len() != width || (met > 0 && !numeric) || sample.contains('"') {
            return None;
        }
        met += 1;
    }
    let certain = met > 2 && width > 2;
    certain.then_some(Dialect {
        separator: Separator::Spaces,
        quote,
        width,
    })
}
