//! Which marks the numbers of a file use, told from all of them together.

use crate::error::Result;
use crate::providers::text::cell::{plain, unreadable};
use crate::providers::text::column::{Column, Seen};
use crate::providers::text::dialect::Hints;
use crate::providers::text::marks::Marks;
use crate::providers::text::record::Separator;

/// One mark this many times as frequent as the other is the file's; the rest are slips, rejected one by one.
const OVERWHELMING: u64 = 20;

/// Fewer figures than this may look grouped by chance.
const ENOUGH: u64 = 3;

/// Evidence gathered over the columns of a file.
#[derive(Debug)]
pub struct Evidence {
    columns: Vec<Column>,
}

impl Evidence {
    /// Codes and dates have points that are no decimal marks, so columns named for them say nothing.
    pub fn new(header: &[String]) -> Self {
        let column = |name: &String| Column {
            is_code: is_code(&plain(name)),
            ..Column::default()
        };
        Self {
            columns: header.iter().map(column).collect(),
        }
    }

    /// Looks at a cell.
    pub fn see(&mut self, column: usize, cell: &str, line: u64) {
        let Some(column) = self.columns.get_mut(column) else {
            return;
        };
        let begins_word = cell.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
        if column.is_code || begins_word {
            return;
        }
        // `£43,564,097` says as much as the figure alone.
        let cell = cell.trim_start_matches(['$', '€', '£', '¥', ' ']);
        // So does one with a flag behind it.
        let cell = cell.trim_end_matches(|c: char| !c.is_ascii_digit());
        let begins_number = |byte: &u8| byte.is_ascii_digit() || b"+-.,\xe2".contains(byte);
        if cell.as_bytes().first().is_some_and(begins_number) {
            column.see(cell, line);
        }
    }

    /// The marks of the file, and remarks on them.
    ///
    /// # Errors
    /// [`crate::error::Error::Unreadable`] if the numbers contradict each other.
    pub fn marks(&self, separator: Separator, hints: &Hints) -> Result<(Marks, Vec<String>)> {
        let columns = || self.columns.iter().filter(|column| !column.is_code);
        let sum = |of: fn(&Column) -> Seen| columns().map(of).fold(Seen::default(), Seen::and);
        let comma = sum(|column| column.comma_decimal.and(column.point_thousands));
        let point = sum(|column| column.point_decimal.and(column.comma_thousands));
        let (comma_either, point_either) = (
            sum(|column| column.comma_either),
            sum(|column| column.point_either),
        );
        let mut remarks = Vec::new();
        // Where commas set fields apart the decimal mark is a point, and three digits behind each comma are no chance.
        let grouped_small = |column: &&Column| {
            column.comma_either.count >= ENOUGH
                && column.comma_decimal.count + column.long_whole.count == 0
        };
        let small = match (separator, comma.count, hints.decimal) {
            (Separator::Byte(b','), 0, None) => columns().find(grouped_small),
            _ => None,
        };
        let decimal = match hints.decimal {
            Some(decimal) => decimal,
            None => decimal(
                comma,
                point,
                comma_either,
                point_either,
                separator,
                &mut remarks,
            )?,
        };
        let grouped = match decimal {
            ',' => columns().any(|column| {
                column.point_thousands.count > 0
                    || (column.point_either.count > 0 && column.comma_decimal.count > 0)
            }),
            _ => columns().any(|column| {
                column.comma_thousands.count > 0
                    || (column.comma_either.count > 0 && column.point_decimal.count > 0)
            }),
        };
        let grouped = grouped || small.is_some_and(|_| decimal == '.');
        let other = if decimal == ',' { '.' } else { ',' };
        let stated = hints.decimal.is_some() && comma_either.and(point_either).count > 0;
        let (space, apostrophe) = (sum(|column| column.space), sum(|column| column.apostrophe));
        let thousands =
            hints
                .thousands
                .or(match (grouped || stated, space.count, apostrophe.count) {
                    (true, ..) => Some(other),
                    (_, 0, 0) => None,
                    (_, space, apostrophe) => Some(if space >= apostrophe { ' ' } else { '\'' }),
                });
        if decimal == ',' && hints.decimal.is_none() {
            let place = match comma.count {
                0 => String::new(),
                _ => format!(", as on line {}", comma.line),
            };
            remarks.push(format!("numbers are read with a decimal comma{place}"));
        }
        if let Some(column) = small {
            remarks.push(format!(
                "numbers such as that on line {} have three digits behind each comma, which is taken to set thousands apart; say `--decimal ,` if it does not",
                column.comma_either.line
            ));
        }
        let slipped = |column: &&Column| {
            let (odd, decimals) = (column.point_either.count, column.point_decimal.count);
            odd > 0 && decimals == 0 && column.whole.count > odd
        };
        if let Some(column) = columns().find(slipped).filter(|_| decimal == '.') {
            remarks.push(format!(
                "numbers with three digits behind a point stand among whole numbers, {} of them, the first on line {}; the point is read as the decimal mark, so mend them if it sets thousands apart",
                column.point_either.count, column.point_either.line
            ));
        }
        if let Some(mark) = thousands.filter(|_| hints.thousands.is_none()) {
            remarks.push(format!("numbers are read with `{mark}` between thousands"));
        }
        Ok((Marks { decimal, thousands }, remarks))
    }
}

fn decimal(
    comma: Seen,
    point: Seen,
    comma_either: Seen,
    point_either: Seen,
    separator: Separator,
    remarks: &mut Vec<String>,
) -> Result<char> {
    let slips = |few: Seen, mark: char| {
        format!(
            "{} numbers use `{mark}` against the rest, the first on line {}; they are rejected",
            few.count, few.line
        )
    };
    match (comma.count, point.count) {
        (0, 0) if comma_either.count > 0 && point_either.count > 0 => Err(unreadable(format!(
            "numbers such as that on line {} and that on line {} can be read two ways; say which mark is the decimal one with `--decimal .` or `--decimal ,`",
            comma_either.line, point_either.line
        ))),
        // `1.234` is a decimal as programs write it, unless the separator speaks of a country of decimal commas.
        (0, 0) if point_either.count > 0 && separator == Separator::Byte(b';') => {
            remarks.push(format!(
                "numbers such as that on line {} can be read two ways and are rejected; say which mark is the decimal one with `--decimal .` or `--decimal ,`",
                point_either.line
            ));
            Ok(',')
        }
        (0, _) => Ok('.'),
        (_, 0) => Ok(','),
        (commas, points) if points >= OVERWHELMING * commas => {
            remarks.push(slips(comma, ','));
            Ok('.')
        }
        (commas, points) if commas >= OVERWHELMING * points => {
            remarks.push(slips(point, '.'));
            Ok(',')
        }
        _ => Err(unreadable(format!(
            "numbers have a decimal comma (line {}) and a decimal point (line {}); say which is right with `--decimal .` or `--decimal ,`",
            comma.line, point.line
        ))),
    }
}

/// What sets thousands apart in figures that cells keep as text, beside numbers with a decimal point.
pub(crate) fn thousands(header: &[String], rows: &[(u64, Vec<String>)]) -> Option<char> {
    let mut evidence = Evidence::new(header);
    for (line, cells) in rows {
        for (column, cell) in cells.iter().enumerate() {
            evidence.see(column, cell, *line);
        }
    }
    let sum = |of: fn(&Column) -> u64| -> u64 {
        let columns = evidence.columns.iter().filter(|column| !column.is_code);
        columns.map(of).sum()
    };
    if sum(|column| column.comma_thousands.count) > 0
        && sum(|column| column.comma_decimal.count) == 0
    {
        return Some(',');
    }
    match (
        sum(|column| column.space.count),
        sum(|column| column.apostrophe.count),
    ) {
        (0, 0) => None,
        (space, apostrophe) => Some(if space >= apostrophe { ' ' } else { '\'' }),
    }
}

/// Whether a column of this name holds codes or dates; one too many here and its numbers would say nothing.
fn is_code(name: &str) -> bool {
    let whole = [
        "product",
        "commodity",
        "cmd",
        "k",
        "time",
        "timeperiod",
        "version",
    ];
    let ends = ["code", "year", "period", "date", "month"];
    let lists = ["hs", "sitc", "cpc", "bec", "isic", "nace", "cn", "kn"];
    let of_list = |list: &&str| {
        let rest = name.strip_prefix(*list);
        rest.is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    whole.contains(&name) || ends.iter().any(|end| name.ends_with(end)) || lists.iter().any(of_list)
}
