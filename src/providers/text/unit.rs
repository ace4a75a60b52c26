//! Units of money as files state them: `US$ million`, `thousand EUR`, `Mio. NOK`.

/// A unit of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// Tens to this power are counted.
    pub power: i32,
    /// ISO 4217 code, if the words tell it for certain.
    pub currency: Option<&'static str>,
}

impl Unit {
    /// Reads a text that states a unit of money and nothing else; `Values in …` and brackets may stand around it.
    pub fn read(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        let mut rest = lower.trim_matches(|c: char| c.is_whitespace() || "()[].:,;#".contains(c));
        for prefix in [
            "unit of measure",
            "units",
            "unit",
            "values",
            "value",
            "figures",
            "in",
            "of",
        ] {
            if let Some(after) = rest
                .strip_prefix(prefix)
                .filter(|after| !after.starts_with(char::is_alphabetic))
            {
                rest =
                    after.trim_start_matches(|c: char| c.is_whitespace() || c == ':' || c == '=');
            }
        }
        let (mut power, mut currency, mut met) = (None, None, 0);
        for word in rest
            .split(|c: char| c.is_whitespace() || "()[]:,;/_".contains(c))
            .filter(|word| !word.is_empty())
        {
            let word = word.trim_end_matches('.');
            met += 1;
            match (scale(word), money(word)) {
                (Some(found), _) if power.is_none() => power = Some(found),
                (_, Some(found)) if currency.is_none() => currency = Some(found),
                // Dollars are American only where the word before says so.
                _ if word.starts_with("dollar") && currency == Some("USD") => {}
                _ if ["of", "current", "nominal", "whole"].contains(&word) => {}
                _ => return None,
            }
        }
        (rest != "us" && met > 0 && (power.is_some() || currency.is_some())).then_some(Self {
            power: power.unwrap_or(0),
            currency,
        })
    }
}

/// The power of ten that a word stands for, where it can mean one alone: `m` and `b` can mean several.
pub fn scale(word: &str) -> Option<i32> {
    Some(match word {
        "thousand" | "thousands" | "thd" | "tsd" | "'000" | "000" | "000s" => 3,
        "million" | "millions" | "mil" | "mill" | "mln" | "mn" | "mio" => 6,
        "billion" | "billions" | "bn" | "bln" | "mrd" | "mia" => 9,
        "trillion" | "trillions" | "trn" => 12,
        _ => return None,
    })
}

/// The currency that a word or sign stands for, where it can mean one alone: `$`, `¥` and `kr` can mean several.
pub fn money(word: &str) -> Option<&'static str> {
    Some(match word {
        "us$" | "usd" | "u.s.$" | "us-dollar" | "us-dollars" | "us" => "USD",
        "eur" | "euro" | "euros" | "€" => "EUR",
        "gbp" | "£" | "sterling" => "GBP",
        "nok" => "NOK",
        "sek" => "SEK",
        "dkk" => "DKK",
        "chf" => "CHF",
        "jpy" | "yen" => "JPY",
        "cny" | "rmb" | "yuan" | "renminbi" => "CNY",
        "cad" => "CAD",
        "aud" => "AUD",
        "inr" => "INR",
        "krw" => "KRW",
        _ => return None,
    })
}
