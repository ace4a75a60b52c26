//! The diversion check of loaded flows.

use chrono::NaiveDate;

use super::choose::chosen;
use super::report::{DiversionCheck, Flows, Ranking};
use super::told;
use super::windows::{OwnPeriod, Windows};
use crate::checks::examine::{Examine, Examined};
use crate::checks::flows::{sources_of, strands, whole};
use crate::checks::series::{Period, Series};
use crate::error::{Error, Result};
use crate::model::column::TOTAL;
use crate::model::country::Country;
use crate::model::flow_table::FlowTable;
use crate::model::source::Kind;

/// Third places through which a flow may have gone after an event, ranked.
///
/// When A → B falls and both A → C and C → B rise, goods may go through C, or A may have found
/// other buyers and B other sellers. The check ranks where both rose and says no more.
#[derive(Debug, Clone)]
pub struct Diversion {
    /// A.
    pub exporter: &'static Country,
    /// B.
    pub importer: &'static Country,
    pub event: NaiveDate,
    /// Periods before and after.
    pub before: u8,
    pub after: u8,
    pub own: OwnPeriod,
    pub ranking: Ranking,
}

impl Diversion {
    /// Three periods on each side of the one that the event lies in, ranked by the rise.
    pub fn of(exporter: &'static Country, importer: &'static Country, event: NaiveDate) -> Self {
        Self {
            exporter,
            importer,
            event,
            before: 3,
            after: 3,
            own: OwnPeriod::default(),
            ranking: Ranking::default(),
        }
    }

    fn windows(&self, flows: &FlowTable) -> Windows {
        Windows {
            event: Period::of(self.event, flows.basis().frequency),
            before: self.before,
            after: self.after,
            own: self.own,
        }
    }
}

impl Examine for Diversion {
    /// Flows that fall and rise are no disagreement.
    ///
    /// # Errors
    /// [`Error::NothingLeft`] if A → B is not known in every period of both windows, or if ranking
    /// beyond general growth is asked for without the totals.
    fn examine(&self, flows: &FlowTable) -> Result<Examined> {
        let windows = self.windows(flows);
        let (exporter, importer) = (&self.exporter.code, &self.importer.code);
        let of_the_two = flows.retain(|flow| {
            flow.product == TOTAL
                && flow.kind == Kind::Total
                && (flow.exporter == *exporter || flow.importer == *importer)
        })?;
        let strands = strands(&of_the_two.flows()?, flows.basis().frequency)?;
        let Some(chosen) = chosen(&strands, exporter, importer, &windows) else {
            return Err(Error::NothingLeft {
                what: format!(
                    "no source has exports of {} to {}",
                    self.exporter.name, self.importer.name
                ),
                remedy: "give a file that has them and both countries’ other partners, with --data"
                    .to_owned(),
            });
        };
        let parts: [Option<&Series>; 2] =
            [chosen.all_exports.as_ref(), chosen.all_imports.as_ref()];
        let check = DiversionCheck {
            flows: Flows {
                direct: &chosen.direct,
                out: &chosen.out,
                into: &chosen.into,
                all_exports: parts[0],
                all_imports: parts[1],
            },
            windows,
            ranking: self.ranking,
        };
        let report = check.report()?;
        let sources = sources_of(flows, [chosen.source.as_str()]);
        Ok(Examined {
            table: told::rows(&report, self, flows, &sources)?,
            page: told::page(&report, &chosen, self, flows, &sources)?,
            said: report.words.clone(),
            whole: whole(&serde_json::json!({
                "basis": flows.basis(),
                "exporter": exporter,
                "importer": importer,
                "event": self.event.to_string(),
                "source": chosen.source,
                "sides": chosen.sides,
                "totals_are_sums_of_partners": chosen.summed,
                "report": whole(&report)?,
                "notes": flows.notes(),
                "sources": sources,
            }))?,
            disagrees: false,
        })
    }
}
