//! Product codes as typists write them, and the list that they are of.

use std::borrow::Cow;

use crate::providers::columns::code;
use crate::providers::door::Door;

/// Product codes met: how many had points, one digit and two.
#[derive(Default)]
pub(crate) struct Codes {
    dotted: u64,
    short: [u64; 2],
}

impl Codes {
    /// The product that a cell names.
    pub fn read<'a>(&mut self, text: &'a str) -> Cow<'a, str> {
        let product = match code(text) {
            "" => return Cow::Borrowed("TOTAL"),
            all if is_total(all) => return Cow::Borrowed("TOTAL"),
            one => one,
        };
        if product.len() <= 2 && product.bytes().all(|byte| byte.is_ascii_digit()) {
            self.short[product.len() - 1] += 1;
        }
        // `0301.10` is written for the eye; the code is 030110.
        match is_dotted(product) {
            true => {
                self.dotted += 1;
                Cow::Owned(product.replace(['.', ' '], ""))
            }
            false => Cow::Borrowed(product),
        }
    }

    /// Tells how codes were read.
    pub fn tell(&self, door: &mut Door) {
        if self.dotted > 0 {
            door.remark(format!(
                "product codes with points or spaces between their digits, read without: {}",
                self.dotted
            ));
        }
        // Longer codes are looked at in all files together.
        if self.short.iter().all(|count| *count > 0) {
            door.remark("product codes of 1 and 2 digits stand side by side: a program that read them as numbers may have dropped their leading zero; they were not changed");
        }
    }
}

/// The list that a column of codes is named for, where it is not the Harmonized System.
pub(crate) fn list(name: &str) -> Option<&'static str> {
    const LISTS: [&str; 6] = ["SITC", "BEC", "CPC", "ISIC", "NACE", "CN"];
    let upper = name.to_uppercase();
    let mut words = upper.split(|c: char| !c.is_ascii_alphabetic());
    words.find_map(|word| LISTS.into_iter().find(|list| *list == word))
}

fn is_total(word: &str) -> bool {
    let lower = word.to_lowercase();
    ["total", "all products", "all commodities"].contains(&lower.as_str())
}

/// `0101.21`, `0101 21 00`.
fn is_dotted(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['.', ' ']).collect();
    let digits = |part: &&str, length: usize| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    match parts.split_first() {
        Some((first, rest)) if !rest.is_empty() && rest.len() <= 3 => {
            digits(first, 4) && rest.iter().all(|part| digits(part, 2))
        }
        _ => false,
    }
}
