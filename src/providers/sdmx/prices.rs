//! Prices of the day beside those of another year, which no table of flows may mix.

/// Dimensions of prices, in capitals.
const DIMENSIONS: [&str; 6] = [
    "PRICES",
    "PRICE_BASE",
    "PRICE",
    "PRICE_TYPE",
    "TYPE_OF_PRICES",
    "VALUATION_PRICES",
];

/// The prices of the day, by the code lists of SDMX and its users.
const CURRENT: [&str; 8] = ["", "V", "_Z", "_T", "CUR", "CP", "CURR", "N"];

/// Whether a dimension says at which prices values are.
pub(crate) fn is_dimension(id: &str) -> bool {
    DIMENSIONS.contains(&id.trim().to_ascii_uppercase().as_str())
}

/// Whether a member of such a dimension is the prices of the day.
pub(crate) fn are_current(code: &str) -> bool {
    let code = code.trim().to_ascii_uppercase();
    CURRENT.contains(&code.as_str()) || code.starts_with("CURRENT")
}
