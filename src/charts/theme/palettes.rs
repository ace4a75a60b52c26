//! The colours of each theme.

use super::{Colours, Marker};
use crate::charts::canvas::scene::Rgb;

const fn rgb(hex: u32) -> Rgb {
    Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

pub const LIGHT: Colours = Colours {
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
    fills: None,
    markers: None,
};

pub const DARK: Colours = Colours {
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
        rgb(0x148c1e),
    ],
    words: [
        rgb(0x6fb1ff),
        rgb(0xff8f5e),
        rgb(0x4de3ca),
        rgb(0x9d84f6),
        rgb(0xfae353),
        rgb(0xbb8f9c),
        rgb(0x35a83c),
    ],
    fills: None,
    markers: None,
};

/// Greys for a printer or copier without colour.
///
/// The first four lines are 19 steps of L* apart, so that four are told apart by lightness alone; the other
/// three stand between them, 9 steps from either neighbour. Areas may be lighter than lines: theirs lie 11 steps
/// apart, and in the order given any two neighbours at least 22.
pub const PRINT: Colours = Colours {
    background: rgb(0xffffff),
    title: rgb(0x000000),
    text: rgb(0x333333),
    muted: rgb(0x4d4d4d),
    grid: rgb(0xd0d0d0),
    zero: rgb(0x777777),
    band: rgb(0xf5f5f5),
    rule: rgb(0x666666),
    faint: rgb(0xc6c6c6),
    lines: [
        rgb(0x000000),
        rgb(0x8c8c8c),
        rgb(0x5c5c5c),
        rgb(0x2e2e2e),
        rgb(0x747474),
        rgb(0x454545),
        rgb(0x1b1b1b),
    ],
    words: [
        rgb(0x000000),
        rgb(0x6b6b6b),
        rgb(0x5c5c5c),
        rgb(0x2e2e2e),
        rgb(0x6e6e6e),
        rgb(0x454545),
        rgb(0x1b1b1b),
    ],
    fills: Some([
        rgb(0x000000),
        rgb(0x686868),
        rgb(0x353535),
        rgb(0xa1a1a1),
        rgb(0x4e4e4e),
        rgb(0x1e1e1e),
        rgb(0x848484),
    ]),
    markers: Some([
        Marker::Disc,
        Marker::Square,
        Marker::Triangle,
        Marker::Diamond,
        Marker::Ring,
        Marker::OpenSquare,
        Marker::OpenTriangle,
    ]),
};
