//! Which flows a measure needs, for those who keep too many to read them all.

use super::ask::Ask;
use super::dimension::Dimension;
use crate::model::period::Years;
use crate::store::{Asked, Detail};

impl Ask {
    /// The flows that the measure is taken of.
    pub fn needs(&self) -> Asked {
        let detail = self.level.map_or(Detail::Products, Detail::Digits);
        let over_time = Years::default();
        let named = |codes: &[String]| (!codes.is_empty()).then(|| codes.to_vec());
        match self.measure.name {
            "unit-value" | "unit-value-index" | "volume-index" | "lowe-index"
            | "terms-of-trade" => {
                // Quantities are had of whole codes alone.
                self.between(Detail::Products, over_time)
            }
            "trade-intensity" | "trade-introversion" | "openness" | "import-penetration" => {
                Asked::Pairs { years: self.years }
            }
            "regularity" | "volatility" | "instability" | "moving-average"
            | "same-month-growth" | "year-to-date" | "seasonal-profile"
                if !self.by.contains(&Dimension::Product) && self.products.is_empty() =>
            {
                Asked::Pairs { years: over_time }
            }
            "lafay" | "grubel-lloyd" | "vollrath" | "complementarity"
                if self.importers.is_empty() || self.measure.name == "complementarity" =>
            {
                Asked::ByProduct {
                    exports: true,
                    imports: true,
                    years: self.years,
                    detail,
                }
            }
            "lafay" | "grubel-lloyd" | "vollrath" => Asked::Flows {
                years: self.years,
                detail,
            },
            "contributions" | "shift-share" | "constant-market-share" | "survival" => {
                self.wide(detail, over_time)
            }
            _ => match (named(&self.importers), named(&self.exporters)) {
                // The market alone; the world that sells to it is all there is.
                (Some(codes), _) if self.apart_from(Dimension::Importer) => {
                    Asked::Into { codes, detail }
                }
                (_, Some(codes)) if self.apart_from(Dimension::Exporter) => {
                    Asked::From { codes, detail }
                }
                _ => self.wide(detail, self.years),
            },
        }
    }

    /// Whether a dimension is neither told apart nor compared over.
    fn apart_from(&self, dimension: Dimension) -> bool {
        let by = match self.by[..] {
            [] if self.over == Some(Dimension::Exporter) => vec![Dimension::Product],
            [] => vec![Dimension::Exporter],
            _ => self.by.clone(),
        };
        !by.contains(&dimension) && self.over != Some(dimension)
    }

    /// All flows as far as they are told apart.
    fn wide(&self, detail: Detail, years: Years) -> Asked {
        let whole = self.measure.name == "constant-market-share" || self.measure.name == "survival";
        let partners = [Dimension::Exporter, Dimension::Importer].map(|one| self.apart_from(one));
        let unnamed = self.importers.is_empty() && self.exporters.is_empty();
        let one = |partner: bool, named: &[String]| partner && named.is_empty();
        match partners {
            _ if whole => Asked::Flows { years, detail },
            [false, true] if one(true, &self.importers) => Asked::ByProduct {
                exports: true,
                imports: false,
                years,
                detail,
            },
            [true, false] if one(true, &self.exporters) => Asked::ByProduct {
                exports: false,
                imports: true,
                years,
                detail,
            },
            _ if unnamed
                && self.over.is_some_and(|over| over != Dimension::Product)
                && !self.by.contains(&Dimension::Product) =>
            {
                Asked::Pairs { years }
            }
            _ => Asked::Flows { years, detail },
        }
    }

    /// The flows of the countries that were named.
    fn between(&self, detail: Detail, years: Years) -> Asked {
        let both = [&self.exporters, &self.importers];
        match both.map(|codes| codes.is_empty()) {
            [false, false] => Asked::Among {
                codes: both.into_iter().flatten().cloned().collect(),
                detail,
            },
            [false, true] if self.measure.name != "terms-of-trade" => Asked::From {
                codes: self.exporters.clone(),
                detail,
            },
            [true, false] if self.measure.name != "terms-of-trade" => Asked::Into {
                codes: self.importers.clone(),
                detail,
            },
            _ => Asked::Flows { years, detail },
        }
    }
}
