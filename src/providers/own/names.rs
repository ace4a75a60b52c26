//! The usual names of the columns of a table, by what they mean.

/// A meaning, and the names it usually has. Names of one meaning are rivals: two in one header are
/// refused, never chosen between.
pub(crate) struct Alias {
    pub meaning: &'static str,
    pub(super) roots: &'static [&'static str],
}

const fn alias(meaning: &'static str, roots: &'static [&'static str]) -> Alias {
    Alias { meaning, roots }
}

pub(crate) const EXPORTER: Alias = alias(
    "exporter",
    &[
        "exporter",
        "origin",
        "exportingcountry",
        "countryoforigin",
        "from",
    ],
);
pub(crate) const IMPORTER: Alias = alias(
    "importer",
    &[
        "importer",
        "destination",
        "dest",
        "importingcountry",
        "countryofdestination",
        "to",
    ],
);
pub(crate) const REPORTER: Alias = alias(
    "reporter",
    &[
        "reporter",
        "reportingcountry",
        "reportingeconomy",
        "declarant",
    ],
);
pub(crate) const PARTNER: Alias = alias(
    "partner",
    &[
        "partner",
        "partnercountry",
        "partnereconomy",
        "counterpart",
        "tradingpartner",
    ],
);
pub(crate) const FLOW: Alias = alias("flow", &["flow", "tradeflow", "direction", "flowtype"]);
pub(crate) const PERIOD: Alias = alias(
    "period",
    &[
        "period",
        "year",
        "refyear",
        "yr",
        "time",
        "timeperiod",
        "date",
    ],
);
pub(crate) const MONTH: Alias = alias("month", &["month"]);
pub(crate) const PRODUCT: Alias = alias(
    "product",
    &[
        "product",
        "commodity",
        "cmd",
        "hs",
        "hs2",
        "hs4",
        "hs6",
        "sitc",
        "goods",
    ],
);
pub(crate) const SIDE: Alias = alias("side", &["side", "reportedby"]);
pub(crate) const KIND: Alias = alias("kind", &["kind"]);
pub(crate) const SOURCE: Alias = alias("source", &["source"]);
pub(crate) const QUANTITY: Alias = alias("quantity", &["quantity", "qty"]);
pub(crate) const QUANTITY_UNIT: Alias = alias("quantity_unit", &["quantityunit", "qtyunit"]);
pub(crate) const CURRENCY: Alias = alias(
    "currency",
    &["currency", "currencyunit", "unitcurrency", "ccy", "cur"],
);
/// What a value is counted in.
pub(crate) const UNIT: Alias = alias(
    "unit",
    &[
        "unit",
        "units",
        "uom",
        "unitofmeasure",
        "unitsofmeasure",
        "unitmeasure",
        "measureunit",
        "measurementunit",
        "valueunit",
    ],
);
/// By how much a value is to be multiplied.
pub(crate) const SCALE: Alias = alias("scale", &["scale", "multiplier", "magnitude", "powercode"]);
/// The same as a power of ten, as SDMX has it.
pub(crate) const UNIT_MULT: Alias = alias("unit_mult", &["unitmult", "unitmultiplier"]);
/// What is counted at all.
pub(crate) const MEASURE: Alias = alias(
    "measure",
    &[
        "measure",
        "indicator",
        "variable",
        "valuetype",
        "statistic",
        "datatype",
        "concept",
        "measurement",
        "quantityorvalue",
    ],
);
pub(crate) const BASIS: Alias = alias(
    "prices",
    &[
        "prices",
        "price",
        "pricebasis",
        "pricetype",
        "pricebase",
        "basisofprices",
    ],
);
/// How often figures come, as the table itself says.
pub(crate) const FREQUENCY: Alias = alias("frequency", &["freq", "frequency", "periodicity"]);
/// Names of products that are no codes; read where no column of codes stands beside them.
pub(crate) const SECTOR: Alias = alias(
    "product",
    &[
        "sector",
        "industry",
        "section",
        "chapter",
        "division",
        "item",
        "category",
        "good",
        "productgroup",
        "productcategory",
        "commoditygroup",
        "goodsgroup",
    ],
);
