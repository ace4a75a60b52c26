//! What captions tell of how an answer came about.

use super::ask::Ask;
use super::found::Found;
use super::panel::{Made, Panel};
use crate::error::Result;
use crate::model::basis::{Basis, Currency};
use crate::model::written::period;

impl Ask {
    /// What was asked beyond the measure itself, as the caption tells it.
    pub(super) fn words(&self) -> Option<String> {
        let list = |name: &str, words: &[String]| match words {
            [] => None,
            words => Some(format!("{name} {}", words.join(", "))),
        };
        let by: Vec<String> = self.by.iter().map(|one| one.as_str().to_owned()).collect();
        let over = self.over.map(|over| format!("over {}", over.as_str()));
        let level = self.level.map(|level| format!("{level} digits"));
        let parts = [
            list("exporter", &self.exporters),
            list("importer", &self.importers),
            list("product", &self.products),
            list("by", &by),
            over,
            level,
            list("set", &self.settings.typed()),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| format!("asked for: {}", parts.join("; ")))
    }

    /// # Errors
    /// [`Error::BasisMismatch`] for money that a setting is not in.
    pub(super) fn check_basis(&self, basis: &Basis) -> Result<()> {
        let dollars = basis.currency == Currency::USD;
        match self.settings.text("above") {
            Some("unctad") if !dollars => Err(self.refuse(
                "counts from 100,000 dollars with above=unctad, and these figures are in another currency",
                "convert them with --currency USD, or give a value",
            )),
            _ => Ok(()),
        }
    }

    /// Notes what the matrices of a period were made of.
    pub(super) fn told(&self, found: &mut Found, panel: &Panel, made: Made, of: i32) {
        let unknown = match made.unknown {
            0 => String::new(),
            count => format!(", {}", without_figure(count)),
        };
        let covered = match made.coverage {
            Some((least, most)) => format!(
                ", partners here make up {:.1} to {:.1} per cent of the totals beside them",
                100.0 * least,
                100.0 * most
            ),
            None => String::new(),
        };
        let size = match made.matrices {
            0 => return,
            1 => format!("{} rows by {} columns", made.rows, made.columns),
            markets => format!("{markets} markets, each a world of its own"),
        };
        let period = period(of, panel.frequency);
        found.note(made.world.to_owned());
        found.note(format!("{period}: {size}{unknown}{covered}"));
    }
}

/// What becomes of cells without a figure.
pub(super) fn without_figure(count: usize) -> String {
    format!("{count} cells without a figure count as nothing")
}
