//! Currencies by their ISO 4217 codes.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{Error, Result};

/// A currency that values are held in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(&'static str);

/// Codes in use, and those of currencies that trade files still come in; with the plural that
/// prose uses where it is better known than the code.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN \
BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP \
GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT \
LAK LBP LKR LRD LSL LTL LVL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR \
NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC \
SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XDR XEU XOF XPF YER \
ZAR ZMW ZWL ATS BEF DEM EEK ESP FIM FRF GRD IEP ITL LUF MTL NLG PTE SIT SKK CYP ROL TRL";

const PLURALS: [(&str, &str); 16] = [
    ("AUD", "Australian dollars"),
    ("BRL", "Brazilian reais"),
    ("CAD", "Canadian dollars"),
    ("CHF", "Swiss francs"),
    ("CNY", "Chinese yuan"),
    ("DKK", "Danish kroner"),
    ("EUR", "euros"),
    ("GBP", "pounds sterling"),
    ("INR", "Indian rupees"),
    ("ISK", "Icelandic krónur"),
    ("JPY", "yen"),
    ("KRW", "South Korean won"),
    ("NOK", "Norwegian kroner"),
    ("RUB", "roubles"),
    ("SEK", "Swedish kronor"),
    ("USD", "US dollars"),
];

impl Currency {
    pub const USD: Self = Self("USD");
    pub const NOK: Self = Self("NOK");
    pub const CNY: Self = Self("CNY");
    pub const EUR: Self = Self("EUR");

    /// ISO 4217 code.
    pub const fn as_str(self) -> &'static str {
        self.0
    }

    /// The name in the plural, as prose uses it; the code where it has none here.
    pub fn plural(self) -> &'static str {
        let known = PLURALS.iter().find(|(code, _)| *code == self.0);
        known.map_or(self.0, |(_, plural)| plural)
    }
}

impl FromStr for Currency {
    type Err = Error;

    fn from_str(typed: &str) -> Result<Self> {
        let wanted = typed.trim().to_ascii_uppercase();
        let known = CODES.split_whitespace().find(|code| *code == wanted);
        known.map(Self).ok_or_else(|| Error::UnknownCurrency {
            typed: typed.to_owned(),
        })
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        let typed = String::deserialize(deserializer)?;
        typed.parse().map_err(serde::de::Error::custom)
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_in_any_case_and_nonsense_is_refused() -> Result<()> {
        assert_eq!("nok".parse::<Currency>()?, Currency::NOK);
        assert_eq!("SEK".parse::<Currency>()?.plural(), "Swedish kronor");
        assert_eq!("kzt".parse::<Currency>()?.plural(), "KZT");
        assert!("US$".parse::<Currency>().is_err() && "XYZ".parse::<Currency>().is_err());
        Ok(())
    }
}
