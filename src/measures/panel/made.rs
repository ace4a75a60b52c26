//! What matrices were made of.

use super::{Panel, Slice};
use crate::measures::dimension::Dimension;
use crate::measures::shape::Shape;
use std::collections::BTreeMap;

/// What matrices were made of, for captions.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::measures) struct Made {
    pub matrices: usize,
    /// Of the matrix that came last.
    pub rows: usize,
    pub columns: usize,
    pub unknown: usize,
    pub coverage: Option<(f64, f64)>,
    pub world: &'static str,
}

impl Made {
    pub fn of(slice: &Slice) -> Self {
        Self::default().and(slice)
    }

    pub fn and(self, slice: &Slice) -> Self {
        Self {
            matrices: self.matrices + 1,
            rows: slice.rows.len(),
            columns: slice.columns.len(),
            unknown: self.unknown + slice.unknown,
            coverage: slice.coverage,
            world: slice.world().as_str(),
        }
    }
}

impl Panel {
    /// How much of the totals that stand beside them the partners in the data make up, from the least
    /// to the most; none where there are no totals, or they are not told apart.
    pub fn coverage(&self, period: i32, shape: &Shape) -> Option<(f64, f64)> {
        let world = self.world?;
        let mut ends: Option<(f64, f64)> = None;
        for (partner, own) in [
            (Dimension::Exporter, Dimension::Importer),
            (Dimension::Importer, Dimension::Exporter),
        ] {
            if !shape.has(partner) || !shape.has(own) {
                continue;
            }
            let mut sums: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
            for row in self.rows(period) {
                let sum = sums.entry(own.of(row)).or_default();
                match partner.of(row) == world {
                    true => sum.1 += row.value.unwrap_or(0.0),
                    false => sum.0 += row.value.unwrap_or(0.0),
                }
            }
            let shares = sums
                .iter()
                .filter(|(code, (parts, total))| **code != world && *parts > 0.0 && *total > 0.0)
                .map(|(_, (parts, total))| parts / total);
            ends = shares.fold(ends, |ends, share| match ends {
                None => Some((share, share)),
                Some((least, most)) => Some((least.min(share), most.max(share))),
            });
        }
        ends
    }
}
