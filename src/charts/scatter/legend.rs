//! What the areas of points mean: a title and two circles in a row above the plot.

use super::dots::Dots;

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Circle, Role, Shape, Text};
use crate::charts::layout::focus::Ink;

/// Em size of its words.
const NAME: f64 = 12.5;
/// The largest circle that tells what areas mean.
const SAMPLE: f64 = 11.0;

impl Dots<'_> {
    /// What the areas mean: a title and two circles in a row, with the height they take.
    pub fn legend(&self, room: &Area) -> (Vec<Shape>, f64) {
        let Some(size) = &self.chart.size else {
            return (Vec::new(), 0.0);
        };
        let title = format!("Area: {}", size.title);
        let line = face::LEADING * NAME;
        let row = 2.0 * SAMPLE + 4.0;
        let mut lines = face::balance(&title, NAME, Weight::Regular, room.width());
        let text = |words: String| Text::new(words, NAME, self.colours.text, Role::Key);
        let samples: Vec<f64> = self.samples();
        let say = |value: f64| size.unit.ticks(&[value]).concat();
        let wide: f64 = samples
            .iter()
            .map(|value| 2.0 * self.radius(*value) + 20.0 + text(say(*value)).width())
            .sum();
        let mut shapes = Vec::new();
        let mut top = room.top;
        let mut x = room.left;
        let last = lines.pop().unwrap_or_default();
        for words in lines {
            shapes.push(Shape::Text(text(words).at(
                x,
                top + face::ASCENT * NAME,
                Anchor::Start,
            )));
            top += line;
        }
        let tail = text(last);
        let beside = tail.width() + 8.0 + wide <= room.width();
        let middle = |top: f64| top + row / 2.0;
        let baseline = |top: f64| middle(top) + face::CAPITAL * NAME / 2.0;
        if beside {
            x += tail.width() + 12.0;
            shapes.push(Shape::Text(tail.at(
                room.left,
                baseline(top),
                Anchor::Start,
            )));
        } else {
            shapes.push(Shape::Text(tail.at(
                x,
                top + face::ASCENT * NAME,
                Anchor::Start,
            )));
            top += line;
        }
        for value in samples {
            let radius = self.radius(value);
            let ink = Ink::grey(self.colours);
            let dot = Circle {
                centre: (x + radius, middle(top)),
                radius,
                colour: ink.mark,
                datum: None,
            };
            shapes.extend(self.dot(dot, ink, true, true));
            let words = text(say(value)).at(x + 2.0 * radius + 5.0, baseline(top), Anchor::Start);
            x = words.area.right + 15.0;
            if words.area.right <= room.right {
                shapes.push(Shape::Text(words));
            }
        }
        (shapes, top + row + 4.0 - room.top)
    }

    /// Two round sizes whose circles fit the row and can be told apart.
    fn samples(&self) -> Vec<f64> {
        let biggest = self.biggest();
        if biggest == 0.0 {
            return Vec::new();
        }
        let most = biggest * (SAMPLE / self.largest).powi(2).min(1.0);
        let power = 10f64.powf(most.log10().floor());
        let lead = [5.0, 2.0, 1.0]
            .into_iter()
            .find(|lead| lead * power <= most);
        let large = lead.unwrap_or(1.0) * power;
        vec![large / 5.0, large]
    }
}
