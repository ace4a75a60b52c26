//! The simple way: every row split and read, sums in maps.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use bilat::store::raw::{By, RawFiles, Route, Row};
use tempfile::TempDir;

/// A row as numbers, not yet written down.
pub type Plain = Row;

/// How a file writes its rows.
#[derive(Debug, Clone)]
pub struct Style {
    /// The order of the columns, as letters of `tijkvq`.
    pub columns: String,
    pub separator: char,
    pub quotes: Quotes,
    pub line_end: &'static str,
    /// Products of chapters 1 to 9 with five digits.
    pub short: bool,
    pub old_name: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Quotes {
    None,
    Quantity,
    All,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            columns: "tijkvq".to_owned(),
            separator: ',',
            quotes: Quotes::None,
            line_end: "\n",
            short: false,
            old_name: false,
        }
    }
}

/// Writes rows down as BACI does, in the style wanted.
pub fn written(rows: &[Plain], style: &Style) -> String {
    let separator = style.separator.to_string();
    let header: Vec<&str> = style
        .columns
        .split("")
        .filter(|name| !name.is_empty())
        .map(|name| {
            if style.old_name && name == "k" {
                "hs6"
            } else {
                name
            }
        })
        .collect();
    let mut text = header.join(&separator) + style.line_end;
    for row in rows {
        let cells: Vec<String> = style
            .columns
            .chars()
            .map(|column| cell(row, column, style))
            .collect();
        write!(text, "{}{}", cells.join(&separator), style.line_end).expect("memory");
    }
    text
}

fn cell(row: &Plain, column: char, style: &Style) -> String {
    let quoted = match style.quotes {
        Quotes::None => false,
        Quotes::Quantity => column == 'q' && !row.product.is_multiple_of(3),
        Quotes::All => true,
    };
    let text = match column {
        't' => row.year.to_string(),
        'i' => row.exporter.to_string(),
        'j' => row.importer.to_string(),
        'k' if style.short => row.product.to_string(),
        'k' => format!("{:06}", row.product),
        'v' => amount(row.value, row.product),
        _ => amount(row.quantity, row.product + 1),
    };
    if quoted { format!("\"{text}\"") } else { text }
}

/// A number of thousandths in one of the ways it can be written; `how` chooses.
fn amount(number: Option<i64>, how: u32) -> String {
    let Some(number) = number else {
        return ["", "NA", "          NA"][how as usize % 3].to_owned();
    };
    let full = format!("{}.{:03}", number / 1000, number % 1000);
    let lean = full.trim_end_matches('0').trim_end_matches('.').to_owned();
    match how % 5 {
        0 => format!("{full:>13}"),
        1 => lean,
        2 => format!("{full}00"),
        _ => full,
    }
}

/// Numbers from a seed, the same everywhere.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// Countries and products of made-up rows; few, so that they meet.
pub const COUNTRIES: [u16; 9] = [4, 8, 36, 156, 251, 490, 699, 842, 894];

/// So many different rows, sorted by year, exporter, importer and product.
pub fn made_up(seed: u64, count: usize, years: std::ops::RangeInclusive<u16>) -> Vec<Plain> {
    let mut dice = Dice(seed);
    let mut rows = BTreeMap::new();
    let span = u64::from(years.end() - years.start()) + 1;
    for _ in 0..count {
        let mut country = || COUNTRIES[dice.below(9) as usize];
        let (exporter, importer) = (country(), country());
        let year = years.start() + dice.below(span) as u16;
        let product = 10_100 + dice.below(60) as u32 * 16_321 % 989_000;
        let mut amount = |missing: u64| {
            let size = [10, 1_000, 1_000_000, 100_000_000_000][dice.below(4) as usize];
            let number = dice.below(size) as i64;
            (dice.below(missing) > 0).then_some(number)
        };
        let row = Row {
            year,
            exporter,
            importer,
            product,
            value: amount(50),
            quantity: amount(6),
        };
        rows.insert((year, exporter, importer, product), row);
    }
    rows.into_values().collect()
}

/// Puts rows in an order of no meaning.
pub fn shuffle(rows: &mut [Plain], seed: u64) {
    let mut dice = Dice(seed);
    for at in (1..rows.len()).rev() {
        rows.swap(at, dice.below(at as u64 + 1) as usize);
    }
}

/// The rows of some routes, sorted.
pub fn picked(rows: &[Plain], routes: &[Route]) -> Vec<Plain> {
    let takes = |row: &Plain, route: &Route| {
        route.exporter.is_none_or(|code| code == row.exporter)
            && route.importer.is_none_or(|code| code == row.importer)
    };
    let mut picked: Vec<Plain> = rows
        .iter()
        .filter(|row| routes.iter().any(|route| takes(row, route)))
        .copied()
        .collect();
    picked.sort_unstable();
    picked
}

/// Value, quantity, rows, rows without value, rows without quantity.
pub type Sums = BTreeMap<(u16, u16, u32), (i128, i128, u32, u32, u32)>;

pub fn sums(rows: &[Plain], by: By) -> Sums {
    let mut sums = Sums::new();
    for row in rows {
        let (first, second) = match by {
            By::Pair => (row.exporter, u32::from(row.importer)),
            By::ExporterProduct => (row.exporter, row.product),
            By::ImporterProduct => (row.importer, row.product),
        };
        let sum = sums.entry((row.year, first, second)).or_default();
        sum.0 += i128::from(row.value.unwrap_or_default());
        sum.1 += i128::from(row.quantity.unwrap_or_default());
        sum.2 += 1;
        sum.3 += u32::from(row.value.is_none());
        sum.4 += u32::from(row.quantity.is_none());
    }
    sums
}

/// A folder of files that goes when it is done with.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(TempDir::new().expect("a temporary folder"))
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn with(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        fs::write(&path, content).expect("a written file");
        path
    }
}

/// Opens files that must all be understood.
pub fn open(paths: &[PathBuf]) -> RawFiles {
    let (files, refused) = RawFiles::open(paths);
    assert!(refused.is_empty(), "{refused:?}");
    files
}
