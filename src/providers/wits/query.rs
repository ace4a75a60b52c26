//! World Bank WITS: the answer to an advanced query of UN Comtrade data.
//!
//! Download: <https://wits.worldbank.org>, Advanced Query, “Trade Data (UN Comtrade)”
//! (`DataJobID-….csv`).
//!
//! ```text
//! Nomenclature,ReporterISO3,ProductCode,ReporterName,PartnerISO3,PartnerName,Year,TradeFlowName,TradeFlowCode,TradeValue in 1000 USD,…
//! H0,NOR,Total,Norway,CHN,China,2018,Export,6,2510000.0,…
//! ```
//!
//! Quirks: thousand US dollars; `WLD` is the world; gross exports count re-exports in.

use crate::error::Result;
use crate::providers::columns::{Tally, cell, find, has_all};
use crate::providers::comtrade::parts::tell_classification;
use crate::providers::door::Door;
use crate::providers::own::mapping::{Field, Mapping};
use crate::providers::own::table::read_mapped;
use crate::providers::table::{Layout, Table};
use crate::providers::text::document::Document;
use crate::providers::text::grid::Grid;

/// Answers to queries of WITS.
pub struct WitsQuery;

const VALUE: &str = "TradeValue in 1000 USD";

impl Table for WitsQuery {
    fn layout(&self) -> Layout {
        Layout {
            name: "wits-query",
            about: "World Bank WITS advanced queries: CSV in thousand US dollars",
        }
    }

    fn recognises_header(&self, header: &[String]) -> bool {
        has_all(
            header,
            &[
                "ReporterISO3",
                "PartnerISO3",
                "Year",
                "TradeFlowName",
                VALUE,
            ],
        )
    }

    fn read_grid(&self, grid: &Grid, _: &Document, door: &mut Door) -> Result<()> {
        door.published("World Bank", "WITS, UN Comtrade data");
        let class = find(grid.header(), &["Nomenclature"]);
        let mut kinds = Tally::default();
        grid.each(|_, cells| kinds.add(cell(cells, class)));
        tell_classification(&kinds, door);
        let column =
            |name: &str| find(grid.header(), &[name]).map(|_| Field::Column(name.to_owned()));
        let weight = column("NetWeight in KGM");
        let mapping = Mapping {
            reporter: column("ReporterISO3"),
            partner: column("PartnerISO3"),
            flow: column("TradeFlowName"),
            period: column("Year"),
            product: column("ProductCode"),
            value: column(VALUE),
            quantity_unit: weight.as_ref().map(|_| Field::Is("kg".to_owned())),
            quantity: weight,
            ..Mapping::default()
        };
        read_mapped(grid, &mapping, door)
    }
}
