//! `bilat chart`.

use std::ffi::OsStr;
use std::path::PathBuf;

use anyhow::{Result, bail};
use bilat::Pair;
use bilat::charts::{Chart as Kind, Look, Theme, Wish, png, svg};
use bilat::indicators::{Balance, Growth, Measure, Method};
use bilat::outputs::whole;
use bilat::store::bundle::events;
use clap::{Args, ValueEnum};

use super::input::{Data, Wanted};
use super::{Outcome, tell};

/// A chart of the trade between two countries, as PNG or SVG.
///
/// Drawn with an embedded typeface: no fonts, browser or window are needed, and the same figures
/// give the same pixels everywhere.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Chart {
    /// lines (levels), growth (bars), index (base year = 100) or balance.
    kind: Kind,
    /// First country.
    first: String,
    /// Second country.
    second: String,
    /// File to write, .png or .svg.
    #[arg(long, short, value_name = "FILE")]
    output: PathBuf,
    /// A title of your own.
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// A subtitle of your own.
    #[arg(long, value_name = "TEXT")]
    subtitle: Option<String>,
    /// One more note for the footer.
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Base year of an index [default: the first year shown].
    #[arg(long, value_name = "YEAR")]
    base: Option<i32>,
    /// Leave out the events.
    #[arg(long)]
    no_events: bool,
    #[arg(long, value_enum, default_value = "light")]
    theme: Shade,
    /// Width and height in pixels, before scaling.
    #[arg(long, value_name = "WxH", default_value = "850x600", value_parser = size)]
    size: (u32, u32),
    /// Pixels of the file per pixel of the size, 1 to 4.
    #[arg(long, value_name = "N", default_value = "2", value_parser = clap::value_parser!(u8).range(1..=4))]
    scale: u8,
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    data: Data,
}

const EXAMPLES: &str = "\
Examples:
  bilat chart lines CHN NOR --years 2003..2014 -o lines.png
  bilat chart growth CHN NOR --years 2003..2024 --source cover -o growth.svg
  bilat chart index CHN NOR --base 2003 --years 2003..2014 --theme dark -o index.png
  bilat chart balance NOR CHN --years 2014..2024 -o balance.png";

#[derive(Clone, Copy, ValueEnum)]
enum Shade {
    Light,
    Dark,
}

fn size(typed: &str) -> Result<(u32, u32), String> {
    let wanted = || "write width and height as in 850x600, each from 300 to 4000".to_owned();
    let (width, height) = typed.split_once(['x', '×']).ok_or_else(wanted)?;
    let side = |text: &str| {
        let side = text.parse().ok().filter(|side| (300..=4000).contains(side));
        side.ok_or_else(wanted)
    };
    Ok((side(width)?, side(height)?))
}

impl Chart {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let ending = self
            .output
            .extension()
            .and_then(OsStr::to_str)
            .unwrap_or_default();
        let vector = match ending.to_ascii_lowercase().as_str() {
            "png" => false,
            "svg" => true,
            _ => bail!("{}: a chart ends in .png or .svg", self.output.display()),
        };
        let pair = Pair::new(&self.first, &self.second)?;
        let (flows, outcome) = self.wanted.pair(pair, &self.data, quiet)?;
        let flows = flows.retain(|flow| flow.kind == bilat::Kind::Total)?;
        let years = self.wanted.years();
        let growth = |method| Growth {
            method,
            years,
            base: self.base,
        };
        let table = match self.kind {
            Kind::Lines | Kind::Growth => growth(Method::Yoy).of(&flows)?,
            Kind::Index => growth(Method::Index).of(&flows)?,
            Kind::Balance => Balance { pair, years }.of(&flows)?,
        };
        let scene = self.kind.scene(&table, &self.wish(pair))?;
        let bytes = if vector {
            svg(&scene).into_bytes()
        } else {
            png(&scene, f64::from(self.scale))?
        };
        whole::write(&self.output, &bytes)?;
        if !quiet {
            for remark in &table.caption.remarks {
                tell(remark);
            }
        }
        Ok(outcome)
    }

    fn wish(&self, pair: Pair) -> Wish {
        let codes = [pair.first.code.as_str(), pair.second.code.as_str()];
        let (width, height) = self.size;
        let shown = events()
            .into_iter()
            .filter(|event| !self.no_events && event.is_about(&codes));
        Wish {
            look: Look {
                theme: match self.theme {
                    Shade::Light => Theme::Light,
                    Shade::Dark => Theme::Dark,
                },
                width,
                height,
            },
            events: shown.collect(),
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            note: self.note.clone(),
        }
    }
}
