//! `bilat import`.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use bilat::providers::Keep;
use bilat::store::Store;
use bilat::store::dataset::{Added, Watch, Year};
use clap::Args;

use super::progress::{Progress, stop};
use super::reading::Reading;
use super::{Outcome, tell};

/// Files of trade figures into a store, where any question about them takes milliseconds.
///
/// A store is a folder of plain Parquet, a file a year, that DuckDB, pandas and R read as well, with
/// a manifest of what it came from. A year is in the store whole or as it was before; files that are
/// in it already are not read again. Files of BACI are read as they come in, within --memory; all
/// others are loaded first.
#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct Import {
    /// Files, or patterns such as 'BACI_HS92_Y*.csv'.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Folder of the store.
    #[arg(long, value_name = "DIR")]
    into: PathBuf,
    #[command(flatten)]
    how: How,
}

/// How files come into a store.
#[derive(Args)]
pub struct How {
    /// Name of the vintage that the files belong to [default: that of their source].
    #[arg(long, value_name = "NAME")]
    vintage: Option<String>,
    /// Memory that the work may take, such as 512MiB or 2GiB; files that cannot do with it are
    /// refused before any is read [default: 384MiB, and whatever files need that are loaded first].
    #[arg(long, value_name = "SIZE", value_parser = size)]
    memory: Option<u64>,
    /// Replace years that the vintage has from files of another name.
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    reading: Reading,
}

const EXAMPLES: &str = "\
Examples:
  bilat import 'BACI_HS92_Y*.csv' --into baci --vintage hs92-202301
  bilat growth CHN NOR --data baci
  bilat growth CHN NOR --data baci@hs92-202301";

fn size(typed: &str) -> Result<u64, String> {
    let digits = typed.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let power = match typed[digits.len()..].to_ascii_lowercase().as_str() {
        "mib" | "mb" | "m" => 20,
        "gib" | "gb" | "g" => 30,
        _ => return Err("write 512MiB or 2GiB".to_owned()),
    };
    let number: f64 = digits.trim().parse().map_err(|_| "write 512MiB or 2GiB")?;
    Ok((number * f64::from(1_u32 << power)) as u64)
}

impl Import {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        self.how.import(&self.files, &self.into, quiet)
    }
}

impl How {
    /// Brings files into the store of a folder.
    pub fn import(&self, files: &[PathBuf], into: &Path, quiet: bool) -> Result<Outcome> {
        if files.iter().any(|file| file == Path::new("-")) {
            bail!(
                "a store keeps the name and the checksum of each file; save standard input to one first"
            );
        }
        let options = self.reading.options(None)?;
        let stop = stop()?;
        let kept = {
            let progress = Progress::new(quiet);
            let tell = |reached| progress.tell(reached);
            let keep = Keep {
                store: Store::at(into),
                vintage: self.vintage.clone(),
                memory: self.memory,
                replace: self.replace,
                watch: Watch {
                    stop: Some(&stop),
                    progress: Some(&tell),
                },
            };
            keep.files(files, &options)?
        };
        let outcome = self.reading.account(&kept.report, quiet)?;
        if !quiet {
            kept.remarks.iter().for_each(|remark| tell(remark));
            let store = format!("{}@{}", into.display(), kept.vintage);
            kept.added
                .iter()
                .flat_map(words)
                .for_each(|words| tell(&format!("{store}: {words}")));
        }
        Ok(outcome)
    }
}

fn words(added: &Added) -> Vec<String> {
    match added {
        Added::Known => vec!["the files are in it already".to_owned()],
        Added::Years(years) => {
            let words = |year: &Year| format!("{}, {} rows", year.year, year.rows);
            years.iter().map(words).collect()
        }
    }
}
