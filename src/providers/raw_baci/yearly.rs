//! Whole files of BACI, a year at a time.

use super::RawBaci;
use super::account::report_of_whole;
use super::figures::Figures;
use crate::error::Result;
use crate::model::coded::Coded;
use crate::model::flow_table::FlowTable;
use crate::model::period::{Frequency, Years};
use crate::providers::loading::Loaded;
use crate::providers::options::Options;
use crate::store::Asked;
use crate::store::raw::{By, Order};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Hands the flows that bear on what is asked for over, a year at a time, and says what they mean and what
/// became of the files: so any number of years takes the room of one.
///
/// None, and nothing handed over, unless all files are sorted files of BACI, one a year, and a whole pass
/// over them answers the question. `memory` as in [`load_asked`](crate::providers::load_asked).
///
/// # Errors
/// As [`load_asked`](crate::providers::load_asked), and those of `each`.
pub fn each_year(
    files: &[PathBuf],
    options: &Options,
    asked: &Asked,
    years: Years,
    memory: Option<PathBuf>,
    each: impl FnMut(Frequency, Coded) -> Result<()>,
) -> Result<Option<Loaded>> {
    match (RawBaci::open(files, options, memory)?, ways(asked)) {
        (Some(raw), Some(ways)) => raw.each_year(&ways, years, each),
        _ => Ok(None),
    }
}

/// The passes that answer a question about whole files.
pub(super) fn ways(asked: &Asked) -> Option<Vec<By>> {
    let Asked::ByProduct {
        exports, imports, ..
    } = asked
    else {
        return None;
    };
    let ways = [
        (*exports, By::ExporterProduct),
        (*imports, By::ImporterProduct),
    ];
    let ways = ways.into_iter().filter(|(wanted, _)| *wanted);
    Some(ways.map(|(_, by)| by).collect())
}

impl RawBaci {
    /// The totals of one file after the other.
    fn each_year(
        &self,
        ways: &[By],
        years: Years,
        mut each: impl FnMut(Frequency, Coded) -> Result<()>,
    ) -> Result<Option<Loaded>> {
        // Only what is known to be sorted holds no row twice, and no year in two files.
        let mut met = BTreeSet::new();
        for file in self.files.files() {
            let sorted = self.files.order_of(file) == Some(Order::Ascending);
            if !sorted || !met.insert(file.first_year()) {
                return Ok(None);
            }
        }
        let (mut rows, mut missing) = (0, 0);
        let mut accounts = Vec::new();
        for file in self.files.files() {
            let mut figures = Figures::new(&self.source.id);
            for (place, by) in ways.iter().enumerate() {
                let (totals, account) = self.files.totals_of(file, *by)?;
                if account.rejects.count > 0 {
                    return Err(file
                        .unreadable("holds a row that cannot be read; `bilat inspect` names it"));
                }
                if place == 0 {
                    accounts.push(account);
                }
                let Some([all, without]) = figures.push_totals(&totals, *by, years) else {
                    return Err(file.unreadable("holds an area that is no country known here"));
                };
                rows += all;
                missing += without;
            }
            let coded = figures.coded();
            if !coded.rows.is_empty() {
                each(self.basis.frequency, coded)?;
            }
        }
        let mut flows = FlowTable::bare(self.basis.clone(), vec![self.source.clone()])?;
        flows.remark_sums("partners together", rows, missing);
        let report = report_of_whole(self.files.files(), &accounts, &self.remarks);
        Ok(Some(Loaded { flows, report }))
    }
}
