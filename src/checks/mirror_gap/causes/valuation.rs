//! Freight and insurance, and the exchange rate: what one side's money holds that the other's does not.

use super::{Cause, CauseName, Direction, Evidence, Size, SizeKind, percent};
use crate::checks::mirror_gap::{CifFactor, MirrorCheck, MirrorPeriod};
use crate::checks::statistics::median;
use crate::model::number::share;

/// Above this no estimate of freight and insurance is taken for a whole flow: the cap that the
/// Growth Lab of Harvard University puts on its own.
const MOST_FREIGHT: f64 = 1.20;

const CIF_SOURCE: &str = "United Nations, IMTS 2010, chapter 4 (valuation), and its Compilers Manual; IMF, Direction of Trade Statistics; Gaulier and Zignago (2010), CEPII Working Paper 2010-23";
const RATE_SOURCE: &str = "United Nations, IMTS 2010, chapter 4 (currency conversion); IMF (1993), A Guide to Direction of Trade Statistics";

/// Imports hold freight and insurance, exports do not.
pub(super) fn cause(periods: &[MirrorPeriod], factor: &CifFactor) -> Cause {
    let raw: Vec<f64> = periods.iter().filter_map(|one| one.gap?.log).collect();
    let Some(gap) = median(&raw) else {
        return Cause::untested(
            CauseName::Valuation,
            Direction::ImporterHigher,
            "it needs a period with both reports above zero",
            CIF_SOURCE,
        );
    };
    let left = gap - factor.factor.ln();
    let plausible = raw
        .iter()
        .filter(|log| (0.0..=MOST_FREIGHT.ln()).contains(*log))
        .count();
    let evidence = if gap <= 0.0 {
        Evidence::Inconsistent
    } else if left.abs() <= factor.factor.ln() {
        Evidence::Consistent
    } else {
        Evidence::Partly
    };
    let needed = percent(gap);
    let verdict = match evidence {
        Evidence::Inconsistent => {
            "freight and insurance cannot make the importer's figure the smaller one".to_owned()
        }
        Evidence::Consistent => "the factor takes out at least half of the gap".to_owned(),
        _ if gap > MOST_FREIGHT.ln() => format!(
            "freight and insurance would have to come to {needed}, more than any estimate for a whole flow"
        ),
        _ => format!("freight and insurance would have to come to {needed} to make the whole gap"),
    };
    Cause {
        name: CauseName::Valuation,
        direction: Direction::ImporterHigher,
        size: Some(Size {
            log: factor.factor.ln(),
            kind: SizeKind::Assumed,
        }),
        evidence,
        finding: format!(
            "tested: the importer's figure is {} against the exporter's in the median, {} after the factor {} ({}); {plausible} of {} periods lie between 0 and 20%; {verdict}",
            percent(gap),
            percent(left),
            factor.factor,
            factor.name,
            raw.len(),
        ),
        source: CIF_SOURCE,
    }
}

/// Two exchange rates for one period.
pub(super) fn currency(gap: Option<f64>, check: &MirrorCheck<'_>) -> Cause {
    let differences: Vec<f64> = check
        .context
        .conversion
        .iter()
        .flat_map(|rates| {
            rates.used.points().iter().filter_map(|(period, used)| {
                check.exporter.at(*period).zip(check.importer.at(*period))?;
                let other = rates.other.at(*period)?;
                (*used > 0.0 && other > 0.0).then(|| (used / other).ln())
            })
        })
        .collect();
    let farthest = differences
        .iter()
        .copied()
        .max_by(|a, b| a.abs().total_cmp(&b.abs()));
    let (Some(most), Some(usual), Some(gap)) = (farthest, median(&differences), gap) else {
        return Cause::untested(
            CauseName::Currency,
            Direction::Either,
            "it needs the exchange rates that both sides may have been converted with",
            RATE_SOURCE,
        );
    };
    let evidence = if gap.abs() > most.abs() {
        Evidence::Inconsistent
    } else if usual * gap > 0.0 && (0.5..=2.0).contains(&(usual / gap)) {
        Evidence::Consistent
    } else {
        Evidence::Partly
    };
    let verdict = match evidence {
        Evidence::Inconsistent => "no period's rates differ enough to make the median gap",
        Evidence::Consistent => "the rates differ about as much as the sides do, and the same way",
        _ => {
            "in some periods the rates differ as much as the sides do in the median, but not steadily"
        }
    };
    Cause {
        name: CauseName::Currency,
        direction: Direction::Either,
        size: Some(Size {
            log: most,
            kind: SizeKind::AtMost,
        }),
        evidence,
        finding: format!(
            "tested: the two rates differ by {} in the median and {} at most, where the gap after the CIF factor is {}; {verdict}",
            share(usual.exp_m1()),
            share(most.exp_m1()),
            percent(gap),
        ),
        source: RATE_SOURCE,
    }
}
