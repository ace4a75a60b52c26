//! One font file: its glyphs shaped, measured and drawn.

use harfrust::{Buffer, Direction, Font as File, Script, ShapeOptions, ShapePlan, ShaperFont};
use skrifa::{DrawMemory, GlyphId, PathSink, ScalerFont};
use tiny_skia::PathBuilder;

/// A glyph, and where the pen stands for it, in ems.
pub struct Glyph {
    id: GlyphId,
    x: f64,
    y: f64,
}

/// A font read once.
pub struct Font {
    file: File,
    scaler: ScalerFont,
    /// How the built-in face shapes every text; a font of other scripts finds its plan text by text.
    plan: Option<ShapePlan>,
}

impl Font {
    /// A font for Latin, Greek and Cyrillic, all of which shape alike.
    pub fn latin(bytes: &'static [u8]) -> Option<Self> {
        let file = File::new(bytes, 0)?;
        let (direction, script) = (Direction::LeftToRight, Some(Script::LATIN));
        let plan = ShapePlan::new(&file, direction, script, None, &[]);
        Some(Font {
            scaler: ScalerFont::force_unhinted(file.clone(), None),
            plan: Some(plan),
            file,
        })
    }

    /// A font for any scripts that run from left to right; of a collection the first font.
    pub fn any(bytes: Vec<u8>) -> Option<Self> {
        let file = File::new(bytes, 0)?;
        Some(Font {
            scaler: ScalerFont::force_unhinted(file.clone(), None),
            plan: None,
            file,
        })
    }

    /// Whether the font has a glyph for a letter.
    pub fn has(&self, letter: char) -> bool {
        self.file.charmap().map_unicode(letter).is_some()
    }

    /// Glyphs of a text, the pen starting at 0, and the whole advance, in ems.
    pub fn shape(&self, text: &str) -> (Vec<Glyph>, f64) {
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        let options = match &self.plan {
            Some(plan) => {
                buffer.set_script(Some(Script::LATIN));
                ShapeOptions::new().plan(Some(plan))
            }
            None => {
                buffer.guess_segment_properties();
                ShapeOptions::new()
            }
        };
        buffer.set_direction(Direction::LeftToRight);
        harfrust::shape(&ShaperFont::new(&self.file), &mut buffer, options)
            .expect("buffer and plan agree on script and direction");
        let em = f64::from(self.file.units_per_em());
        let mut pen = 0.0;
        let mut glyphs = Vec::with_capacity(buffer.len());
        for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            glyphs.push(Glyph {
                id: GlyphId::new(info.glyph_id),
                x: (pen + f64::from(position.x_offset)) / em,
                y: f64::from(position.y_offset) / em,
            });
            pen += f64::from(position.x_advance);
        }
        (glyphs, pen / em)
    }

    /// Adds the outlines of glyphs set at (`x`, `y`) with an em of `size` pixels; y grows downwards.
    pub fn draw(&self, glyphs: &[Glyph], size: f64, (x, y): (f64, f64), path: &mut PathBuilder) {
        let em = f64::from(self.file.units_per_em());
        for glyph in glyphs {
            let Some(outline) = self.scaler.outline(glyph.id) else {
                continue;
            };
            let mut pen = Pen {
                path,
                x: (x + glyph.x * size) as f32,
                y: (y - glyph.y * size) as f32,
                scale: (size / em) as f32,
            };
            // A glyph broken in its file leaves no ink; the others are still drawn.
            let _ = outline.draw(DrawMemory::Scratch, &mut pen);
        }
    }
}

/// Moves and scales a glyph's outline, whose y grows upwards, onto the canvas.
struct Pen<'a> {
    path: &'a mut PathBuilder,
    x: f32,
    y: f32,
    scale: f32,
}

impl Pen<'_> {
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl PathSink for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let ((cx, cy), (x, y)) = (self.place(cx, cy), self.place(x, y));
        self.path.quad_to(cx, cy, x, y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let ((ax, ay), (bx, by), (x, y)) =
            (self.place(ax, ay), self.place(bx, by), self.place(x, y));
        self.path.cubic_to(ax, ay, bx, by, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
