//! The colours of growth: 0 in the middle, the same limit on both sides.

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Rect, Rgb, Role, Shape, Text};
use crate::charts::series::{self, Series};
use crate::charts::theme::Colours;
use crate::model::number;

/// The limit lies about where this share of all figures ends, so one extreme does not bleach the rest.
const INSIDE: f64 = 0.9;
/// Nor does it lie further out than this many times the median: in a small table one extreme is a large share.
const SPREAD: f64 = 3.0;
/// Beyond ten times as much, growth is a matter of words.
const HIGHEST: f64 = 10.0;
/// Limits between powers of ten; the half of each can be said shortly too.
const STEPS: [f64; 8] = [1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0];
/// Colours above and below zero, as in every diverging chart: blue and rust.
const SIDES: (usize, usize) = (0, 1);
/// Without colours: the greys of the lower limit, of no change and of the upper limit.
const FALL: Rgb = Rgb(0xee, 0xee, 0xee);
const EVEN: Rgb = Rgb(0x99, 0x99, 0x99);
const RISE: Rgb = Rgb(0x11, 0x11, 0x11);
/// Steps of colour in the key, on each side of zero.
const SHADES: i32 = 40;
/// Size of the key and of its words.
const WIDTH: f64 = 260.0;
/// Its width where its words say more.
const WIDER: f64 = 300.0;
const HEIGHT: f64 = 10.0;
const WORDS: f64 = 12.5;
/// Room between the key and what follows.
const BELOW: f64 = 6.0;

/// A diverging scale of colour.
pub struct Scale {
    /// The theme's colours.
    pub colours: &'static Colours,
    limit: f64,
    /// Whether some figure lies below, or above, the limits.
    beyond: (bool, bool),
}

impl Scale {
    /// The scale for these figures.
    pub fn of(rows: &[Series], colours: &'static Colours) -> Scale {
        let mut sizes: Vec<f64> = rows
            .iter()
            .flat_map(Series::values)
            .map(|(_, value)| value.abs())
            .collect();
        sizes.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let place = (sizes.len() as f64 * share).ceil() as usize;
            sizes.get(place.saturating_sub(1)).copied().unwrap_or(0.0)
        };
        let usual = if at(0.5) > 0.0 {
            at(INSIDE).min(at(0.5) * SPREAD)
        } else {
            at(INSIDE)
        };
        let (usual, all) = (round(usual), round(at(1.0)));
        // Where all figures fit with little loss, none is cut off.
        let limit = if all <= usual * 1.6 { all } else { usual }.min(HIGHEST);
        let (low, high) = series::extent(rows);
        Scale {
            colours,
            limit,
            beyond: (low < -limit, high > limit),
        }
    }

    /// The colour of a figure; beyond the limits that of the limit.
    pub fn colour(&self, value: f64) -> Rgb {
        let strength = (value.abs() / self.limit).min(1.0);
        if self.grey() {
            let end = if value < 0.0 { FALL } else { RISE };
            return end.over(EVEN, strength);
        }
        let side = if value < 0.0 { SIDES.1 } else { SIDES.0 };
        self.end(side).over(self.neutral(), strength)
    }

    /// The key, at the top of the room, which it takes from it.
    pub fn key(&self, room: &mut Area) -> Vec<Shape> {
        let top = room.top + 4.0;
        let width = if self.grey() { WIDER } else { WIDTH }.min(room.width());
        let step = width / f64::from(2 * SHADES + 1);
        let mut shapes: Vec<Shape> = (-SHADES..=SHADES)
            .map(|shade| {
                let left = room.left + step * f64::from(shade + SHADES);
                Shape::Rect(Rect {
                    area: Area {
                        left,
                        top,
                        right: left + step,
                        bottom: top + HEIGHT,
                    },
                    colour: self.colour(self.limit * f64::from(shade) / f64::from(SHADES)),
                    datum: None,
                })
            })
            .collect();
        let baseline = top + HEIGHT + 4.0 + face::ASCENT * WORDS;
        let text = |words: String, x: f64, anchor: Anchor| {
            let text = Text::new(words, WORDS, self.colours.text, Role::Key);
            Shape::Text(text.at(x, baseline, anchor))
        };
        let word = |value: f64, beyond: bool, more: &str| {
            format!("{}%{}", signed(value), if beyond { more } else { "" })
        };
        let mut low = word(-self.limit, self.beyond.0, " or less");
        let mut high = word(self.limit, self.beyond.1, " or more");
        if self.grey() {
            let (light, dark) = (format!("{low}, light"), format!("{high}, dark"));
            let half = |words: &str| face::measure(words, WORDS, Weight::Regular) + 12.0;
            if half(&light).max(half(&dark)) <= width / 2.0 {
                (low, high) = (light, dark);
            }
        }
        shapes.push(text(low, room.left, Anchor::Start));
        shapes.push(text(
            "0".to_owned(),
            room.left + width / 2.0,
            Anchor::Middle,
        ));
        shapes.push(text(high, room.left + width, Anchor::End));
        room.top = baseline + face::DESCENT * WORDS + BELOW;
        shapes
    }

    /// Whether greys have to do, which run from light to dark: two sides of one grey would look alike.
    fn grey(&self) -> bool {
        self.colours.fills.is_some()
    }

    /// A figure as its cell says it, with a plus too where the sign is not in the colour.
    pub fn word(&self, value: f64) -> String {
        let words = whole(value);
        if self.grey() && value > 0.0 && words != "0" {
            format!("+{words}")
        } else {
            words
        }
    }

    /// The colour of a limit: further from the ground than a line, so that more cells between can bear words.
    fn end(&self, side: usize) -> Rgb {
        self.colours.lines[side].over(self.colours.title, 0.8)
    }

    /// The colour of no change: a grey that is not the ground, which means no figure.
    fn neutral(&self) -> Rgb {
        self.colours.grid.over(self.colours.background, 0.72)
    }
}

/// A fraction in whole per cent: `18`, `−33`, and `0` for all that rounds to it.
pub fn whole(fraction: f64) -> String {
    // A sum with zero turns −0 into 0.
    number::tick((fraction * 100.0).round() + 0.0)
}

fn signed(fraction: f64) -> String {
    let digits = number::tick(fraction * 100.0);
    if fraction > 0.0 {
        format!("+{digits}")
    } else {
        digits
    }
}

/// The next limit that can be said shortly; 1% at least.
fn round(size: f64) -> f64 {
    let size = size.max(0.01);
    let exponent = (size.log10() + 1e-9).floor() as i32;
    // Dividing by a whole power keeps 0.3 from becoming 0.30000000000000004.
    let power = 10f64.powi(exponent.abs());
    let scaled = |step: f64| {
        if exponent < 0 {
            step / power
        } else {
            step * power
        }
    };
    let mut limits = STEPS.into_iter().map(scaled);
    limits
        .find(|limit| *limit >= size * (1.0 - 1e-9))
        .unwrap_or_else(|| scaled(10.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::series::Point;
    use crate::charts::theme::Theme;

    fn scale(values: &[f64]) -> Scale {
        let points = values.iter().enumerate().map(|(index, value)| Point {
            year: 2000.0 + index as f64,
            value: Some(*value),
        });
        let row = Series {
            points: points.collect(),
            ..Series::default()
        };
        Scale::of(&[row], Theme::Light.colours())
    }

    #[test]
    fn limits_are_round_and_one_extreme_does_not_set_them() {
        assert_eq!(scale(&[0.11, -0.27]).limit, 0.3);
        let mut figures = vec![0.2; 19];
        figures.push(9.0);
        let with_extreme = scale(&figures);
        assert_eq!(
            (with_extreme.limit, with_extreme.beyond),
            (0.2, (false, true))
        );
        assert_eq!(scale(&[0.0]).limit, 0.01);
    }

    #[test]
    fn the_two_sides_are_equally_strong_and_end_at_the_limit() {
        let scale = scale(&[0.5, -0.5]);
        assert_eq!(scale.colour(0.5), scale.end(0));
        assert_eq!(scale.colour(-7.0), scale.end(1));
        let half = scale.end(1).over(scale.neutral(), 0.5);
        assert_eq!(scale.colour(-0.25), half);
        assert_eq!(scale.colour(0.0), scale.colour(-0.0));
    }

    #[test]
    fn whole_per_cent_never_say_minus_zero() {
        let cases = [
            (0.003, "0"),
            (-0.003, "0"),
            (-0.0, "0"),
            (-0.33, "−33"),
            (0.184, "18"),
            (12.5, "1,250"),
        ];
        for (fraction, words) in cases {
            assert_eq!(whole(fraction), words);
        }
    }
}
