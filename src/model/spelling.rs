//! When two spellings are the same: how codes and English names are compared.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

/// What codes and names mean, with the spellings evened out.
pub(super) struct Lexicon<T> {
    codes: HashMap<String, T>,
    names: BTreeMap<String, T>,
    /// Names by their words in any order: `Korea, Rep. of` is `Republic of Korea`.
    words: HashMap<String, T>,
}

/// Fewer letters of a name than this are too few to know it by.
///
/// Stata cuts names of variables, and so of countries made into columns, at about twenty.
const CUT_OFF: usize = 15;

impl<T: Copy + PartialEq> Lexicon<T> {
    pub(super) fn new() -> Self {
        Self {
            codes: HashMap::new(),
            names: BTreeMap::new(),
            words: HashMap::new(),
        }
    }

    /// A code already known keeps its meaning: what is added first wins.
    pub(super) fn add_code(&mut self, code: &str, meaning: T) {
        if !code.is_empty() {
            self.codes.entry(code_key(code)).or_insert(meaning);
        }
    }

    /// A name already known keeps its meaning, as a code does.
    pub(super) fn add_name(&mut self, name: &str, meaning: T) {
        self.names.entry(plain(name)).or_insert(meaning);
        self.words.entry(words(name)).or_insert(meaning);
    }

    pub(super) fn code(&self, text: &str) -> Option<T> {
        self.codes.get(&code_key(text)).copied()
    }

    pub(super) fn name(&self, text: &str) -> Option<T> {
        // Without a letter it is a number, and `4.0` must not become 40.
        if !text.contains(char::is_alphabetic) {
            return None;
        }
        let plain = plain(text);
        let found = self.names.get(&plain);
        let found = found.or_else(|| self.words.get(&words(text))).copied();
        found.or_else(|| self.beginning(&plain))
    }

    /// What a name means that was cut off, if it can be one thing only.
    fn beginning(&self, plain: &str) -> Option<T> {
        if plain.len() < CUT_OFF {
            return None;
        }
        let longer = self.names.range(plain.to_owned()..);
        let mut meanings = longer
            .take_while(|(name, _)| name.starts_with(plain))
            .map(|(_, meaning)| *meaning);
        let first = meanings.next()?;
        meanings.all(|other| other == first).then_some(first)
    }
}

/// A code without its case, its leading zeros and the `.0` that spreadsheets add to numbers.
///
/// Punctuation stays: `n.a.` is no code, though `NA` is.
pub(super) fn code_key(text: &str) -> String {
    let text = text.trim();
    let whole = text
        .split_once('.')
        .filter(|(_, zeros)| zeros.bytes().all(|byte| byte == b'0'))
        .map_or(text, |(whole, _)| whole);
    if whole.is_empty() || !whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.to_ascii_uppercase();
    }
    match whole.trim_start_matches('0') {
        "" => "0".to_owned(),
        digits => digits.to_owned(),
    }
}

/// Lower case, letters and digits alone, accents off.
pub(super) fn plain(name: &str) -> String {
    letters(name)
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

/// The words of a name in the order of the alphabet, abbreviations written out.
pub(super) fn words(name: &str) -> String {
    let folded: String = letters(name)
        .filter(|&letter| !apostrophe(letter))
        .collect();
    let mut words: Vec<&str> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !["", "and", "of", "the"].contains(word))
        .map(in_full)
        .collect();
    let last = ["not", "elsewhere", "specified"];
    if words.ends_with(&last) {
        words.truncate(words.len() - last.len());
        words.push("nes");
    }
    words.sort_unstable();
    words.join(" ")
}

fn in_full(word: &str) -> &str {
    match word {
        "br" => "british",
        "dem" => "democratic",
        "fed" | "federal" | "federated" | "federation" => "fed",
        "fm" | "fmr" => "former",
        "isd" | "isds" | "isl" | "islands" => "island",
        "rep" => "republic",
        "st" => "saint",
        "states" | "sts" => "state",
        "terr" | "territories" => "territory",
        other => other,
    }
}

fn letters(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars()
        .flat_map(char::to_lowercase)
        .filter_map(|letter| {
            Some(match letter {
                'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' => 'a',
                'ç' | 'č' | 'ć' => 'c',
                'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ě' => 'e',
                'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => 'i',
                'ñ' | 'ń' => 'n',
                'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' => 'o',
                'š' | 'ş' | 'ș' => 's',
                'ù' | 'ú' | 'û' | 'ü' | 'ū' => 'u',
                // Accents that stand by themselves, as Apple's files have them.
                '\u{300}'..='\u{36f}' => return None,
                other => other,
            })
        })
}

const fn apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | '`')
}

/// Reads a cell that holds several values, as our tables write them.
pub(super) fn bar_separated<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<String>, D::Error> {
    let joined = String::deserialize(deserializer)?;
    let parts = joined.split('|').filter(|part| !part.is_empty());
    Ok(parts.map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_keeps_its_punctuation_but_not_its_zeros() {
        for (text, key) in [
            ("004", "4"),
            ("4.0", "4"),
            ("000", "0"),
            (" no ", "NO"),
            ("n.a.", "N.A."),
            ("deu.1", "DEU.1"),
            ("", ""),
        ] {
            assert_eq!(code_key(text), key);
        }
    }

    #[test]
    fn the_order_of_words_and_their_abbreviation_do_not_matter() {
        assert_eq!(words("Korea, Rep. of"), words("Republic of Korea"));
        assert_eq!(words("Côte d’Ivoire"), words("COTE D'IVOIRE"));
        assert_eq!(words("Cayman Isds"), words("Cayman Islands"));
        assert_eq!(words("Antigua & Barbuda"), words("Antigua and Barbuda"));
        assert_eq!(words("Areas, nes"), words("Areas, not elsewhere specified"));
        assert_ne!(words("Congo, Rep. of"), words("Congo, Dem. Rep. of"));
    }
}
