//! Scenes as SVG: real text that can be searched, read aloud and edited.

use std::fmt::Write;

use crate::charts::canvas::face::Weight;
use crate::charts::canvas::paint::{HALO, RULE};
use crate::charts::canvas::scene::{Anchor, Path, Scene, Shape, Text};

/// The face, then faces of like width and look for viewers that lack it.
const FAMILY: &str = "'Noto Sans', 'Open Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";

/// The scene as an SVG document.
///
/// Every text carries its measured length, so a viewer without Noto Sans keeps the layout.
pub fn svg(scene: &Scene) -> String {
    let (width, height) = (length(scene.width), length(scene.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"title desc\" \
         font-family=\"{FAMILY}\">\n"
    );
    out.push_str(&format!(
        "<title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n<metadata>{}</metadata>\n",
        escape(&scene.title),
        escape(&scene.alt),
        escape(&scene.source),
    ));
    let ground = scene.background.hex();
    out.push_str(&format!(
        "<rect width=\"{width}\" height=\"{height}\" fill=\"{ground}\"/>\n"
    ));
    for shape in &scene.shapes {
        write_shape(&mut out, shape).expect("a String takes every write");
    }
    out.push_str("</svg>\n");
    out
}

/// Set on whole pixels, as on the canvas.
const CRISP: &str = " shape-rendering=\"crispEdges\"";

/// Whether a path is an upright or level rule, which a viewer would else smear over two pixels.
fn is_rule(path: &Path) -> bool {
    match path.points[..] {
        [from, to] => path.width <= RULE && (from.0 == to.0 || from.1 == to.1),
        _ => false,
    }
}

fn write_shape(out: &mut String, shape: &Shape) -> std::fmt::Result {
    match shape {
        Shape::Path(path) => {
            let (points, width) = (corners(&path.points), length(path.width));
            let dash = path.dash.map_or(String::new(), |(dash, gap)| {
                format!(" stroke-dasharray=\"{} {}\"", length(dash), length(gap))
            });
            writeln!(
                out,
                "<polyline points=\"{points}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{width}\" \
                 stroke-linejoin=\"round\"{dash}{}/>",
                path.colour.hex(),
                if is_rule(path) { CRISP } else { "" }
            )
        }
        Shape::Polygon(polygon) => {
            let points = corners(&polygon.points);
            writeln!(
                out,
                "<polygon points=\"{points}\" fill=\"{}\"/>",
                polygon.colour.hex()
            )
        }
        Shape::Rect(rect) => {
            // A bar of zero keeps a pixel, as on the canvas.
            let (wide, high) = (rect.area.width().max(1.0), rect.area.height().max(1.0));
            writeln!(
                out,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"{CRISP}/>",
                length(rect.area.left),
                length(rect.area.top),
                length(wide),
                length(high),
                rect.colour.hex()
            )
        }
        Shape::Circle(circle) => writeln!(
            out,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{}\"/>",
            length(circle.centre.0),
            length(circle.centre.1),
            length(circle.radius),
            circle.colour.hex()
        ),
        Shape::Text(text) => write_text(out, text),
    }
}

fn write_text(out: &mut String, text: &Text) -> std::fmt::Result {
    let anchor = match text.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let weight = match text.weight {
        Weight::Regular => "",
        Weight::Bold => " font-weight=\"bold\"",
        Weight::Italic => " font-style=\"italic\"",
    };
    let halo = text.halo.map_or(String::new(), |ground| {
        format!(
            " paint-order=\"stroke\" stroke=\"{}\" stroke-width=\"{HALO}\" stroke-linejoin=\"round\"",
            ground.hex()
        )
    });
    writeln!(
        out,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{weight} text-anchor=\"{anchor}\" \
         textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{}\"{halo}>{}</text>",
        length(text.x),
        length(text.y),
        length(text.size),
        length(text.width()),
        text.colour.hex(),
        escape(&text.content)
    )
}

fn corners(points: &[(f64, f64)]) -> String {
    let pairs: Vec<String> = points
        .iter()
        .map(|(x, y)| format!("{},{}", length(*x), length(*y)))
        .collect();
    pairs.join(" ")
}

/// A length to a hundredth of a pixel, without needless zeros.
fn length(value: f64) -> String {
    // Adding zero turns −0 into 0.
    let rounded = (value * 100.0).round() / 100.0 + 0.0;
    format!("{rounded}")
}

fn escape(text: &str) -> String {
    // XML 1.0 forbids control characters even when escaped.
    text.chars()
        .filter(|letter| !letter.is_control() || *letter == '\n')
        .collect::<String>()
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
