//! Which flows a chart is drawn from, for those who keep too many to read them all.

use super::Drawing;
use super::drawn::Countries;
use crate::charts::Chart;
use crate::error::Result;
use crate::store::{Asked, Detail};
use crate::transforms::End;

impl Drawing {
    /// The flows that the chart is drawn from.
    ///
    /// # Errors
    /// [`Error::Chart`](crate::Error::Chart) if the countries do not fit the kind, and as
    /// [`country`](crate::country) for a name that is none.
    pub fn needs(&self) -> Result<Asked> {
        Ok(match self.subject()? {
            Countries::Pair(pair) => Asked::Among {
                codes: [pair.first, pair.second]
                    .map(|one| one.code.clone())
                    .to_vec(),
                detail: match self.kind {
                    Chart::Treemap => Detail::Products,
                    _ => Detail::Total,
                },
            },
            Countries::Partners(panel) => {
                Asked::of(&panel.country.code, panel.end == End::Importer)
            }
        })
    }
}
