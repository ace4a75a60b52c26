//! A flow as one source gives it, and sums and differences of two.

use std::collections::BTreeMap;

use crate::checks::claims::claim::{Flow, Goods, Period};
use crate::model::currency::Currency;
use crate::model::naming::in_prose;
use crate::model::source::Side;

/// One flow from one source, reported by one side.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// ISO3 code; the first of the two where `two_way`.
    pub exporter: String,
    /// ISO3 code.
    pub importer: String,
    /// Both directions, published as one figure.
    pub two_way: bool,
    pub side: Side,
    /// Id of the source: `comtrade`.
    pub source: String,
    /// Its name, for the words: `UN Comtrade`.
    pub name: String,
    pub currency: Currency,
    pub goods: Goods,
    /// Whole units of the currency, exact as published. A missing period is missing, never zero.
    pub values: BTreeMap<Period, f64>,
}

/// A line of levels for a flow, before it is known to be one.
pub(super) struct Levels {
    pub(super) words: String,
    pub(super) source: String,
    pub(super) side: Side,
    pub(super) currency: Currency,
    pub(super) values: BTreeMap<Period, f64>,
}

impl Series {
    fn flows(&self, exporter: &str, importer: &str) -> bool {
        !self.two_way && self.exporter == exporter && self.importer == importer
    }

    fn joins(&self, one: &str, other: &str) -> bool {
        let ends = [self.exporter.as_str(), self.importer.as_str()];
        self.two_way && (ends == [one, other] || ends == [other, one])
    }

    /// Whose figures they are: `UN Comtrade (exports reported by Norway)`.
    fn words(&self) -> String {
        let report = match self.side {
            Side::Exporter => format!("exports reported by {}", in_prose(&self.exporter)),
            Side::Importer => format!("imports reported by {}", in_prose(&self.importer)),
            Side::Reconciled => "both reports reconciled".to_owned(),
            Side::Mixed => "reports of both sides".to_owned(),
            Side::Unstated => "reporter not stated".to_owned(),
        };
        format!("{} ({report})", self.name)
    }

    pub(super) fn levels(&self) -> Levels {
        Levels {
            words: self.words(),
            source: self.source.clone(),
            side: self.side,
            currency: self.currency,
            values: self.values.clone(),
        }
    }
}

/// Every line that these series hold for a flow, those of two directions joined within a source.
///
/// Joined lines pair reports of the same kind (both exporters', both importers') or of the same
/// country (its exports and its imports); a period that lacks either direction is missing.
pub(super) fn levels_of(flow: &Flow, goods: Goods, series: &[&Series]) -> Vec<Levels> {
    let alike = || series.iter().filter(|one| one.goods == goods);
    match flow {
        Flow::OneWay {
            exporter: Some(exporter),
            importer: Some(importer),
        } => {
            let flowing = alike().filter(|one| one.flows(exporter, importer));
            flowing.map(|one| one.levels()).collect()
        }
        Flow::TwoWay {
            first,
            second: Some(second),
        } => {
            let published = alike()
                .filter(|one| one.joins(first, second))
                .map(|one| one.levels());
            let summed = joined(alike().copied(), first, second, |out, back| out + back);
            published.chain(summed).collect()
        }
        Flow::Balance {
            first,
            second: Some(second),
        } => joined(alike().copied(), first, second, |out, back| out - back),
        _ => Vec::new(),
    }
}

fn joined<'a>(
    series: impl Iterator<Item = &'a Series> + Clone,
    first: &str,
    second: &str,
    join: fn(f64, f64) -> f64,
) -> Vec<Levels> {
    let outward = series.clone().filter(|one| one.flows(first, second));
    outward
        .flat_map(|out| {
            let home = series.clone().filter(|one| one.flows(second, first));
            home.filter_map(move |back| {
                (out.source == back.source && out.currency == back.currency)
                    .then(|| report(out, back))?
                    .map(|(side, words)| (out, back, side, words))
            })
        })
        .map(|(out, back, side, words)| {
            let both = out.values.iter().filter_map(|(period, value)| {
                Some((*period, join(*value, *back.values.get(period)?)))
            });
            Levels {
                words,
                source: out.source.clone(),
                side,
                currency: out.currency,
                values: both.collect(),
            }
        })
        .collect()
}

/// Whose report two directions make together; `None` where they do not belong together.
fn report(out: &Series, back: &Series) -> Option<(Side, String)> {
    let both = |who: &str| format!("{} (both directions, reported by {who})", out.name);
    let own = |code: &str| Some((Side::Mixed, both(&in_prose(code))));
    match (out.side, back.side) {
        (Side::Exporter, Side::Importer) => own(&out.exporter),
        (Side::Importer, Side::Exporter) => own(&out.importer),
        (Side::Exporter, Side::Exporter) => Some((out.side, both("the exporter of each"))),
        (Side::Importer, Side::Importer) => Some((out.side, both("the importer of each"))),
        (one, other) if one == other => Some((one, out.words())),
        _ => None,
    }
}
