//! Colours: two themes, and which country gets which colour.
//!
//! Line colours are at least 3:1 on the ground and on shaded spans, words at least 4.5:1, and any two lines
//! can be told apart with each of the three colour blindnesses; the tests compute all of it.

use crate::charts::canvas::scene::Rgb;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Theme {
    /// Dark ink on white.
    #[default]
    Light,
    /// Light ink on near black.
    Dark,
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
}

const fn rgb(hex: u32) -> Rgb {
    Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

const LIGHT: Colours = Colours {
    background: rgb(0xffffff),
    title: rgb(0x2b2b2b),
    text: rgb(0x5b5b5b),
    muted: rgb(0x6e6e6e),
    grid: rgb(0xdddddd),
    zero: rgb(0x999999),
    band: rgb(0xf5f5f4),
    rule: rgb(0x8a8a8a),
    faint: rgb(0xcfcfcf),
    lines: [
        rgb(0x286bbb),
        rgb(0xb13507),
        rgb(0x1e9f8e),
        rgb(0x7f2f69),
        rgb(0xea6426),
        rgb(0x5a1b00),
        rgb(0x3c0857),
    ],
    words: [
        rgb(0x286bbb),
        rgb(0xb13507),
        rgb(0x1f7975),
        rgb(0x7f2f69),
        rgb(0xb04d18),
        rgb(0x5a1b00),
        rgb(0x3c0857),
    ],
};

const DARK: Colours = Colours {
    background: rgb(0x16191d),
    title: rgb(0xf2f2f2),
    text: rgb(0xc4c6c9),
    muted: rgb(0xa3a6aa),
    grid: rgb(0x3a3e44),
    zero: rgb(0x8a8e94),
    band: rgb(0x202428),
    rule: rgb(0x9a9ea4),
    faint: rgb(0x4a4e54),
    lines: [
        rgb(0x6fb1ff),
        rgb(0xff8f5e),
        rgb(0x4de3ca),
        rgb(0x8b6ef2),
        rgb(0xfae353),
        rgb(0xa87a88),
        rgb(0xf05a0f),
    ],
    words: [
        rgb(0x6fb1ff),
        rgb(0xff8f5e),
        rgb(0x4de3ca),
        rgb(0x9d84f6),
        rgb(0xfae353),
        rgb(0xbb8f9c),
        rgb(0xf4702d),
    ],
};

impl Theme {
    /// The theme's colours.
    pub fn colours(self) -> &'static Colours {
        match self {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
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
            let wanted = hash(key) % places;
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
