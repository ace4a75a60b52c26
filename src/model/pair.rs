//! Two countries, and what goes both ways between them.

use std::collections::BTreeMap;

use super::country::{Country, country};
use super::flow_table::Flow;
use super::source::{Kind, Side};
use crate::error::{Error, Result};

/// Two different countries; exports and imports are the first one's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    pub first: &'static Country,
    pub second: &'static Country,
}

impl Pair {
    /// The pair that two names, codes or numbers mean.
    ///
    /// # Errors
    /// [`Error::UnknownCountry`]; [`Error::SameCountry`] if both mean one.
    pub fn new(first: &str, second: &str) -> Result<Self> {
        let pair = Self {
            first: country(first)?,
            second: country(second)?,
        };
        if pair.first == pair.second {
            return Err(Error::SameCountry {
                name: pair.first.name.clone(),
            });
        }
        Ok(pair)
    }

    /// `chn-nor`, for file names.
    pub fn slug(&self) -> String {
        format!("{}-{}", self.first.code, self.second.code).to_lowercase()
    }

    /// Whether the flow runs between the two, in either direction.
    pub fn holds(&self, flow: &Flow) -> bool {
        self.exports(flow) || self.imports(flow)
    }

    /// Whether the flow is the first country's exports to the second.
    pub fn exports(&self, flow: &Flow) -> bool {
        flow.exporter == self.first.code && flow.importer == self.second.code
    }

    /// Whether the flow is the first country's imports from the second.
    pub fn imports(&self, flow: &Flow) -> bool {
        flow.exporter == self.second.code && flow.importer == self.first.code
    }
}

/// Who stands behind both directions of an exchange.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// Both figures come from the same side of their flow.
    Side(Side),
    /// One country reports both: its exports as exporter, its imports as importer.
    Reporter(String),
}

impl View {
    /// Whether a flow belongs to this view.
    pub fn takes(&self, flow: &Flow) -> bool {
        match self {
            Self::Side(side) => flow.side == *side,
            Self::Reporter(code) => {
                (flow.side == Side::Exporter && flow.exporter == *code)
                    || (flow.side == Side::Importer && flow.importer == *code)
            }
        }
    }

    /// The words a footer or a note prints: `importer-reported`, `reported by Norway`.
    pub fn words(&self) -> String {
        match self {
            Self::Side(side @ (Side::Exporter | Side::Importer)) => format!("{side}-reported"),
            Self::Side(Side::Unstated) => "reporter unstated".to_owned(),
            Self::Side(side) => side.to_string(),
            Self::Reporter(code) => format!("reported by {}", super::naming::name_of(code)),
        }
    }
}

/// Both directions between a pair in one source, seen one way.
#[derive(Debug, Clone)]
pub struct Exchange {
    pub source: String,
    pub view: View,
    /// Exports and imports of the pair's first country by period.
    pub figures: BTreeMap<i32, (Option<f64>, Option<f64>)>,
}

impl Exchange {
    /// Side of the exports and of the imports.
    pub fn sides(&self, pair: &Pair) -> (Side, Side) {
        match &self.view {
            View::Side(side) => (*side, *side),
            View::Reporter(code) if *code == pair.first.code => (Side::Exporter, Side::Importer),
            View::Reporter(_) => (Side::Importer, Side::Exporter),
        }
    }
}

/// Every exchange of total trade that `flows` hold for the pair: by source, each side that
/// reports both directions; where none does, each country that does.
pub fn exchanges(flows: &[Flow], pair: &Pair) -> Vec<Exchange> {
    let of_pair: Vec<&Flow> = flows
        .iter()
        .filter(|flow| pair.holds(flow) && flow.kind == Kind::Total)
        .collect();
    // Flows come sorted by source, in the order of the table they are from.
    let mut sources: Vec<&str> = of_pair.iter().map(|flow| flow.source.as_str()).collect();
    sources.dedup();
    let views = |source: &str, views: Vec<View>| -> Vec<Exchange> {
        views
            .into_iter()
            .filter_map(|view| exchange(&of_pair, pair, source, view))
            .collect()
    };
    sources
        .into_iter()
        .flat_map(|source| {
            let same_side = views(source, Side::ALL.map(View::Side).to_vec());
            if same_side.is_empty() {
                let codes = [&pair.first.code, &pair.second.code];
                views(
                    source,
                    codes.map(|code| View::Reporter(code.clone())).to_vec(),
                )
            } else {
                same_side
            }
        })
        .collect()
}

/// The exchange in one view, if the view has both directions at all.
fn exchange(flows: &[&Flow], pair: &Pair, source: &str, view: View) -> Option<Exchange> {
    let mut figures: BTreeMap<i32, (Option<f64>, Option<f64>)> = BTreeMap::new();
    let seen = flows
        .iter()
        .filter(|flow| flow.source == source && view.takes(flow));
    for flow in seen {
        let figure = figures.entry(flow.period).or_default();
        if pair.exports(flow) {
            figure.0 = flow.value;
        } else {
            figure.1 = flow.value;
        }
    }
    let both =
        figures.values().any(|(x, _)| x.is_some()) && figures.values().any(|(_, m)| m.is_some());
    both.then(|| Exchange {
        source: source.to_owned(),
        view,
        figures,
    })
}
