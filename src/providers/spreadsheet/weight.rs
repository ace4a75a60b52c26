//! How large a zipped workbook is, before anything of it is built.

use std::io::{Cursor, Read, copy, sink};

use crate::error::Result;
use crate::providers::spreadsheet::limits::{MOST_BYTES, MOST_CELLS, damaged, too_large};
use crate::providers::text::document::Document;

/// Refuses a zipped workbook that is larger unpacked than any table of trade, and one whose sheets
/// repeat cells beyond measure, as OpenDocument may.
pub(super) fn weigh(document: &Document) -> Result<()> {
    let mut archive = zip::ZipArchive::new(Cursor::new(document.bytes())).map_err(damaged)?;
    let mut bytes = 0;
    for index in 0..archive.len() {
        let member = archive.by_index(index).map_err(damaged)?;
        let is_content = member.name().is_ok_and(|name| name == "content.xml");
        let mut limited = member.take(MOST_BYTES - bytes + 1);
        if is_content {
            let mut text = Vec::new();
            limited.read_to_end(&mut text).map_err(damaged)?;
            bytes += text.len() as u64;
            if spanned(&String::from_utf8_lossy(&text)) > MOST_CELLS {
                return Err(too_large());
            }
        } else {
            bytes += copy(&mut limited, &mut sink()).map_err(damaged)?;
        }
        if bytes > MOST_BYTES {
            return Err(too_large());
        }
    }
    Ok(())
}

/// Cells that the sheets of an OpenDocument span once repeated cells and rows are written out.
fn spanned(xml: &str) -> u64 {
    let repeated = |tag: &str, attribute: &str| {
        let after = tag.split_once(attribute).map(|(_, after)| after);
        let digits = after.and_then(|after| after.split('"').nth(1));
        digits
            .and_then(|digits| digits.parse::<u64>().ok())
            .unwrap_or(1)
    };
    let (mut total, mut rows, mut width, mut pending) = (0_u64, 1_u64, 0_u64, 0_u64);
    for tag in xml.split('<') {
        if tag.starts_with("table:table-row") {
            (rows, width, pending) = (repeated(tag, "number-rows-repeated"), 0, 0);
        } else if tag.starts_with("table:table-cell") || tag.starts_with("table:covered-table-cell")
        {
            pending += repeated(tag, "number-columns-repeated").min(20_000);
            // Empty cells at the end of a row are dropped; only those before a filled one count.
            if tag.contains("value") || tag.contains("formula") || !tag.trim_end().ends_with("/>") {
                (width, pending) = (width + pending, 0);
            }
        } else if tag.starts_with("/table:table-row") {
            total = total.saturating_add(rows.saturating_mul(width));
        }
    }
    total
}
