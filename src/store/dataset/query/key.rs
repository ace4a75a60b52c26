//! What a figure is told apart by, in one number.

use crate::error::{Error, Result};

/// Tag, exporter, importer and product, the first weighing most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(u64);

const PRODUCT: u32 = 24;
const AREA: u32 = 14;
const IMPORTER_AT: u32 = PRODUCT;
const EXPORTER_AT: u32 = PRODUCT + AREA;
const TAG_AT: u32 = PRODUCT + 2 * AREA;

impl Key {
    /// Parts must have passed [`check`].
    #[inline]
    pub fn new(tag: u32, exporter: u32, importer: u32, product: u32) -> Self {
        Self(
            u64::from(tag) << TAG_AT
                | u64::from(exporter) << EXPORTER_AT
                | u64::from(importer) << IMPORTER_AT
                | u64::from(product),
        )
    }

    pub fn tag(self) -> u32 {
        (self.0 >> TAG_AT) as u32
    }

    pub fn exporter(self) -> u32 {
        (self.0 >> EXPORTER_AT) as u32 & ((1 << AREA) - 1)
    }

    pub fn importer(self) -> u32 {
        (self.0 >> IMPORTER_AT) as u32 & ((1 << AREA) - 1)
    }

    pub fn product(self) -> u32 {
        self.0 as u32 & ((1 << PRODUCT) - 1)
    }

    /// Everything but the tag.
    pub fn series(self) -> u64 {
        self.0 & ((1 << TAG_AT) - 1)
    }
}

/// Checks that so many of each have room in a key.
///
/// # Errors
/// [`Error::Unreadable`] if not.
pub fn check(tags: usize, areas: usize, products: usize) -> Result<()> {
    let fits = tags <= 1 << (64 - TAG_AT) && areas <= 1 << AREA && products <= 1 << PRODUCT;
    match fits {
        true => Ok(()),
        false => Err(Error::Unreadable {
            reason: format!(
                "{tags} periods, {areas} areas and {products} products are more than one answer holds; ask for fewer"
            ),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_back_at_their_largest() {
        let key = Key::new(4095, 16383, 16382, (1 << 24) - 1);
        assert_eq!((key.tag(), key.exporter()), (4095, 16383));
        assert_eq!((key.importer(), key.product()), (16382, (1 << 24) - 1));
        assert!(check(4096, 16384, 1 << 24).is_ok());
        assert!(check(4097, 0, 0).is_err() && check(0, 16385, 0).is_err());
    }
}
