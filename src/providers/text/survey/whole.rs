//! What only shows when all records were seen: footnotes, a second unit, a text that is no table.

use super::{Survey, Why};
use crate::error::Result;
use crate::providers::text::cell::{clip, unreadable};
use crate::providers::text::footnote::is_note;
use crate::providers::text::layout::Layout;
use crate::providers::text::unit::Unit;

impl Survey {
    /// Tells the footnotes among what follows the last record.
    pub(super) fn settle(&mut self, text: &str) {
        let tail = self
            .skipped
            .partition_point(|skip| skip.range.start <= self.last);
        let mut apart = false;
        for skip in &mut self.skipped[tail..] {
            match skip.why {
                Why::Blank | Why::Empty => apart = true,
                Why::Ragged(_) | Why::Lone if is_note(&text[skip.range.clone()], apart) => {
                    skip.why = Why::Footnote;
                    apart = true;
                }
                _ => apart = false,
            }
        }
    }

    /// Hands lone cells on as records, and refuses those that say a unit: what follows is counted in another.
    pub(super) fn one_unit(&mut self, text: &str) -> Result<()> {
        for skip in &self.skipped {
            let line = text[skip.range.clone()].trim_matches(['"', ',', ';', '\t', '|', ' ', '\r']);
            let within =
                matches!(skip.why, Why::Lone | Why::Ragged(1)) && skip.range.start < self.last;
            if within && Unit::read(line).is_some() {
                return Err(unreadable(format!(
                    "line {} says `{}`, so the lines below it are counted in another unit; put each table in a file of its own",
                    skip.line,
                    clip(line, 40)
                )));
            }
        }
        let before = self.skipped.len();
        self.skipped.retain(|skip| skip.why != Why::Lone);
        self.kept += (before - self.skipped.len()) as u64;
        Ok(())
    }

    /// Refuses a text that cannot be trusted to be one table.
    pub(super) fn trusted(&self, width: usize, layout: &Layout) -> Result<()> {
        if layout.header.len() > width {
            return Err(unreadable(format!(
                "line {} names {} columns but most lines have {width} fields; quote fields that hold the separator, or complete the lines",
                layout.header_line,
                layout.header.len()
            )));
        }
        let ragged = || {
            self.skipped
                .iter()
                .filter(|skip| matches!(skip.why, Why::Ragged(_)))
        };
        if let Some(first) = ragged()
            .next()
            .filter(|_| ragged().count() as u64 > self.kept)
        {
            return Err(unreadable(format!(
                "most lines do not have the {width} fields of the others, the first is line {}; quote fields that hold the separator, or name the separator with `--separator`",
                first.line
            )));
        }
        if self.kept == 0 {
            let line = layout.header_line;
            return Err(unreadable(format!(
                "no record stands below the header on line {line}; `{}`",
                clip(&layout.header.join(" "), 80)
            )));
        }
        Ok(())
    }
}
