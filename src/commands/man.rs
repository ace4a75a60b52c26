//! `bilat man`.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, CommandFactory};

use super::Bilat;
use super::Outcome;
use super::output::print;

/// The manual page, to standard output; or one page per command into a folder.
#[derive(Args)]
#[command(after_help = "Example:\n  bilat man --into ~/.local/share/man/man1")]
pub struct Man {
    /// Folder to write bilat.1, bilat-growth.1 and so on into.
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
}

impl Man {
    pub fn run(&self) -> Result<Outcome> {
        let Some(folder) = &self.into else {
            let mut page = Vec::new();
            clap_mangen::Man::new(Bilat::command()).render(&mut page)?;
            print(&page)?;
            return Ok(Outcome::Done);
        };
        std::fs::create_dir_all(folder)
            .and_then(|()| clap_mangen::generate_to(Bilat::command(), folder))
            .with_context(|| format!("{}: cannot write the pages", folder.display()))?;
        Ok(Outcome::Done)
    }
}
