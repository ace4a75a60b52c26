//! Every layout on rows written by hand as its publisher writes them, and text of any make.

mod accounted;
mod damage;
mod frames;
mod no_panics;
mod own;
mod properties;
mod robust;
mod spreadsheet;
mod story;
mod structured;
mod structured_specimens;
mod tables;
mod tables_specimens;
mod words;

use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};

use bilat::providers::{Door, Mapping, Marks, Options, Seen};

/// A door that keeps what it is told.
pub fn door() -> Trial {
    door_with(Options::default())
}

/// A door of a user who said something.
pub fn door_with(options: Options) -> Trial {
    Trial(Door::listening(Box::leak(Box::new(options))))
}

/// A door of a user who said which column means what.
pub fn door_mapped(map: &str) -> Trial {
    door_with(Options {
        mapping: Some(Mapping::parse(map).unwrap()),
        ..Options::default()
    })
}

/// A listening door, and what it heard in words.
pub struct Trial(Door<'static>);

impl Deref for Trial {
    type Target = Door<'static>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Trial {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

impl Trial {
    /// `2018 156 > 579 importer total 0301 700`.
    pub fn taken(&self) -> Vec<String> {
        let line = |seen: &Seen| {
            let Seen {
                period,
                exporter,
                importer,
                side,
                kind,
                product,
                value,
                ..
            } = seen;
            let value = value.as_deref().unwrap_or("NaN");
            format!("{period} {exporter} > {importer} {side} {kind} {product} {value}")
        };
        self.heard().taken.iter().map(line).collect()
    }

    /// The same, with the quantity after a comma where there is one.
    pub fn told(&self) -> Vec<String> {
        let lines = self.taken().into_iter().zip(self.quantities());
        let line = |(line, quantity): (String, Option<String>)| match quantity {
            Some(quantity) => format!("{line}, {quantity}"),
            None => line,
        };
        lines.map(line).collect()
    }

    /// `20 kg`, by observation.
    pub fn quantities(&self) -> Vec<Option<String>> {
        let words = |seen: &Seen| {
            let (amount, unit) = seen.quantity.as_ref()?;
            Some(format!(
                "{} {unit}",
                amount.as_deref().unwrap_or("0").trim()
            ))
        };
        self.heard().taken.iter().map(words).collect()
    }

    pub fn values(&self) -> Vec<Option<f64>> {
        let number = |seen: &Seen| seen.value.as_deref()?.trim().parse().ok();
        self.heard().taken.iter().map(number).collect()
    }

    pub fn left_out(&self) -> BTreeMap<String, u64> {
        self.heard().left_out.clone()
    }

    pub fn rejected(&self) -> Vec<(u64, String, String, String)> {
        self.heard().rejected.clone()
    }

    pub fn remarks(&self) -> Vec<String> {
        self.heard().remarks.clone()
    }

    pub fn marks(&self) -> Option<Marks> {
        self.heard().marks
    }
}
