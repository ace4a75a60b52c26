//! Product codes as spreadsheets and typists leave them, and what all of them together show.

use std::borrow::Cow;

use crate::providers::columns::code;
use crate::providers::door::Door;

/// Product codes met, by their number of digits.
#[derive(Default)]
pub(crate) struct Codes {
    digits: [u64; 8],
    dotted: u64,
}

impl Codes {
    /// The product that a cell names.
    ///
    /// # Errors
    /// The reason, if a program made something else of the code.
    pub fn read<'a>(&mut self, text: &'a str) -> Result<Cow<'a, str>, &'static str> {
        let product = match code(text) {
            "" => return Ok(Cow::Borrowed("TOTAL")),
            all if is_total(all) => return Ok(Cow::Borrowed("TOTAL")),
            one => one,
        };
        if is_mangled(product) {
            return Err(
                "is what a spreadsheet made of a code, a number or a date; mend it in the source, where its column must be text",
            );
        }
        if has_letter_for_digit(product) {
            return Err("has a letter O or l where the other places are digits; mend it");
        }
        // `0301.10` is written for the eye; the code is 030110.
        let product = match is_dotted(product) {
            true => {
                self.dotted += 1;
                Cow::Owned(product.replace(['.', ' '], ""))
            }
            false => Cow::Borrowed(product),
        };
        if product.bytes().all(|byte| byte.is_ascii_digit()) {
            self.digits[product.len().min(7)] += 1;
        }
        Ok(product)
    }

    /// Tells what all codes together show; `is_hs` unless the column is named for another list.
    pub fn tell(&self, is_hs: bool, door: &mut Door) {
        if self.dotted > 0 {
            door.remark(format!(
                "product codes with points or spaces between their digits, read without: {}",
                self.dotted
            ));
        }
        // Classifications have levels of 2, 4 and 6 digits, so an odd length beside the next is telling.
        let odd = |odd: &usize| self.digits[*odd] > 0;
        let beside = [1, 3, 5]
            .into_iter()
            .filter(odd)
            .find(|odd| self.digits[odd + 1] > 0);
        let alone = [1, 3, 5].into_iter().find(odd).filter(|_| is_hs);
        match (beside, alone) {
            (Some(odd), _) => door.remark(format!(
                "product codes of {odd} and {} digits stand side by side: a program that read them as numbers may have dropped their leading zero; they were not changed",
                odd + 1
            )),
            (None, Some(odd)) => door.remark(format!(
                "product codes of {odd} digits: the Harmonized System has none, so a program that read them as numbers may have dropped their leading zero; they were not changed"
            )),
            (None, None) => {}
        }
    }
}

fn is_total(word: &str) -> bool {
    let lower = word.to_lowercase();
    ["total", "all products", "all commodities"].contains(&lower.as_str())
}

/// `3.02E+04`, `1E+05`, `2-Jan`, `Jan-02`, `2001-02-01`.
fn is_mangled(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let power = text.split_once(['E', 'e']).is_some_and(|(number, power)| {
        let power = power.strip_prefix('+').unwrap_or(power);
        digits(power) && power.len() <= 2 && digits(&number.replace(['.', ','], ""))
    });
    let month = |text: &str| {
        let months = "jan feb mar apr may jun jul aug sep oct nov dec";
        text.len() == 3 && months.contains(&text.to_lowercase())
    };
    let date = match text.split('-').collect::<Vec<_>>()[..] {
        [one, other] => (digits(one) && month(other)) || (month(one) && digits(other)),
        [year, month, day] => {
            digits(year) && year.len() == 4 && digits(month) && digits(day) && day.len() == 2
        }
        _ => false,
    };
    power || date
}

/// `O30214`, `03O2l4`.
fn has_letter_for_digit(text: &str) -> bool {
    let like = |c: char| ['O', 'o', 'l', 'I'].contains(&c);
    let (letters, digits) = (
        text.chars().filter(|c| like(*c)).count(),
        text.chars().filter(char::is_ascii_digit).count(),
    );
    text.len() >= 4 && letters > 0 && letters < digits && letters + digits == text.chars().count()
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
