//! Products by their code in the Harmonized System: how fine it is, and what the first digits mean.

use std::sync::OnceLock;

use serde::Deserialize;

/// How fine a product code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// All goods together.
    Total,
    /// Two digits.
    Chapter,
    /// Four digits.
    Heading,
    /// Six digits, the finest that all countries share.
    Subheading,
}

/// A chapter or a section of the Harmonized System.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Part {
    level: String,
    /// `03` for a chapter, `I` for a section.
    pub code: String,
    /// Roman number of the section; empty for chapters 98 and 99, which stand in none.
    pub section: String,
    /// Short English name, in our own words.
    pub name: String,
}

const TABLE: &str = include_str!("../../data/hs.csv");

/// The level of a code of the Harmonized System; none if it is none.
///
/// Leading zeros count: `0301` is a heading, `301` is nothing.
pub fn level(code: &str) -> Option<Level> {
    let code = code.trim();
    if code.eq_ignore_ascii_case("TOTAL") {
        return Some(Level::Total);
    }
    let known = code.bytes().all(|byte| byte.is_ascii_digit()) && chapter(code).is_some();
    match code.len() {
        2 if known => Some(Level::Chapter),
        4 if known => Some(Level::Heading),
        6 if known => Some(Level::Subheading),
        _ => None,
    }
}

/// Chapters 01 to 99.
pub fn chapters() -> impl Iterator<Item = &'static Part> {
    parts().iter().filter(|part| part.level == "chapter")
}

/// Sections I to XXI.
pub fn sections() -> impl Iterator<Item = &'static Part> {
    parts().iter().filter(|part| part.level == "section")
}

/// The chapter that a code of two or more digits belongs to.
pub fn chapter(code: &str) -> Option<&'static Part> {
    let first = code.trim().get(..2)?;
    chapters().find(|part| part.code == first)
}

/// The section that a code of two or more digits belongs to.
pub fn section(code: &str) -> Option<&'static Part> {
    let section = &chapter(code)?.section;
    sections().find(|part| part.code == *section)
}

/// The name of the chapter of a code.
///
/// ```
/// assert_eq!(bilat::model::product::chapter_name("03"), Some("Fish and seafood"));
/// assert_eq!(bilat::model::product::chapter_name("030214"), Some("Fish and seafood"));
/// ```
pub fn chapter_name(code: &str) -> Option<&'static str> {
    chapter(code).map(|part| part.name.as_str())
}

/// The name of the section of a code.
pub fn section_name(code: &str) -> Option<&'static str> {
    section(code).map(|part| part.name.as_str())
}

fn parts() -> &'static [Part] {
    static PARTS: OnceLock<Vec<Part>> = OnceLock::new();
    PARTS.get_or_init(|| {
        csv::Reader::from_reader(TABLE.as_bytes())
            .deserialize()
            .collect::<Result<_, _>>()
            .expect("data/hs.csv is compiled in and read by a test")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chapter_stands_in_a_section_but_the_last_two() {
        let chapters: Vec<_> = chapters().collect();
        assert_eq!((chapters.len(), sections().count()), (99, 21));
        for (number, part) in (1..).zip(chapters) {
            assert_eq!(part.code, format!("{number:02}"));
            assert!(part.name.chars().count() <= 45, "{}", part.name);
            assert_eq!(section(&part.code).is_some(), number < 98, "{}", part.code);
        }
        assert_eq!(section_name("27"), Some("Mineral products"));
    }

    #[test]
    fn the_level_is_the_number_of_digits() {
        assert_eq!(level("total"), Some(Level::Total));
        assert_eq!(level("03"), Some(Level::Chapter));
        assert_eq!(level("0302"), Some(Level::Heading));
        assert_eq!(level("030214"), Some(Level::Subheading));
        for none in ["", "3", "302", "00", "ab", "3é", "03021400", "AG2"] {
            assert_eq!(level(none), None, "{none}");
        }
    }
}
