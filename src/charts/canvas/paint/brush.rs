//! The drawing backend itself: what plotters asks for, filled and stroked by tiny-skia.

use std::convert::Infallible;

use plotters::style::FontStyle;
use plotters::style::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use tiny_skia::{FillRule, LineCap, LineJoin, Paint, PathBuilder, Pixmap, Stroke, Transform};

use crate::charts::canvas::face::{self, Weight};

/// Sub-pixels per pixel.
pub const FINE: f64 = 16.0;
/// A family name that asks for the outline of the text instead of its fill.
pub const OUTLINE: &str = "outline";

type Drawn = std::result::Result<(), DrawingErrorKind<Infallible>>;

/// A plotters backend on a tiny-skia pixmap.
pub struct Brush<'a> {
    /// Where it draws.
    pub pixmap: &'a mut Pixmap,
    /// Widest stroke set on whole pixels, in pixels.
    pub rule: f64,
    /// Width of a text's outline, in pixels.
    pub halo: f64,
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
