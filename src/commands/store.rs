//! `bilat store`: what is in a store, whether it is whole, what is brought in and taken out.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Result, bail};
use bilat::store::Store as Folder;
use bilat::store::catalogue::vintages;
use bilat::store::dataset::Watch;
use clap::{Args, Subcommand};

use super::import::How;
use super::output::Output;
use super::{Outcome, tell};

/// What is in a store, whether it is whole, what is brought in and taken out.
///
/// A store is named by its folder, and one of its vintages by DIR@vintage; DIR alone means the
/// vintage that was added last.
#[derive(Args)]
pub struct Store {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Vintages with their years, rows and sizes.
    Info {
        store: PathBuf,
        #[command(flatten)]
        output: Output,
    },
    /// Read every byte and hold it against checksums and totals; exit code 3 for a fault.
    Verify { store: PathBuf },
    /// Bring further files in, as `bilat import` does.
    Add {
        store: PathBuf,
        /// Files, or patterns such as 'BACI_HS92_Y*.csv'.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        #[command(flatten)]
        how: Box<How>,
    },
    /// Take out a year, or a whole vintage, which must then be named: DIR@vintage.
    Drop {
        store: PathBuf,
        /// The year to take out [default: the whole vintage].
        #[arg(long, value_name = "YEAR")]
        year: Option<i32>,
    },
}

impl Store {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        match &self.what {
            What::Info { store, output } => {
                output.write(&vintages(&Folder::at(store))?, quiet)?;
                Ok(Outcome::Done)
            }
            What::Verify { store } => verify(&Folder::at(store), quiet),
            What::Add { store, files, how } => how.import(files, store, quiet),
            What::Drop { store, year } => {
                let folder = Folder::at(store);
                match year {
                    Some(year) => folder.drop_year(*year)?,
                    None if folder.wanted().is_none() => bail!(
                        "{}: say which vintage to drop, as in {0}@NAME; `bilat store info` lists them",
                        store.display()
                    ),
                    None => folder.drop_vintage()?,
                }
                Ok(Outcome::Done)
            }
        }
    }
}

fn verify(store: &Folder, quiet: bool) -> Result<Outcome> {
    let vintage = store.vintage()?;
    let faults = vintage.verify(&Watch::default())?;
    let mut out = std::io::stdout().lock();
    for fault in &faults {
        writeln!(out, "{}: {}", fault.file.display(), fault.reason)?;
    }
    if faults.is_empty() {
        if !quiet {
            let years = vintage.manifest().years.len();
            tell(&format!(
                "{}: every file is whole, years: {years}",
                vintage.folder().display()
            ));
        }
        return Ok(Outcome::Done);
    }
    Ok(Outcome::Found)
}
