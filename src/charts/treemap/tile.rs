//! The words in a tile: its name, its value and its share.

use crate::charts::canvas::face::{self, Weight};
use crate::charts::canvas::scene::{Anchor, Area, Rgb, Role, Text};
use crate::charts::layout::names;

/// Em sizes, from the smallest words to those of the largest tiles.
const SIZES: [f64; 7] = [10.0, 11.0, 12.0, 13.0, 14.5, 16.0, 18.0];
/// Of two tiles with room the larger has the larger words: an em to this many pixels of its side.
const SIDE: f64 = 10.0;
/// Lines a name may take.
const LINES: usize = 6;
/// Room between words and edges.
const PAD: f64 = 5.0;
/// What a tile says.
pub struct Said {
    /// Its lines.
    pub texts: Vec<Text>,
    /// Whether its name was shortened.
    pub cut: bool,
}

/// The words that fit a tile, `told` being value and share; `None` if it is too small.
///
/// First the whole name with both is tried, in ever smaller words; then with the share alone; then the
/// name is shortened.
pub fn words(area: &Area, name: &str, told: &[String; 2], ink: Rgb) -> Option<Said> {
    let side = (area.width() * area.height()).sqrt();
    let sizes: Vec<f64> = SIZES
        .into_iter()
        .rev()
        .filter(|size| *size <= SIZES[1] || *size <= side / SIDE)
        .collect();
    let small = [SIZES[1], SIZES[0]];
    let [value, share] = told;
    let one = vec![format!("{value}, {share}")];
    let two = vec![value.clone(), share.clone()];
    let least = vec![share.clone()];
    let attempts: [(&[f64], &Vec<String>, bool); 5] = [
        (&sizes, &one, false),
        (&sizes, &two, false),
        (&small, &least, false),
        (&small, &one, true),
        (&small, &least, true),
    ];
    attempts.into_iter().find_map(|(sizes, told, cut)| {
        sizes
            .iter()
            .find_map(|size| attempt(area, name, told, *size, cut, ink))
    })
}

fn attempt(
    area: &Area,
    name: &str,
    told: &[String],
    size: f64,
    cut: bool,
    ink: Rgb,
) -> Option<Said> {
    let (width, line) = (area.width() - 2.0 * PAD, face::LEADING * size);
    let room = ((area.height() - 2.0 * PAD) / line + 0.15) as usize;
    let most = LINES.min(room.saturating_sub(told.len()));
    if width < 2.4 * size || most == 0 {
        return None;
    }
    let fitted = names::fit(name, size, Weight::Bold, width, most);
    // Half a word is no name: "Pharma…" may be many things.
    let bare = |word: &str| word.trim_end_matches(['…', ',', ';', '(', '-']).to_owned();
    let end = fitted
        .lines
        .last()
        .and_then(|line| line.split_whitespace().next_back());
    let whole = end.is_none_or(|end| name.split_whitespace().any(|word| bare(word) == bare(end)));
    let wide = |line: &String, weight| face::measure(line, size, weight) > width;
    if fitted.cut && (!cut || !whole)
        || fitted.lines.iter().any(|line| wide(line, Weight::Bold))
        || told.iter().any(|line| wide(line, Weight::Regular))
    {
        return None;
    }
    let lines = fitted.lines.into_iter().map(|line| (line, Weight::Bold));
    let lines = lines.chain(told.iter().map(|line| (line.clone(), Weight::Regular)));
    let first = area.top + PAD - 1.0 + face::ASCENT * size;
    let texts = lines.enumerate().map(|(number, (words, weight))| {
        let role = match weight {
            Weight::Bold => Role::Label,
            _ => Role::Value,
        };
        let text = Text::new(words, size, ink, role).weight(weight);
        text.at(area.left + PAD, first + line * number as f64, Anchor::Start)
    });
    Some(Said {
        texts: texts.collect(),
        cut: fitted.cut,
    })
}
