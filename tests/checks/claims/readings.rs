//! What hedged numbers may mean.

use bilat::checks::claims::claim::Hedge;
use bilat::checks::claims::interval::Interval;
use bilat::checks::claims::reading::{Quantity, Reading};

use super::document::*;

const INFINITE: f64 = f64::INFINITY;

fn close(range: Interval, (low, high): (f64, f64)) -> bool {
    let same = |a: f64, b: f64| a == b || (a - b).abs() < 1e-9;
    same(range.low(), low) && same(range.high(), high)
}

#[test]
fn each_hedge_reaches_as_far_as_its_table_says() {
    use Quantity::{Change, Factor, Level};
    let cases = [
        (
            "1.93",
            Hedge::Plain,
            Level,
            "",
            (1.925, 1.935),
            (1.925, 1.935),
        ),
        (
            "5.25",
            Hedge::About,
            Level,
            "some",
            (5.24, 5.26),
            (5.24, 5.26),
        ),
        (
            "40",
            Hedge::About,
            Change,
            "about",
            (36.0, 44.0),
            (36.0, 44.0),
        ),
        (
            "1.5",
            Hedge::About,
            Change,
            "about",
            (1.4, 1.6),
            (1.35, 1.65),
        ),
        ("1", Hedge::About, Level, "near", (0.0, 2.0), (0.0, 2.0)),
        (
            "2.4",
            Hedge::More,
            Level,
            "exceeded",
            (2.4, 2.5),
            (2.35, INFINITE),
        ),
        (
            "5.43",
            Hedge::More,
            Level,
            "over",
            (5.43, 5.44),
            (5.425, 5.44),
        ),
        (
            "5.43",
            Hedge::Less,
            Level,
            "up to",
            (5.42, 5.43),
            (5.42, 5.435),
        ),
        (
            "40",
            Hedge::Less,
            Change,
            "rose almost 40",
            (35.0, 40.0),
            (30.0, 40.5),
        ),
        (
            "40",
            Hedge::Less,
            Change,
            "by less than 40",
            (30.0, 40.0),
            (0.0, 40.5),
        ),
        (
            "−7",
            Hedge::More,
            Change,
            "fell more than 7",
            (-8.0, -7.0),
            (-INFINITE, -6.5),
        ),
        (
            "4",
            Hedge::Less,
            Factor,
            "almost quadrupled",
            (3.5, 4.0),
            (3.0, 4.5),
        ),
        (
            "2",
            Hedge::Less,
            Factor,
            "less than twice",
            (1.0, 2.0),
            (1.0, 2.5),
        ),
    ];
    for (text, hedge, quantity, words, usual, widest) in cases {
        let reading = Reading::of(&hedged(text, 1.0, hedge), quantity, words);
        assert!(
            close(reading.usual, usual),
            "{words} {text}: {:?}",
            reading.usual
        );
        assert!(
            close(reading.widest, widest),
            "{words} {text}: {:?}",
            reading.widest
        );
        assert!(reading.widest.encloses(reading.usual), "{words} {text}");
    }
}

#[test]
fn a_number_in_a_word_is_read_within_a_tenth() {
    let mut doubled = printed("2", 1.0);
    doubled.text = "doubled".into();
    let plain = Reading::of(&doubled, Quantity::Factor, "doubled");
    assert!(close(plain.usual, (1.8, 2.2)) && close(plain.widest, (1.5, 2.5)));
    doubled.hedge = Hedge::More;
    let more = Reading::of(&doubled, Quantity::Factor, "more than doubled");
    assert!(close(more.usual, (2.0, 3.0)) && close(more.widest, (2.0, INFINITE)));
}

#[test]
fn more_than_halved_is_less_than_half() {
    let halved = |hedge, words| {
        let number = bilat::checks::claims::claim::Printed {
            text: "halved".into(),
            value: 0.5,
            low: 0.25,
            high: 0.75,
            hedge,
        };
        Reading::of(&number, Quantity::Factor, words)
    };
    let more = halved(Hedge::More, "more than halved");
    assert!(close(more.usual, (1.0 / 3.0, 0.5)) && close(more.widest, (0.0, 0.5)));
    let almost = halved(Hedge::Less, "almost halved");
    assert!(close(almost.usual, (0.5, 2.0 / 3.0)) && close(almost.widest, (0.5, 1.0)));
    let plain = halved(Hedge::Plain, "halved");
    assert!(close(plain.usual, (1.0 / 2.2, 1.0 / 1.8)));
}

#[test]
fn almost_quadrupling_begins_at_three_and_a_half() {
    let mut fourfold = hedged("4", 1.0, Hedge::Less);
    fourfold.text = "quadrupling".into();
    let reading = Reading::of(&fourfold, Quantity::Factor, "almost quadrupling");
    assert!(close(reading.usual, (3.5, 4.0)) && close(reading.widest, (3.0, 4.0)));
}

#[test]
fn an_exact_number_of_a_table_stays_exact() {
    let mut exact = printed("1930", 1.0);
    (exact.low, exact.high) = (1930.0, 1930.0);
    let reading = Reading::of(&exact, Quantity::Level, "");
    assert!(close(reading.usual, (1930.0, 1930.0)) && close(reading.widest, (1930.0, 1930.0)));
}
