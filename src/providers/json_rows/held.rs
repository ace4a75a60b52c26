//! The rows that a JSON text holds, however it wraps them, and what it says beside them.

use serde_json::value::RawValue;

use super::{Member, Row, unreadable};
use crate::error::Result;
use crate::providers::door::Door;
use crate::providers::json;
use crate::providers::text::cell::clip;
use crate::providers::text::line::Line;

/// Rows, and the words beside them.
pub(super) struct Held {
    pub rows: Vec<(u64, Row)>,
    pub lines: Vec<Line>,
    /// Rows that the text says there are.
    count: Option<u64>,
    /// Keys that say that more rows follow elsewhere.
    more: Vec<String>,
    /// Keys of lists and objects that are not read.
    unread: Vec<String>,
}

/// Keys that a list of rows stands under.
const LISTS: [&str; 5] = ["data", "rows", "records", "result", "items"];

/// Finds the rows in a text that is a list, or an object with one.
pub(super) fn held(text: &str) -> Result<Held> {
    let alone = |rows| Held {
        rows,
        lines: Vec::new(),
        count: None,
        more: Vec::new(),
        unread: Vec::new(),
    };
    if text.trim_start().starts_with('[') {
        return Ok(alone(list(text, None)?));
    }
    let whole: Row = json::parse(text)?;
    let of_lists = |key: &str| LISTS.contains(&key);
    let held = |(key, raw): &&Member| of_lists(key) && raw.get().starts_with('[');
    let mut lists = whole.0.iter().filter(held);
    let (Some((own, raw)), None) = (lists.next(), lists.next()) else {
        return match by_columns(&whole)? {
            Some(rows) => Ok(alone(rows)),
            None => Err(unreadable(&format!(
                "no list of rows under one of the keys {}; write a list of objects",
                LISTS.join(", ")
            ))),
        };
    };
    let columns = whole.0.iter().find(|(key, raw)| {
        ["columns", "header", "fields"].contains(&key.as_str()) && raw.get().starts_with('[')
    });
    let names = columns.and_then(|(_, raw)| serde_json::from_str::<Vec<String>>(raw.get()).ok());
    let mut held = alone(list(raw.get(), names)?);
    for (key, raw) in whole.0.iter().filter(|(key, _)| key != own) {
        held.hear(key, raw);
    }
    Ok(held)
}

impl Held {
    /// Takes a key beside the list: a count, a sign that more follows, or words on the figures.
    fn hear(&mut self, key: &str, raw: &RawValue) {
        let plain = key.to_lowercase().replace(['_', '-'], "");
        let word =
            serde_json::from_str::<String>(raw.get()).unwrap_or_else(|_| raw.get().to_owned());
        if raw.get().starts_with(['[', '{']) {
            if !["columns", "header", "fields"].contains(&plain.as_str()) {
                self.unread.push(key.to_owned());
            }
            return;
        }
        let follows = [
            "next",
            "nextpage",
            "nextlink",
            "hasmore",
            "@odata.nextlink",
            "error",
        ];
        let pages = ["totalpages", "pages", "pagecount", "lastpage"];
        match (plain.as_str(), word.as_str()) {
            (_, "null" | "" | "false") => {}
            ("count" | "total" | "totalcount" | "rowcount", number) => {
                self.count = number.parse().ok()
            }
            (key, _) if follows.contains(&key) => self.more.push(word),
            (key, number) if pages.contains(&key) && number != "1" => self.more.push(word),
            _ => self.lines.push(Line {
                place: format!("key `{key}`"),
                text: format!("{key}: {word}"),
            }),
        }
    }

    /// Tells the door what stands beside the rows.
    pub fn tell(&self, door: &mut Door) -> Result<()> {
        let met = self.rows.len() as u64;
        if let Some(count) = self.count.filter(|count| *count != met) {
            door.remark(format!(
                "it says that there are {count} rows and holds {met}; if it is one page of several, load them all"
            ));
        }
        for more in &self.more {
            door.remark(format!(
                "it says of itself `{}`: rows may be missing; load all pages",
                clip(more, 80)
            ));
        }
        for line in self.lines.iter().take(5) {
            door.remark(format!(
                "beside the rows stands `{}`",
                clip(&line.text, 120)
            ));
        }
        if !self.unread.is_empty() {
            door.remark(format!("keys not read: `{}`", self.unread.join("`, `")));
        }
        Ok(())
    }
}

/// A list of objects, or of lists whose names are given or stand in the first of them.
fn list(text: &str, names: Option<Vec<String>>) -> Result<Vec<(u64, Row)>> {
    let inner = text.trim_start().strip_prefix('[').unwrap_or_default();
    if !inner.trim_start().starts_with('[') {
        return Ok((1..).zip(json::parse::<Vec<Row>>(text)?).collect());
    }
    let mut rows: Vec<Vec<Box<RawValue>>> = json::parse(text)?;
    let names = match names {
        Some(names) => names,
        None => {
            let first = rows.remove(0);
            first
                .iter()
                .map(|raw| serde_json::from_str::<String>(raw.get()))
                .collect::<std::result::Result<_, _>>()
                .map_err(|_| unreadable("the first list should name the columns"))?
        }
    };
    (1..)
        .zip(rows)
        .map(|(place, row)| match row.len() == names.len() {
            true => Ok((place, Row(names.iter().cloned().zip(row).collect()))),
            false => Err(unreadable(&format!(
                "row {place} has {} values where there are {} columns",
                row.len(),
                names.len()
            ))),
        })
        .collect()
}

/// An object of lists, one for each column.
fn by_columns(whole: &Row) -> Result<Option<Vec<(u64, Row)>>> {
    let list = |(key, raw): &Member| {
        let cells: Vec<Box<RawValue>> = serde_json::from_str(raw.get()).ok()?;
        Some((key.clone(), cells))
    };
    let Some(columns) = whole.0.iter().map(list).collect::<Option<Vec<_>>>() else {
        return Ok(None);
    };
    let Some(length) = columns.first().map(|(_, cells)| cells.len()) else {
        return Ok(None);
    };
    if columns.len() < 2 {
        return Ok(None);
    }
    if let Some((name, cells)) = columns.iter().find(|(_, cells)| cells.len() != length) {
        return Err(unreadable(&format!(
            "column `{name}` has {} values where others have {length}",
            cells.len()
        )));
    }
    let row = |at: usize| {
        let cells = columns
            .iter()
            .map(|(name, cells)| (name.clone(), cells[at].clone()));
        Row(cells.collect())
    };
    Ok(Some((1..).zip((0..length).map(row)).collect()))
}
