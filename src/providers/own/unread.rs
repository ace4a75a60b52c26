//! Columns that nothing is read from: they are named, and they tell repetitions from parts.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::providers::columns::cell;
use crate::providers::door::Door;
use crate::providers::own::aliases::{self, Alias};
use crate::providers::text::cell::clip;

/// The columns of a table that nothing is read from.
pub(crate) struct Unread {
    columns: Vec<Column>,
}

struct Column {
    at: usize,
    name: String,
    /// Its first word, and whether another followed.
    first: Option<String>,
    varies: bool,
    /// Another way of writing what is read: the name beside the code.
    twin: bool,
    /// Row numbers tell no rows apart.
    numbers_rows: bool,
}

const TWINS: [Alias; 7] = [
    aliases::EXPORTER,
    aliases::IMPORTER,
    aliases::REPORTER,
    aliases::PARTNER,
    aliases::FLOW,
    aliases::PRODUCT,
    aliases::PERIOD,
];

impl Unread {
    pub fn of(header: &[String], read: &[usize]) -> Self {
        let unread = |(at, _): &(usize, &String)| !read.contains(at);
        let column = |(at, name): (usize, &String)| Column {
            at,
            name: name.clone(),
            first: None,
            varies: false,
            twin: TWINS
                .iter()
                .any(|alias| !aliases::all(std::slice::from_ref(name), alias).is_empty()),
            numbers_rows: ["", "unnamed: 0", "index", "row", "row_number", "rownames"]
                .contains(&name.trim().to_lowercase().as_str()),
        };
        let columns = header.iter().enumerate().filter(unread).map(column);
        Self {
            columns: columns.collect(),
        }
    }

    /// The cells of a row that are not read, as a number: rows with other cells have another.
    pub fn number(&mut self, cells: &[&str], period: &str) -> u32 {
        let mut hasher = DefaultHasher::new();
        for column in self
            .columns
            .iter_mut()
            .filter(|column| !column.numbers_rows)
        {
            let text = cell(cells, Some(column.at));
            match &column.first {
                None => column.first = Some(text.to_owned()),
                Some(first) => column.varies |= first != text,
            }
            text.hash(&mut hasher);
        }
        // The day of a date is not read either.
        if period.len() > 7 {
            period.hash(&mut hasher);
        }
        hasher.finish() as u32
    }

    /// Names the columns, and the words of those that say the same in every row.
    pub fn tell(&self, door: &mut Door) {
        let named = || self.columns.iter().filter(|column| !column.name.is_empty());
        let names: Vec<&str> = named().map(|column| column.name.as_str()).collect();
        if !names.is_empty() {
            door.remark(format!("columns not used: `{}`", names.join("`, `")));
        }
        let constant = |column: &Column| match &column.first {
            Some(word) if !column.twin && !column.varies && !word.is_empty() => {
                Some(format!("`{}` says `{}`", column.name, clip(word, 40)))
            }
            _ => None,
        };
        let constant: Vec<String> = named().filter_map(constant).collect();
        if !constant.is_empty() {
            door.remark(format!("of these, in every row: {}", constant.join(", ")));
        }
        let varying = |column: &&Column| column.varies && !column.name.is_empty();
        let varying = self.columns.iter().filter(varying);
        door.unread(varying.map(|column| column.name.clone()).collect());
    }
}
