//! What is refused before anything is written.

use super::super::manifest::{About, Input, Manifest};
use crate::error::{Error, Result};
use crate::model::country::countries;
use crate::model::product::level;

/// The inputs with the hashes that were said while they were read.
pub fn hashed(inputs: &[Input], hashes: Vec<(usize, String)>) -> Result<Vec<Input>> {
    let mut inputs = inputs.to_vec();
    for (place, sha256) in hashes {
        if let Some(input) = inputs.get_mut(place) {
            input.sha256 = sha256;
        }
    }
    match inputs.iter().find(|input| input.sha256.is_empty()) {
        None => Ok(inputs),
        Some(input) => Err(Error::Unreadable {
            reason: format!(
                "{}: its SHA-256 is not known; nothing was imported",
                input.name
            ),
        }),
    }
}

/// Checks that years to be added mean what the others do.
pub fn same_meaning(old: &About, new: &About) -> Result<()> {
    let meaning = |about: &About| {
        (
            about.currency.clone(),
            about.classification.clone(),
            about.frequency,
            about.decimals,
        )
    };
    if meaning(old) == meaning(new) {
        return Ok(());
    }
    let words = |about: &About| {
        format!(
            "{} in {} with {} and {} decimals, by {:?}",
            about.classification,
            about.currency,
            about.decimals.value,
            about.decimals.quantity,
            about.frequency
        )
    };
    Err(Error::BasisMismatch {
        reason: format!(
            "the vintage holds {}, and these are {}",
            words(old),
            words(new)
        ),
        remedy: "import them as a vintage of their own".to_owned(),
    })
}

/// The world as a partner is the total of the others, and sums would count all goods twice.
pub fn no_world(areas: &[String]) -> Result<()> {
    let world = |code: &&String| {
        let known = countries().iter().find(|country| country.code == **code);
        known.is_some_and(|country| country.kind == "world")
    };
    match areas.iter().find(world) {
        None => Ok(()),
        Some(code) => Err(Error::TotalsAmongParts {
            reason: format!("`{code}` is the world, the total of the countries beside it"),
            remedy: "leave its rows out".to_owned(),
        }),
    }
}

/// How fine the products are; all must be alike, or sums would count some goods twice.
pub fn products(codes: &[String], known: &str) -> Result<String> {
    let fineness = |code: &String| match level(code) {
        Some(level) => format!("{level:?}").to_lowercase(),
        None => format!("codes of {} characters", code.chars().count()),
    };
    let mut met = known.to_owned();
    let mut example: Option<&String> = None;
    for code in codes {
        let here = fineness(code);
        if met.is_empty() {
            (met, example) = (here, Some(code));
        } else if met != here {
            let other = example.map_or(met, |code| format!("`{code}`"));
            return Err(Error::TotalsAmongParts {
                reason: format!("products are of several levels, `{code}` beside {other}"),
                remedy: "import one level alone".to_owned(),
            });
        } else {
            example = example.or(Some(code));
        }
    }
    Ok(met)
}

/// A year that is there may be replaced by the file it came from, or where that was asked for.
pub fn check_replace(
    manifest: &Manifest,
    year: i32,
    inputs: &[Input],
    replace: bool,
) -> Result<()> {
    let Some(known) = manifest.year(year).filter(|_| !replace) else {
        return Ok(());
    };
    let origins = manifest
        .inputs
        .iter()
        .filter(|input| known.inputs.contains(&input.sha256))
        .map(|input| input.name.as_str());
    let origins: Vec<&str> = origins.collect();
    let names: Vec<&str> = inputs.iter().map(|input| input.name.as_str()).collect();
    if origins.iter().all(|origin| names.contains(origin)) {
        return Ok(());
    }
    Err(Error::TotalsAmongParts {
        reason: format!(
            "{} has figures for {year}, which the vintage `{}` has from {}",
            names.join(", "),
            manifest.vintage,
            origins.join(", ")
        ),
        remedy: "import files that share a year together, drop the year first, or say --replace"
            .to_owned(),
    })
}
