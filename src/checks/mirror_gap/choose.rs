//! Which two reports of a flow are held against each other.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::checks::flows::Strand;
use crate::checks::series::Series;
use crate::model::country::Country;
use crate::model::source::Side;

/// The two reports of one flow; a side that nobody publishes is missing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pairing {
    pub exporter: Option<Strand>,
    pub importer: Option<Strand>,
    /// Periods that both have.
    pub shared: usize,
}

impl Pairing {
    /// Ids of the sources behind it.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        let both = [&self.exporter, &self.importer];
        both.into_iter()
            .flatten()
            .map(|strand| strand.source.as_str())
    }

    /// Whether the two sides are taken from two publishers.
    pub fn of_two_sources(&self) -> bool {
        let mut sources = self.sources();
        matches!((sources.next(), sources.next()), (Some(a), Some(b)) if a != b)
    }
}

/// The pair with the most periods in common, of one source where any has both.
///
/// Reports of one source differ by what the countries say and not by what two publishers make of
/// it, so they win over any pair of two sources. Without a period in common the longest report of
/// each side is taken. `None` if neither side is there.
pub(super) fn pairing(
    strands: &BTreeMap<Strand, Series>,
    exporter: &Country,
    importer: &Country,
    product: &str,
) -> Option<Pairing> {
    let of_side = |side: Side| -> Vec<(&Strand, &Series)> {
        let own = strands.iter().filter(|(strand, _)| {
            strand.side == side
                && strand.exporter == exporter.code
                && strand.importer == importer.code
                && strand.product == product
        });
        own.collect()
    };
    let (sent, received) = (of_side(Side::Exporter), of_side(Side::Importer));
    let pairs = sent
        .iter()
        .flat_map(|sent| received.iter().map(move |received| (sent, received)));
    let best = pairs
        .map(|(a, b)| (shared(a.1, b.1), a, b))
        .max_by_key(|(shared, a, b)| {
            let one_source = *shared > 0 && a.0.source == b.0.source;
            let figures = a.1.points().len() + b.1.points().len();
            (one_source, *shared, figures)
        });
    if let Some((shared, sent, received)) = best {
        return Some(Pairing {
            exporter: Some(sent.0.clone()),
            importer: Some(received.0.clone()),
            shared,
        });
    }
    let longest = |side: &[(&Strand, &Series)]| {
        let longest = side.iter().max_by_key(|(_, series)| series.points().len());
        longest.map(|(strand, _)| (*strand).clone())
    };
    let (exporter, importer) = (longest(&sent), longest(&received));
    (exporter.is_some() || importer.is_some()).then_some(Pairing {
        exporter,
        importer,
        shared: 0,
    })
}

fn shared(a: &Series, b: &Series) -> usize {
    let both = a.points().iter();
    both.filter(|(period, _)| b.at(*period).is_some()).count()
}
