//! The one face of all charts: Noto Sans, compiled in, shaped and measured without the system's fonts.
//!
//! A chart that measures its words with the glyphs it draws cannot cut them, and one that brings its
//! own face looks the same on every machine.

use std::sync::OnceLock;

use harfrust::{Buffer, Direction, Font, Script, ShapeOptions, ShapePlan, ShaperFont, shape};
use skrifa::{DrawMemory, GlyphId, PathSink, ScalerFont};

/// Height of the tallest letters (Å) above the baseline, in ems.
pub const ASCENT: f64 = 0.95;
/// Depth of letters below the baseline, in ems.
pub const DESCENT: f64 = 0.245;
/// Height of capitals and figures, in ems.
pub const CAPITAL: f64 = 0.714;
/// Baseline to baseline, in ems.
pub const LEADING: f64 = 1.27;

/// Weight or slant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Upright, for most words.
    Regular,
    /// For titles and names.
    Bold,
    /// For asides.
    Italic,
}

/// A font read once, with the shaping plan every text of it uses.
struct Face {
    font: Font,
    plan: ShapePlan,
    scaler: ScalerFont,
}

impl Face {
    fn read(bytes: &'static [u8]) -> Self {
        let font = Font::new(bytes, 0).expect("the embedded font is whole");
        let plan = ShapePlan::new(
            &font,
            Direction::LeftToRight,
            Some(Script::LATIN),
            None,
            &[],
        );
        let scaler = ScalerFont::force_unhinted(font.clone(), None);
        Face { font, plan, scaler }
    }

    /// Glyphs of a text with their pen positions in font units, and the whole advance.
    fn shape(&self, text: &str) -> (Vec<(GlyphId, f64, f64)>, f64) {
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(Some(Script::LATIN));
        let options = ShapeOptions::new().plan(Some(&self.plan));
        shape(&ShaperFont::new(&self.font), &mut buffer, options)
            .expect("buffer and plan agree on script and direction");
        let mut pen = 0.0;
        let mut glyphs = Vec::with_capacity(buffer.len());
        for (info, position) in buffer.glyph_infos().iter().zip(buffer.glyph_positions()) {
            let x = pen + f64::from(position.x_offset);
            glyphs.push((GlyphId::new(info.glyph_id), x, f64::from(position.y_offset)));
            pen += f64::from(position.x_advance);
        }
        (glyphs, pen)
    }

    fn em(&self) -> f64 {
        f64::from(self.font.units_per_em())
    }
}

fn face(weight: Weight) -> &'static Face {
    static REGULAR: OnceLock<Face> = OnceLock::new();
    static BOLD: OnceLock<Face> = OnceLock::new();
    static ITALIC: OnceLock<Face> = OnceLock::new();
    match weight {
        Weight::Regular => REGULAR.get_or_init(|| Face::read(notosans::REGULAR_TTF)),
        Weight::Bold => BOLD.get_or_init(|| Face::read(notosans::BOLD_TTF)),
        Weight::Italic => ITALIC.get_or_init(|| Face::read(notosans::ITALIC_TTF)),
    }
}

/// Width of a text in pixels when its em is `size` pixels.
pub fn measure(text: &str, size: f64, weight: Weight) -> f64 {
    let face = face(weight);
    face.shape(text).1 * size / face.em()
}

/// The outlines of a text set with its baseline starting at (`x`, `y`); y grows downwards.
///
/// `None` if there is no ink, as in a space.
pub fn outlines(text: &str, size: f64, weight: Weight, x: f64, y: f64) -> Option<tiny_skia::Path> {
    let face = face(weight);
    let scale = size / face.em();
    let mut pen = Pen {
        path: tiny_skia::PathBuilder::new(),
        x: 0.0,
        y: 0.0,
        scale: scale as f32,
    };
    for (glyph, left, rise) in face.shape(text).0 {
        let Some(outline) = face.scaler.outline(glyph) else {
            continue;
        };
        pen.x = (x + left * scale) as f32;
        pen.y = (y - rise * scale) as f32;
        outline
            .draw(DrawMemory::Scratch, &mut pen)
            .expect("the embedded font's outlines are whole");
    }
    pen.path.finish()
}

/// The characters of a text that the face has no glyph for; they would be drawn as empty boxes.
pub fn missing(text: &str) -> Vec<char> {
    let charmap = face(Weight::Regular).font.charmap();
    text.chars()
        .filter(|letter| charmap.map_unicode(*letter).is_none())
        .collect()
}

/// Breaks a text into lines no wider than `width`.
///
/// Breaks between words; a single word wider than the line is broken inside.
pub fn wrap(text: &str, size: f64, weight: Weight, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if measure(&longer, size, weight) <= width {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if measure(&line, size, weight) > width && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Breaks a text into as few lines as `width` allows, then evens them out, so that no word is left alone.
pub fn balance(text: &str, size: f64, weight: Weight, width: f64) -> Vec<String> {
    let lines = wrap(text, size, weight, width);
    let mut best = lines;
    let mut narrower = width;
    while best.len() > 1 && narrower > width * 0.5 {
        narrower -= width / 20.0;
        let tried = wrap(text, size, weight, narrower);
        let broken = tried.concat().len() != best.concat().len();
        if tried.len() > best.len() || broken {
            break;
        }
        best = tried;
    }
    best
}

/// Moves and scales a glyph's outline, whose y grows upwards, onto the canvas.
struct Pen {
    path: tiny_skia::PathBuilder,
    x: f32,
    y: f32,
    scale: f32,
}

impl Pen {
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl PathSink for Pen {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_countries_have_glyphs_and_han_has_none() {
        let names =
            "Åland Côte d’Ivoire Curaçao Türkiye São Tomé Łódź Česko Ğ Ș Ő Ελλάδα Россия − – ’ €¥";
        for weight in [Weight::Regular, Weight::Bold] {
            let charmap = face(weight).font.charmap();
            let unknown = names
                .chars()
                .find(|letter| charmap.map_unicode(*letter).is_none());
            assert_eq!(unknown, None);
        }
        assert_eq!(missing("中a"), ['中']);
    }

    #[test]
    fn letters_are_kerned_and_widths_grow_with_size() {
        let apart = measure("A", 100.0, Weight::Regular) + measure("V", 100.0, Weight::Regular);
        assert!(measure("AV", 100.0, Weight::Regular) < apart);
        let (small, large) = (
            measure("Norway", 10.0, Weight::Bold),
            measure("Norway", 20.0, Weight::Bold),
        );
        assert!((large - 2.0 * small).abs() < 1e-9);
    }

    #[test]
    fn ink_stays_between_ascent_and_descent() {
        let path = outlines("ÅÉgjpqy,ŐǍ", 100.0, Weight::Bold, 0.0, 0.0).expect("letters have ink");
        assert!(
            f64::from(path.bounds().top()) >= -ASCENT * 100.0,
            "{:?}",
            path.bounds()
        );
        assert!(
            f64::from(path.bounds().bottom()) <= DESCENT * 100.0,
            "{:?}",
            path.bounds()
        );
    }

    #[test]
    fn lines_are_no_wider_than_asked_even_for_one_long_word() {
        for text in [
            "one two three four five",
            "Donaudampfschifffahrtsgesellschaft",
        ] {
            let lines = wrap(text, 14.0, Weight::Regular, 80.0);
            assert!(
                lines
                    .iter()
                    .all(|line| measure(line, 14.0, Weight::Regular) <= 80.0)
            );
            assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        }
        let even = balance("2010 Nobel Peace Prize", 12.0, Weight::Regular, 110.0);
        assert_eq!(even, ["2010 Nobel", "Peace Prize"]);
    }
}
