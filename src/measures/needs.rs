//! Which flows a measure needs, for those who keep too many to read them all.

use super::ask::Ask;
use super::dimension::Dimension;
use super::groups::countries_of;
use super::heed::{compares_periods, is_of_series, sums_products};
use crate::model::period::Years;
use crate::store::{Asked, Detail};

impl Ask {
    /// The years that the measure is taken of: those shown, and those that they are compared with.
    pub fn years_needed(&self) -> Years {
        match self.measure.name {
            name if compares_periods(name) => {
                let base = self.settings.number("base", i32::MAX).ok();
                let base = |first: i32| base.unwrap_or(first).min(first - 1);
                Years {
                    first: self.years.first.map(base),
                    ..self.years
                }
            }
            "survival" => self.years,
            _ if self.is_of_one_period() => self.years,
            _ => Years::default(),
        }
    }

    /// The flows that the measure is taken of.
    pub fn needs(&self) -> Asked {
        let detail = self.level.map_or(Detail::Products, Detail::Digits);
        let years = self.years_needed();
        let named = |codes: &[String]| (!codes.is_empty()).then(|| countries_of(codes));
        match self.measure.name {
            "unit-value" | "unit-value-index" | "volume-index" | "lowe-index"
            | "terms-of-trade" => {
                // Quantities are had of whole codes alone.
                self.between(Detail::Products, Years::default())
            }
            name if (sums_products(name) || is_of_series(name)) && !self.tells_products() => {
                Asked::Pairs { years }
            }
            name if sums_products(name) => Asked::Flows { years, detail },
            "lafay" | "grubel-lloyd" | "vollrath" | "complementarity"
                if (self.importers.is_empty() && !self.by.contains(&Dimension::Importer))
                    || self.measure.name == "complementarity" =>
            {
                self.summed(true, true, years, detail)
            }
            "lafay" | "grubel-lloyd" | "vollrath" => Asked::Flows { years, detail },
            name if compares_periods(name) || name == "survival" => self.wide(detail, years),
            _ => match (named(&self.importers), named(&self.exporters)) {
                // The market alone; the world that sells to it is all there is.
                (Some(codes), _) if self.apart_from(Dimension::Importer) => {
                    Asked::Into { codes, detail }
                }
                (_, Some(codes)) if self.apart_from(Dimension::Exporter) => {
                    Asked::From { codes, detail }
                }
                _ => self.wide(detail, years),
            },
        }
    }

    /// What countries sell or buy, all partners together, unless it matters who they are.
    fn summed(&self, exports: bool, imports: bool, years: Years, detail: Detail) -> Asked {
        match self.groups().need_partners() {
            true => Asked::Flows { years, detail },
            false => Asked::ByProduct {
                exports,
                imports,
                years,
                detail,
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
            [false, true] if one(true, &self.importers) => self.summed(true, false, years, detail),
            [true, false] if one(true, &self.exporters) => self.summed(false, true, years, detail),
            _ if unnamed
                && self.over.is_some_and(|over| over != Dimension::Product)
                && !self.tells_products() =>
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
                codes: both
                    .into_iter()
                    .flat_map(|codes| countries_of(codes))
                    .collect(),
                detail,
            },
            [false, true] if self.measure.name != "terms-of-trade" => Asked::From {
                codes: countries_of(&self.exporters),
                detail,
            },
            [true, false] if self.measure.name != "terms-of-trade" => Asked::Into {
                codes: countries_of(&self.importers),
                detail,
            },
            _ => Asked::Flows { years, detail },
        }
    }
}
