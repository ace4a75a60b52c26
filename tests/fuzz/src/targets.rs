//! What must hold for any bytes at all; libFuzzer calls these, and so do the tests.

use bilat::providers::text::document::Document;
use bilat::providers::text::figure::figure;
use bilat::providers::text::period::reading;
use bilat::providers::{Loaded, Marks, Options, load_documents};
use bilat::{Scheme, resolve};

/// A name, and what is tried on any bytes.
pub type Target = (&'static str, fn(&[u8]));

/// Every target with its name, which is also that of its folder of findings.
pub const TARGETS: [Target; 8] = [
    ("number", number),
    ("period", period),
    ("code", code),
    ("table", table),
    ("json_stat", json_stat),
    ("sdmx_json", sdmx_json),
    ("sdmx_ml", sdmx_ml),
    ("px", px),
];

/// A figure is finite, and reads the same once written plainly.
pub fn number(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let plain = Marks {
        decimal: '.',
        thousands: None,
    };
    for decimal in ['.', ','] {
        for thousands in [None, Some(' '), Some('\''), Some('.'), Some(',')] {
            if thousands == Some(decimal) {
                continue;
            }
            let Ok(read) = figure(&text, Marks { decimal, thousands }, 0) else {
                continue;
            };
            let Some(value) = read.value else { continue };
            assert!(value.is_finite(), "{text}");
            let again = figure(&format!("{value}"), plain, 0).map(|read| read.value);
            assert_eq!(again, Ok(Some(value)), "{text}");
        }
    }
}

/// A period is read the same in capitals and between spaces.
pub fn period(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let read = reading(&text);
    if text.is_ascii() && text.len() < 38 {
        assert_eq!(read, reading(&text.to_ascii_uppercase()), "{text}");
        assert_eq!(read, reading(&format!(" {text} ")), "{text}");
    }
}

/// The code that a place resolves to means that place.
pub fn code(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for scheme in Scheme::ALL {
        if let Some(place) = resolve(&text, scheme) {
            let again = resolve(place.code(), Scheme::Any).map(|place| place.code());
            assert_eq!(again, Some(place.code()), "{text}");
        }
    }
}

/// Any text as a table, recognised by looking or as a table of one's own.
pub fn table(bytes: &[u8]) {
    load("x.csv", bytes, None);
    load("x.csv", bytes, Some("table"));
}

pub fn json_stat(bytes: &[u8]) {
    load("x.json", bytes, Some("json-stat"));
}

pub fn sdmx_json(bytes: &[u8]) {
    load("x.json", bytes, Some("sdmx-json"));
}

pub fn sdmx_ml(bytes: &[u8]) {
    load("x.xml", bytes, Some("sdmx-ml"));
}

pub fn px(bytes: &[u8]) {
    load("x.px", bytes, Some("px"));
}

/// Loads a document; if that succeeds every row is accounted for and every value finite.
fn load(name: &str, bytes: &[u8], layout: Option<&str>) {
    let options = Options {
        layout: layout.map(str::to_owned),
        ..Options::default()
    };
    let Ok(Loaded { flows, report }) =
        load_documents([Document::new(name, bytes.to_vec())], &options)
    else {
        return;
    };
    for file in &report.files {
        let left_out: u64 = file.left_out.values().sum();
        assert_eq!(file.met, file.kept + file.rejected + left_out, "{file:?}");
    }
    let flows = flows.flows().expect("a checked table can be collected");
    let values = flows.iter().filter_map(|flow| flow.value);
    assert!(values.into_iter().all(f64::is_finite));
}
