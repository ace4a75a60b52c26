//! A change of mean growth at a date that was known beforehand.

use serde::Serialize;

use super::chow::Chow;
use super::enough::{KNOWN_GROWTHS, SEGMENT};
use super::event::Event;
use super::power::detectable;
use super::segments::{Model, Segments};
use crate::checks::series::{Period, Series};
use crate::checks::statistics::{deviation, mean, p_words};
use crate::error::{Error, Result};
use crate::model::number::{percent, share};

/// Growth rates that must lie on each side for a description: the mean of one is no mean.
pub const DESCRIBED: usize = 2;

/// Mean log growth before and after a date.
///
/// On growth drawn independently from one normal distribution, five tests in a hundred raise a
/// false alarm at p < 0.05, at any number of growth rates; the same on levels that wander at random,
/// whose growth is just that. Growth that leans on the growth before (autocorrelation 0.5) raises
/// about 25 in a hundred, which is why `autocorrelation` is given.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KnownBreak {
    pub event: Event,
    /// Growth rates before and after.
    pub counts: (usize, usize),
    /// Mean log growth before and after.
    pub means: (f64, f64),
    /// `None` below [`KNOWN_GROWTHS`] growth rates, or [`SEGMENT`] on a side.
    pub chow: Option<Chow>,
    /// The p-value after Holm's correction for the number of dates tested on this series.
    pub p_holm: Option<f64>,
    /// First-order autocorrelation of log growth about the two means.
    pub autocorrelation: Option<f64>,
    /// The shift that these counts and this scatter would show four times in five.
    pub detectable: Option<f64>,
    pub words: String,
}

/// Tests each event on one series; the refusals are kept beside the results, in the order given.
pub fn known_breaks(series: &Series, events: &[Event]) -> Vec<Result<KnownBreak>> {
    let growths = series.log_growth();
    let mut results: Vec<_> = events
        .iter()
        .map(|event| test(series, &growths, event))
        .collect();
    let tested = results.iter_mut().flatten();
    let mut tested: Vec<(f64, &mut KnownBreak)> =
        tested.filter_map(|one| Some((one.chow?.p, one))).collect();
    tested.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut largest, tests) = (0.0f64, tested.len());
    for (rank, (p, one)) in tested.into_iter().enumerate() {
        largest = largest.max(p * (tests - rank) as f64).min(1.0);
        one.p_holm = Some(largest);
    }
    for one in results.iter_mut().flatten() {
        one.words = words(one, tests);
    }
    results
}

fn test(series: &Series, growths: &[(Period, f64)], event: &Event) -> Result<KnownBreak> {
    let values: Vec<f64> = growths.iter().map(|(_, growth)| *growth).collect();
    let split = growths.partition_point(|(period, _)| *period < event.after);
    let (before, after) = values.split_at(split);
    if before.len() < DESCRIBED || after.len() < DESCRIBED {
        return Err(Error::NothingLeft {
            what: format!(
                "`{}` has {} growth rates before and {} after `{}`",
                series.key(),
                before.len(),
                after.len(),
                event.label
            ),
            remedy: format!(
                "growth around a date is described with {DESCRIBED} rates on each side and tested from {KNOWN_GROWTHS} on with {SEGMENT} on each side, so give more years or months"
            ),
        });
    }
    let enough = values.len() >= KNOWN_GROWTHS && before.len().min(after.len()) >= SEGMENT;
    let segments = Segments::new(&values, Model::Mean);
    let chow = Chow::at(&segments, split, 1).filter(|_| enough);
    let (mean_before, mean_after) = (mean(before), mean(after));
    let (Some(mean_before), Some(mean_after), true) =
        (mean_before, mean_after, chow.is_some() || !enough)
    else {
        return Err(Error::NothingLeft {
            what: format!(
                "growth of `{}` does not vary on either side of `{}`",
                series.key(),
                event.label
            ),
            remedy: "a constant series needs no test; compare the two rates themselves".to_owned(),
        });
    };
    let means = (mean_before, mean_after);
    let rest: Vec<f64> = before
        .iter()
        .map(|growth| growth - means.0)
        .chain(after.iter().map(|growth| growth - means.1))
        .collect();
    let counts = (before.len(), after.len());
    // Two means were fitted, which the n − 1 of a sample deviation does not know.
    let freedom = (rest.len() - 1) as f64 / (rest.len() - 2) as f64;
    let scatter = deviation(&rest).map(|deviation| deviation * freedom.sqrt());
    Ok(KnownBreak {
        event: event.clone(),
        counts,
        means,
        chow,
        p_holm: None,
        autocorrelation: autocorrelation(&rest),
        detectable: scatter
            .filter(|_| enough)
            .and_then(|scatter| detectable(counts.0, counts.1, scatter)),
        words: String::new(),
    })
}

/// r₁ = Σ e(t) e(t−1) / Σ e(t)².
pub(super) fn autocorrelation(rest: &[f64]) -> Option<f64> {
    let squares: f64 = rest.iter().map(|e| e * e).sum();
    let across: f64 = rest.windows(2).map(|pair| pair[0] * pair[1]).sum();
    (squares > 0.0).then(|| across / squares)
}

fn words(one: &KnownBreak, tests: usize) -> String {
    let tested = match (one.chow, one.p_holm) {
        (Some(chow), Some(p_holm)) => test_words(one, chow, p_holm, tests),
        _ => format!(
            "no test: {KNOWN_GROWTHS} growth rates with {SEGMENT} on each side are needed for one, so whether chance alone makes such a difference cannot be said"
        ),
    };
    format!(
        "mean growth a period was {} before {} ({} rates) and {} from then on ({} rates): {tested}. The date is that of `{}`; that the two fall together does not show that one made the other",
        percent(one.means.0.exp_m1()),
        one.event.after,
        one.counts.0,
        percent(one.means.1.exp_m1()),
        one.counts.1,
        one.event.label,
    )
}

fn test_words(one: &KnownBreak, chow: Chow, p_holm: f64, tests: usize) -> String {
    let leaning = one
        .autocorrelation
        .filter(|r| r.abs() > 2.0 / ((one.counts.0 + one.counts.1) as f64).sqrt())
        .map_or(String::new(), |r| {
            let (towards, wrong) = if r > 0.0 {
                ("follows", "small")
            } else {
                ("goes against", "large")
            };
            let r = format!("{r:.2}").replace('-', "−");
            format!(
                "; growth {towards} the growth before (autocorrelation {r}), so p is too {wrong}"
            )
        });
    let corrected = if tests > 1 {
        format!(
            ", {} after Holm's correction for {tests} dates",
            p_words(p_holm)
        )
    } else {
        String::new()
    };
    let verdict = if p_holm < 0.05 {
        "the two differ by more than chance explains at five per cent".to_owned()
    } else {
        one.detectable.map_or(String::new(), |shift| {
            format!(
                "no difference beyond chance at five per cent, though one below {} could be missed",
                share(shift.exp_m1())
            )
        })
    };
    format!(
        "F({}, {}) = {:.2}, {}{corrected}; {verdict}{leaning}",
        chow.freedom.0,
        chow.freedom.1,
        chow.f,
        p_words(chow.p),
    )
}
