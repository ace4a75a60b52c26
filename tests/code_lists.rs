//! Every code and name of the lists as published, and of specimens of trade files.
//!
//! The files are not part of the project: the tests run where `BILAT_SPECIMENS` names their folder.

use std::collections::HashMap;
use std::path::PathBuf;

use bilat::{Place, Scheme, resolve};

/// Columns of a published list: file, separator, number, ISO3, ISO2, name; empty for none.
const LISTS: [(&str, u8, [&str; 4]); 6] = [
    (
        "codes/codelist_comtrade_partner.csv",
        b',',
        ["id", "iso_3", "iso_2", "country"],
    ),
    (
        "codes/codelist_comtrade_reporter.csv",
        b',',
        ["id", "iso_3", "iso_2", "country"],
    ),
    (
        "codes/areas_not_specified.csv",
        b',',
        ["id", "PartnerCodeIsoAlpha3", "", "text"],
    ),
    (
        "codes/country-codes.csv",
        b',',
        [
            "ISO3166-1-numeric",
            "ISO3166-1-Alpha-3",
            "ISO3166-1-Alpha-2",
            "UNTERM English Short",
        ],
    ),
    (
        "baci/country_codes_V202201.csv",
        b',',
        [
            "country_code",
            "iso_3digit_alpha",
            "iso_2digit_alpha",
            "country_name_abbreviation",
        ],
    ),
    (
        "baci/country_codes_V202301.csv",
        b';',
        [
            "country_code",
            "iso_3digit_alpha",
            "iso_2digit_alpha",
            "country_name_abbreviation",
        ],
    ),
];

/// Numbers that share their ISO code with another place: the earlier extents, which lead to it,
/// and these, which do not.
const SHARED: [&str; 4] = ["58", "473", "492", "711"];

fn folder() -> PathBuf {
    PathBuf::from(option_env!("BILAT_SPECIMENS").unwrap_or_default())
}

/// Rows of a file by column name; Latin-1 is read as such.
fn rows(file: &str, separator: u8) -> Vec<HashMap<String, String>> {
    let bytes = std::fs::read(folder().join(file)).expect("the specimen is there");
    let text = String::from_utf8(bytes).unwrap_or_else(|error| {
        let latin = error.into_bytes();
        latin.into_iter().map(char::from).collect()
    });
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

#[test]
#[cfg_attr(not(specimens), ignore = "needs BILAT_SPECIMENS")]
fn every_code_of_every_published_list_is_known() {
    let today = |place: Place| match place {
        Place::Country(one) => one.today().code.as_str(),
        other => other.code(),
    };
    let (mut met, mut faults) = (0, Vec::new());
    for (file, separator, columns) in LISTS {
        for row in rows(file, separator) {
            let cell = |column: &str| match row.get(column) {
                Some(text) if !column.is_empty() => text.trim().to_owned(),
                _ => String::new(),
            };
            let number = cell(columns[0]);
            let mut meanings = Vec::new();
            let schemes = [Scheme::Number, Scheme::Iso3, Scheme::Iso2, Scheme::Name];
            for (column, scheme) in columns.into_iter().zip(schemes) {
                let text = cell(column);
                // CS was two countries, BQ is one of two, and World has no ISO code.
                if ["", "N/A", "CS"].contains(&text.as_str()) || (number == "80" && text == "BQ") {
                    continue;
                }
                met += 1;
                match (resolve(&text, scheme), resolve(&text, Scheme::Any)) {
                    (Some(place), Some(any)) if today(place) == today(any) => {
                        meanings.push(today(place));
                    }
                    other => faults.push(format!("{file}: {text} in {scheme:?}: {other:?}")),
                }
            }
            meanings.dedup();
            if meanings.len() > 1 && !SHARED.contains(&number.as_str()) {
                faults.push(format!("{file}: {number} means {meanings:?}"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(met > 3500, "{met}");
}

#[test]
#[cfg_attr(not(specimens), ignore = "needs BILAT_SPECIMENS")]
fn every_place_in_the_specimens_of_trade_is_known() {
    let columns = [
        (
            "comtrade-panel/exports_to_china_2014_2025.csv",
            "reporterDesc",
            Scheme::Name,
        ),
        (
            "comtrade-panel/imports_from_china_2014_2025.csv",
            "reporterDesc",
            Scheme::Name,
        ),
        (
            "comtrade/v1_frame_hs0_2000.csv",
            "partner_code",
            Scheme::Number,
        ),
        (
            "comtrade/v1_frame_usa_imports.csv",
            "partner_iso",
            Scheme::Iso3,
        ),
        (
            "comtrade/legacy_indonesia_hs6.csv",
            "Partner ISO",
            Scheme::Iso3,
        ),
        (
            "baci/BACI_HS92_Y2021_V202301_sample_4_710.csv",
            "j",
            Scheme::Number,
        ),
        (
            "eurostat/eu15_chapters_2007_2016.csv",
            "Origin",
            Scheme::Geonom,
        ),
        (
            "imf/dots_monthly_six_countries.csv",
            "countryTarget",
            Scheme::Name,
        ),
        (
            "oec/oec_mit_20countries_1962_2014.csv",
            "exporter",
            Scheme::Iso3,
        ),
    ];
    for (file, column, scheme) in columns {
        for row in rows(file, b',') {
            let text = &row[column];
            assert!(resolve(text, scheme).is_some(), "{file}: {text}");
        }
    }
    // The list of the OEC ends its lines as old Macs did.
    let list = std::fs::read(folder().join("oec/country_names.tsv")).unwrap();
    let list = String::from_utf8_lossy(&list).replace('\r', "\n");
    for line in list.lines().skip(1) {
        let cells: Vec<_> = line.split('\t').collect();
        assert!(resolve(cells[1], Scheme::Iso3).is_some(), "{line}");
        // One name arrives with a broken accent.
        assert!(
            resolve(cells[2], Scheme::Name).is_some() || cells[1] == "blm",
            "{line}"
        );
    }
}
