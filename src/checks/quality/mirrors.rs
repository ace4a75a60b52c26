//! Both sides' reports of every flow of a source, in a few numbers.

use serde::Serialize;

use crate::checks::flows::{Strand, strands};
use crate::checks::mirror_gap::{CifFactor, Context, MirrorCheck, Reports};
use crate::checks::statistics::{mad, median};
use crate::error::Result;
use crate::model::flow_table::Flow;
use crate::model::period::Frequency;
use crate::model::source::Side;

/// How far both sides are apart over all flows that both report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mirrors {
    pub factor: CifFactor,
    /// Flows that both sides report in some period, and flows that one reports alone.
    pub flows: usize,
    pub one_sided: usize,
    /// Periods of flows with both reports.
    pub periods: usize,
    /// Of each flow’s median log gap after the factor: the median, and the median distance from it.
    pub median_log: f64,
    pub mad_log: f64,
    /// Periods of flows whose gap is far from the others of the same flow.
    pub outlying: usize,
    /// Each flow with its median log gap after the factor, the widest first.
    pub widest: Vec<(String, f64)>,
}

/// `None` if no flow has both reports above zero in one period.
pub(super) fn mirrors(rows: &[Flow], frequency: Frequency) -> Result<Option<Mirrors>> {
    let sides = [Side::Exporter, Side::Importer];
    if !sides
        .iter()
        .all(|side| rows.iter().any(|row| row.side == *side))
    {
        return Ok(None);
    }
    let strands = strands(rows, frequency)?;
    let (factor, context) = (CifFactor::default(), Context::default());
    let (mut widest, mut periods, mut outlying, mut matched) = (Vec::new(), 0, 0, 0);
    let sent = strands
        .iter()
        .filter(|(strand, _)| strand.side == Side::Exporter);
    for (strand, exporter) in sent {
        let other = Strand {
            side: Side::Importer,
            ..strand.clone()
        };
        let Some(importer) = strands.get(&other) else {
            continue;
        };
        matched += 1;
        let check = MirrorCheck {
            exporter,
            importer,
            factor: &factor,
            context: &context,
        };
        let report = check.report()?;
        let both = report
            .periods
            .iter()
            .filter(|one| one.reports == Reports::Both);
        periods += both.count();
        if let Some(stability) = report.stability {
            outlying += stability.outlying.len();
            widest.push((strand.flow(), stability.median_log));
        }
    }
    let medians: Vec<f64> = widest.iter().map(|(_, log)| *log).collect();
    let (Some(median_log), Some(mad_log)) = (median(&medians), mad(&medians)) else {
        return Ok(None);
    };
    widest.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    let sided = strands.keys().filter(|strand| sides.contains(&strand.side));
    Ok(Some(Mirrors {
        factor,
        flows: widest.len(),
        one_sided: sided.count() - 2 * matched,
        periods,
        median_log,
        mad_log,
        outlying,
        widest,
    }))
}
