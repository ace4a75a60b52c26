//! Tables about the bundle and about stores: sources, countries, events, vintages.

use polars::prelude::*;

use super::bundle;
use super::dataset::{Info, Store};
use crate::error::{Error, Result};
use crate::model::country::countries as known;
use crate::model::source::Source;
use crate::model::table::{Caption, Table};
use crate::model::written::spans;

/// The source of every bundled file.
///
/// # Errors
/// [`Error::Frame`] if the table cannot be built.
pub fn bundled_sources() -> Result<Table> {
    let all: Vec<Source> = bundle::files().map(|file| file.source()).collect();
    sources(&all)
}

/// The vintages of a store, the oldest first: years, rows, bytes in all and of the rows alone.
///
/// # Errors
/// As [`Store::info`]; [`Error::Frame`] if the table cannot be built.
pub fn vintages(store: &Store) -> Result<Table> {
    let all = store.info()?;
    let text = |name: &str, of: &dyn Fn(&Info) -> String| {
        Column::new(name.into(), all.iter().map(of).collect::<Vec<_>>())
    };
    let number = |name: &str, of: &dyn Fn(&Info) -> u64| {
        Column::new(name.into(), all.iter().map(of).collect::<Vec<_>>())
    };
    let data = frame(vec![
        text("vintage", &|one| one.vintage.clone()),
        text("latest", &|one| {
            if one.latest { "yes" } else { "no" }.to_owned()
        }),
        text("years", &|one| spans(&one.years)),
        number("rows", &|one| one.rows),
        number("rejected", &|one| one.rejected),
        number("bytes", &|one| one.bytes),
        number("row_bytes", &|one| one.row_bytes),
    ])?;
    Ok(Table {
        data,
        caption: Caption::titled("Vintages"),
    })
}

/// Sources as a table, one a row.
///
/// # Errors
/// [`Error::Frame`] if the table cannot be built.
pub fn sources(sources: &[Source]) -> Result<Table> {
    let text = |name: &str, of: &dyn Fn(&Source) -> Option<String>| {
        Column::new(name.into(), sources.iter().map(of).collect::<Vec<_>>())
    };
    let data = frame(vec![
        text("id", &|source| Some(source.id.clone())),
        text("publisher", &|source| Some(source.publisher.clone())),
        text("title", &|source| Some(source.title.clone())),
        text("url", &|source| source.url.clone()),
        text("accessed", &|source| source.accessed.clone()),
        text("licence", &|source| source.licence.clone()),
        text("sha256", &|source| Some(source.sha256.clone())),
    ])?;
    Ok(Table {
        data,
        caption: Caption::titled("Sources"),
    })
}

/// Countries whose codes or names contain `like`, in any case; all without it.
///
/// # Errors
/// [`Error::NothingLeft`] if there is none.
pub fn countries(like: Option<&str>) -> Result<Table> {
    let like = like.unwrap_or_default().to_lowercase();
    let found: Vec<_> = known()
        .iter()
        .filter(|country| {
            let names = [&country.code, &country.iso2, &country.m49, &country.name];
            let mut names = names
                .into_iter()
                .chain(&country.codes)
                .chain(&country.names);
            names.any(|name| name.to_lowercase().contains(&like))
        })
        .collect();
    if found.is_empty() {
        return Err(Error::NothingLeft {
            what: format!("no country is like `{like}`"),
            remedy: "try fewer letters".to_owned(),
        });
    }
    let text = |name: &str, of: &dyn Fn(&crate::model::country::Country) -> String| {
        Column::new(
            name.into(),
            found.iter().map(|country| of(country)).collect::<Vec<_>>(),
        )
    };
    let data = frame(vec![
        text("code", &|country| country.code.clone()),
        text("iso2", &|country| country.iso2.clone()),
        text("m49", &|country| country.m49.clone()),
        text("name", &|country| country.name.clone()),
        text("kind", &|country| country.kind.clone()),
        text("other_codes", &|country| country.codes.join(", ")),
        text("other_names", &|country| country.names.join(", ")),
    ])?;
    Ok(Table {
        data,
        caption: Caption::titled("Countries"),
    })
}

/// Events that concern these countries or everybody; all if no country is named.
///
/// # Errors
/// [`Error::NothingLeft`] if there is none.
pub fn events(codes: &[&str]) -> Result<Table> {
    let found: Vec<_> = bundle::events()
        .into_iter()
        .filter(|event| codes.is_empty() || event.is_about(codes))
        .collect();
    if found.is_empty() {
        return Err(Error::NothingLeft {
            what: "no event concerns these countries".to_owned(),
            remedy: "name others, or none for all".to_owned(),
        });
    }
    let text = |name: &str, of: &dyn Fn(&crate::model::event::Event) -> Option<String>| {
        Column::new(name.into(), found.iter().map(of).collect::<Vec<_>>())
    };
    let data = frame(vec![
        text("dates", &|event| Some(event.dates())),
        text("label", &|event| Some(event.label.clone())),
        text("concerns", &|event| {
            let codes = event.concerns.join(", ");
            Some(if codes.is_empty() {
                "everybody".to_owned()
            } else {
                codes
            })
        }),
        text("source", &|event| Some(event.source.clone())),
    ])?;
    Ok(Table {
        data,
        caption: Caption::titled("Events"),
    })
}

fn frame(columns: Vec<Column>) -> Result<DataFrame> {
    DataFrame::new_infer_height(columns).map_err(Error::frame("building a catalogue"))
}
