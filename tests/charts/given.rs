//! What charts are given in tests: series, words, events and canvases, made up.

use bilat::charts::{Look, Mark, Point, Series, Theme, Unit, Words};
use proptest::prelude::*;

pub fn series(name: &str, points: &[(i32, Option<f64>)]) -> Series {
    let point = |(year, value): &(i32, Option<f64>)| Point {
        year: f64::from(*year),
        value: *value,
    };
    Series {
        name: name.to_owned(),
        points: points.iter().map(point).collect(),
        ..Series::default()
    }
}

/// Figures of the years from `first` on; one that is not finite is missing.
pub fn run(name: &str, first: i32, values: &[f64]) -> Series {
    let values = values
        .iter()
        .map(|value| value.is_finite().then_some(*value));
    let points: Vec<(i32, Option<f64>)> = (first..).zip(values).collect();
    series(name, &points)
}

pub fn words() -> Words {
    Words {
        title: "Trade between China and Norway".to_owned(),
        subtitle: "Goods, current US dollars".to_owned(),
        sources: vec!["a fixture".to_owned()],
        notes: Vec::new(),
    }
}

pub fn dollars() -> Unit {
    Unit::Money {
        currency: "USD".to_owned(),
    }
}

pub fn mark(start: f64, end: Option<f64>, label: &str) -> Mark {
    Mark {
        start,
        end,
        label: label.to_owned(),
    }
}

/// Names short, of several words, and too long for any column.
pub fn name() -> impl Strategy<Value = String> + Clone {
    prop_oneof![
        2 => Just("Norway".to_owned()),
        4 => "[A-Z][a-z]{2,9}( [A-Z][a-z]{2,9}){0,5}",
        1 => "[A-Za-z]{60}",
    ]
}

/// Amounts of any size, alike, and nothing.
pub fn amount() -> impl Strategy<Value = f64> + Clone {
    prop_oneof![
        3 => (-3.0..13.0f64).prop_map(|size| 10f64.powf(size)),
        3 => (0.9..1.1f64).prop_map(|near| near * 1e9),
        1 => Just(0.0),
        1 => Just(5e8),
    ]
}

/// Amounts up and down.
pub fn value() -> impl Strategy<Value = f64> + Clone {
    (amount(), any::<bool>()).prop_map(|(size, minus)| if minus { -size } else { size })
}

/// A figure, or now and then none.
pub fn figure(
    value: impl Strategy<Value = f64> + Clone,
) -> impl Strategy<Value = Option<f64>> + Clone {
    prop_oneof![6 => value.prop_map(Some), 1 => Just(None)]
}

pub fn marks() -> impl Strategy<Value = Vec<Mark>> {
    let event = (1980.0..2030.0f64, proptest::option::of(0.0..9.0f64), name());
    let event = event
        .prop_map(|(start, length, label)| mark(start, length.map(|years| start + years), &label));
    proptest::collection::vec(event, 0..=8)
}

/// Canvases wide, square, upright and small, in every theme.
pub fn look() -> impl Strategy<Value = Look> {
    let sizes = [(850, 600), (540, 540), (1200, 500), (400, 700), (300, 300)];
    let size = prop::sample::select(sizes.to_vec());
    let theme = prop::sample::select(Theme::ALL.to_vec());
    (size, theme).prop_map(|((width, height), theme)| Look {
        theme,
        width,
        height,
    })
}

/// The usual canvas in another theme.
pub fn themed(theme: Theme) -> Look {
    Look {
        theme,
        ..Look::default()
    }
}
