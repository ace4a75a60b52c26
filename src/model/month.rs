//! Names of months in English.

/// January to December.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The number of a month, 1 to 12, by its name or the first three letters of it, in any case; `Sept`
/// too.
pub fn month_number(word: &str) -> Option<u32> {
    let is = |name: &str| {
        let short = word.len() == 3 && name[..3].eq_ignore_ascii_case(word);
        short || name.eq_ignore_ascii_case(word)
    };
    let found = MONTHS.iter().position(|name| is(name));
    let found = found.or_else(|| word.eq_ignore_ascii_case("sept").then_some(8))?;
    u32::try_from(found + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::month_number;

    #[test]
    fn months_go_by_name_and_by_three_letters() {
        let numbers = ["january", "Feb", "SEPT", "sep", "December"].map(month_number);
        assert_eq!(numbers, [1, 2, 9, 9, 12].map(Some));
        let none = ["ja", "sept.", "mayo", "", "décembre"].map(month_number);
        assert_eq!(none, [None; 5]);
    }
}
