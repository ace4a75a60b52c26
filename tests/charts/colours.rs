//! The colours of the themes: legible, told apart by every eye, and in print by lightness alone.

use std::collections::BTreeSet;

use super::rules::{contrast, lightness, linear};
use bilat::charts::scene::Rgb;
use bilat::charts::theme::{self, Colours, Marker, Theme};

/// Machado, Oliveira and Fernandes (2009), full severity: protanopia, deuteranopia, tritanopia.
const BLINDNESS: [[[f64; 3]; 3]; 3] = [
    [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
];

fn oklab([red, green, blue]: [f64; 3]) -> [f64; 3] {
    let long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue).cbrt();
    let middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue).cbrt();
    let short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue).cbrt();
    [
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    ]
}

fn distance(a: Rgb, b: Rgb, eye: &[[f64; 3]; 3]) -> f64 {
    let seen = |colour: Rgb| {
        let light = linear(colour);
        oklab(eye.map(|row| {
            row.iter()
                .zip(light)
                .map(|(w, l)| w * l)
                .sum::<f64>()
                .clamp(0.0, 1.0)
        }))
    };
    let (a, b) = (seen(a), seen(b));
    a.iter()
        .zip(b)
        .map(|(x, y)| (x - y) * (x - y))
        .sum::<f64>()
        .sqrt()
}

fn both() -> [&'static Colours; 2] {
    [Theme::Light.colours(), Theme::Dark.colours()]
}

#[test]
fn words_and_lines_stand_out_from_every_ground() {
    for colours in both() {
        for ground in [colours.background, colours.band] {
            let words = [colours.title, colours.text, colours.muted];
            for word in colours.words.into_iter().chain(words) {
                let ratio = contrast(word, ground);
                assert!(ratio >= 4.5, "{} on {}: {ratio}", word.hex(), ground.hex());
            }
            for line in colours.lines {
                let ratio = contrast(line, ground);
                assert!(ratio >= 3.0, "{} on {}: {ratio}", line.hex(), ground.hex());
            }
        }
        for side in 0..2 {
            let tint = colours.lines[side].over(colours.background, 0.22);
            let ink = colours.words[side].over(colours.title, 0.65);
            assert!(
                contrast(ink, tint) >= 4.5,
                "{} on {}",
                ink.hex(),
                tint.hex()
            );
        }
    }
}

#[test]
fn any_two_lines_differ_with_every_colour_blindness() {
    let full = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
    for colours in both() {
        for (index, a) in colours.lines.iter().enumerate() {
            for b in &colours.lines[..index] {
                for eye in BLINDNESS.iter().chain([&full]) {
                    let apart = distance(*a, *b, eye);
                    assert!(apart >= 0.098, "{} and {}: {apart}", a.hex(), b.hex());
                }
            }
        }
    }
}

#[test]
fn a_country_keeps_its_colour_whatever_the_order() {
    assert_eq!(theme::slots(&["CHN", "NOR"]), [1, 0]);
    let keys = ["USA", "DEU", "SWE", "CHN", "JPN", "NOR", "KOR"];
    let slots = theme::slots(&keys);
    assert_eq!(slots.iter().collect::<BTreeSet<_>>().len(), 7);
    let mut turned = keys;
    turned.reverse();
    let mut again = theme::slots(&turned);
    again.reverse();
    assert_eq!(again, slots);
    assert_eq!(
        theme::slots(&["USA", "USA"])[0],
        theme::slots(&["USA", "USA"])[1]
    );
}

#[test]
fn print_is_grey_throughout_and_dark_enough() {
    let colours = Theme::Print.colours();
    let all = [
        colours.background,
        colours.title,
        colours.text,
        colours.muted,
        colours.grid,
        colours.zero,
        colours.band,
        colours.rule,
        colours.faint,
    ];
    for grey in all.iter().chain(&colours.lines).chain(&colours.words) {
        assert!(grey.0 == grey.1 && grey.1 == grey.2, "{}", grey.hex());
    }
    for ground in [colours.background, colours.band] {
        let words = [colours.title, colours.text, colours.muted];
        for word in words.iter().chain(&colours.words) {
            let ratio = contrast(*word, ground);
            assert!(ratio >= 4.5, "{} on {}: {ratio}", word.hex(), ground.hex());
        }
        for line in colours.lines {
            let ratio = contrast(line, ground);
            assert!(ratio >= 3.0, "{} on {}: {ratio}", line.hex(), ground.hex());
        }
    }
    for side in 0..2 {
        let tint = colours.lines[side].over(colours.background, 0.22);
        let ink = colours.words[side].over(colours.title, 0.65);
        assert!(contrast(ink, tint) >= 4.5);
    }
}

#[test]
fn four_keys_in_print_differ_in_lightness_and_seven_in_their_markers() {
    let colours = Theme::Print.colours();
    let apart = |slots: &[usize]| -> f64 {
        let mut light: Vec<f64> = slots
            .iter()
            .map(|slot| lightness(colours.lines[*slot]))
            .collect();
        light.sort_by(f64::total_cmp);
        light
            .windows(2)
            .map(|two| two[1] - two[0])
            .fold(f64::MAX, f64::min)
    };
    // With Norway and China among them, whose places are settled, or without.
    for keys in [["NOR", "CHN", "USA", "DEU"], ["JPN", "KOR", "USA", "DEU"]] {
        let slots = Theme::Print.colours().slots(&keys);
        assert!(apart(&slots) >= 18.0, "{keys:?}: {}", apart(&slots));
    }
    assert!(apart(&[0, 1, 2, 3, 4, 5, 6]) >= 9.0);
    let markers = colours.markers.expect("print has markers");
    for (index, marker) in markers.iter().enumerate() {
        assert!(!markers[..index].contains(marker));
    }
    assert_eq!(markers.iter().filter(|marker| marker.open()).count(), 3);
    assert!(!Marker::Disc.open());
}

#[test]
fn areas_in_print_that_lie_on_each_other_differ_in_lightness_and_what_stands_back_is_lightest() {
    let colours = Theme::Print.colours();
    let fills = colours.fills.expect("print has greys for areas");
    let light: Vec<f64> = fills.into_iter().map(lightness).collect();
    assert!(light.windows(2).all(|two| (two[0] - two[1]).abs() >= 21.0));
    // Where the part between them hangs on the other side of zero.
    assert!(
        light
            .windows(3)
            .all(|three| (three[0] - three[2]).abs() >= 10.0)
    );
    let back = lightness(colours.faint);
    assert!(
        light.iter().all(|one| back - one >= 12.0),
        "{light:?} {back}"
    );
}
