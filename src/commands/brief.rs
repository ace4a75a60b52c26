//! `bilat brief`.

use std::path::{Path, PathBuf};

use anyhow::Result;
use bilat::Pair;
use bilat::brief::Brief as Content;
use bilat::charts::Look;
use bilat::outputs::whole;
use bilat::transforms::Sources;
use clap::Args;

use super::input::{Data, Wanted};
use super::{Outcome, tell};

/// Everything about the trade between two countries, in one folder.
///
/// A page in Markdown with its charts and tables, the tables as CSV, and a manifest with the
/// checksums of what went in and came out. The same figures give the same bytes.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Brief {
    /// First country.
    first: String,
    /// Second country.
    second: String,
    /// Folder to write into [default: reports/ and the codes of both countries].
    #[arg(long, short, value_name = "DIR")]
    output: Option<PathBuf>,
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    data: Data,
}

const EXAMPLES: &str = "\
Without --years a brief on the bundled figures begins in 2003, where their comparison panel does;
without --source it takes as few sources as cover all years, each kept apart.

Examples:
  bilat brief CHN NOR
  bilat brief NOR CHN --years 2014.. --currency NOK -o nor-chn-in-kroner";

impl Brief {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let pair = Pair::new(&self.first, &self.second)?;
        let folder = self
            .output
            .clone()
            .unwrap_or_else(|| Path::new("reports").join(pair.slug()));
        let bundled = self.data.data.is_empty();
        let content = Content {
            pair,
            years: match self.wanted.years {
                None if bundled => "2003..".parse()?,
                years => years.unwrap_or_default(),
            },
            sources: self.wanted.source.clone().unwrap_or(Sources::Cover),
            side: self.wanted.side,
            money: self.wanted.money(),
            look: Look::default(),
            arguments: std::env::args().skip(1).collect(),
        };
        let (flows, outcome) = self
            .data
            .flows(&content.needs(), Some(&self.wanted), quiet)?;
        let files = content.files(&flows)?;
        for file in &files {
            whole::write(&folder.join(&file.name), &file.bytes)?;
        }
        if !quiet {
            tell(&format!("{} files in {}", files.len(), folder.display()));
        }
        Ok(outcome)
    }
}
