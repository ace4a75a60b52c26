//! What every chart must hold, whatever its figures: words whole, apart and legible, ink on the canvas.

use std::collections::BTreeSet;

use bilat::charts::Series;
use bilat::charts::scene::{Area, Circle, Datum, Rect, Rgb, Role, Scene, Shape, Text};

/// The rules no chart may break, with the first one broken.
pub fn broken(scene: &Scene) -> Option<String> {
    let mut texts: Vec<&Text> = Vec::new();
    for (place, shape) in scene.shapes.iter().enumerate() {
        if ink_outside(scene, shape) {
            return Some(format!("ink leaves the canvas: {shape:?}"));
        }
        let Shape::Text(text) = shape else { continue };
        let words = &text.content;
        if !canvas(scene).contains(&text.area) {
            return Some(format!("`{words}` leaves the canvas"));
        }
        if let Some(other) = texts.iter().find(|other| other.area.overlaps(&text.area)) {
            return Some(format!("`{words}` covers `{}`", other.content));
        }
        let ratio = contrast(text.colour, ground(scene, place, text));
        if ratio < 4.5 {
            return Some(format!(
                "`{words}` is too pale, at a contrast of {ratio:.2}"
            ));
        }
        let hyphen = words.contains('-') && text.role == Role::Value;
        if hyphen || words == "−0" || words.contains("−0%") || words.contains("−$0 ") {
            return Some(format!("`{words}` has a wrong minus"));
        }
        texts.push(text);
    }
    scene
        .alt
        .is_empty()
        .then(|| "nothing is said in words".to_owned())
}

fn canvas(scene: &Scene) -> Area {
    Area {
        left: 0.0,
        top: 0.0,
        right: scene.width,
        bottom: scene.height,
    }
}

/// Whether a mark leaves the canvas.
fn ink_outside(scene: &Scene, shape: &Shape) -> bool {
    let outside = |at: &(f64, f64)| !canvas(scene).contains(&spot(*at));
    match shape {
        Shape::Path(path) => path.points.iter().any(outside),
        Shape::Polygon(polygon) => polygon.points.iter().any(outside),
        Shape::Rect(rect) => !canvas(scene).contains(&rect.area),
        Shape::Circle(dot) => !canvas(scene).contains(&spot(dot.centre).grown(dot.radius)),
        Shape::Text(_) => false,
    }
}

/// What shows around the letters of a text: its halo, or what was drawn there last before it.
fn ground(scene: &Scene, place: usize, text: &Text) -> Rgb {
    let at = (
        (text.area.left + text.area.right) / 2.0,
        text.y - text.size * 0.3,
    );
    let under = scene.shapes[..place]
        .iter()
        .rev()
        .find_map(|shape| match shape {
            Shape::Rect(rect) => rect.area.contains(&spot(at)).then_some(rect.colour),
            Shape::Circle(dot) => reaches(dot, &spot(at)).then_some(dot.colour),
            _ => None,
        });
    text.halo.or(under).unwrap_or(scene.background)
}

/// A place without extent.
pub fn spot((x, y): (f64, f64)) -> Area {
    Area {
        left: x,
        top: y,
        right: x,
        bottom: y,
    }
}

/// Whether a dot reaches into an area.
pub fn reaches(dot: &Circle, area: &Area) -> bool {
    let (x, y) = dot.centre;
    let (dx, dy) = (
        x - x.clamp(area.left, area.right),
        y - y.clamp(area.top, area.bottom),
    );
    dx.hypot(dy) < dot.radius
}

/// The words that play a role, in the order they were laid.
pub fn says(scene: &Scene, role: Role) -> Vec<&str> {
    let texts = scene.texts().filter(|text| text.role == role);
    texts.map(|text| text.content.as_str()).collect()
}

/// The words under the chart, as they are read.
pub fn footer(scene: &Scene) -> String {
    // The footer is laid from its last line up.
    let mut lines = says(scene, Role::Footer);
    lines.reverse();
    lines.join(" ")
}

/// Bars, cells and tiles with what they depict.
pub fn bars(scene: &Scene) -> Vec<(&Rect, Datum)> {
    let bars = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Rect(rect) => Some((rect, rect.datum?)),
        _ => None,
    });
    bars.collect()
}

/// Dots with what they depict.
pub fn dots(scene: &Scene) -> Vec<(&Circle, Datum)> {
    let dots = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Circle(dot) => Some((dot, dot.datum?)),
        _ => None,
    });
    dots.collect()
}

/// Corners of lines, then dots, with what they depict and where they stand.
pub fn points(scene: &Scene) -> Vec<(Datum, (f64, f64))> {
    let corners = scene.shapes.iter().filter_map(|shape| match shape {
        Shape::Path(path) => Some(path.points.iter().zip(&path.data)),
        _ => None,
    });
    let corners = corners
        .flatten()
        .filter_map(|(at, datum)| Some(((*datum)?, *at)));
    let dots = dots(scene);
    let dots = dots.iter().map(|(dot, datum)| (*datum, dot.centre));
    corners.chain(dots).collect()
}

/// Figures as bits, to be compared exactly; 0 and −0 are one.
pub fn figures(data: impl IntoIterator<Item = Datum>) -> BTreeSet<(usize, u64, u64)> {
    let bits = |datum: Datum| {
        (
            datum.series,
            (datum.year + 0.0).to_bits(),
            (datum.value + 0.0).to_bits(),
        )
    };
    data.into_iter().map(bits).collect()
}

/// What a chart of these series has to depict.
pub fn data(series: &[Series]) -> Vec<Datum> {
    let of = |(series, one): (usize, &Series)| {
        let datum = move |(year, value)| Datum {
            series,
            year,
            value,
        };
        one.values().map(datum).collect::<Vec<_>>()
    };
    series.iter().enumerate().flat_map(of).collect()
}

/// WCAG 2 contrast ratio.
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

/// CIE lightness, 0 black to 100 white.
pub fn lightness(colour: Rgb) -> f64 {
    let share = luminance(colour);
    if share > 0.008856 {
        116.0 * share.cbrt() - 16.0
    } else {
        903.3 * share
    }
}

fn luminance(colour: Rgb) -> f64 {
    let [red, green, blue] = linear(colour);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The channels as amounts of light.
pub fn linear(Rgb(red, green, blue): Rgb) -> [f64; 3] {
    [red, green, blue].map(|channel| {
        let part = f64::from(channel) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    })
}
