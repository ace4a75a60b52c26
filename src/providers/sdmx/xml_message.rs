//! SDMX-ML data messages.

mod elements;
mod message;

use crate::error::{Error, Result};
use crate::providers::door::Door;
use crate::providers::provider::Provider;
use crate::providers::pxweb::trade_cube;
use crate::providers::text::document::Document;
use message::Message;

/// SDMX-ML: structure-specific data of 2.1 and 3.0, generic data of 2.0 and 2.1, and compact data
/// of 2.0.
///
/// Download: IMF IMTS (`api.imf.org/external/sdmx/3.0/data/dataflow/IMF.STA/IMTS/…`), Eurostat
/// Comext (`ec.europa.eu/eurostat/api/comext/dissemination/sdmx/2.1/data/DS-045409/…`), World Bank
/// WITS, OECD, ECB.
///
/// ```xml
/// <message:StructureSpecificData …><message:DataSet …>
///   <Series COUNTRY="USA" INDICATOR="XG_FOB_USD" COUNTERPART_COUNTRY="NOR" FREQUENCY="A" SCALE="6">
///     <Obs TIME_PERIOD="2023" OBS_VALUE="5241000000"/>
/// ```
///
/// ```xml
/// <generic:Series><generic:SeriesKey><generic:Value id="reporter" value="DE"/>…</generic:SeriesKey>
///   <generic:Obs><generic:ObsDimension value="2023-01"/><generic:ObsValue value="117"/></generic:Obs>
/// ```
///
/// Quirks:
/// - `SCALE` at the IMF only tells how to show a figure: with `SCALE="6"` the values are whole
///   dollars already. `UNIT_MULT` elsewhere is a power of ten to multiply by.
/// - Dimensions and attributes look alike without the structure; what is no trade dimension must
///   not double a flow.
/// - Attributes of a `Group` (2.1) or `Atts` (3.0) hold for all series that agree with its other
///   attributes.
/// - `NaN` is a figure that is not there.
/// - Data at Eurostat that is too large to answer at once comes as a message with a `Footer` and no
///   data.
///
/// A document type is refused, and no entity is expanded beyond the five of XML.
pub struct SdmxMl;

impl Provider for SdmxMl {
    fn name(&self) -> &'static str {
        "sdmx-ml"
    }

    fn about(&self) -> &'static str {
        "SDMX-ML 2.0, 2.1 and 3.0, structure-specific and generic: IMF, Eurostat Comext, WITS, OECD"
    }

    fn recognises(&self, document: &Document) -> bool {
        let head = document.head().trim_start();
        let root = [
            "StructureSpecific",
            "GenericData",
            "GenericTimeSeriesData",
            "CompactData",
            "MessageGroup",
        ];
        head.starts_with('<')
            && head.to_ascii_lowercase().contains("sdmx")
            && root.iter().any(|name| {
                head.contains(&format!("<{name}")) || head.contains(&format!(":{name}"))
            })
    }

    fn read(&self, document: &Document, door: &mut Door) -> Result<()> {
        let (cube, prepared) = Message::read(document.text()?)?;
        if !prepared.is_empty() {
            door.remark(format!("the message was made at {prepared}"));
        }
        trade_cube::tell(&cube, door).map(|_| ())
    }
}

fn faulty(what: &str) -> Error {
    Error::Unreadable {
        reason: format!("faulty sdmx-ml: {what}"),
    }
}
