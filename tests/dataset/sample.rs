//! Rows made up by a seed, stores of them, and the plain way to sum them.

use std::collections::BTreeMap;
use std::path::Path;

use bilat::Result;
use bilat::model::period::{first_day, to_days};
use bilat::model::source::{Kind, Side};
use bilat::store::dataset::*;

use super::wish::wish;

/// A row in plain words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Plain {
    pub year: i32,
    pub exporter: String,
    pub importer: String,
    pub product: String,
    pub side: &'static str,
    pub value: Option<i64>,
    pub quantity: Option<i64>,
}

/// Numbers that look random and are the same every time.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6364136223846793005)
            .wrapping_add(1442695040888963407);
        (self.0 >> 33) % end
    }
}

const AREAS: [&str; 9] = [
    "CHN", "NOR", "DEU", "DEU.1", "USA", "AFG", "ZWE", "BEL", "N999",
];

/// Rows of a year, each key once, in no order.
pub fn rows(year: i32, count: usize, seed: u64) -> Vec<Plain> {
    let mut dice = Dice(seed.wrapping_mul(977) + year as u64);
    let mut rows = BTreeMap::new();
    while rows.len() < count {
        let area = |dice: &mut Dice| AREAS[dice.below(9) as usize].to_owned();
        let key = (
            area(&mut dice),
            area(&mut dice),
            format!("{:02}{:04}", 1 + dice.below(97), dice.below(60) * 10),
            ["reconciled", "exporter"][usize::from(dice.below(50) == 0)],
        );
        let value = match dice.below(20) {
            0 => None,
            1 => Some(-(dice.below(1000) as i64)),
            2 => Some(dice.below(1 << 30) as i64 * 50_000),
            _ => Some(dice.below(10_000_000) as i64),
        };
        let quantity = (dice.below(3) > 0).then(|| dice.below(1 << 20) as i64);
        rows.insert(key, (value, quantity, dice.below(1 << 30)));
    }
    let mut rows: Vec<(u64, Plain)> = rows
        .into_iter()
        .map(
            |((exporter, importer, product, side), (value, quantity, place))| {
                let plain = Plain {
                    year,
                    exporter,
                    importer,
                    product,
                    side,
                    value,
                    quantity,
                };
                (place, plain)
            },
        )
        .collect();
    rows.sort();
    rows.into_iter().map(|(_, plain)| plain).collect()
}

pub fn push(intake: &mut Intake<'_>, row: &Plain) -> Result<()> {
    let row = Row {
        period: to_days(first_day(row.year)),
        exporter: intake.area(&row.exporter),
        importer: intake.area(&row.importer),
        side: row.side.parse::<Side>()?,
        kind: Kind::Total,
        product: intake.product(&row.product),
        value: row.value,
        quantity: row.quantity,
        unit: intake.unit("t"),
    };
    intake.push(row)
}

pub fn input(name: &str, content: u64) -> Input {
    Input {
        name: name.to_owned(),
        bytes: 1,
        sha256: format!("{content:064x}"),
        version: String::new(),
        rows: 0,
        rejected: 0,
    }
}

/// Adds rows to a store as the file `name`.
pub fn fill(
    root: &Path,
    wish: Wish<'_>,
    name: &str,
    content: u64,
    rows: &[Plain],
) -> Result<Added> {
    let mut import = Import::begin(&Store::at(root), wish)?;
    import.add(&[input(name, content)], |intake| {
        rows.iter().try_for_each(|row| push(intake, row))
    })
}

/// A store of one vintage with these rows.
pub fn store(rows: &[Plain]) -> (tempfile::TempDir, Vintage) {
    let folder = tempfile::tempdir().expect("folder");
    fill(folder.path(), wish("one"), "a.csv", 1, rows).expect("import");
    let vintage = Store::at(folder.path()).vintage().expect("vintage");
    (folder, vintage)
}

/// A figure in plain words: its key, then value, rows, missing, quantity and the value before.
pub type Figured = (
    (i32, String, String, String, String),
    (Option<i64>, Option<u32>, u32, Option<i64>, Option<i64>),
);

/// What `query` gives, the plain way: every row looked at.
pub fn reference(rows: &[Plain], query: &Query) -> Vec<Figured> {
    let among = |wanted: &Option<Vec<String>>, code: &String| {
        wanted.as_ref().is_none_or(|wanted| wanted.contains(code))
    };
    let mut sums: BTreeMap<_, (Option<i64>, u32, u32, Option<i64>)> = BTreeMap::new();
    for row in rows {
        let starts = |wanted: &Vec<String>| wanted.iter().any(|code| row.product.starts_with(code));
        if !among(&query.exporters, &row.exporter)
            || !among(&query.importers, &row.importer)
            || !query.products.as_ref().is_none_or(starts)
        {
            continue;
        }
        let by = |by: bool, word: &String| if by { word.clone() } else { String::new() };
        let product = match query.by.product {
            Products::Together => String::new(),
            Products::Digits(digits) => row.product[..usize::from(digits).min(6)].to_owned(),
            Products::Each => row.product.clone(),
        };
        let key = (
            row.year,
            row.side.to_owned(),
            by(query.by.exporter, &row.exporter),
            by(query.by.importer, &row.importer),
            product,
        );
        let sum = sums.entry(key).or_insert((None, 0, 0, None));
        sum.1 += 1;
        match row.value {
            Some(value) => sum.0 = Some(sum.0.unwrap_or(0) + value),
            None => sum.2 += 1,
        }
        sum.3 = row.quantity;
    }
    let before = |key: &(i32, String, String, String, String)| {
        let back = i32::from(query.earlier?);
        let key = (
            key.0 - back,
            key.1.clone(),
            key.2.clone(),
            key.3.clone(),
            key.4.clone(),
        );
        sums.get(&key)?.0
    };
    let rows = query.by == By::ROWS;
    let asked = sums.iter().filter(|(key, _)| query.years.contains(key.0));
    asked
        .map(|(key, &(value, count, missing, quantity))| {
            let count = query.counts.then_some(count);
            let quantity = quantity.filter(|_| rows);
            (key.clone(), (value, count, missing, quantity, before(key)))
        })
        .collect()
}

/// An answer in the same words.
pub fn plain(answer: &Answer, query: &Query) -> Vec<Figured> {
    let mut figures: Vec<Figured> = answer
        .figures()
        .map(|figure| {
            let word = |word: Option<&str>| word.unwrap_or("").to_owned();
            let before = figure.earlier.and_then(|then| answer.figure(then).value);
            if figure.quantity.is_some() {
                assert_eq!(figure.quantity_unit, "t");
            }
            let key = (
                bilat::model::period::year_of(figure.period),
                figure.side.to_string(),
                word(figure.exporter),
                word(figure.importer),
                word(figure.product),
            );
            let rows = figure.rows.filter(|_| query.counts);
            (
                key,
                (figure.value, rows, figure.missing, figure.quantity, before),
            )
        })
        .collect();
    figures.sort();
    figures
}
