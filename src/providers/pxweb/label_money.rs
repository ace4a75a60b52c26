//! What the numbers of a table count, read from its own words.

use crate::providers::pxweb::roles::among;

/// What a number counts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Unit {
    /// Money, in tens to this power; the currency if it is named.
    Money {
        currency: Option<String>,
        power: i32,
    },
    /// Goods, in this unit.
    Quantity(String),
    /// A share, an index, a price: no flow.
    Other,
    /// The words do not say.
    Unknown,
}

const CURRENCIES: &str = "usd|eur|nok|sek|dkk|isk|gbp|chf|jpy|cny|cad|aud|nzd|pln|czk|huf|ron|bgn|try|rub|uah|brl|\
    mxn|zar|inr|krw|idr|myr|thb|sgd|hkd|twd|ils|clp|ars|kzt|rsd|mkd|xdr";

/// Words of money that are no ISO code. `kr` alone leaves open whose crowns.
const MONEY_WORDS: [(&str, &str); 3] = [
    ("euro|euros|eurot|euroa|meur", "EUR"),
    ("usdollar|usdollars", "USD"),
    ("kr|kroner|kronor|krónur|króna|tkr|mkr", ""),
];

const VALUE_WORDS: &str = "value|values|val|amt|verdi|värde|värdet|værdi|verðmæti|arvo|cif|fob|imports|exports|\
    import|export|importverdi|eksportverdi|importvärde|exportvärde|vl";

const QUANTITY_WORDS: &str = "kg|kilo|kilos|kilograms|kilogram|kilogramm|ton|tons|tonne|tonnes|tonn|tonnia|100kg|\
    quantity|qty|weight|netweight|mengde|mengde1|mengde2|mængde|mängd|kvantitet|määrä|paino|\
    magn|þyngd|litre|litres|m3|number|antal|antall|stk|pieces|lukumäärä|fjöldi|heads";

const OTHER_WORDS: &str = "percent|percentage|share|shr|prosent|procent|prosenttia|andel|index|indices|indeks|\
    vísitala|indeksi|growth|change|endring|förändring|muutos|price|prices|pris|hinta|\
    balance|pct|pt|pc|ix|seasonally|sesongjustert|säsongrensat|säsongrensad|sæsonkorrigeret|\
    trend|volume";

/// Reads the unit from codes, labels and unit names that belong to one measure.
pub(crate) fn unit(words: &[&str]) -> Unit {
    let text = words.join(" ").to_lowercase();
    let tokens = tokens(&text);
    let any = |list| tokens.iter().any(|token| among(list, token));
    let currency = currency(&text, &tokens);
    let quantity = any(QUANTITY_WORDS);
    // A unit value has both a currency and a weight: `NOK per kg`, `EUR/kg`.
    let price = currency.is_some() && text.contains("/kg")
        || text.contains(" per kg")
        || text.contains("unit value");
    if text.contains('%') || any(OTHER_WORDS) || price {
        return Unit::Other;
    }
    match currency {
        Some(code) if !quantity || any(VALUE_WORDS) => Unit::Money {
            currency: Some(code).filter(|code| !code.is_empty()),
            power: power(&text, &tokens),
        },
        None if !quantity && any(VALUE_WORDS) => Unit::Money {
            currency: None,
            power: power(&text, &tokens),
        },
        _ if quantity => Unit::Quantity(quantity_name(&text, &tokens)),
        _ => Unit::Unknown,
    }
}

fn tokens(text: &str) -> Vec<String> {
    let joined = text
        .replace("us$", " usd ")
        .replace("us dollar", " usdollar")
        .replace("u.s. dollar", " usdollar");
    joined
        .split(|c: char| !c.is_alphanumeric())
        .filter(|token| !token.is_empty())
        .map(str::to_owned)
        .collect()
}

fn currency(text: &str, tokens: &[String]) -> Option<String> {
    let code = tokens
        .iter()
        .find(|token| among(CURRENCIES, token))
        .map(|code| code.to_uppercase());
    let named = || {
        MONEY_WORDS
            .iter()
            .find(|(words, _)| tokens.iter().any(|token| among(words, token)))
            .map(|(_, code)| (*code).to_owned())
    };
    code.or_else(named)
        .or_else(|| text.contains('€').then(|| "EUR".to_owned()))
}

fn power(text: &str, tokens: &[String]) -> i32 {
    let starts = |list: &[&str]| {
        tokens
            .iter()
            .any(|token| list.iter().any(|word| token.starts_with(word)))
    };
    let is = |list| tokens.iter().any(|token| among(list, token));
    if starts(&["billion", "milliard", "miljard"]) || is("bn|mrd") {
        9
    } else if starts(&["million", "miljon", "millj", "mill", "milj"])
        // `mil` alone is a thousand in Spanish and Portuguese.
        || text.contains("us$ mil")
        || is("mio|mn|m€|mkr|meur")
    {
        6
    } else if starts(&["thousand", "tusen", "tusind", "tuhat", "tuhan", "þúsund"])
        || is("1000|tkr|ths|thd|000s|þús")
        || ["1,000", "1.000", "1 000", "1\u{a0}000"]
            .iter()
            .any(|thousand| text.contains(thousand))
    {
        3
    } else {
        0
    }
}

fn quantity_name(text: &str, tokens: &[String]) -> String {
    let is = |list| tokens.iter().any(|token| among(list, token));
    if text.contains("100kg") || text.contains("100 kg") {
        "100 kg".to_owned()
    } else if is("kg|kilo|kilos|kilograms|kilogram") {
        "kg".to_owned()
    } else if is("ton|tons|tonne|tonnes|tonn|tonnia") {
        if power(text, tokens) == 3 {
            "1000 t".to_owned()
        } else {
            "t".to_owned()
        }
    } else {
        text.trim().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(words: &[&str]) -> (Option<String>, i32) {
        match unit(words) {
            Unit::Money { currency, power } => (currency, power),
            other => panic!("{words:?} is {other:?}"),
        }
    }

    #[test]
    fn units_of_offices_are_read_in_their_words() {
        let some = |code: &str| Some(code.to_owned());
        assert_eq!(money(&["Verdi", "Value (NOK)", "NOK"]), (some("NOK"), 0));
        assert_eq!(
            money(&["HA0201D8", "Import value, SEK thousand"]),
            (some("SEK"), 3)
        );
        assert_eq!(money(&["HA0201D8", "Värde", "tkr"]), (None, 3));
        assert_eq!(money(&["Imports", "DKK 1,000"]), (some("DKK"), 3));
        assert_eq!(money(&["Millions of ISK, fob"]), (some("ISK"), 6));
        assert_eq!(
            money(&["MPRT-TRD-VL", "Import Trade Value (US$ Thousand)"]),
            (some("USD"), 3)
        );
        assert_eq!(money(&["VALUE_IN_EUROS"]), (some("EUR"), 0));
        assert_eq!(money(&["XG_FOB_USD"]), (some("USD"), 0));
        assert_eq!(money(&["milj. euroa"]), (some("EUR"), 6));
    }

    #[test]
    fn goods_and_shares_are_no_money() {
        assert_eq!(
            unit(&["QUANTITY_IN_100KG"]),
            Unit::Quantity("100 kg".into())
        );
        assert_eq!(
            unit(&["Mengde1", "Quantity 1 (Q1)"]),
            Unit::Quantity("mengde1 quantity 1 (q1)".into())
        );
        assert_eq!(
            unit(&["netto, 1000 tonnes"]),
            Unit::Quantity("1000 t".into())
        );
        assert_eq!(unit(&["MPRT-PRTNR-SHR", "Partner share (%)"]), Unit::Other);
        assert_eq!(unit(&["Price, NOK per kg"]), Unit::Other);
        assert_eq!(
            unit(&["HS0301A1", "Döda", "antal"]),
            Unit::Quantity("hs0301a1 döda antal".into())
        );
        assert_eq!(
            unit(&["SITC2R4M", "Imports and exports SITC"]),
            Unit::Money {
                currency: None,
                power: 0
            }
        );
        assert_eq!(unit(&["X1", "Something"]), Unit::Unknown);
    }
}
