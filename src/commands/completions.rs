//! `bilat completions`.

use anyhow::Result;
use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};

use super::Bilat;
use super::Outcome;
use super::output::print;

/// Completions for a shell, to standard output.
#[derive(Args)]
#[command(
    after_help = "Example:\n  bilat completions bash > ~/.local/share/bash-completion/completions/bilat"
)]
pub struct Completions {
    shell: Shell,
}

impl Completions {
    pub fn run(&self) -> Result<Outcome> {
        let mut script = Vec::new();
        generate(self.shell, &mut Bilat::command(), "bilat", &mut script);
        print(&script)?;
        Ok(Outcome::Done)
    }
}
