//! What the numbers of an answer stand for.

use super::answer::Tag;
use super::key;
use crate::error::Result;
use crate::model::words::Words;

/// The words met so far, numbered in the order they were met.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Exporters and importers.
    pub areas: Words,
    pub products: Words,
    pub units: Words,
    /// Periods, sides and kinds.
    pub tags: Vec<Tag>,
}

impl Names {
    pub(super) fn tag(&mut self, tag: Tag) -> u32 {
        let known = self.tags.iter().position(|known| *known == tag);
        let number = known.unwrap_or_else(|| {
            self.tags.push(tag);
            self.tags.len() - 1
        });
        number as u32
    }

    pub(super) fn check(&self) -> Result<()> {
        let (areas, products) = (self.areas.list().len(), self.products.list().len());
        key::check(self.tags.len(), areas, products)
    }
}
