//! Product codes out of the members of a table.

use std::collections::HashMap;

use crate::providers::pxweb::cube::{Dimension, Member};
use crate::providers::pxweb::roles;

/// A product as the door is to read it.
pub(crate) struct Product {
    pub(crate) code: String,
    /// First year of this meaning of the code, and the first year of the next one.
    valid: Option<(i32, i32)>,
}

impl Product {
    /// Whether the code had other meanings at other times.
    pub(crate) fn is_dated(&self) -> bool {
        self.valid.is_some()
    }

    /// Whether the code had this meaning in a year.
    pub(crate) fn valid_in(&self, year: i32) -> bool {
        self.valid
            .is_none_or(|(from, until)| (from..until).contains(&year))
    }
}

/// Reads products: a total is `TOTAL`, a label that begins with a code is that code.
///
/// Statistics Norway tells meanings of one code apart by their first year: `03021411_1988`,
/// `03021411_2012`. The year is taken off, and kept as the time in which the code is valid.
pub(crate) fn read(dimension: &Dimension) -> Vec<Product> {
    let numbered = dimension.is_numbered();
    let codes: Vec<String> = dimension
        .members
        .iter()
        .map(|member| code(member, numbered))
        .collect();
    let mut years: HashMap<&str, Vec<i32>> = HashMap::new();
    for (code, year) in codes.iter().filter_map(|code| dated(code)) {
        years.entry(code).or_default().push(year);
    }
    let product = |text: &String| match dated(text) {
        Some((code, from)) => {
            let others = years.get(code).map_or(&[][..], Vec::as_slice);
            let until = others
                .iter()
                .copied()
                .filter(|year| *year > from)
                .min()
                .unwrap_or(i32::MAX);
            let first = others.iter().all(|year| *year >= from);
            Product {
                code: code.to_owned(),
                valid: Some((if first { i32::MIN } else { from }, until)),
            }
        }
        None => Product {
            code: text.clone(),
            valid: None,
        },
    };
    codes.iter().map(product).collect()
}

/// A code with a year behind it.
fn dated(text: &str) -> Option<(&str, i32)> {
    let (code, year) = text.split_once('_')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(code) && digits(year) && year.len() == 4).then(|| Some((code, year.parse().ok()?)))?
}

fn code(member: &Member, numbered: bool) -> String {
    let lead = |label: &str| {
        let first = label.split([' ', '\u{a0}', ':']).next().unwrap_or_default();
        first
            .starts_with(|c: char| c.is_ascii_digit())
            .then(|| first.trim_end_matches('.').to_owned())
    };
    if roles::is_total(&member.code, &member.label) {
        "TOTAL".to_owned()
    } else if numbered {
        lead(&member.label).unwrap_or_else(|| member.label.clone())
    } else if member.label.is_empty() || member.label == member.code {
        // A list without codes: `03 Fish`. Codes of several words (`01-05_Animal`) have no space.
        lead(&member.code).unwrap_or_else(|| member.code.clone())
    } else {
        member.code.clone()
    }
}

/// The classification, where its name stands in the dimension.
pub(crate) fn classification(dimension: &Dimension) -> Option<String> {
    let words = format!("{} {}", dimension.id, dimension.label).to_lowercase();
    if words.contains("sitc") {
        let revision = words
            .split_once("rev")
            .map(|(_, rest)| rest.trim_start_matches([' ', '.']));
        let revision = revision.or_else(|| words.split_once("sitc2r").map(|(_, rest)| rest));
        let digit = revision
            .and_then(|rest| rest.chars().next())
            .filter(|c| ('1'..='4').contains(c));
        return digit.map(|digit| format!("SITC Rev. {digit}"));
    }
    (dimension.id == "product" && words.contains("combined nomenclature")).then(|| "CN".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(members: &[(&str, &str)]) -> Vec<Product> {
        let member = |(code, label): &(&str, &str)| Member {
            code: (*code).to_owned(),
            label: (*label).to_owned(),
            unit: String::new(),
        };
        read(&Dimension {
            members: members.iter().map(member).collect(),
            ..Dimension::default()
        })
    }

    #[test]
    fn a_code_with_a_year_is_valid_from_it_until_the_next() {
        let products = codes(&[
            ("03021411_1988", "a"),
            ("03021411_2012", "b"),
            ("0101_1988", "c"),
        ]);
        assert_eq!(products[1].code, "03021411");
        assert!(products[0].valid_in(2011) && !products[0].valid_in(2012));
        assert!(!products[1].valid_in(2011) && products[1].valid_in(2024));
        assert!(products[2].valid_in(1980));
    }

    #[test]
    fn positions_give_way_to_the_codes_in_labels() {
        let products = codes(&[("0", "Total"), ("1", "03 Fish"), ("2", "Aluminium")]);
        let codes: Vec<_> = products
            .iter()
            .map(|product| product.code.as_str())
            .collect();
        assert_eq!(codes, ["TOTAL", "03", "Aluminium"]);
    }
}
