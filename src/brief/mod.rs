//! The country-pair brief: one folder with a page, its charts, its tables, and a manifest.

mod claims;
mod facts;
mod manifest;
mod page;
mod pictures;
mod slug;
mod tables;
mod trust;
mod yearly;

use std::collections::BTreeSet;

use crate::charts::Look;
use crate::error::Result;
use crate::model::event::Event;
use crate::model::flow_table::FlowTable;
use crate::model::pair::Pair;
use crate::model::period::Years;
use crate::model::source::{Kind, Side, Source};
use crate::outputs::whole::File;
use crate::store::bundle::{self, Good};
use crate::store::{Asked, Detail};
use crate::transforms::{Choose, Money, Reshape, RollUp, Sources};
use manifest::Manifest;
use pictures::Picture;
use tables::Tables;

/// What a brief is about.
#[derive(Debug, Clone)]
pub struct Brief {
    pub pair: Pair,
    pub years: Years,
    pub sources: Sources,
    pub side: Option<Side>,
    pub money: Money,
    pub look: Look,
    /// The command as it was typed, for the manifest.
    pub arguments: Vec<String>,
}

/// Everything a page is written from.
struct Material {
    pair: Pair,
    years: Years,
    tables: Tables,
    pictures: Vec<Picture>,
    events: Vec<Event>,
    goods: Vec<Good>,
}

impl Brief {
    /// The flows that the brief is made from: all that either country imports.
    pub fn needs(&self) -> Asked {
        Asked::Into {
            codes: self.codes().map(str::to_owned).to_vec(),
            detail: Detail::Total,
        }
    }

    /// All files of the brief; the same bytes for the same figures and arguments.
    ///
    /// # Errors
    /// As the transforms, indicators and charts it uses; then no file is given.
    pub fn files(&self, flows: &FlowTable) -> Result<Vec<File>> {
        let chosen = self.chosen(flows)?;
        let tables = Tables::of(self, &chosen, flows)?;
        let material = Material {
            pair: self.pair,
            years: self.years,
            pictures: pictures::of(self, &chosen)?,
            tables,
            events: self.events(),
            goods: self.goods(),
        };
        let mut files = vec![File {
            name: "brief.md".to_owned(),
            bytes: page::write(&material)?.into_bytes(),
        }];
        files.extend(material.pictures.iter().map(|picture| File {
            name: picture.file.clone(),
            bytes: picture.png.clone(),
        }));
        files.extend(material.tables.files()?);
        let manifest = Manifest::of(self, &self.inputs(&material, &chosen), &files);
        files.push(manifest.file()?);
        Ok(files)
    }

    fn chosen(&self, flows: &FlowTable) -> Result<FlowTable> {
        let choose = Choose {
            pair: self.pair,
            years: self.years,
            sources: self.sources.clone(),
            side: self.side,
        };
        self.money.apply(&RollUp.apply(&choose.apply(flows)?)?)
    }

    /// The sources of everything the brief was made from.
    fn inputs(&self, material: &Material, chosen: &FlowTable) -> Vec<Source> {
        let compared = material.tables.comparisons.iter();
        let compared = compared.flat_map(|comparison| comparison.table.caption.sources.clone());
        let mut inputs: Vec<Source> = chosen.sources().to_vec();
        inputs.extend(compared);
        if let Some(claims) = &material.tables.claims {
            inputs.extend(claims.table.caption.sources.clone());
        }
        for (_, table) in material.tables.trust.tables() {
            inputs.extend(table.caption.sources.clone());
        }
        let bundled = [
            (!material.goods.is_empty(), bundle::GOODS),
            (!material.events.is_empty(), bundle::EVENTS),
            (self.money.currency.is_some(), bundle::EXCHANGE_RATES),
            (self.money.real.is_some(), bundle::PRICES),
        ];
        inputs.extend(
            bundled
                .iter()
                .filter(|(used, _)| *used)
                .map(|(_, file)| file.source()),
        );
        let mut seen = BTreeSet::new();
        inputs.retain(|source| seen.insert(source.id.clone()));
        inputs
    }

    fn codes(&self) -> [&str; 2] {
        [&self.pair.first.code, &self.pair.second.code]
    }

    fn events(&self) -> Vec<Event> {
        use chrono::Datelike;
        let in_years = |event: &Event| {
            let last = event.end.unwrap_or(event.start);
            self.years.first.is_none_or(|first| last.year() >= first)
                && self
                    .years
                    .last
                    .is_none_or(|last| event.start.year() <= last)
        };
        bundle::events()
            .into_iter()
            .filter(|event| event.is_about(&self.codes()) && in_years(event))
            .collect()
    }

    fn goods(&self) -> Vec<Good> {
        let codes = self.codes();
        bundle::goods()
            .into_iter()
            .filter(|good| {
                codes.contains(&good.exporter.as_str()) && codes.contains(&good.importer.as_str())
            })
            .collect()
    }
}

/// Total trade in the directions of the pair: no re-exports, no sum of both, no world total.
fn directions(flows: &FlowTable, pair: Pair) -> Result<FlowTable> {
    flows.retain(|flow| pair.holds(flow) && flow.kind == Kind::Total)
}
