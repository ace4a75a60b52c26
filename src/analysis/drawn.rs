//! A chart drawn as it was asked for: flows chosen, measured, laid out.

use super::drawing::Drawing;
use crate::charts::{Chart, Look, Scene, Subject, Wish};
use crate::error::{Error, Result};
use crate::indicators::{
    Balance, Comparison, Composition, Contribution, Growth, MarketShare, Measure, Method, Standing,
};
use crate::model::country::country;
use crate::model::event::Event;
use crate::model::flow_table::FlowTable;
use crate::model::pair::Pair;
use crate::model::source::Kind;
use crate::model::table::Table;
use crate::store::bundle;
use crate::transforms::{BothSides, Choose, End, Money, Panel, Reshape, RollUp};

/// A chart, laid out, and the figures it shows.
#[derive(Debug, Clone)]
pub struct Drawn {
    pub scene: Scene,
    pub table: Table,
}

impl Drawing {
    /// Measures what the kind of chart shows, and lays it out.
    ///
    /// # Errors
    /// [`Error::Chart`] if the countries do not fit the kind; as the transforms, indicators and
    /// charts it uses.
    pub fn draw(&self, flows: &FlowTable) -> Result<Drawn> {
        let table = match (self.subject()?, self.kind) {
            (Countries::Pair(pair), Chart::Mirror | Chart::Gap) => {
                self.yoy(&self.mirrored(pair, flows)?)?
            }
            (Countries::Pair(pair), Chart::Treemap) => {
                let years = self.years;
                let chosen = self.chosen(pair, flows)?;
                let there = |flow: &crate::Flow| {
                    flow.exporter == pair.first.code && flow.importer == pair.second.code
                };
                Composition { years }.of(&self.money().apply(&chosen.retain(there)?)?)?
            }
            (Countries::Pair(pair), kind) => self.of_pair(kind, pair, flows)?,
            (Countries::Partners(panel), kind) => self.of_partners(kind, &panel, flows)?,
        };
        let scene = self.kind.scene(&table, &self.wish()?)?;
        Ok(Drawn { scene, table })
    }

    fn of_pair(&self, kind: Chart, pair: Pair, flows: &FlowTable) -> Result<Table> {
        let chosen = RollUp.apply(&self.chosen(pair, flows)?)?;
        let chosen = self.money().apply(&chosen)?;
        let chosen = chosen.retain(|flow| flow.kind == Kind::Total)?;
        let years = self.years;
        match kind {
            Chart::Index => Growth {
                method: Method::Index,
                years,
                base: self.base,
            }
            .of(&chosen),
            Chart::Balance | Chart::Both => Balance { pair, years }.of(&chosen),
            Chart::Contribution => Contribution { years }.of(&chosen),
            _ => self.yoy(&chosen),
        }
    }

    fn of_partners(&self, kind: Chart, panel: &Panel, flows: &FlowTable) -> Result<Table> {
        let chosen = RollUp.apply(&panel.apply(flows)?)?;
        let chosen = self.money().apply(&chosen)?;
        let years = self.years;
        match kind {
            Chart::Contribution => Contribution { years }.of(&chosen),
            Chart::Shares => MarketShare { years }.of(&chosen),
            Chart::Scatter => Standing { years }.of(&chosen),
            _ => Comparison { years }.of(&chosen),
        }
    }

    fn yoy(&self, flows: &FlowTable) -> Result<Table> {
        Growth {
            method: Method::Yoy,
            years: self.years,
            base: None,
        }
        .of(flows)
    }

    fn chosen(&self, pair: Pair, flows: &FlowTable) -> Result<FlowTable> {
        Choose {
            pair,
            years: self.years,
            sources: self.source.clone(),
            side: self.side,
        }
        .apply(flows)
    }

    fn mirrored(&self, pair: Pair, flows: &FlowTable) -> Result<FlowTable> {
        let both = BothSides {
            exporter: pair.first,
            importer: pair.second,
            years: self.years,
            sources: self.source.clone(),
        };
        self.money().apply(&RollUp.apply(&both.apply(flows)?)?)
    }

    fn money(&self) -> Money {
        Money {
            real: self.real,
            currency: self.currency,
            years: self.years,
        }
    }

    /// The pair or the partners asked for, if the kind can show them.
    pub(super) fn subject(&self) -> Result<Countries> {
        let refuse = |reason: String| Err(Error::Chart { reason });
        let kind = self.kind.as_str();
        let one = match (&self.importer, &self.exporter) {
            (Some(_), Some(_)) => {
                return refuse("name importer or exporter, not both; a pair has both".to_owned());
            }
            (Some(importer), None) => Some((importer, End::Importer)),
            (None, Some(exporter)) => Some((exporter, End::Exporter)),
            (None, None) => None,
        };
        match (&self.pair, one, self.kind.subject()) {
            (Some(_), Some(_), _) => {
                refuse("name a pair, or one country and its partners".to_owned())
            }
            (Some([first, second]), None, Subject::Pair | Subject::Either) => {
                Ok(Countries::Pair(Pair::new(first, second)?))
            }
            (None, Some((own, end)), Subject::Partners | Subject::Either) => {
                let partners = self.partners.iter().map(|typed| country(typed));
                Ok(Countries::Partners(Panel {
                    partners: partners.collect::<Result<_>>()?,
                    top: self.top,
                    with_world: true,
                    years: self.years,
                    sources: self.source.clone(),
                    side: self.side,
                    ..Panel::of(country(own)?, end)
                }))
            }
            (_, _, Subject::Pair) => refuse(format!("`{kind}` shows a pair; name two countries")),
            (_, _, Subject::Partners) => refuse(format!(
                "`{kind}` shows one country and its partners; name it with --importer or --exporter"
            )),
            (None, None, Subject::Either) => refuse(format!(
                "`{kind}` shows a pair, or one country and its partners; name two countries, or one with --importer or --exporter"
            )),
        }
    }

    /// What the chart should say and look like.
    ///
    /// # Errors
    /// [`Error::UnknownCountry`] for a country that is none.
    pub fn wish(&self) -> Result<Wish> {
        let (width, height) = self.size;
        let highlight = self
            .highlight
            .iter()
            .map(|typed| Ok(country(typed)?.code.clone()));
        let highlight: Vec<String> = highlight.collect::<Result<_>>()?;
        Ok(Wish {
            look: Look {
                theme: self.theme,
                width,
                height,
            },
            events: self.shown_events(&highlight)?,
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            note: self.note.clone(),
            highlight,
            cif: Some((self.cif.factor, self.cif.name.clone())),
            log: self.log,
            own_scale: self.own_scale,
        })
    }

    /// The events about the countries in focus.
    fn shown_events(&self, highlight: &[String]) -> Result<Vec<Event>> {
        if !self.events {
            return Ok(Vec::new());
        }
        let named = self
            .pair
            .iter()
            .flatten()
            .chain(&self.importer)
            .chain(&self.exporter);
        let mut codes: Vec<String> = named
            .map(|typed| Ok(country(typed)?.code.clone()))
            .collect::<Result<_>>()?;
        codes.extend_from_slice(highlight);
        let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        let events = bundle::events().into_iter();
        Ok(events.filter(|event| event.is_about(&codes)).collect())
    }
}

/// What a chart is to show.
pub(super) enum Countries {
    Pair(Pair),
    Partners(Panel),
}
