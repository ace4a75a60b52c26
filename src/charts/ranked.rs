//! Partners or products by size: a bar for the level, a column for how it changed.

mod draw;
mod line;
mod table;

use line::Line;
use table::Table;

use crate::charts::canvas::scene::Scene;
use crate::charts::layout::frame::{self, Frame};
use crate::charts::layout::names;
use crate::charts::series::{Look, Unit, Words, refuse};
use crate::error::Result;
use crate::model::number;

/// The largest figure that is drawn; beyond it pixels can no longer be computed safely.
const LARGEST: f64 = 1e100;
/// How many rows the alt text tells one by one.
const TOLD: usize = 10;
/// How many names a note tells.
const NAMED: usize = 6;

/// One row: a partner or a product.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RankedRow {
    /// What it is called.
    pub name: String,
    /// What its colour stands for, such as the country's code; empty takes the name.
    pub key: String,
    /// The level; `None` is missing, never 0.
    pub value: Option<f64>,
    /// The change on the earlier period as a fraction, 0.18 for +18%; `None` is missing.
    pub change: Option<f64>,
}

impl RankedRow {
    fn colour_key(&self) -> &str {
        if self.key.is_empty() {
            &self.name
        } else {
            &self.key
        }
    }
}

/// Horizontal bars by size, the largest on top, with the change on the period before at the right.
///
/// Bars start at zero; negative ones go to the left of it, in rust. A row without a value keeps its name, has
/// a dash for a bar and stands after those with one; a missing change is a dash too, and notes name both.
/// Rows too many for the height are left out, the smallest first and highlighted ones last, and counted.
///
/// In the scene each bar's datum has the row's place in `rows` as `series` (the rest comes after the last),
/// its place from the top, counted from 0, as `year`, and its level as `value`. `x` leads to levels and `y`
/// to places.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// The rows, in any order.
    pub rows: Vec<RankedRow>,
    /// What all rows not given come to, such as "Other (182)": always last, always grey. Where it is far larger
    /// than the largest row it has no bar, so that the others can be compared, and a note says so.
    pub rest: Option<RankedRow>,
    /// What the levels are.
    pub unit: Unit,
    /// When the levels were: "2014".
    pub period: String,
    /// What the changes are counted from: "2013". Empty leaves out their column.
    pub earlier: String,
    /// The keys in colour, all others grey; empty gives all rows one colour.
    pub highlight: Vec<String>,
    /// The words around it.
    pub words: Words,
}

impl Ranked {
    /// The laid out chart.
    ///
    /// # Errors
    /// [`crate::error::Error::Chart`] if no row has a value, a figure is not finite, or the words leave no
    /// room.
    pub fn scene(&self, look: &Look) -> Result<Scene> {
        for row in self.all() {
            let fits = |figure: Option<f64>| figure.is_none_or(|size| size.abs() <= LARGEST);
            if !fits(row.value) || !fits(row.change) {
                let name = &row.name;
                return refuse(format!(
                    "`{name}` has a figure that is not finite; leave it missing instead"
                ));
            }
        }
        if self.all().all(|row| row.value.is_none()) {
            return refuse(
                "nothing to draw: no row has a value; choose another year or other rows",
            );
        }
        let mut scene = frame::settle(|notes| {
            let frame = Frame::lay(&self.words, notes, &[], look)?;
            let table = Table::lay(self, &frame.room, look)?;
            let mut shapes = draw::draw(self, &table);
            shapes.extend(frame.shapes);
            let scene = table.sheet.scene(look, &self.words, shapes);
            Ok((scene, self.notes(&table)))
        })?;
        scene.alt = self.alt();
        Ok(scene)
    }

    fn all(&self) -> impl Iterator<Item = &RankedRow> {
        self.rows.iter().chain(&self.rest)
    }

    /// A row by its place in what was given; the rest comes after the last.
    fn row(&self, index: usize) -> Option<&RankedRow> {
        self.rows.get(index).or(self.rest.as_ref())
    }

    fn highlighted(&self, index: usize) -> bool {
        let row = self.rows.get(index);
        row.is_some_and(|row| self.highlight.iter().any(|key| key == row.colour_key()))
    }

    /// The rows from the largest to the smallest, those without a value last.
    fn order(&self) -> Vec<usize> {
        let size = |index: &usize| self.rows[*index].value.unwrap_or(f64::NEG_INFINITY);
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        order.sort_by(|a, b| size(b).total_cmp(&size(a)));
        order
    }

    fn notes(&self, table: &Table<'_>) -> Vec<String> {
        let named = |wanted: &dyn Fn(&Line<'_>) -> bool| -> Vec<&str> {
            let lines = table.lines.iter().filter(|line| wanted(line));
            lines.map(|line| line.row.name.as_str()).collect()
        };
        let mut notes = Vec::new();
        let values = named(&|line| line.row.value.is_none());
        if !values.is_empty() {
            let (names, period) = (names::list(&values, NAMED), &self.period);
            notes.push(format!("No value for {names} in {period}."));
        }
        let changes = named(&|line| line.row.change.is_none());
        if !changes.is_empty() && !self.earlier.is_empty() {
            let (names, earlier) = (names::list(&changes, NAMED), &self.earlier);
            notes.push(format!("No change on {earlier} for {names}."));
        }
        match table.dropped {
            0 => {}
            1 => notes.push("One of the smaller rows is left out for lack of room.".to_owned()),
            many => notes.push(format!(
                "{many} of the smaller rows are left out for lack of room."
            )),
        }
        for rest in named(&|line| line.row.value.is_some() && line.bar.is_none()) {
            notes.push(format!(
                "{rest} has no bar: it would be far longer than all others."
            ));
        }
        notes.extend(names::shortened(&named(&|line| line.name.cut)));
        notes
    }

    fn alt(&self) -> String {
        let mut parts = vec![format!("Bar chart, largest first, {}.", self.period)];
        let order = self.order();
        let rest = self.rest.is_some().then_some(self.rows.len());
        for index in order.iter().take(TOLD).copied().chain(rest) {
            parts.extend(self.row(index).map(|row| self.told(row)));
        }
        if order.len() > TOLD {
            let more = order.len() - TOLD;
            let last = order.iter().rev().map(|index| &self.rows[*index]);
            let smallest = last.clone().find(|row| row.value.is_some());
            let smallest =
                smallest.map_or(String::new(), |row| format!(", down to {}", self.told(row)));
            parts.push(format!(
                "{more} more rows{}.",
                smallest.trim_end_matches('.')
            ));
        }
        parts.join(" ")
    }

    fn told(&self, row: &RankedRow) -> String {
        let name = &row.name;
        let Some(value) = row.value else {
            return format!("{name}: no value.");
        };
        let value = self.unit.label(value);
        match row.change {
            _ if self.earlier.is_empty() => format!("{name}: {value}."),
            Some(change) => {
                let change = number::percent(change);
                format!("{name}: {value}, {change} on {}.", self.earlier)
            }
            None => format!("{name}: {value}, change on {} unknown.", self.earlier),
        }
    }
}
