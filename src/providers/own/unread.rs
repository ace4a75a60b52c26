//! Columns of a user's own table that nothing is read from: they are named, they tell repetitions from
//! parts, and what one of them says in every row is quoted.

use crate::providers::columns::cell;
use crate::providers::door::Door;
use crate::providers::own::aliases::{self, Alias};
use crate::providers::text::cell::clip;
use crate::providers::unread::Unread;

/// The columns of a table that nothing is read from.
pub(crate) struct Rest {
    named: Unread,
    /// The same, and the column of dates, whose days are not read either.
    telling: Unread,
    constants: Vec<Constant>,
}

/// A column that may say one thing in every row.
struct Constant {
    column: usize,
    name: String,
    word: Option<String>,
    varies: bool,
}

/// Meanings whose names and codes stand side by side: a second writing of what is read says nothing new.
const TWINS: [Alias; 7] = [
    aliases::EXPORTER,
    aliases::IMPORTER,
    aliases::REPORTER,
    aliases::PARTNER,
    aliases::FLOW,
    aliases::PRODUCT,
    aliases::PERIOD,
];

impl Rest {
    /// The columns that are not among those `read`; `dates` is a column of days, of which the month is read.
    pub fn of(header: &[String], read: &[usize], dates: Option<usize>) -> Self {
        let named = header.iter().cloned().enumerate();
        let unread = named.filter(|(column, name)| !read.contains(column) && !name.is_empty());
        let unread: Vec<(usize, String)> = unread.collect();
        let telling = unread.iter().filter(|(_, name)| !numbers_rows(name));
        let dates = dates.map(|column| (column, header[column].clone()));
        let twin = |name: &String| {
            let name = std::slice::from_ref(name);
            TWINS
                .iter()
                .any(|alias| !aliases::all(name, alias).is_empty())
        };
        let constants = unread.iter().filter(|(_, name)| !twin(name));
        Self {
            telling: Unread::over(telling.cloned().chain(dates).collect()),
            constants: constants
                .map(|(column, name)| Constant {
                    column: *column,
                    name: name.clone(),
                    word: None,
                    varies: false,
                })
                .collect(),
            named: Unread::over(unread),
        }
    }

    /// Hears a row.
    pub fn hear(&mut self, cells: &[&str]) {
        for constant in self
            .constants
            .iter_mut()
            .filter(|constant| !constant.varies)
        {
            let text = cell(cells, Some(constant.column));
            match &constant.word {
                None => constant.word = Some(text.to_owned()),
                Some(word) => constant.varies = word != text,
            }
        }
    }

    /// Tells the door what tells the observation to come from others.
    pub fn note(&mut self, cells: &[&str], door: &mut Door) {
        self.telling.note(cells, door);
    }

    /// Names the columns, and the words of those that say the same in every row.
    pub fn tell(&self, door: &mut Door) {
        self.named.tell(door);
        let said = |constant: &Constant| match &constant.word {
            Some(word) if !constant.varies && !word.is_empty() => {
                Some(format!("`{}` says `{}`", constant.name, clip(word, 40)))
            }
            _ => None,
        };
        let said: Vec<String> = self.constants.iter().filter_map(said).collect();
        if !said.is_empty() {
            door.remark(format!("of these, in every row: {}", said.join(", ")));
        }
    }
}

/// Whether a column numbers the rows, which tells no two of them apart.
fn numbers_rows(name: &str) -> bool {
    let lower = name.trim().to_lowercase();
    ["unnamed: 0", "index", "row", "row_number", "rownames"].contains(&lower.as_str())
}
