//! Pictures as files: which format, how many pixels.

use std::ffi::OsStr;
use std::path::Path;

use crate::charts::{Scene, png, svg};
use crate::error::{Error, Result};

/// How a scene becomes a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    /// With this many pixels for each of the scene.
    Png {
        scale: u8,
    },
    Svg,
}

impl Picture {
    /// The format that the ending of a file names.
    ///
    /// # Errors
    /// [`Error::Chart`] for any other ending than `.png` and `.svg`.
    pub fn of(file: &Path, scale: u8) -> Result<Self> {
        let ending = file.extension().and_then(OsStr::to_str).unwrap_or_default();
        match ending.to_ascii_lowercase().as_str() {
            "png" => Ok(Self::Png { scale }),
            "svg" => Ok(Self::Svg),
            _ => Err(Error::Chart {
                reason: format!("{}: a chart ends in .png or .svg", file.display()),
            }),
        }
    }

    /// The file.
    ///
    /// # Errors
    /// As [`png()`].
    pub fn bytes(self, scene: &Scene) -> Result<Vec<u8>> {
        match self {
            Self::Png { scale } => png(scene, f64::from(scale)),
            Self::Svg => Ok(svg(scene).into_bytes()),
        }
    }
}

/// Width and height as in `850x600`.
///
/// # Errors
/// Says what is wanted.
pub fn size(typed: &str) -> Result<(u32, u32), String> {
    let wanted = || "write width and height as in 850x600, each from 300 to 4000".to_owned();
    let (width, height) = typed.split_once(['x', '×']).ok_or_else(wanted)?;
    let side = |text: &str| {
        let side = text.trim().parse().ok();
        side.filter(|side| (300..=4000).contains(side))
            .ok_or_else(wanted)
    };
    Ok((side(width)?, side(height)?))
}
