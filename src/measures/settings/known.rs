//! What can be set of a measure.

/// Something that can be set of a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    pub name: &'static str,
    /// The words or the kind of value it takes, the first word the default.
    pub values: &'static str,
}

const fn setting(name: &'static str, values: &'static str) -> Setting {
    Setting { name, values }
}

const ITEMS: Setting = setting("items", "listed, traded, or a number");
const AGAINST: Setting = setting("against", "year-before, period-before");
const THRESHOLD: Setting = setting(
    "threshold",
    "1, the revealed advantage from which a product counts as made",
);
const ITSELF: Setting = setting("itself", "counted, left-out");
const REFERENCE: Setting = setting("reference", "world, rest-of-world");
const BASE: Setting = setting("base", "the year before, or a year");
const INDEX: Setting = setting("formula", "fisher, laspeyres, paasche, tornqvist, walsh");
const LINKING: Setting = setting("linking", "chained, fixed-base, annual-overlap, geks");
const OUTLIERS: Setting = setting(
    "outliers",
    "none, ratio, quartile, fences, robust-z, hidiroglou-berthelot",
);
const LIMIT: Setting = setting(
    "limit",
    "the number of an outlier rule: 5 for ratio, 1.5 for quartile and fences, 3.5 for robust-z, 4 for hidiroglou-berthelot",
);
const REFERENCE_YEAR: Setting = setting(
    "reference-year",
    "the first period, or a year, which is 100 as a whole",
);
const WEIGHTS: Setting = setting("weights", "eigenvector, pci-by-exporters, pci-by-products");
const UNTRADED: Setting = setting("untraded", "left-out, shown");
const NORMALISATION: Setting = setting("normalisation", "by-exporters, by-products");

/// What can be set of a measure, by its name.
pub fn settings_of(measure: &str) -> &'static [Setting] {
    match measure {
        "market-share"
        | "revealed-advantage"
        | "symmetric-advantage"
        | "additive-advantage"
        | "normalised-advantage" => const { &[UNTRADED] },
        "openness" => const { &[setting("variant", "wits, unctad")] },
        "import-penetration" => const { &[setting("of", "gdp, output")] },
        "lafay" => const { &[setting("weight", "trade, gdp")] },
        "vollrath" => const { &[setting("comparator", "vollrath-others, vollrath-world")] },
        "trade-intensity" => {
            const {
                &[
                    setting("market", "trade-intensity, trade-intensity-kojima"),
                    UNTRADED,
                ]
            }
        }
        "grubel-lloyd" => {
            const {
                &[setting(
                    "level",
                    "grubel-lloyd, grubel-lloyd-adjusted, aquino, product, aquino-product",
                )]
            }
        }
        "trade-introversion" => const { &[setting("group", "a group of countries such as EU")] },
        "herfindahl" => const { &[setting("scale", "hhi, hhi-10000, equivalent-number")] },
        "herfindahl-normalised" | "unctad-concentration" => const { &[ITEMS] },
        "theil" => const { &[ITEMS, setting("parts", "none, chapters, margins")] },
        "number-of-items" => {
            const {
                &[setting(
                    "above",
                    "0, unctad (100,000 dollars or 0.3 per cent), or a value",
                )]
            }
        }
        "hummels-klenow" => const { &[REFERENCE] },
        "survival" => {
            const {
                &[
                    setting("above", "0, the value a flow must exceed"),
                    setting("gap", "0, years of nothing that end no spell"),
                    setting("left-censored", "dropped, kept"),
                    setting("spells", "all, first, single"),
                ]
            }
        }
        "contributions" => const { &[BASE, setting("absent", "unknown, zero")] },
        "constant-market-share" => {
            const {
                &[
                    BASE,
                    REFERENCE,
                    setting(
                        "order",
                        "product-first, market-first, mean-of-orders, separate",
                    ),
                    setting("weights", "initial, final, mean"),
                ]
            }
        }
        "shift-share" => const { &[BASE, setting("years", "ends, each")] },
        "regularity" => const { &[AGAINST] },
        "growth" | "volatility" => {
            const { &[AGAINST, setting("rate", "percent, log-points, midpoint")] }
        }
        "average-growth" => const { &[setting("method", "cagr, least-squares")] },
        "instability" => const { &[setting("trend", "exponential, linear")] },
        "moving-average" => {
            const {
                &[
                    setting("periods", "3"),
                    setting("window", "trailing, centred"),
                    setting("gaps", "whole, or so many figures at least"),
                ]
            }
        }
        "unit-value-index" | "volume-index" => {
            const { &[INDEX, LINKING, OUTLIERS, LIMIT, REFERENCE_YEAR] }
        }
        "lowe-index" => {
            const {
                &[
                    setting("basket", "the first year, or years such as 2010+2011"),
                    setting(
                        "reference-year",
                        "the first period, or years such as 2010+2011",
                    ),
                ]
            }
        }
        "terms-of-trade" => {
            const {
                &[
                    setting("terms", "net-barter, income, gross-barter"),
                    INDEX,
                    LINKING,
                    OUTLIERS,
                    LIMIT,
                    REFERENCE_YEAR,
                ]
            }
        }
        "diversity" | "ubiquity" | "economic-complexity" | "proximity" => const { &[THRESHOLD] },
        "product-complexity" => const { &[THRESHOLD, NORMALISATION] },
        "density" | "distance" => const { &[THRESHOLD, ITSELF] },
        "complexity-outlook" => const { &[THRESHOLD, ITSELF, WEIGHTS] },
        "outlook-gain" => const { &[THRESHOLD, ITSELF, WEIGHTS, setting("gain", "gross, net")] },
        "fitness" | "quality" => {
            const {
                &[
                    THRESHOLD,
                    setting("steps", "1000"),
                    setting("tolerance", "1e-9"),
                ]
            }
        }
        _ => &[],
    }
}
