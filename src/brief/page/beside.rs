//! What stands beside the figures: goods, events and sources.

use std::fmt::Write;

use super::markdown::{Page, plain};
use crate::brief::Material;
use crate::model::naming::name_of;
use crate::model::source::Source;
use crate::model::written::capital;

impl Page {
    pub(super) fn goods(&mut self, material: &Material) {
        if material.goods.is_empty() {
            return;
        }
        self.heading(2, "Main goods");
        let mut directions: Vec<(&str, &str, &str)> = material
            .goods
            .iter()
            .map(|good| {
                (
                    good.exporter.as_str(),
                    good.importer.as_str(),
                    good.source.as_str(),
                )
            })
            .collect();
        directions.dedup();
        let named: Vec<String> = directions
            .into_iter()
            .map(|(exporter, importer, source)| {
                let goods = material
                    .goods
                    .iter()
                    .filter(|good| good.exporter == exporter && good.importer == importer);
                let goods: Vec<&str> = goods.map(|good| good.goods.as_str()).collect();
                format!(
                    "{} to {}: {} (as named by {source}).",
                    name_of(exporter),
                    name_of(importer),
                    goods.join("; ")
                )
            })
            .collect();
        self.bullets(&named);
    }

    pub(super) fn events(&mut self, material: &Material) {
        if material.events.is_empty() {
            return;
        }
        self.heading(2, "Events");
        let listed: Vec<String> = material
            .events
            .iter()
            .map(|event| {
                format!(
                    "{}: {}. Source: {}",
                    event.dates(),
                    event.label,
                    event.source
                )
            })
            .collect();
        self.bullets(&listed);
    }

    pub(super) fn sources(&mut self, material: &Material) {
        self.heading(2, "Sources");
        for source in &material.tables.summary.caption.sources {
            self.line(&described(source));
            self.bullets(&source.notes);
        }
        self.bullets(
            &material
                .tables
                .summary
                .caption
                .remarks
                .iter()
                .map(|remark| format!("{}.", plain(&capital(remark))))
                .collect::<Vec<_>>(),
        );
    }
}

fn described(source: &Source) -> String {
    let mut text = format!(
        "**{}** (`{}`): {}, *{}*",
        plain(source.name()),
        plain(&source.id),
        plain(&source.publisher),
        plain(&source.title)
    );
    if let Some(accessed) = &source.accessed {
        let _ = write!(text, ", taken {accessed}");
    }
    if let Some(url) = &source.url {
        let _ = write!(text, ", <{url}>");
    }
    if let Some(licence) = &source.licence {
        let _ = write!(text, ". Licence: {licence}");
    }
    text.push('.');
    text
}
