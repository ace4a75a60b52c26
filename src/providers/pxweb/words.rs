//! Words of statistical offices that use PxWeb, in English and the languages of the north.

use crate::providers::columns::plain;
use crate::providers::money::money;
use crate::providers::observation::Direction;
use crate::providers::own::table as own_table;

pub(crate) fn is_value(content: &str) -> bool {
    let lower = content.to_lowercase();
    let named = ["value", "verdi", "värde", "værdi", "arvo"]
        .iter()
        .any(|word| lower.contains(word));
    named || money(content).currency.is_some()
}

pub(crate) fn is_country(name: &str) -> bool {
    let plain = plain(name);
    let words = [
        "country",
        "countries",
        "land",
        "länder",
        "partnercountry",
        "tradingpartner",
        "handelspartner",
        "handelsland",
        "maa",
        "countrygroup",
    ];
    words.contains(&plain.as_str())
}

pub(crate) fn is_direction(name: &str) -> bool {
    let plain = plain(name);
    let both = plain.contains("import") && plain.contains("ksport")
        || plain.contains("import") && plain.contains("export");
    both || [
        "flow",
        "tradeflow",
        "handelsflöde",
        "varuflöde",
        "indudførsel",
    ]
    .contains(&plain.as_str())
}

pub(crate) fn is_product(name: &str) -> bool {
    let plain = plain(name);
    [
        "commodit", "product", "goods", "vare", "varu", "sitc", "hsc", "produkt",
    ]
    .iter()
    .any(|word| plain.contains(word))
}

/// Import or export, in the words of the north.
pub(crate) fn in_words(text: &str) -> Option<Direction> {
    let lower = text.trim().to_lowercase();
    if let Some(direction) = own_table::direction(&lower) {
        return Some(direction);
    }
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    match (
        has(&["import", "innførsel", "införsel", "indførsel", "tuonti"]),
        has(&[
            "export",
            "eksport",
            "utførsel",
            "utförsel",
            "udførsel",
            "vienti",
        ]),
    ) {
        _ if has(&["balance", "balanse", "balans", "overskudd", "surplus"]) => None,
        (true, false) => Some(Direction::Import),
        (false, true) => Some(Direction::Export),
        _ => None,
    }
}

/// The code that a category begins with, `TOTAL` for all goods, else the category itself.
pub(crate) fn product(text: &str) -> &str {
    let first = text.split([' ', ':']).next().unwrap_or_default();
    let is_code = first.len() >= 2
        && first
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
    let lower = text.to_lowercase();
    let all = [
        "total",
        "all commodities",
        "all goods",
        "i alt",
        "ialt",
        "alle varer",
        "totalt",
        "samtliga varor",
        "yhteensä",
    ];
    match (is_code, all.iter().any(|word| lower.trim() == *word)) {
        (true, _) => first,
        (_, true) => "TOTAL",
        _ => text,
    }
}

/// The power of ten of an amount in kroner, kronor or krónur: `mnkr`, `1 000 kr`.
pub(crate) fn kroner(text: &str) -> Option<i32> {
    let lower = text
        .to_lowercase()
        .replace("1 000", "1000")
        .replace("1,000", "1000");
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .collect();
    let has = |list: &[&str]| words.iter().any(|word| list.contains(word));
    match () {
        () if has(&["tkr"]) => return Some(3),
        () if has(&["mkr", "mnkr"]) => return Some(6),
        () if !has(&["kr", "kroner", "kronor", "krónur"]) => return None,
        () => {}
    }
    Some(match () {
        () if has(&["1000", "tusen", "tusental", "þús"]) => 3,
        () if has(&["mill", "mio", "milj", "millioner", "miljoner"]) => 6,
        () if has(&["mrd", "milliarder", "miljarder"]) => 9,
        () => 0,
    })
}

/// The kroner of a country, by its name or code.
pub(crate) fn currency_of(country: &str) -> Option<&'static str> {
    Some(match country.to_lowercase().as_str() {
        "norway" | "norge" | "nor" | "no" | "579" | "578" => "NOK",
        "sweden" | "sverige" | "swe" | "se" | "752" => "SEK",
        "denmark" | "danmark" | "dnk" | "dk" | "208" => "DKK",
        "iceland" | "ísland" | "isl" | "is" | "352" => "ISK",
        _ => return None,
    })
}
