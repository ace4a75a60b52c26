//! Goods that leave in one period and arrive in the next.

use super::{Cause, CauseName, Direction, Evidence, Size, SizeKind, percent};
use crate::checks::mirror_gap::{MirrorPeriod, TIMING_PERIODS, Timing};
use crate::checks::statistics::{median, p_words};

const SOURCE: &str = "United Nations, IMTS 2010, chapter 1 (time of recording), and its Compilers Manual; Hamanaka (2012), Journal of Economic Policy Reform 15(1)";

/// Held against the slope of the gap on growth; the size is that of a delay of one month.
pub(super) fn cause(periods: &[MirrorPeriod], timing: Option<&Timing>) -> Cause {
    let needs = format!(
        "it needs {TIMING_PERIODS} changes from one period to the next that both sides reported"
    );
    let Some((timing, slope)) = timing.and_then(|t| Some((t, t.gap_on_growth?))) else {
        return Cause::untested(
            CauseName::TimeOfRecording,
            Direction::Either,
            &needs,
            SOURCE,
        );
    };
    let fits = timing.fits_a_delay();
    let number = |value: Option<f64>| {
        value.map_or("none".to_owned(), |v| format!("{v:.2}").replace('-', "−"))
    };
    let evidence = match (fits, timing.excludes_a_month()) {
        (true, _) => Evidence::Consistent,
        (false, true) => Evidence::Inconsistent,
        (false, false) => Evidence::Undecided,
    };
    let verdict = match evidence {
        Evidence::Consistent => format!(
            "as a delay of {:.1} months would make it, though an error in the exporter's own figures gives the same sign",
            timing.months.unwrap_or_default()
        ),
        Evidence::Inconsistent => "which leaves no room for a delay of a month".to_owned(),
        _ => format!(
            "which shows no delay and leaves room for one of {:.1} months",
            timing.months_within.map_or(0.0, |within| within.1)
        ),
    };
    Cause {
        name: CauseName::TimeOfRecording,
        direction: Direction::Either,
        size: one_month(periods).map(|log| Size {
            log,
            kind: SizeKind::Assumed,
        }),
        evidence,
        finding: format!(
            "tested: the gap moves by {} for each unit of the exporter's log growth ({}, {} changes), {verdict}; the importer's growth correlates {} with the exporter's of the same period and {} with that of the one before; the gap's changes have a standard deviation of {} and correlate {} with the change before{}",
            number(Some(slope.slope)),
            slope.p.map_or("without scatter".to_owned(), p_words),
            timing.changes,
            number(timing.same_period),
            number(timing.one_later),
            number(Some(timing.volatility)),
            number(timing.reversal),
            one_month(periods).map_or(String::new(), |log| format!(
                "; one month's delay at the median growth would move the importer's figure by {}",
                percent(log)
            )),
        ),
        source: SOURCE,
    }
}

/// The log effect of one month's delay at the exporter's median growth.
fn one_month(periods: &[MirrorPeriod]) -> Option<f64> {
    let growth: Vec<f64> = periods
        .windows(2)
        .filter_map(|pair| Some((pair[0].exporter?, pair[1].exporter?)))
        .filter(|(before, after)| *before > 0.0 && *after > 0.0)
        .map(|(before, after)| (after / before).ln())
        .collect();
    let delayed = f64::from(periods.first()?.period.in_a_year()) / 12.0;
    // m = (1 − λ) x + λ x before, so m / x = 1 − λ (1 − e^−growth).
    median(&growth).map(|growth| (delayed * (-growth).exp_m1()).ln_1p())
}
