//! Names of codes, alone and within sentences.

use super::country::find;
use super::group::group;

/// The English name of a code of a country or group; the code itself where it is unknown.
pub fn name_of(code: &str) -> &str {
    match find(code) {
        Some(country) => &country.name,
        None => group(code).map_or(code, |group| &group.name),
    }
}

/// Names that prose puts an article before, besides the united ones.
const WITH_ARTICLE: [&str; 15] = [
    "BHS", "CAF", "COD", "COG", "CYM", "COK", "DOM", "FRO", "GMB", "MDV", "MHL", "NLD", "PHL",
    "SLB", "WLD",
];

/// The name of a code within a sentence: `the United States`, `Norway`.
pub fn in_prose(code: &str) -> String {
    let name = name_of(code);
    match code {
        "WLD" => "the world".to_owned(),
        code if name.starts_with("United ") || WITH_ARTICLE.contains(&code) => {
            format!("the {name}")
        }
        _ => name.to_owned(),
    }
}

/// The name of a code as an owner: `Norway’s`, `the United States’`.
pub fn possessive(code: &str) -> String {
    let name = in_prose(code);
    let mark = if name.ends_with('s') { "’" } else { "’s" };
    format!("{name}{mark}")
}
