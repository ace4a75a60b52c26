//! The one place that names a plotters backend: scenes become pixels here.
//!
//! plotters hands its backend whole pixels. This one claims a canvas [`FINE`] times as large and divides,
//! so positions and widths keep sixteenths of a pixel. Curves and letters are filled by tiny-skia.

use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint, PathBuilder, Pixmap, Stroke, Transform,
};

use crate::charts::face::{self, Weight};
use crate::charts::scene::{Anchor, Rgb, Scene, Shape, Text as Words};
use crate::charts::series::refuse;
use crate::error::{Error, Result};

/// Sub-pixels per pixel.
const FINE: f64 = 16.0;
/// Width of the outline around a text with a halo, in logical pixels.
pub const HALO: f64 = 4.0;
/// Strokes up to this many logical pixels are rules: they are set on whole pixels.
const RULE: f64 = 1.25;
/// A family name that asks for the outline of the text instead of its fill.
const OUTLINE: &str = "outline";

type Canvas<'a> = DrawingArea<Brush<'a>, Shift>;
type Drawn = std::result::Result<(), DrawingErrorKind<Infallible>>;

/// Draws a scene at a scale: 1 is one pixel per logical pixel, 2 is for dense screens and print.
///
/// # Errors
/// [`Error::Chart`] if the face lacks a letter, or the picture would have no pixels or too many.
pub fn draw(scene: &Scene, scale: f64) -> Result<Pixmap> {
    for text in scene.texts() {
        let unknown = face::missing(&text.content);
        if let Some(letter) = unknown.first() {
            let content = &text.content;
            return refuse(format!(
                "the embedded face has no glyph for `{letter}` in `{content}`; spell it in Latin, Greek or Cyrillic"
            ));
        }
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

/// A plotters backend on a tiny-skia pixmap.
struct Brush<'a> {
    pixmap: &'a mut Pixmap,
    /// Widest stroke set on whole pixels, in pixels.
    rule: f64,
    /// Width of a text's outline, in pixels.
    halo: f64,
}

impl Brush<'_> {
    fn fill(&mut self, path: Option<tiny_skia::Path>, colour: BackendColor) {
        let Some(path) = path else { return };
        let paint = paint(colour);
        let (rule, still) = (FillRule::Winding, Transform::identity());
        self.pixmap.fill_path(&path, &paint, rule, still, None);
    }

    fn stroke(&mut self, path: Option<tiny_skia::Path>, colour: BackendColor, width: f64) {
        let Some(path) = path else { return };
        let stroke = Stroke {
            width: width as f32,
            line_cap: LineCap::Butt,
            line_join: LineJoin::Round,
            ..Stroke::default()
        };
        let still = Transform::identity();
        self.pixmap
            .stroke_path(&path, &paint(colour), &stroke, still, None);
    }
}

fn paint(colour: BackendColor) -> Paint<'static> {
    let mut paint = Paint::default();
    let (red, green, blue) = colour.rgb;
    paint.set_color_rgba8(red, green, blue, (colour.alpha * 255.0).round() as u8);
    paint
}

fn coarse((x, y): BackendCoord) -> (f64, f64) {
    (f64::from(x) / FINE, f64::from(y) / FINE)
}

fn outline(points: &[(f64, f64)], closed: bool) -> Option<tiny_skia::Path> {
    let mut path = PathBuilder::new();
    for (index, (x, y)) in points.iter().enumerate() {
        match index {
            0 => path.move_to(*x as f32, *y as f32),
            _ => path.line_to(*x as f32, *y as f32),
        }
    }
    if closed {
        path.close();
    }
    path.finish()
}

/// Where a rule of a whole number of pixels must run to cover whole pixels.
fn on_pixels(middle: f64, width: f64) -> f64 {
    (middle - width / 2.0).round() + width / 2.0
}

impl DrawingBackend for Brush<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        let fine = FINE as u32;
        (self.pixmap.width() * fine, self.pixmap.height() * fine)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 16, point.1 + 16), &colour, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let mut points: Vec<(f64, f64)> = path.into_iter().map(coarse).collect();
        let mut width = f64::from(style.stroke_width()) / FINE;
        if let [(x0, y0), (x1, y1)] = points[..]
            && width <= self.rule
            && (x0 == x1 || y0 == y1)
        {
            width = width.round().max(1.0);
            if x0 == x1 {
                let x = on_pixels(x0, width);
                points = vec![(x, y0), (x, y1)];
            } else {
                let y = on_pixels(y0, width);
                points = vec![(x0, y), (x1, y)];
            }
        }
        self.stroke(outline(&points, false), style.color(), width);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let ((left, top), (right, bottom)) = (coarse(upper_left), coarse(bottom_right));
        let (left, top) = (left.round(), top.round());
        // A bar of zero keeps one pixel: it is a figure, and a missing one is not drawn at all.
        let right = right.round().max(left + 1.0);
        let bottom = bottom.round().max(top + 1.0);
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        let path = outline(&corners, true);
        if fill {
            self.fill(path, style.color());
        } else {
            let width = f64::from(style.stroke_width()) / FINE;
            self.stroke(path, style.color(), width);
        }
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        centre: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let (x, y) = coarse(centre);
        let radius = f64::from(radius) / FINE;
        let path = PathBuilder::from_circle(x as f32, y as f32, radius as f32);
        if fill {
            self.fill(path, style.color());
        } else {
            let width = f64::from(style.stroke_width()) / FINE;
            self.stroke(path, style.color(), width);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let points: Vec<(f64, f64)> = corners.into_iter().map(coarse).collect();
        self.fill(outline(&points, true), style.color());
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let weight = match style.style() {
            FontStyle::Bold => Weight::Bold,
            FontStyle::Italic | FontStyle::Oblique => Weight::Italic,
            FontStyle::Normal => Weight::Regular,
        };
        let size = style.size() / FINE;
        let (x, y) = coarse(at);
        let width = face::measure(text, size, weight);
        let left = match style.anchor().h_pos {
            HPos::Left => x,
            HPos::Center => x - width / 2.0,
            HPos::Right => x - width,
        };
        // Letters stand on whole pixels in height, which keeps a line of text even.
        let path = face::outlines(text, size, weight, left, y.round());
        if style.family().as_str() == OUTLINE {
            let halo = self.halo;
            self.stroke(path, style.color(), halo);
        } else {
            self.fill(path, style.color());
        }
        Ok(())
    }
}
