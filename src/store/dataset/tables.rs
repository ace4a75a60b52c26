//! The tables of a vintage: the rows, and what they are rolled up to.

use serde::{Deserialize, Serialize};

use super::parquet::{Form, Layout};
pub use crate::model::column::{
    EXPORTER, IMPORTER, KIND, PERIOD, PRODUCT, QUANTITY, QUANTITY_UNIT, SIDE, VALUE,
};

/// One of the tables that a vintage keeps for each year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Table {
    /// Every figure, sorted by exporter, importer, product, period, side and kind.
    Rows,
    /// All products of a pair together.
    Pairs,
    /// All importers of an exporter's product together.
    ExporterProducts,
    /// All exporters of an importer's product together.
    ImporterProducts,
    /// All pairs together.
    Products,
}

impl Table {
    pub const ALL: [Self; 5] = [
        Self::Rows,
        Self::Pairs,
        Self::ExporterProducts,
        Self::ImporterProducts,
        Self::Products,
    ];

    /// The name of its folder.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rows => "rows",
            Self::Pairs => "pairs",
            Self::ExporterProducts => "exporter-products",
            Self::ImporterProducts => "importer-products",
            Self::Products => "products",
        }
    }

    pub(super) const fn has_exporter(self) -> bool {
        matches!(self, Self::Rows | Self::Pairs | Self::ExporterProducts)
    }

    pub(super) const fn has_importer(self) -> bool {
        matches!(self, Self::Rows | Self::Pairs | Self::ImporterProducts)
    }

    pub(super) const fn has_product(self) -> bool {
        !matches!(self, Self::Pairs)
    }

    /// The columns it has, and what it is sorted by.
    pub(super) fn layout(self, decimals: Decimals) -> Layout {
        let mut columns = vec![(PERIOD, Form::Day)];
        let mut sorted_by = Vec::new();
        for (has, name) in [
            (self.has_exporter(), EXPORTER),
            (self.has_importer(), IMPORTER),
        ] {
            if has {
                columns.push((name, Form::Text));
                sorted_by.push(name);
            }
        }
        columns.extend([(SIDE, Form::Text), (KIND, Form::Text)]);
        if self.has_product() {
            columns.push((PRODUCT, Form::Text));
            sorted_by.push(PRODUCT);
        }
        let fixed = |decimals| Form::Fixed { decimals };
        columns.push((VALUE, fixed(decimals.value)));
        match self {
            Self::Rows => columns.extend([
                (QUANTITY, fixed(decimals.quantity)),
                (QUANTITY_UNIT, Form::Text),
            ]),
            _ => columns.extend([(ROWS, Form::Count), (MISSING, Form::Count)]),
        }
        sorted_by.extend([PERIOD, SIDE, KIND]);
        Layout { columns, sorted_by }
    }
}

/// How many decimals amounts are stored with, 0 to 18.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decimals {
    /// 0 for whole units of the currency.
    pub value: u8,
    pub quantity: u8,
}

/// How many rows a sum is over.
pub const ROWS: &str = "rows";
/// How many of them have no value.
pub const MISSING: &str = "missing";
