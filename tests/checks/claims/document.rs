//! Claims and evidence written out by hand, and the bundled figures.

use std::collections::BTreeMap;
use std::path::Path;

use bilat::checks::claims::claim::*;
use bilat::checks::claims::evidence::{Evidence, PriceIndex, Rates, Series};
use bilat::model::currency::Currency;
use bilat::model::source::Side;

pub fn year(year: i32) -> Period {
    Period {
        year,
        part: Part::Year,
    }
}

/// A number as printed: its digits, the unit they count, and half a unit of the last digit around.
pub fn printed(text: &str, unit: f64) -> Printed {
    let decimals = text.split_once('.').map_or(0, |(_, rest)| rest.len());
    let half = 0.5 * 10f64.powi(-i32::try_from(decimals).unwrap());
    let digits: f64 = text.replace('−', "-").parse().unwrap();
    Printed {
        text: text.trim_start_matches(['−', '+', '-']).to_owned(),
        value: digits * unit,
        low: (digits - half) * unit,
        high: (digits + half) * unit,
        hedge: Hedge::Plain,
    }
}

pub fn hedged(text: &str, unit: f64, hedge: Hedge) -> Printed {
    Printed {
        hedge,
        ..printed(text, unit)
    }
}

pub fn one_way(exporter: &str, importer: &str) -> Flow {
    Flow::OneWay {
        exporter: Some(exporter.to_owned()),
        importer: Some(importer.to_owned()),
    }
}

pub fn two_way(first: &str, second: &str) -> Flow {
    Flow::TwoWay {
        first: first.to_owned(),
        second: Some(second.to_owned()),
    }
}

/// A claim of one source, to be given a level and a change.
pub fn claim(id: &str, flow: Flow, at: i32) -> Claim {
    Claim {
        id: id.to_owned(),
        quote: String::new(),
        place: Place::default(),
        flow,
        goods: Goods::Goods,
        period: Some(year(at)),
        level: None,
        change: None,
        source: "article".to_owned(),
    }
}

pub trait Say: Sized {
    fn level(self, number: Printed) -> Self;
    fn change(self, measure: Measure, base: Base, text: &str) -> Self;
    fn rate(self, per_cent: &str) -> Self {
        let number = printed(per_cent, 0.01);
        self.change(Measure::Rate(number), BEFORE, "")
    }
}

pub const BEFORE: Base = Base::YearBefore { stated: true };

impl Say for Claim {
    fn level(self, number: Printed) -> Self {
        let level = Amount {
            number,
            currency: Some(Currency::USD),
            assumed: false,
        };
        Self {
            level: Some(level),
            ..self
        }
    }

    fn change(self, measure: Measure, base: Base, text: &str) -> Self {
        let change = Change {
            measure,
            base,
            text: text.to_owned(),
        };
        Self {
            change: Some(change),
            ..self
        }
    }
}

pub fn document(claims: Vec<Claim>) -> Evidence {
    Evidence {
        claims,
        ..Evidence::default()
    }
}

pub fn series(
    exporter: &str,
    importer: &str,
    side: Side,
    source: &str,
    values: &[(i32, f64)],
) -> Series {
    Series {
        exporter: exporter.to_owned(),
        importer: importer.to_owned(),
        two_way: false,
        side,
        source: source.to_owned(),
        name: source.to_owned(),
        currency: Currency::USD,
        goods: Goods::Goods,
        values: values
            .iter()
            .map(|(at, value)| (year(*at), *value))
            .collect(),
    }
}

/// The bundled flows, exchange rates and prices.
pub fn bundled() -> Evidence {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let names = [
        ("comtrade", "UN Comtrade"),
        ("oec", "OEC/MIT SITC Rev. 2"),
        ("wits", "World Bank WITS"),
        ("unctad", "UNCTAD"),
        ("encyclopedia", "Wikipedia"),
    ];
    let mut all: BTreeMap<[String; 5], Series> = BTreeMap::new();
    for (id, name) in names {
        for row in rows(&data.join(format!("flows/{id}.csv"))) {
            let (two_way, side) = (row["kind"] == "two-way", &row["side"]);
            let key = ["exporter", "importer", "side", "kind"].map(|column| row[column].clone());
            let [exporter, importer, ..] = key.clone();
            let [a, b, c, d] = key;
            let series = all
                .entry([id.to_owned(), a, b, c, d])
                .or_insert_with(|| Series {
                    exporter,
                    importer,
                    two_way,
                    side: side.parse().unwrap(),
                    source: id.to_owned(),
                    name: name.to_owned(),
                    currency: Currency::USD,
                    goods: Goods::Goods,
                    values: BTreeMap::new(),
                });
            let value = row["value"].parse().unwrap();
            series
                .values
                .insert(year(row["year"].parse().unwrap()), value);
        }
    }
    let per_usd = rows(&data.join("exchange_rates.csv"))
        .into_iter()
        .map(|row| {
            let key = (
                row["year"].parse().unwrap(),
                row["currency"].parse().unwrap(),
            );
            (key, row["per_usd"].parse().unwrap())
        });
    let index = rows(&data.join("prices.csv"))
        .into_iter()
        .map(|row| (row["year"].parse().unwrap(), row["value"].parse().unwrap()));
    Evidence {
        claims: Vec::new(),
        series: all.into_values().collect(),
        rates: Rates {
            name: "European Central Bank".to_owned(),
            per_usd: per_usd.collect(),
        },
        prices: vec![PriceIndex {
            name: "US consumer prices (CPI-U)".to_owned(),
            currency: Currency::USD,
            index: index.collect(),
        }],
    }
}

fn rows(file: &Path) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(file).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}
