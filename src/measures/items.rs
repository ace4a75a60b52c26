//! Measures with a figure for every row, over the items it is made of.

use super::ask::Ask;
use super::dimension::Dimension;
use super::found::{Cell, Found, cell, count};
use super::panel::{Made, Panel};
use crate::error::{Error, Result};
use crate::indicators::concentration::counts::Counted;
use crate::indicators::concentration::herfindahl::{Scale, equivalent_number, herfindahl};
use crate::indicators::concentration::hirschman::hirschman;
use crate::indicators::concentration::hummels_klenow::{formula, hummels_klenow_rows};
use crate::indicators::concentration::items::Items;
use crate::indicators::concentration::normalised::Normalised;
use crate::indicators::concentration::theil::{Decomposed, by_group, by_margin, theil};
use crate::indicators::reason::Reason;
use crate::indicators::reference::Reference;
use crate::indicators::structure::diversification::diversifications;

/// Values of a row and the codes of its columns, and what comes of them.
type OfRow = Box<dyn Fn(&[f64], &[String]) -> Vec<Cell>>;

/// Measures of one row alone.
pub(super) fn rows(ask: &Ask, panel: &Panel) -> Result<Found> {
    let shape = ask.shape(panel)?;
    let (columns, formula, of): (Vec<String>, Option<&str>, OfRow) = kernel(ask, shape.over)?;
    let mut found = Found::of(
        panel,
        columns
            .into_iter()
            .chain(["items".to_owned(), "total".to_owned()]),
    );
    found.formula = formula.map(str::to_owned);
    for period in ask.periods(panel) {
        let Some(slice) = panel.slice(period, &shape, ask.world)? else {
            continue;
        };
        let slice = slice.among_named(panel, shape.over)?;
        ask.told(&mut found, panel, Made::of(&slice), period);
        let totals = slice.matrix.row_sums();
        for (row, key) in slice
            .rows
            .iter()
            .enumerate()
            .filter(|(_, key)| panel.shows(key))
        {
            let values = slice.matrix.row(row);
            let traded = values.iter().filter(|value| **value > 0.0).count();
            let mut cells = of(values, slice.matrix.columns());
            cells.extend([count(traded), Ok(totals[row])]);
            found.push(Some(period), *key, cells);
        }
        ask.prune(&mut found);
    }
    Ok(found)
}

fn items(ask: &Ask) -> Result<Items> {
    Ok(match ask.settings.text("items") {
        None | Some("listed") => Items::Listed,
        Some("traded") => Items::Traded,
        Some(_) => Items::Of(ask.settings.number("items", 0)?),
    })
}

fn kernel(ask: &Ask, over: Dimension) -> Result<(Vec<String>, Option<&'static str>, OfRow)> {
    let one = |name: &str| vec![name.replace('-', "_")];
    Ok(match ask.measure.name {
        "herfindahl" => match ask.settings.text("scale") {
            Some("equivalent-number") => (
                one("equivalent-number"),
                Some("1 / HHI"),
                Box::new(|values, _| vec![cell(equivalent_number(values))]),
            ),
            _ => {
                let all = [Scale::Unit, Scale::TenThousand];
                let scale = ask.settings.word("scale", &all, Scale::as_str)?;
                let of: OfRow = Box::new(move |values, _| vec![cell(herfindahl(values, scale))]);
                (one(scale.as_str()), Some(scale.formula()), of)
            }
        },
        "herfindahl-normalised" | "unctad-concentration" => {
            let items = items(ask)?;
            let of = match ask.measure.name {
                "unctad-concentration" => Normalised::Unctad,
                _ => Normalised::Herfindahl,
            };
            let kernel: OfRow = Box::new(move |values, _| vec![cell(of.of(values, items))]);
            (one(ask.measure.name), None, kernel)
        }
        "hirschman" => (
            one("hirschman"),
            None,
            Box::new(|values, _| vec![cell(hirschman(values))]),
        ),
        "theil" => {
            let parts = |between, within| vec!["theil".to_owned(), between, within];
            match ask.settings.text("parts") {
                None | Some("none") => {
                    let items = items(ask)?;
                    let of: OfRow = Box::new(move |values, _| vec![cell(theil(values, items))]);
                    (one("theil"), None, of)
                }
                Some("margins") => {
                    let items = items(ask)?;
                    let of: OfRow = Box::new(move |values, _| decomposed(by_margin(values, items)));
                    (
                        parts("extensive".to_owned(), "intensive".to_owned()),
                        None,
                        of,
                    )
                }
                Some("chapters") => {
                    if over != Dimension::Product {
                        return Err(
                            ask.refuse("has chapters of products alone", "give --over product")
                        );
                    }
                    let traded = match items(ask)? {
                        Items::Listed => false,
                        Items::Traded => true,
                        Items::Of(_) => {
                            return Err(ask.refuse(
                                "cannot tell the chapters of products that are not listed",
                                "give items=listed or items=traded",
                            ));
                        }
                    };
                    let of: OfRow = Box::new(move |values, codes| {
                        let chapter = |code: &String| code.chars().take(2).collect::<String>();
                        let chapters: Vec<String> = codes.iter().map(chapter).collect();
                        let grouped: Vec<(&str, f64)> = chapters
                            .iter()
                            .map(String::as_str)
                            .zip(values.iter().copied())
                            .filter(|(_, value)| !traded || *value > 0.0)
                            .collect();
                        decomposed(by_group(&grouped))
                    });
                    (parts("between".to_owned(), "within".to_owned()), None, of)
                }
                Some(typed) => {
                    return Err(Error::UnknownWord {
                        what: "parts",
                        typed: typed.to_owned(),
                        known: vec!["none", "chapters", "margins"],
                    });
                }
            }
        }
        _ => {
            let counted = match ask.settings.text("above") {
                None | Some("0") => Counted::Traded,
                Some("unctad") => Counted::Unctad,
                Some(_) => Counted::Above(ask.settings.number("above", 0.0)?),
            };
            let of: OfRow = Box::new(move |values, _| {
                vec![cell(counted.of(values).map(|number| number as f64))]
            });
            (one(counted.as_str()), Some(counted.formula()), of)
        }
    })
}

fn decomposed(parts: Result<Decomposed, Reason>) -> Vec<Cell> {
    match parts {
        Ok(parts) => vec![Ok(parts.theil()), Ok(parts.between), Ok(parts.within)],
        Err(reason) => vec![Err(reason.to_string()); 3],
    }
}

/// How far every row is from the world.
pub(super) fn distances(ask: &Ask, panel: &Panel) -> Result<Found> {
    let shape = ask.shape(panel)?;
    let mut found = Found::of(panel, ["unctad_diversification"]);
    for period in ask.periods(panel) {
        let Some(slice) = panel.slice(period, &shape, ask.world)? else {
            continue;
        };
        let slice = slice.among_named(panel, shape.over)?;
        ask.told(&mut found, panel, Made::of(&slice), period);
        let figures = diversifications(&slice.matrix, slice.world())?;
        let rows = slice.rows.iter().zip(figures);
        for (key, figure) in rows.filter(|(key, _)| panel.shows(key)) {
            found.push(Some(period), *key, [cell(figure)]);
        }
        ask.prune(&mut found);
    }
    Ok(found)
}

/// What every row sells of all that its market buys: of which items, and how much of those.
pub(super) fn margins(ask: &Ask, panel: &Panel) -> Result<Found> {
    let shape = ask.shape(panel)?;
    let reference = ask
        .settings
        .word("reference", &Reference::ALL, Reference::as_str)?;
    let mut found = Found::of(panel, ["extensive", "intensive", "share", "items"]);
    found.formula = Some(formula(reference).to_owned());
    for period in ask.periods(panel) {
        let mut made = Made::default();
        panel.each_market(period, &shape, ask.world, |slice| {
            let slice = slice.among_named(panel, shape.over)?;
            made = made.and(&slice);
            let rows = hummels_klenow_rows(&slice.matrix, slice.world(), reference)?;
            for (key, one) in slice.rows.iter().zip(rows) {
                if panel.shows(key) {
                    let shares = [one.extensive, one.intensive, one.share].map(cell);
                    let cells = shares.into_iter().chain([count(one.products)]);
                    found.push(Some(period), *key, cells);
                }
            }
            Ok(())
        })?;
        ask.told(&mut found, panel, made, period);
        ask.prune(&mut found);
    }
    Ok(found)
}
