//! Words on coloured ground: which ink can be read there.

use crate::charts::canvas::scene::Rgb;

/// What WCAG 2 asks of words of ordinary size.
pub const READABLE: f64 = 4.5;

/// Dark ink, softer than black.
const DARK: Rgb = Rgb(0x16, 0x16, 0x16);
const BLACK: Rgb = Rgb(0, 0, 0);
const WHITE: Rgb = Rgb(255, 255, 255);

/// The contrast ratio of two colours by WCAG 2, from 1 to 21.
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

/// The ink for words on a ground: white where it can be read, else dark.
///
/// On any ground one of black and white reaches 4.58:1; where the softer dark does not, black stands in.
pub fn on(ground: Rgb) -> Rgb {
    if contrast(WHITE, ground) >= READABLE {
        WHITE
    } else if contrast(DARK, ground) >= READABLE {
        DARK
    } else {
        BLACK
    }
}

fn luminance(colour: Rgb) -> f64 {
    let linear = |channel: u8| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(colour.0) + 0.7152 * linear(colour.1) + 0.0722 * linear(colour.2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn black_on_white_is_twenty_one_to_one() {
        assert!((contrast(BLACK, WHITE) - 21.0).abs() < 1e-9);
        assert!((contrast(WHITE, WHITE) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn every_ground_has_an_ink_that_can_be_read() {
        let steps = || (0..=255u8).step_by(15);
        for red in steps() {
            for green in steps() {
                for blue in steps() {
                    let ground = Rgb(red, green, blue);
                    let ratio = contrast(on(ground), ground);
                    assert!(ratio >= READABLE, "{}: {ratio}", ground.hex());
                }
            }
        }
    }
}
