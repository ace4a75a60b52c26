//! The one place that names a plotters backend: scenes become pixels here.
//!
//! plotters hands its backend whole pixels. This one claims a canvas sixteen times as large and divides,
//! so positions and widths keep sixteenths of a pixel. Curves and letters are filled by tiny-skia.

mod brush;

use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle};
use plotters_backend::BackendCoord;
use tiny_skia::{Color, Pixmap};

use brush::{Brush, FINE, OUTLINE};

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Rgb, Scene, Shape, Text as Words};
use crate::charts::series::refuse;
use crate::error::{Error, Result};

/// Width of the outline around a text with a halo, in logical pixels.
pub const HALO: f64 = 4.0;
/// Strokes up to this many logical pixels are rules: they are set on whole pixels.
pub const RULE: f64 = 1.25;

type Canvas<'a> = DrawingArea<Brush<'a>, Shift>;

/// Draws a scene at a scale: 1 is one pixel per logical pixel, 2 is for dense screens and print.
///
/// # Errors
/// [`Error::Chart`] if the face lacks a letter, or the picture would have no pixels or too many.
pub fn draw(scene: &Scene, scale: f64) -> Result<Pixmap> {
    for text in scene.texts() {
        readable(&text.content)?;
    }
    let pixels = |length: f64| (length * scale).round() as u32;
    let (width, height) = (pixels(scene.width), pixels(scene.height));
    // plotters counts in i32; sixteen sub-pixels leave room for 10,000 pixels a side and more.
    if !(0.1..=16.0).contains(&scale) || width.max(height) > 16_000 {
        return refuse("the picture has no pixels or too many; scale it between 0.1 and 16");
    }
    let Some(mut pixmap) = Pixmap::new(width, height) else {
        return refuse("the picture has no pixels; give it a width and a height");
    };
    let Rgb(red, green, blue) = scene.background;
    pixmap.fill(Color::from_rgba8(red, green, blue, 255));
    let brush = Brush {
        pixmap: &mut pixmap,
        rule: RULE * scale,
        halo: HALO * scale,
    };
    let area = brush.into_drawing_area();
    for shape in &scene.shapes {
        element(&area, shape, scale * FINE).map_err(|source| Error::Chart {
            reason: format!("the chart could not be drawn: {source}"),
        })?;
    }
    drop(area);
    Ok(pixmap)
}

/// Refuses a text with a letter that would be drawn as an empty box.
fn readable(content: &str) -> Result<()> {
    let Some(letter) = face::missing(content).first().copied() else {
        return Ok(());
    };
    let remedy = if face::leftwards(letter) {
        "writing from right to left cannot be set yet; spell it in Latin, Greek or Cyrillic"
    } else {
        "add a font that has it, or spell it in Latin, Greek or Cyrillic"
    };
    refuse(format!(
        "the chart's face has no glyph for `{letter}` in `{content}`; {remedy}"
    ))
}

type AreaError = plotters::drawing::DrawingAreaErrorKind<Infallible>;

/// Hands one shape to plotters, at `fine` sub-pixels per logical pixel.
fn element(area: &Canvas<'_>, shape: &Shape, fine: f64) -> std::result::Result<(), AreaError> {
    let at = |(x, y): (f64, f64)| ((x * fine).round() as i32, (y * fine).round() as i32);
    match shape {
        Shape::Path(path) => {
            let style = style(path.colour).stroke_width((path.width * fine).round() as u32);
            for piece in dashes(&path.points, path.dash) {
                let points: Vec<BackendCoord> = piece.into_iter().map(at).collect();
                area.draw(&PathElement::new(points, style))?;
            }
            Ok(())
        }
        Shape::Polygon(polygon) => {
            let points: Vec<BackendCoord> = polygon.points.iter().copied().map(at).collect();
            area.draw(&Polygon::new(points, style(polygon.colour)))
        }
        Shape::Rect(rect) => {
            let corners = [
                at((rect.area.left, rect.area.top)),
                at((rect.area.right, rect.area.bottom)),
            ];
            area.draw(&Rectangle::new(corners, style(rect.colour).filled()))
        }
        Shape::Circle(circle) => {
            let radius = (circle.radius * fine).round() as i32;
            let style = style(circle.colour).filled();
            area.draw(&Circle::new(at(circle.centre), radius, style))
        }
        Shape::Text(text) => {
            if let Some(ground) = text.halo {
                area.draw(&words(text, ground, OUTLINE, at((text.x, text.y)), fine))?;
            }
            area.draw(&words(
                text,
                text.colour,
                "Noto Sans",
                at((text.x, text.y)),
                fine,
            ))
        }
    }
}

fn style(colour: Rgb) -> ShapeStyle {
    ShapeStyle::from(RGBColor(colour.0, colour.1, colour.2))
}

fn words<'a>(
    text: &'a Words,
    colour: Rgb,
    family: &'a str,
    at: BackendCoord,
    fine: f64,
) -> Text<'a, BackendCoord, &'a str> {
    let slant = match text.weight {
        Weight::Regular => FontStyle::Normal,
        Weight::Bold => FontStyle::Bold,
        Weight::Italic => FontStyle::Italic,
    };
    let side = match text.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let font = FontDesc::new(FontFamily::Name(family), text.size * fine, slant);
    let colour = RGBColor(colour.0, colour.1, colour.2);
    let style = font.color(&colour).pos(Pos::new(side, VPos::Bottom));
    Text::new(text.content.as_str(), at, style)
}

/// A line cut into its dashes; the line itself if it is solid.
fn dashes(points: &[(f64, f64)], dash: Option<(f64, f64)>) -> Vec<Vec<(f64, f64)>> {
    let Some((dash, gap)) = dash else {
        return vec![points.to_vec()];
    };
    let mut pieces = Vec::new();
    let mut piece: Vec<(f64, f64)> = points.iter().take(1).copied().collect();
    let (mut inked, mut left) = (true, dash);
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        loop {
            let length = (to.0 - from.0).hypot(to.1 - from.1);
            if length <= left {
                left -= length;
                if inked {
                    piece.push(to);
                }
                break;
            }
            let part = left / length;
            from = (
                from.0 + (to.0 - from.0) * part,
                from.1 + (to.1 - from.1) * part,
            );
            if inked {
                piece.push(from);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece = vec![from];
            }
            inked = !inked;
            left = if inked { dash } else { gap };
        }
    }
    if piece.len() > 1 {
        pieces.push(piece);
    }
    pieces
}
