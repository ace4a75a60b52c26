//! The figures of a dataset, in a list or by place, and the marks where there is none.

use std::collections::{HashMap, HashSet};

use super::faulty;
use crate::error::Result;
use crate::providers::json::Json;
use crate::providers::pxweb::cube::{Cells, Figure};

pub(super) fn cells(dataset: &Json, sizes: &[usize], count: usize) -> Result<(Cells, Vec<String>)> {
    let mut marks: Vec<String> = Vec::new();
    let statuses = statuses(dataset.get("status"));
    let mut figure = |at: usize, value: &Json| match (value, statuses(at)) {
        (Json::Null, Some(status)) => {
            let mark = marks
                .iter()
                .position(|mark| mark == status)
                .unwrap_or_else(|| {
                    marks.push(status.to_owned());
                    marks.len() - 1
                });
            Ok(Figure::Mark(mark as u32))
        }
        (Json::Null, None) => Ok(Figure::Empty),
        (value, _) => match value.number() {
            Some(number) => Ok(Figure::Number(number)),
            None => Err(faulty(&format!("cell {} is no number", at + 1))),
        },
    };
    let cells = match dataset.get("value") {
        Some(Json::Object(some)) => {
            let (mut places, mut figures) = (Vec::new(), Vec::new());
            // A withheld figure has a status, and no value.
            let withheld = dataset.get("status").map_or(&[][..], Json::members).iter();
            let valued: HashSet<&str> = some.iter().map(|(key, _)| key.as_str()).collect();
            let withheld = withheld
                .filter(|(key, _)| !valued.contains(key.as_str()))
                .map(|(key, _)| (key, &Json::Null));
            for (key, value) in some.iter().map(|(key, value)| (key, value)).chain(withheld) {
                let at = key.parse().ok().filter(|at| *at < count);
                let at: usize = at.ok_or_else(|| faulty(&format!("there is no cell `{key}`")))?;
                figures.push(figure(at, value)?);
                let mut rest = at;
                let from = places.len();
                places.extend(sizes.iter().rev().map(|size| {
                    let member = (rest % size) as u32;
                    rest /= size;
                    member
                }));
                places[from..].reverse();
            }
            Cells::List { places, figures }
        }
        list => {
            let list = list.map_or(&[][..], Json::items);
            if list.len() != count {
                return Err(faulty(&format!(
                    "there are {} values for {count} cells; the file may be cut",
                    list.len()
                )));
            }
            Cells::Grid(
                list.iter()
                    .enumerate()
                    .map(|(at, value)| figure(at, value))
                    .collect::<Result<_>>()?,
            )
        }
    };
    Ok((cells, marks))
}

/// Status by cell, in any of its three forms.
fn statuses<'a>(status: Option<&'a Json>) -> impl Fn(usize) -> Option<&'a str> {
    let some: HashMap<usize, &str> = match status {
        Some(Json::Object(some)) => some
            .iter()
            .filter_map(|(key, status)| Some((key.parse().ok()?, status.text()?)))
            .collect(),
        _ => HashMap::new(),
    };
    move |at| match status? {
        Json::Text(one) => Some(one.as_str()),
        Json::List(list) => list.get(at)?.text(),
        _ => some.get(&at).copied(),
    }
}
