//! Places through which goods may pass, as far as the table has both of their legs.

use std::collections::BTreeMap;

use super::context::Hub;
use crate::checks::flows::Strand;
use crate::checks::series::Series;
use crate::model::country::Country;
use crate::model::naming::name_of;
use crate::model::source::Side;

/// Places known for goods that are brought in to be sent on. A list, not a finding: whether goods
/// of this flow pass there is what the test is about.
const KNOWN: [&str; 6] = ["HKG", "SGP", "NLD", "BEL", "ARE", "PAN"];

/// The known hubs with a flow from the exporter and a flow to the importer in one source.
///
/// The way in is taken as the exporter reports it and the way on as the importer does, as the flow
/// itself is; where one side is silent the other's report stands in.
pub(super) fn hubs(
    strands: &BTreeMap<Strand, Series>,
    exporter: &Country,
    importer: &Country,
    product: &str,
) -> Vec<Hub> {
    let longest = |from: &str, to: &str, side: Side| {
        let own = strands.iter().filter(|(strand, _)| {
            strand.exporter == from
                && strand.importer == to
                && strand.side == side
                && strand.product == product
        });
        own.max_by_key(|(_, series)| series.points().len())
            .map(|(_, series)| series.clone())
    };
    let leg = |from: &str, to: &str, first: Side, second: Side| {
        longest(from, to, first).or_else(|| longest(from, to, second))
    };
    let ends = [exporter.code.as_str(), importer.code.as_str()];
    let third = KNOWN.into_iter().filter(|hub| !ends.contains(hub));
    third
        .filter_map(|hub| {
            Some(Hub {
                name: name_of(hub).to_owned(),
                inward: leg(&exporter.code, hub, Side::Exporter, Side::Importer)?,
                onward: leg(hub, &importer.code, Side::Importer, Side::Exporter)?,
                re_exports: None,
            })
        })
        .collect()
}
