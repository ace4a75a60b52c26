//! Causes that lie in how the two offices keep their records.

use super::{Cause, CauseName, Direction, Evidence, Size, SizeKind, percent};
use crate::checks::mirror_gap::stability::{Stability, log_gaps};
use crate::checks::mirror_gap::{Context, MirrorCheck, TradeSystem};
use crate::model::sum::exact_sum;

const SYSTEM_SOURCE: &str = "United Nations, IMTS 2010, chapter 2 (trade system)";
const COVERAGE_SOURCE: &str =
    "United Nations, IMTS 2010, chapter 1 (coverage, thresholds) and its Compilers Manual";
const CLASS_SOURCE: &str = "United Nations, IMTS 2010, Compilers Manual; Hamanaka (2012), Journal of Economic Policy Reform 15(1)";
const PARTNER_SOURCE: &str = "United Nations, IMTS 2010, chapter 6 (partner country); Hamanaka (2012), Journal of Economic Policy Reform 15(1)";
const MISREPORTING_SOURCE: &str = "Bhagwati (1964), Bulletin of the Oxford University Institute of Economics and Statistics; Fisman and Wei (2004), Journal of Political Economy 112(2)";

/// General against special trade. Direction alone: the size lies in the free zones' own records.
pub(super) fn trade_system(context: &Context) -> Cause {
    use TradeSystem::{General, Special};
    let systems = context.exporter_system.zip(context.importer_system);
    let (direction, evidence, finding) = match systems {
        None => {
            return Cause::untested(
                CauseName::TradeSystem,
                Direction::Either,
                "it needs the trade system, general or special, of both sides",
                SYSTEM_SOURCE,
            );
        }
        Some((General, General) | (Special, Special)) => (
            Direction::None,
            Evidence::Excluded,
            "excluded: both sides state the same trade system, which by itself makes no gap",
        ),
        Some((Special, General)) => (
            Direction::ImporterHigher,
            Evidence::NotTestable,
            "not testable with these data: the importer counts goods through free zones and warehouses and the exporter does not, which makes the importer's figure the larger one; by how much needs the records of the zones",
        ),
        Some((General, Special)) => (
            Direction::ImporterLower,
            Evidence::NotTestable,
            "not testable with these data: the exporter counts goods through free zones and warehouses and the importer does not, which makes the importer's figure the smaller one; by how much needs the records of the zones",
        ),
    };
    Cause {
        name: CauseName::TradeSystem,
        direction,
        size: None,
        evidence,
        finding: finding.to_owned(),
        source: SYSTEM_SOURCE,
    }
}

pub(super) fn coverage() -> Cause {
    Cause::untested(
        CauseName::Coverage,
        Direction::Either,
        "it needs both sides' thresholds and the goods that each leaves out or keeps confidential; the side with the higher threshold reports less",
        COVERAGE_SOURCE,
    )
}

/// One good under two codes: nothing in a total, and testable for a product if the total is given.
pub(super) fn classification(gap: Option<f64>, check: &MirrorCheck<'_>) -> Cause {
    if !check.context.one_product {
        return Cause {
            name: CauseName::Classification,
            direction: Direction::None,
            size: None,
            evidence: Evidence::Excluded,
            finding: "excluded: these are all goods, and a code moves a good from one product to another within the same total; thresholds that differ by product remain possible".to_owned(),
            source: CLASS_SOURCE,
        };
    }
    let total = check
        .context
        .all_goods
        .as_ref()
        .and_then(|(sent, received)| {
            let context = Context::default();
            let whole = MirrorCheck {
                exporter: sent,
                importer: received,
                factor: check.factor,
                context: &context,
            };
            let periods = whole.periods().ok()?;
            (!log_gaps(&periods).is_empty()).then_some(Stability::of(&periods)?.median_log)
        });
    let (Some(product), Some(total)) = (gap, total) else {
        return Cause::untested(
            CauseName::Classification,
            Direction::Either,
            "it needs both sides' reports of all goods beside those of the product",
            CLASS_SOURCE,
        );
    };
    let own = exact_sum([product, -total]);
    let more = product.abs() > total.abs();
    let verdict = if more {
        "the sides agree better on the total than on the product, as different codes would make it; other causes that touch one product remain possible"
    } else {
        "the sides agree no better on the total than on the product, so codes need not be the cause"
    };
    Cause {
        name: CauseName::Classification,
        direction: Direction::Either,
        size: Some(Size {
            log: own,
            kind: SizeKind::Measured,
        }),
        evidence: if more {
            Evidence::Consistent
        } else {
            Evidence::Inconsistent
        },
        finding: format!(
            "tested: after the CIF factor the gap is {} for the product and {} for all goods in the median; {verdict}",
            percent(product),
            percent(total),
        ),
        source: CLASS_SOURCE,
    }
}

pub(super) fn partner_attribution() -> Cause {
    Cause::untested(
        CauseName::PartnerAttribution,
        Direction::Either,
        "it needs each side's gaps with its other partners; goods booked under a wrong partner are missing here and too many there",
        PARTNER_SOURCE,
    )
}

pub(super) fn misreporting() -> Cause {
    Cause::untested(
        CauseName::Misreporting,
        Direction::Either,
        "it needs the declarations themselves; a gap alone is no evidence that values were declared too high or too low",
        MISREPORTING_SOURCE,
    )
}
