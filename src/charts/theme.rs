//! Colours: three themes, and which country gets which colour.
//!
//! Line colours are at least 3:1 on the ground and on shaded spans, words at least 4.5:1. Any two lines can
//! be told apart with each of the three colour blindnesses, or in print by lightness and by the shape of
//! their markers; the tests compute all of it.

mod palettes;

use palettes::{DARK, LIGHT, PRINT};

use std::str::FromStr;

use crate::charts::canvas::scene::Rgb;
use crate::error::{Error, Result};

/// Light, dark or for print without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Theme {
    /// Dark ink on white.
    #[default]
    Light,
    /// Light ink on near black.
    Dark,
    /// Black and greys on white: lines differ in lightness and in their markers, so that a copy still reads.
    Print,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];

    /// The word that options use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
        }
    }
}

impl FromStr for Theme {
    type Err = Error;

    fn from_str(typed: &str) -> Result<Self> {
        crate::model::source::word(typed, "theme", &Self::ALL, Self::as_str)
    }
}

/// The shape of a line's markers, where colour cannot tell lines apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// A filled circle.
    Disc,
    /// A filled square.
    Square,
    /// A filled triangle, its tip up.
    Triangle,
    /// A filled square on its corner.
    Diamond,
    /// An empty circle.
    Ring,
    /// An empty square.
    OpenSquare,
    /// An empty triangle, its tip up.
    OpenTriangle,
}

impl Marker {
    /// Whether the ground shows in its middle; its line is dotted then.
    pub fn open(self) -> bool {
        matches!(
            self,
            Marker::Ring | Marker::OpenSquare | Marker::OpenTriangle
        )
    }
}

/// The colours of one theme.
#[derive(Debug, Clone, Copy)]
pub struct Colours {
    /// The ground.
    pub background: Rgb,
    /// Titles and event names.
    pub title: Rgb,
    /// Subtitles and ticks.
    pub text: Rgb,
    /// Footers.
    pub muted: Rgb,
    /// Grid lines.
    pub grid: Rgb,
    /// The zero line and the axis.
    pub zero: Rgb,
    /// Shaded spans.
    pub band: Rgb,
    /// Event lines and connectors.
    pub rule: Rgb,
    /// Lines out of focus.
    pub faint: Rgb,
    /// Lines, bars and dots.
    pub lines: [Rgb; 7],
    /// Words in the colour of a line, moved away from the ground where the line is too near it for words.
    pub words: [Rgb; 7],
    /// Areas that lie on each other, from the first up, where colour cannot tell neighbours apart.
    pub fills: Option<[Rgb; 7]>,
    /// The markers of lines, where the theme needs them.
    pub markers: Option<[Marker; 7]>,
}

impl Theme {
    /// The theme's colours.
    pub fn colours(self) -> &'static Colours {
        match self {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
            Theme::Print => &PRINT,
        }
    }
}

impl Colours {
    /// Which colour each key takes, as an index into [`lines`](Self::lines).
    ///
    /// In colour as [`slots`] has it. In print the greys that lie farthest apart are given out first, for
    /// four partners in their four best greys are worth more than one grey for a partner everywhere.
    pub fn slots(&self, keys: &[&str]) -> Vec<usize> {
        match self.markers {
            None => slots(keys),
            Some(_) => places(keys, |_| 0),
        }
    }
}

/// Countries whose colour is settled; all others take what their code's hash points to.
const SETTLED: [(&str, usize); 2] = [("NOR", 0), ("CHN", 1)];

/// Which colour each key takes, as an index into [`Colours::lines`].
///
/// The rule: a settled country has its colour; any other key takes the place its FNV-1a hash names, or the
/// next free one. Keys are served in alphabetical order, so the order of the series does not matter, and up
/// to seven keys never share a colour. Equal keys always share one.
pub fn slots(keys: &[&str]) -> Vec<usize> {
    places(keys, hash)
}

/// The places of keys, each the one it wants or the next that is free.
fn places(keys: &[&str], wants: impl Fn(&str) -> usize) -> Vec<usize> {
    let mut distinct: Vec<&str> = keys.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    let settled = |key: &str| {
        SETTLED
            .iter()
            .find(|(name, _)| *name == key)
            .map(|(_, slot)| *slot)
    };
    let mut taken: Vec<usize> = distinct.iter().filter_map(|key| settled(key)).collect();
    let places = LIGHT.lines.len();
    let mut chosen = Vec::with_capacity(distinct.len());
    for key in &distinct {
        let slot = settled(key).unwrap_or_else(|| {
            let wanted = wants(key) % places;
            let free = (0..places)
                .map(|step| (wanted + step) % places)
                .find(|slot| !taken.contains(slot))
                .unwrap_or(wanted);
            taken.push(free);
            free
        });
        chosen.push(slot);
    }
    let place = |key: &&str| distinct.binary_search(key).map_or(0, |index| chosen[index]);
    keys.iter().map(place).collect()
}

/// FNV-1a: the same on every machine and in every release, which the standard hasher does not promise.
fn hash(key: &str) -> usize {
    let folded = key.bytes().fold(0x811c_9dc5_u32, |sum, byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    folded as usize
}
