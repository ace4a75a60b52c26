//! The whole mirror report of one flow.

use serde::Serialize;

use super::causes::Cause;
use super::context::Context;
use super::factor::CifFactor;
use super::gap::Gap;
use super::stability::Stability;
use super::timing::Timing;
use crate::checks::series::{Period, Series};
use crate::error::{Error, Result};

/// Two reports of one flow and the factor that is to be taken out of the importer's.
#[derive(Debug, Clone, Copy)]
pub struct MirrorCheck<'a> {
    /// What the exporter says it sent.
    pub exporter: &'a Series,
    /// What the importer says it received.
    pub importer: &'a Series,
    pub factor: &'a CifFactor,
    /// What else is known; causes that need it stay untested without it.
    pub context: &'a Context,
}

/// One period of both sides.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct MirrorPeriod {
    pub period: Period,
    pub exporter: Option<f64>,
    pub importer: Option<f64>,
    pub reports: Reports,
    /// As reported; `None` unless both sides did.
    pub gap: Option<Gap>,
    /// After the importer's figure is divided by the CIF factor.
    pub adjusted: Option<Gap>,
}

/// Who reported a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reports {
    Both,
    ExporterOnly,
    ImporterOnly,
    /// Neither, between the first and the last period that somebody reported.
    Neither,
}

/// Both sides period by period, how steady their gap is, and what may lie behind it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MirrorReport {
    pub factor: CifFactor,
    /// Every period from the first to the last that either side reported.
    pub periods: Vec<MirrorPeriod>,
    /// `None` if no period has two figures above zero.
    pub stability: Option<Stability>,
    /// `None` if too few periods have what the test needs.
    pub timing: Option<Timing>,
    pub causes: Vec<Cause>,
}

impl MirrorCheck<'_> {
    /// Compares the two reports.
    ///
    /// # Errors
    /// [`Error::NothingLeft`] if neither side reported anything, [`Error::BasisMismatch`] if one
    /// reports years and the other months.
    pub fn report(&self) -> Result<MirrorReport> {
        let periods = self.periods()?;
        let stability = Stability::of(&periods);
        let timing = Timing::of(&periods);
        let causes = Cause::all(&periods, stability.as_ref(), timing.as_ref(), self);
        Ok(MirrorReport {
            factor: self.factor.clone(),
            periods,
            stability,
            timing,
            causes,
        })
    }

    pub(super) fn periods(&self) -> Result<Vec<MirrorPeriod>> {
        let spans = [self.exporter.span(), self.importer.span()];
        let ends = spans.into_iter().flatten();
        let Some((first, last)) = ends.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) else {
            return Err(Error::NothingLeft {
                what: format!(
                    "neither `{}` nor `{}` has a figure",
                    self.exporter.key(),
                    self.importer.key()
                ),
                remedy: "load a source that reports the pair".to_owned(),
            });
        };
        if first.frequency() != last.frequency() {
            return Err(Error::BasisMismatch {
                reason: format!("one side reports `{first}`, the other `{last}`"),
                remedy: "sum the months to years first".to_owned(),
            });
        }
        let steps = 0..=last.since(first);
        Ok(steps.map(|step| self.period(first.plus(step))).collect())
    }

    fn period(&self, period: Period) -> MirrorPeriod {
        let (exporter, importer) = (self.exporter.at(period), self.importer.at(period));
        let both = exporter.zip(importer);
        let factor = self.factor.factor;
        MirrorPeriod {
            period,
            exporter,
            importer,
            reports: match (exporter, importer) {
                (Some(_), Some(_)) => Reports::Both,
                (Some(_), None) => Reports::ExporterOnly,
                (None, Some(_)) => Reports::ImporterOnly,
                (None, None) => Reports::Neither,
            },
            gap: both.map(|(sent, received)| Gap::between(sent, received)),
            adjusted: both.map(|(sent, received)| Gap::between(sent, received / factor)),
        }
    }
}
