//! Column names, spelled here and nowhere else.
//!
//! A name ends in its unit wherever a reader could mistake it: `_percent` is per cent, `_points`
//! percentage points, `_ratio` a plain quotient.

/// First day of the year, quarter or month.
pub const PERIOD: &str = "period";
/// ISO3 code of the country the goods leave.
pub const EXPORTER: &str = "exporter";
/// ISO3 code of the country the goods enter.
pub const IMPORTER: &str = "importer";
/// Who reported the figure.
pub const SIDE: &str = "side";
/// Which part of the flow the figure covers.
pub const KIND: &str = "kind";
/// Product code as text, or [`TOTAL`].
pub const PRODUCT: &str = "product";
/// Name of the chapter that a product code of two digits is.
pub const PRODUCT_NAME: &str = "product_name";
/// Whole units of the table's currency.
pub const VALUE: &str = "value";
/// How much went, in `quantity_unit`.
pub const QUANTITY: &str = "quantity";
/// Unit of the quantity.
pub const QUANTITY_UNIT: &str = "quantity_unit";
/// Which source the figure comes from.
pub const SOURCE: &str = "source";

/// Currency of every value in the row.
pub const CURRENCY: &str = "currency";
/// Price basis of every value in the row.
pub const PRICES: &str = "prices";
/// Period that a growth rate starts from.
pub const BASE_PERIOD: &str = "base_period";
/// Value in the base period.
pub const BASE_VALUE: &str = "base_value";
/// Value less base value.
pub const CHANGE: &str = "change";
/// Why a figure in the row is null; null where none is.
pub const REASON: &str = "reason";
/// Years between the base and the last period.
pub const YEARS_ELAPSED: &str = "years_elapsed";
/// Number of figures a statistic rests on.
pub const N: &str = "n";
/// Growth, per cent.
pub const GROWTH: &str = "growth_percent";
/// Log growth, 100 times the difference of natural logarithms.
pub const LOG_GROWTH: &str = "growth_log_points";
/// Midpoint growth, per cent of the mean of both values.
pub const MIDPOINT_GROWTH: &str = "midpoint_growth_percent";
/// Compound annual growth rate, per cent a year.
pub const CAGR: &str = "cagr_percent";
/// Least-squares growth, per cent a year.
pub const LEAST_SQUARES: &str = "least_squares_percent";
/// Index, base period = 100.
pub const INDEX: &str = "index";
/// Contribution to the growth of the total, percentage points.
pub const CONTRIBUTION: &str = "contribution_points";
/// Growth of the total, per cent.
pub const TOTAL_GROWTH: &str = "total_growth_percent";
/// Exports of the first country to the second.
pub const EXPORTS: &str = "exports";
/// Imports of the first country from the second.
pub const IMPORTS: &str = "imports";
/// Side that reported the exports.
pub const EXPORTS_SIDE: &str = "exports_side";
/// Side that reported the imports.
pub const IMPORTS_SIDE: &str = "imports_side";
/// Exports less imports.
pub const BALANCE: &str = "balance";
/// Balance over the sum of exports and imports, -1 to 1.
pub const NORMALISED_BALANCE: &str = "normalised_balance_ratio";
/// Exports over imports.
pub const COVERAGE: &str = "coverage_ratio";
/// Share of the exporter's exports to the world, per cent.
pub const EXPORT_SHARE: &str = "share_of_exports_percent";
/// Share of the importer's imports from the world, per cent.
pub const IMPORT_SHARE: &str = "share_of_imports_percent";
/// Share of a part in its flow, per cent.
pub const FLOW_SHARE: &str = "share_of_flow_percent";
/// Rank, 1 the first.
pub const RANK: &str = "rank";
/// Rank by growth within the period, 1 the fastest.
pub const GROWTH_RANK: &str = "growth_rank";

/// What the exporter reports.
pub const EXPORTER_VALUE: &str = "exporter_value";
/// What the importer reports.
pub const IMPORTER_VALUE: &str = "importer_value";
/// A total as published.
pub const STATED_VALUE: &str = "stated_value";
/// The sum of the parts of a total.
pub const PARTS_VALUE: &str = "parts_value";
/// A figure of the newer of two tables.
pub const NEW_VALUE: &str = "new_value";
/// One amount less another.
pub const DIFFERENCE: &str = "difference";

/// The product code of all goods together.
pub const TOTAL: &str = "TOTAL";
/// The code of the world as a partner.
pub const WORLD: &str = "WLD";
