//! The one face of all charts: Noto Sans, compiled in, shaped and measured without the system's fonts.
//!
//! A chart that measures its words with the glyphs it draws cannot cut them, and one that brings its
//! own face looks the same on every machine. What the face lacks, such as Han, comes from fonts that the
//! program adds with [`add_font`], letter by letter.

mod font;
mod wrap;

use std::sync::{OnceLock, PoisonError, RwLock};

use font::{Font, Glyph};
use harfrust::{Buffer, Direction};
use tiny_skia::{PathBuilder, Stroke};

pub use wrap::{balance, wrap};

use crate::error::{Error, Result};

/// Height of the tallest letters (Å) above the baseline, in ems.
pub const ASCENT: f64 = 0.95;
/// Depth of letters below the baseline, in ems.
pub const DESCENT: f64 = 0.245;
/// Height of capitals and figures, in ems.
pub const CAPITAL: f64 = 0.714;
/// Baseline to baseline, in ems.
pub const LEADING: f64 = 1.27;
/// How much a bold letter is thickened when its font has one weight only, in ems.
const THICKER: f64 = 0.035;

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

/// Fonts that stand in for letters the built-in face lacks, the first added first.
static ADDED: RwLock<Vec<Font>> = RwLock::new(Vec::new());

/// Adds a font (TTF, OTF or TTC, as bytes) for letters that the built-in face lacks, such as Chinese names.
///
/// It serves all charts of the program from then on, so add it before the first. The built-in face keeps
/// the letters it has; the rest come from the first added font that has them. Writing from right to left
/// is not set.
///
/// # Errors
/// [`Error::Chart`] if the bytes hold no font.
pub fn add_font(file: Vec<u8>) -> Result<()> {
    let Some(font) = Font::any(file) else {
        return Err(Error::Chart {
            reason: "the file added holds no font; give a TTF, OTF or TTC file".to_owned(),
        });
    };
    let mut added = ADDED.write().unwrap_or_else(PoisonError::into_inner);
    added.push(font);
    Ok(())
}

/// Width of a text in pixels when its em is `size` pixels.
pub fn measure(text: &str, size: f64, weight: Weight) -> f64 {
    let mut width = 0.0;
    for_runs(text, weight, |run| width += run.font.shape(run.text).1);
    width * size
}

/// The outlines of a text set with its baseline starting at (`x`, `y`); y grows downwards.
///
/// `None` if there is no ink, as in a space.
pub fn outlines(text: &str, size: f64, weight: Weight, x: f64, y: f64) -> Option<tiny_skia::Path> {
    let mut path = PathBuilder::new();
    let mut pen = x;
    for_runs(text, weight, |run| {
        let (glyphs, advance) = run.font.shape(run.text);
        if run.stands_in && weight == Weight::Bold {
            thickened(run.font, &glyphs, size, (pen, y), &mut path);
        } else {
            run.font.draw(&glyphs, size, (pen, y), &mut path);
        }
        pen += advance * size;
    });
    path.finish()
}

/// The characters of a text that no font has a glyph for; they would be drawn as empty boxes.
///
/// Letters written from right to left count as missing, for their order would be wrong.
pub fn missing(text: &str) -> Vec<char> {
    let own = face(Weight::Regular);
    let added = ADDED.read().unwrap_or_else(PoisonError::into_inner);
    text.chars()
        .filter(|letter| !own.has(*letter))
        .filter(|letter| leftwards(*letter) || !added.iter().any(|font| font.has(*letter)))
        .collect()
}

/// Whether a letter belongs to a script that is written from right to left.
pub fn leftwards(letter: char) -> bool {
    let mut buffer = Buffer::new();
    buffer.push(u32::from(letter), 0);
    buffer.guess_segment_properties();
    buffer.direction() == Direction::RightToLeft
}

/// A stretch of text in one font.
struct Run<'a> {
    text: &'a str,
    font: &'a Font,
    /// Whether the font stands in for the built-in face.
    stands_in: bool,
}

/// Cuts a text where its font changes, and hands on stretch after stretch.
fn for_runs(text: &str, weight: Weight, mut each: impl FnMut(Run<'_>)) {
    let own = face(weight);
    let added = ADDED.read().unwrap_or_else(PoisonError::into_inner);
    let choose = |letter: char| match own.has(letter) {
        true => None,
        false => added.iter().position(|font| font.has(letter)),
    };
    let mut hand_on = |text, choice: Option<usize>| {
        each(Run {
            text,
            font: choice.map_or(own, |index| &added[index]),
            stands_in: choice.is_some(),
        });
    };
    if added.is_empty() {
        return hand_on(text, None);
    }
    let (mut start, mut current) = (0, None);
    for (at, letter) in text.char_indices() {
        let choice = choose(letter);
        if choice != current && at > start {
            hand_on(&text[start..at], current);
            start = at;
        }
        current = choice;
    }
    hand_on(&text[start..], current);
}

/// Bold letters of a font that has no bold: the outlines and a rim around them.
fn thickened(font: &Font, glyphs: &[Glyph], size: f64, at: (f64, f64), path: &mut PathBuilder) {
    let mut letters = PathBuilder::new();
    font.draw(glyphs, size, at, &mut letters);
    let Some(letters) = letters.finish() else {
        return;
    };
    let stroke = Stroke {
        width: (size * THICKER) as f32,
        ..Stroke::default()
    };
    path.push_path(&letters);
    if let Some(rim) = letters.stroke(&stroke, 1.0) {
        path.push_path(&rim);
    }
}

fn face(weight: Weight) -> &'static Font {
    static REGULAR: OnceLock<Font> = OnceLock::new();
    static BOLD: OnceLock<Font> = OnceLock::new();
    static ITALIC: OnceLock<Font> = OnceLock::new();
    let (font, bytes) = match weight {
        Weight::Regular => (&REGULAR, notosans::REGULAR_TTF),
        Weight::Bold => (&BOLD, notosans::BOLD_TTF),
        Weight::Italic => (&ITALIC, notosans::ITALIC_TTF),
    };
    font.get_or_init(|| Font::latin(bytes).expect("the embedded font is whole"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the countries of the world and the languages of their statistics offices need.
    const LETTERS: &str = "ÆØÅæøå ÄÖÜß ÉÈÊËÇÔÎÏ’ ÁÍÓÚÑ ÃÕ ŁŻŚĆŃĄĘ ČŠŽĎŤŇŘŮ Őű ȘȚĂ ĞİŞı ĐđÞð ŲĖĪĢĶĻŅ Ə \
        Ελλάδα Россия Україна Казахстан Қ Ң Ө Ү ế ộ ư − – — … ’ “ ” · × ≥ € £ ¥ ₺ ₹ % ‰ ° ² ³";

    #[test]
    fn the_names_of_countries_have_glyphs_and_han_has_none() {
        for weight in [Weight::Regular, Weight::Bold, Weight::Italic] {
            let unknown: String = LETTERS
                .chars()
                .filter(|letter| !face(weight).has(*letter))
                .collect();
            assert_eq!(unknown, "");
        }
        assert_eq!(missing("中a"), ['中']);
    }

    #[test]
    fn arabic_and_hebrew_run_from_right_to_left() {
        assert!(leftwards('ع') && leftwards('א'));
        assert!(!leftwards('中') && !leftwards('a') && !leftwards('1'));
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
}
