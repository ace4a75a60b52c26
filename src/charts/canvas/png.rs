//! Pictures as PNG files that say what they show.

use png::{BitDepth, ColorType, Compression, Encoder, PixelDimensions, Unit};

use crate::charts::canvas::paint;
use crate::charts::canvas::scene::Scene;
use crate::error::{Error, Result};

/// Dots per inch of one logical pixel, as CSS has it.
const DPI: f64 = 96.0;
const INCHES_PER_METRE: f64 = 1.0 / 0.0254;

/// The scene as a PNG file, at `scale` pixels per logical pixel.
///
/// Title, description and source travel inside the file, and its resolution gives the chart the same
/// printed size at every scale. There is no time stamp: the same scene gives the same bytes.
///
/// # Errors
/// [`Error::Chart`] if the face lacks a letter, or the picture would have no pixels or too many.
pub fn png(scene: &Scene, scale: f64) -> Result<Vec<u8>> {
    let pixmap = paint::draw(scene, scale)?;
    // The ground is opaque, so the alpha channel says nothing.
    let pixels: Vec<u8> = pixmap
        .data()
        .chunks_exact(4)
        .flat_map(|pixel| [pixel[0], pixel[1], pixel[2]])
        .collect();
    encode(scene, scale, (pixmap.width(), pixmap.height()), &pixels).map_err(|source| {
        Error::Chart {
            reason: format!("the chart could not be written as PNG: {source}"),
        }
    })
}

fn encode(
    scene: &Scene,
    scale: f64,
    (width, height): (u32, u32),
    pixels: &[u8],
) -> std::result::Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    let per_metre = (DPI * scale * INCHES_PER_METRE).round() as u32;
    encoder.set_pixel_dims(Some(PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: Unit::Meter,
    }));
    let texts = [
        ("Title", &scene.title),
        ("Description", &scene.alt),
        ("Source", &scene.source),
    ];
    for (keyword, text) in texts {
        if !text.is_empty() {
            encoder.add_itxt_chunk(keyword.to_owned(), text.clone())?;
        }
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(pixels)?;
    writer.finish()?;
    Ok(file)
}
