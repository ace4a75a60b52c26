//! The words of money: currencies as files write them, and powers of ten.

/// Currencies and the ways they are written, lower case. `$` alone is anyone's dollar.
const CURRENCIES: [(&str, &[&str]); 25] = [
    ("USD", &["usd", "us$", "usdollar", "usdollars"]),
    ("EUR", &["eur", "euro", "euros", "€", "ecu"]),
    ("NOK", &["nok"]),
    ("SEK", &["sek"]),
    ("DKK", &["dkk"]),
    ("ISK", &["isk"]),
    ("GBP", &["gbp", "£"]),
    ("CHF", &["chf"]),
    ("CNY", &["cny", "rmb", "yuan", "renminbi"]),
    ("JPY", &["jpy", "yen"]),
    ("HKD", &["hkd", "hk$"]),
    ("CAD", &["cad", "c$"]),
    ("AUD", &["aud", "a$"]),
    ("NZD", &["nzd", "nz$"]),
    ("INR", &["inr"]),
    ("KRW", &["krw"]),
    ("BRL", &["brl"]),
    ("MXN", &["mxn"]),
    ("RUB", &["rub"]),
    ("ZAR", &["zar"]),
    ("PLN", &["pln"]),
    ("CZK", &["czk"]),
    ("HUF", &["huf"]),
    ("TRY", &["turkishlira"]),
    ("SGD", &["sgd", "s$"]),
];

/// Where a word is a power of ten: names of columns hold words of many subjects, units words of money alone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum In {
    Both,
    Name,
    Unit,
}

/// Powers of ten and the ways they are written, lower case. `m` and `b` can mean several.
const POWERS: [(i32, In, &[&str]); 9] = [
    (
        3,
        In::Both,
        &[
            "thousand",
            "thousands",
            "thd",
            "tsd",
            "tusen",
            "tausend",
            "000",
            "1000",
        ],
    ),
    (3, In::Name, &["thous", "th", "k"]),
    (3, In::Unit, &["'000", "000s", "1000s", "milliers"]),
    (
        6,
        In::Both,
        &[
            "million",
            "millions",
            "mill",
            "mln",
            "mn",
            "mio",
            "millionen",
            "millioner",
            "miljoner",
            "millones",
            "000000",
        ],
    ),
    (6, In::Name, &["mm"]),
    // In a name `mil` may as well be the thousand of Spanish.
    (6, In::Unit, &["mil", "1000000"]),
    (
        9,
        In::Both,
        &[
            "billion",
            "billions",
            "bn",
            "bln",
            "mrd",
            "milliarden",
            "milliarder",
            "miljarder",
        ],
    ),
    (9, In::Unit, &["mia", "milliards", "1000000000"]),
    (12, In::Unit, &["trillion", "trillions", "trn"]),
];

/// Lower case, with the ways of writing a thousand and American dollars made one.
pub(crate) fn evened(text: &str) -> String {
    text.to_lowercase()
        .replace("u.s.", "us")
        .replace("us dollar", "usdollar")
        .replace("us-dollar", "usdollar")
        .replace("us $", "us$")
        .replace("$000", "$ 000")
        .replace("1 000 000", " 000000 ")
        .replace("1,000,000", " 000000 ")
        .replace("1 000", " 1000 ")
        .replace("1,000", " 1000 ")
        .replace("1.000", " 1000 ")
}

/// The currency of a word that names it whole.
pub(crate) fn named(word: &str) -> Option<&'static str> {
    let of = |(_, names): &&(&str, &[&str])| names.contains(&word);
    CURRENCIES.iter().find(of).map(|(code, _)| *code)
}

/// The currency that a word or sign of a unit stands for, where it can mean one alone: `$`, `¥` and `kr` can mean several.
pub(crate) fn currency(word: &str) -> Option<&'static str> {
    match word {
        "u.s.$" | "us" | "us-dollar" | "us-dollars" => Some("USD"),
        "sterling" => Some("GBP"),
        _ => named(word),
    }
}

/// Whether a word names money of several countries, so that it is not known whose.
pub(crate) fn is_shared(word: &str) -> bool {
    const SHARED: [&str; 15] = [
        "$", "dollar", "dollars", "¥", "kr", "krone", "kroner", "krona", "kronor", "peso", "pesos",
        "rupee", "rupees", "franc", "francs",
    ];
    SHARED.contains(&word.trim_end_matches('.'))
}

/// The power of ten that a word of a unit stands for.
pub(crate) fn scale(word: &str) -> Option<i32> {
    power(word, In::Unit)
}

/// The power of ten that a word in the name of a column stands for, if money is spoken of beside it.
pub(crate) fn scale_in_name(word: &str) -> Option<i32> {
    power(word, In::Name)
}

fn power(word: &str, place: In) -> Option<i32> {
    let of = |(_, at, words): &&(i32, In, &[&str])| {
        (*at == In::Both || *at == place) && words.contains(&word)
    };
    POWERS.iter().find(of).map(|(power, ..)| *power)
}
