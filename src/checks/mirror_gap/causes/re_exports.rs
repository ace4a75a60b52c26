//! Goods that reach the importer through a third place.
//!
//! An importer books by country of origin; an exporter can book only the last destination it knows.
//! Goods that change hands on the way are then in the importer's figure and not in the exporter's.

use super::{Cause, CauseName, Direction, Evidence, Size, SizeKind, percent};
use crate::checks::mirror_gap::{Hub, MirrorPeriod};
use crate::checks::statistics::median;
use crate::model::number::share;

const SOURCE: &str = "United Nations, IMTS 2010, chapter 6 (origin for imports, last known destination for exports); Ferrantino and Wang (2008), China Economic Review 19(3); Hamanaka (2012), Journal of Economic Policy Reform 15(1)";

/// Covering nine tenths of the gap is called the whole of it: the CIF factor is no surer than that.
const WHOLE: f64 = 0.9;

/// One cause for each hub; one untested cause if no hub is given.
pub(super) fn causes(periods: &[MirrorPeriod], gap: Option<f64>, hubs: &[Hub]) -> Vec<Cause> {
    if hubs.is_empty() {
        return vec![untested(
            "it needs what the exporter sends to a third place and what that place sends on to the importer",
        )];
    }
    hubs.iter().map(|hub| cause(periods, gap, hub)).collect()
}

fn untested(needs: &str) -> Cause {
    Cause::untested(
        CauseName::ReExports,
        Direction::ImporterHigher,
        needs,
        SOURCE,
    )
}

/// What passed through a hub in a period, or the most that can have passed.
struct Passage {
    /// Over the exporter's figure.
    log: f64,
    /// Over the gap after the CIF factor, where the importer's figure is the larger one.
    cover: Option<f64>,
}

fn cause(periods: &[MirrorPeriod], gap: Option<f64>, hub: &Hub) -> Cause {
    let measured = hub.re_exports.is_some();
    let passages: Vec<Passage> = periods.iter().filter_map(|p| passage(p, hub)).collect();
    let logs: Vec<f64> = passages.iter().map(|passage| passage.log).collect();
    let (Some(size), Some(gap)) = (median(&logs), gap) else {
        return untested(&format!(
            "no period has both reports and the flows through {}",
            hub.name
        ));
    };
    let covers: Vec<f64> = passages
        .iter()
        .filter_map(|passage| passage.cover)
        .collect();
    let cover = median(&covers);
    let what = if measured {
        format!("goods that {} reports as sent on", hub.name)
    } else {
        format!(
            "the most that can have passed through {}, the smaller of the flow into it and the flow out of it,",
            hub.name
        )
    };
    let (evidence, verdict) = match cover {
        _ if gap <= 0.0 => (
            Evidence::Inconsistent,
            "the importer's figure is not the larger one in the median, which is the wrong way round for this cause".to_owned(),
        ),
        Some(cover) if measured && cover >= WHOLE => (
            Evidence::Consistent,
            format!("{what} come to {} of the gap in the median", share(cover)),
        ),
        Some(cover) if cover >= WHOLE => (
            Evidence::Undecided,
            format!("{what} comes to {} of the gap in the median, so how much of it is goods under way between the two cannot be told", share(cover)),
        ),
        Some(cover) => (
            Evidence::Partly,
            format!("{what} {} to {} of the gap in the median, so there must be other causes", if measured { "come" } else { "comes" }, share(cover)),
        ),
        None => (
            Evidence::Inconsistent,
            format!("in no period with flows through {} is the importer's figure the larger one", hub.name),
        ),
    };
    Cause {
        name: CauseName::ReExports,
        direction: Direction::ImporterHigher,
        size: Some(Size {
            log: size,
            kind: if measured {
                SizeKind::Measured
            } else {
                SizeKind::AtMost
            },
        }),
        evidence,
        finding: format!(
            "tested: {verdict} (gap after the CIF factor {}, {} period{})",
            percent(gap),
            passages.len(),
            if passages.len() == 1 { "" } else { "s" }
        ),
        source: SOURCE,
    }
}

fn passage(one: &MirrorPeriod, hub: &Hub) -> Option<Passage> {
    let passed = match &hub.re_exports {
        Some(series) => series.at(one.period)?,
        None => hub.inward.at(one.period)?.min(hub.onward.at(one.period)?),
    };
    let sent = one.exporter.filter(|sent| *sent > 0.0)?;
    let missing = one.adjusted?.difference;
    Some(Passage {
        log: (passed / sent).ln_1p(),
        cover: (missing > 0.0).then(|| passed / missing),
    })
}
