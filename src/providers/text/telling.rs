//! What a reading tells the door: guesses, skipped lines, rejected lines.

use crate::providers::door::Door;
use crate::providers::text::cell::{clip, trim};
use crate::providers::text::dialect::Dialect;
use crate::providers::text::document::Document;
use crate::providers::text::layout::Layout;
use crate::providers::text::record::Separator;
use crate::providers::text::survey::{Skip, Survey, Why};

pub fn tell_dialect(document: &Document, dialect: &Dialect, door: &mut Door) {
    let expected = match document.ending().as_str() {
        "tsv" | "tab" => b'\t',
        _ => b',',
    };
    if document.hints().separator.is_none() && dialect.separator != Separator::Byte(expected) {
        door.remark(format!(
            "fields are set apart by {}",
            dialect.separator_name()
        ));
    }
    if dialect.quote == b'\'' {
        door.remark("fields are quoted with apostrophes");
    }
}

pub fn tell_layout(layout: &Layout, dialect: &Dialect, door: &mut Door) {
    if layout.names_separator {
        door.leave_out("a line that names the separator");
    }
    for (at, (line, title)) in layout.preamble.iter().enumerate() {
        door.leave_out("a line above the header");
        if at < 3 {
            door.remark(format!(
                "line {line}, above the header, says `{}`",
                clip(title, 120)
            ));
        }
    }
    if layout.row_names {
        door.remark("the header has one name less than the lines have fields; the first of them is taken for row numbers");
    }
    if let Some((line, units)) = &layout.units {
        door.leave_out("a line of units below the header");
        let said: Vec<&str> = units
            .iter()
            .map(String::as_str)
            .filter(|unit| !unit.is_empty())
            .collect();
        door.remark(format!(
            "line {line}, below the header, gives units: {}",
            clip(&said.join(", "), 120)
        ));
    }
    if layout.header_fields > layout.header.len() || dialect.width > layout.header.len() {
        door.remark(format!(
            "columns without name or value at the end of the lines, {}, are left out",
            dialect.width.max(layout.header_fields) - layout.header.len()
        ));
    }
    let nameless = layout
        .header
        .iter()
        .skip(1)
        .filter(|name| name.is_empty())
        .count();
    if nameless > 0 {
        door.remark(format!(
            "columns without name and without values: {nameless}"
        ));
    }
}

pub fn tell_skip(text: &str, skip: &Skip, width: usize, door: &mut Door) {
    let line = &text[skip.range.clone()];
    match skip.why {
        Why::Blank => door.leave_out("a blank line"),
        Why::Empty => door.leave_out("a line of empty cells"),
        Why::Repeated => door.leave_out("the header, repeated"),
        Why::Comment => door.leave_out("a comment line"),
        Why::Footnote => {
            door.leave_out("a footnote");
            door.remark(format!(
                "the footnote on line {} says `{}`",
                skip.line,
                clip(trim(line), 120)
            ));
        }
        Why::Ragged(found) => {
            let reason = format!(
                "the line has {found} field{} where the others have {width}; quote fields that hold the separator, or complete the line",
                if found == 1 { "" } else { "s" }
            );
            door.reject(skip.line, "", &clip(line, 200), &reason);
        }
        Why::Fault(fault) => {
            let start = text[..fault.at].rfind('\n').map_or(0, |end| end + 1);
            let line_number =
                skip.line + text[skip.range.start..fault.at].matches('\n').count() as u64;
            let character = text[start..fault.at].chars().count() + 1;
            let reason = format!(
                "{}, at character {character}; double it or remove it",
                fault.what
            );
            door.reject(
                line_number,
                "",
                &clip(&text[start..skip.range.end.max(start)], 200),
                &reason,
            );
        }
        // Settled by the survey: a record.
        Why::Lone => {}
    }
}

pub fn tell_text(text: &str, survey: &Survey, door: &mut Door) {
    let marks = text.matches('\u{feff}').count();
    if marks > 0 {
        door.remark(format!("byte-order marks inside the text, as where files were joined: {marks}; they are left out at the edges of cells"));
    }
    if !text.ends_with('\n') && survey.kept + survey.skipped.len() as u64 > 0 {
        door.remark(
            "the last line has no line end; if the file was cut there, its last figure may be too",
        );
    }
}
