//! `bilat chart`.

use std::path::PathBuf;

use anyhow::Result;
use bilat::analysis::{Drawing, Picture, alt_file, size};
use bilat::charts::{Chart as Kind, Theme, add_font};
use bilat::checks::mirror_gap::CifFactor;
use bilat::outputs::{save, whole};
use clap::{ArgGroup, Args};

use super::input::{Data, Partners, Wanted};
use super::{Outcome, tell};

/// A chart of the trade between two countries, or of one country and its partners, as PNG or SVG.
///
/// Drawn with an embedded typeface: no fonts, browser or window are needed, and the same figures
/// give the same pixels everywhere. The chart in words goes to a file beside it.
#[derive(Args)]
#[command(after_help = EXAMPLES, group = ArgGroup::new("what").required(true).args(["kind", "list"]))]
pub struct Chart {
    /// Kind of chart; --list shows them all.
    kind: Option<Kind>,
    /// The two countries, for charts of a pair; of a one-way chart the exporter first.
    #[arg(value_name = "COUNTRY", num_args = 0..=2)]
    pair: Vec<String>,
    /// List the kinds of chart, and whom each is about.
    #[arg(long)]
    list: bool,
    /// File to write, .png or .svg.
    #[arg(long, short, value_name = "FILE", required_unless_present = "list")]
    output: Option<PathBuf>,
    /// File for the figures behind the chart, in any format by its ending.
    #[arg(long, value_name = "FILE")]
    table: Option<PathBuf>,
    /// Leave out the file with the chart in words.
    #[arg(long)]
    no_alt: bool,
    #[command(flatten)]
    partners: Partners,
    #[command(flatten)]
    appearance: Appearance,
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    data: Data,
}

/// What a chart says and how it looks.
#[derive(Args)]
#[command(next_help_heading = "Appearance")]
struct Appearance {
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
    /// CIF/FOB factor of a gap: imf (1.06), oecd (1.05), fao (1.12), none, or a number of your own.
    #[arg(long, value_name = "FACTOR", default_value = "imf")]
    cif: CifFactor,
    /// Countries to put in colour among many, comma-separated; their events are marked too.
    #[arg(long, value_name = "COUNTRIES", value_delimiter = ',')]
    highlight: Vec<String>,
    /// A logarithmic axis, for lines.
    #[arg(long)]
    log: bool,
    /// A value axis for each of the small charts.
    #[arg(long)]
    own_scale: bool,
    /// Leave out the events.
    #[arg(long)]
    no_events: bool,
    /// light, dark, or print (greys that survive a copier).
    #[arg(long, value_name = "THEME", default_value = "light")]
    theme: Theme,
    /// Width and height in pixels, before scaling.
    #[arg(long, value_name = "WxH", default_value = "850x600", value_parser = size)]
    size: (u32, u32),
    /// Pixels of the file per pixel of the size, 1 to 4.
    #[arg(long, value_name = "N", default_value = "2", value_parser = clap::value_parser!(u8).range(1..=4))]
    scale: u8,
    /// A font file for letters that the embedded typeface lacks, such as Chinese.
    #[arg(long, value_name = "FILE")]
    font: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  bilat chart lines CHN NOR --years 2003..2014 -o lines.png
  bilat chart growth CHN NOR --years 2003..2024 --source cover -o growth.svg
  bilat chart balance NOR CHN --years 2014..2024 --theme print -o balance.png
  bilat chart mirror CHN USA -o mirror.png
  bilat chart ranked --importer CHN --years 2014..2024 --highlight NOR -o ranked.png
  bilat chart treemap ZAF CHN -o treemap.png";

impl Chart {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let (Some(kind), Some(output)) = (self.kind, &self.output) else {
            return list();
        };
        let picture = Picture::of(output, self.appearance.scale)?;
        if let Some(font) = &self.appearance.font {
            add_font(
                std::fs::read(font)
                    .map_err(|error| anyhow::anyhow!("{}: {error}", font.display()))?,
            )?;
        }
        let drawing = self.drawing(kind)?;
        let (flows, outcome) = self
            .data
            .flows(&drawing.needs()?, Some(&self.wanted), quiet)?;
        let drawn = drawing.draw(&flows)?;
        whole::write(output, &picture.bytes(&drawn.scene)?)?;
        if !self.no_alt {
            whole::write(
                &alt_file(output),
                format!("{}\n", drawn.scene.alt).as_bytes(),
            )?;
        }
        if let Some(table) = &self.table {
            save(&drawn.table, table)?;
        }
        if !quiet {
            for remark in &drawn.table.caption.remarks {
                tell(remark);
            }
        }
        Ok(outcome)
    }

    fn drawing(&self, kind: Kind) -> Result<Drawing> {
        let (appearance, wanted) = (&self.appearance, &self.wanted);
        let pair = match self.pair.as_slice() {
            [] => None,
            [first, second] => Some([first.clone(), second.clone()]),
            [alone, ..] => anyhow::bail!("a pair needs two countries; `{alone}` stands alone"),
        };
        let partners = [&self.partners.exporters, &self.partners.importers];
        Ok(Drawing {
            pair,
            importer: self.partners.importer.clone(),
            exporter: self.partners.exporter.clone(),
            partners: partners.into_iter().flatten().cloned().collect(),
            top: self.partners.top,
            years: wanted.years(),
            source: wanted.source.clone().unwrap_or_default(),
            side: wanted.side,
            currency: wanted.currency,
            real: wanted.real,
            base: appearance.base,
            cif: appearance.cif.clone(),
            title: appearance.title.clone(),
            subtitle: appearance.subtitle.clone(),
            note: appearance.note.clone(),
            highlight: appearance.highlight.clone(),
            log: appearance.log,
            own_scale: appearance.own_scale,
            events: !appearance.no_events,
            theme: appearance.theme,
            size: appearance.size,
            ..Drawing::of(kind)
        })
    }
}

/// The kinds of chart, a line each.
fn list() -> Result<Outcome> {
    use std::io::Write;

    let mut out = std::io::stdout().lock();
    for kind in Kind::ALL {
        writeln!(
            out,
            "{:<13} {:<20} {}",
            kind.as_str(),
            kind.subject().words(),
            kind.about()
        )?;
    }
    Ok(Outcome::Done)
}
