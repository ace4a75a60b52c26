//! Which flows are wanted.

use super::row::Row;

/// From one exporter to one importer; `None` is any.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Route {
    /// Country number as BACI has it.
    pub exporter: Option<u16>,
    pub importer: Option<u16>,
}

impl Route {
    /// From one country to another.
    pub fn pair(exporter: u16, importer: u16) -> Self {
        Self {
            exporter: Some(exporter),
            importer: Some(importer),
        }
    }

    /// Everything one country exports.
    pub fn exports_of(exporter: u16) -> Self {
        Self {
            exporter: Some(exporter),
            importer: None,
        }
    }

    /// Everything one country imports.
    pub fn imports_of(importer: u16) -> Self {
        Self {
            exporter: None,
            importer: Some(importer),
        }
    }

    pub(super) fn takes(&self, row: &Row) -> bool {
        self.exporter
            .is_none_or(|exporter| exporter == row.exporter)
            && self
                .importer
                .is_none_or(|importer| importer == row.importer)
    }
}

/// Country numbers have three digits.
const COUNTRIES: usize = 1000;

/// A bit for each pair of countries.
pub(super) struct Wanted {
    bits: Vec<u64>,
}

impl Wanted {
    pub fn new(routes: &[Route]) -> Self {
        let mut bits = vec![0; (COUNTRIES * COUNTRIES).div_ceil(64)];
        let codes = |code: Option<u16>| match code {
            Some(code) => usize::from(code)..usize::from(code) + 1,
            None => 0..COUNTRIES,
        };
        for route in routes {
            for exporter in codes(route.exporter).filter(|code| *code < COUNTRIES) {
                for importer in codes(route.importer).filter(|code| *code < COUNTRIES) {
                    let at = exporter * COUNTRIES + importer;
                    bits[at / 64] |= 1 << (at % 64);
                }
            }
        }
        Self { bits }
    }

    pub fn has(&self, row: &Row) -> bool {
        let at = usize::from(row.exporter) * COUNTRIES + usize::from(row.importer);
        self.bits[at / 64] >> (at % 64) & 1 == 1
    }
}
