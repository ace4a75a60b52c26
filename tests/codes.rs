//! What codes and names mean, by the list they are written in.

use bilat::model::country::{countries, nearest};
use bilat::{Place, Scheme, country, groups, resolve};

fn code(text: &str, scheme: Scheme) -> Option<&'static str> {
    resolve(text, scheme).map(Place::code)
}

#[test]
fn a_number_means_the_same_with_and_without_zeros() {
    for text in ["4", "04", "004", "4.0", " 4 "] {
        assert_eq!(code(text, Scheme::Number), Some("AFG"), "{text}");
        assert_eq!(code(text, Scheme::Any), Some("AFG"), "{text}");
    }
    for (text, meant) in [
        ("842", "USA"),
        ("840", "USA"),
        ("356", "IND"),
        ("280", "DEU.1"),
        ("58", "BLX"),
        ("490", "TWN"),
        ("158", "TWN"),
        ("473", "_LA"),
        ("636", "A79"),
        ("711", "ZA1"),
        ("97", "EU"),
        ("975", "ASEAN"),
    ] {
        assert_eq!(code(text, Scheme::Number), Some(meant), "{text}");
    }
    for text in ["", "-4", "4,0", "4.5", "4e2", "NOR", "Norway", "12345"] {
        assert_eq!(code(text, Scheme::Number), None, "{text}");
    }
}

#[test]
fn namibia_and_norway_are_no_missing_marks() {
    for scheme in [Scheme::Any, Scheme::Iso2, Scheme::Geonom] {
        assert_eq!(code("NA", scheme), Some("NAM"));
        assert_eq!(code("NO", scheme), Some("NOR"));
        assert_eq!(code("no", scheme), Some("NOR"));
    }
    for text in ["n.a.", "N/A", "n/a", "..", ":", "-", "na.", ""] {
        for scheme in Scheme::ALL {
            assert_eq!(code(text, scheme), None, "{text} in {scheme:?}");
        }
    }
    assert_eq!(code("NA", Scheme::Name), None);
    assert_eq!(code("NA", Scheme::Iso3), None);
}

#[test]
fn the_world_is_the_world_however_it_is_written() {
    for text in [
        "WLD",
        "wld",
        "W00",
        "W",
        "W0",
        "0",
        "000",
        "1",
        "001",
        "World",
        "WORLD",
        "G001",
        "All",
        "Total",
        "All countries",
    ] {
        for scheme in [
            Scheme::Any,
            Scheme::Number,
            Scheme::Iso3,
            Scheme::Iso2,
            Scheme::Geonom,
        ] {
            assert_eq!(
                resolve(text, scheme),
                Some(Place::World),
                "{text} in {scheme:?}"
            );
        }
    }
    assert_eq!(resolve("World", Scheme::Name), Some(Place::World));
}

#[test]
fn eurostat_writes_some_countries_its_own_way() {
    for (text, meant) in [
        ("EL", "GRC"),
        ("GR", "GRC"),
        ("UK", "GBR"),
        ("GB", "GBR"),
        ("XI", "XNI"),
        ("XS", "SRB"),
        ("RS", "SRB"),
        ("XK", "XKX"),
        ("QU", "_X"),
        ("QW", "QW"),
        ("EU27_2020", "EU27_2020"),
        ("EU27_2020_EXTRA", "EU27_2020_EXTRA"),
        ("EXT_EU27_2020", "EU27_2020_EXTRA"),
        ("EU28_INTRA", "EU28_INTRA"),
        ("EUROZONE_EXTRA", "EA_EXTRA"),
    ] {
        assert_eq!(code(text, Scheme::Geonom), Some(meant), "{text}");
    }
}

#[test]
fn the_imf_writes_countries_in_two_letters_and_groups_in_codes() {
    for (text, meant) in [
        ("US", "USA"),
        ("XK", "XKX"),
        ("W00", "WLD"),
        ("B0", "EU"),
        ("U2", "EA"),
        ("1C_080", "EMDE_FUEL"),
        ("F6", "SUB_SAHARAN"),
    ] {
        assert_eq!(code(text, Scheme::Iso2), Some(meant), "{text}");
    }
    assert_eq!(code("G998", Scheme::Iso3), Some("EU"));
}

#[test]
fn a_name_is_known_in_the_spellings_of_many_publishers() {
    for (meant, names) in [
        (
            "KOR",
            "Rep. of Korea|Korea, Republic of|KOREA, REP.|Korea (Republic of)|South Korea",
        ),
        (
            "PRK",
            "Dem. People's Rep. of Korea|Korea, Dem. People’s Rep. of|North Korea",
        ),
        ("VNM", "Viet Nam|Vietnam"),
        (
            "CIV",
            "Côte d'Ivoire|Cote d’Ivoire|COTE D IVOIRE|Ivory Coast|Co\u{302}te d'Ivoire",
        ),
        (
            "TUR",
            "Türkiye|Turkey|TURKIYE|Türkiye, Rep. of|Republic of Türkiye",
        ),
        ("GBR", "UK|U.K.|United Kingdom|Great Britain"),
        (
            "USA",
            "USA|U.S.A.|U.S.|United States|United States of America|UnitedStates",
        ),
        (
            "HKG",
            "Hong Kong, China|China, Hong Kong SAR|Hong Kong SAR, China|Hong Kong",
        ),
        (
            "TWN",
            "Taiwan|Chinese Taipei|Taipei, Chinese|Other Asia, nes|Taiwan, Province of China",
        ),
        (
            "CHN",
            "China|China, P.R.: Mainland|China, People's Republic of",
        ),
        ("COG", "Congo|Congo, Rep.|Republic of the Congo"),
        (
            "COD",
            "Congo, Dem. Rep.|Dem. Rep. of the Congo|Democratic Republic of the Congo",
        ),
        ("ATG", "Antigua & Barbuda|Antigua and Barbuda"),
        (
            "_X",
            "Areas, nes|Areas, not elsewhere specified|Unspecified|Areas NES",
        ),
        ("ASM", "AmericanSamoa|American Samoa"),
        ("BLR", "Belarus, Rep. of"),
        ("EU", "European Union|European Union (EU)"),
        ("EU_EXTRA", "Extra-EU"),
    ] {
        for name in names.split('|') {
            assert_eq!(code(name, Scheme::Name), Some(meant), "{name}");
            assert_eq!(code(name, Scheme::Any), Some(meant), "{name}");
        }
    }
    assert_eq!(nearest("Norwya").as_deref(), Some("Norway (NOR)"));
    assert_eq!(nearest("qqqq"), None);
}

#[test]
fn every_code_in_the_table_means_its_own_place() {
    let same = |text: &str, scheme, meant: Place| {
        if !text.is_empty() {
            assert_eq!(resolve(text, scheme), Some(meant), "{text} in {scheme:?}");
        }
    };
    for one in countries() {
        let meant = match one.code.as_str() {
            "WLD" => Place::World,
            "EUR" | "R4" => resolve(&one.code, Scheme::Iso3).unwrap(),
            _ => Place::Country(one),
        };
        for scheme in [Scheme::Any, Scheme::Iso3] {
            same(&one.code, scheme, meant);
        }
        for scheme in [Scheme::Any, Scheme::Iso2, Scheme::Geonom] {
            same(&one.iso2, scheme, meant);
            same(&one.geonom, scheme, meant);
        }
        same(&one.m49, Scheme::Number, meant);
        for code in &one.codes {
            let number = code.bytes().all(|byte| byte.is_ascii_digit());
            same(
                code,
                if number { Scheme::Number } else { Scheme::Iso3 },
                meant,
            );
            same(code, Scheme::Any, meant);
        }
        for name in one.names.iter().chain([&one.name]) {
            same(name, Scheme::Name, meant);
        }
    }
    for group in groups() {
        for code in [&group.code].into_iter().chain(&group.codes) {
            for scheme in [Scheme::Any, Scheme::Iso2, Scheme::Iso3, Scheme::Geonom] {
                same(code, scheme, Place::Group(group));
            }
        }
        same(&group.name, Scheme::Name, Place::Group(group));
    }
}

#[test]
fn a_span_of_years_does_not_run_backwards() {
    for one in countries() {
        if let (Some(from), Some(until)) = (one.from, one.until) {
            assert!(from <= until, "{}", one.code);
        }
        assert!(
            one.kind != "former"
                || one.until.is_some()
                || ["NTZ", "PUS"].contains(&one.code.as_str())
        );
    }
    let states = [
        ("SUN", 1991),
        ("YUG", 1991),
        ("CSK", 1992),
        ("SCG", 2005),
        ("BLX", 1998),
    ];
    for (code, last) in states {
        assert_eq!(country(code).unwrap().until, Some(last), "{code}");
    }
}

#[test]
fn a_name_that_was_cut_off_is_known_if_it_can_be_one_place_only() {
    for (text, meant) in [
        ("NorthernMarianaIslan", "MNP"),
        ("KoreaDemPeoplesR", "PRK"),
        ("Heard Island and McDonald Isla", "HMD"),
        ("SaintVincentandthe", "VCT"),
    ] {
        assert_eq!(code(text, Scheme::Name), Some(meant), "{text}");
    }
    for text in [
        "Norwa",
        "Democratic Republic",
        "European Union of 2",
        "United",
    ] {
        assert_eq!(code(text, Scheme::Name), None, "{text}");
    }
}
