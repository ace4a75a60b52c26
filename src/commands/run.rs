//! `bilat run`.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use bilat::analysis::Analysis;
use bilat::outputs::whole;
use clap::Args;

use super::{Outcome, tell};

/// All charts of an analysis file, their figures, and a page that shows them.
///
/// The file is TOML; each `[[chart]]` has the keys of the options of `bilat chart`. The same file
/// and figures give the same bytes.
#[derive(Args)]
#[command(after_help = EXAMPLE)]
pub struct Run {
    /// The analysis file.
    file: PathBuf,
    /// Folder for the results [default: the folder of the analysis file].
    #[arg(long, short, value_name = "FOLDER")]
    output: Option<PathBuf>,
}

const EXAMPLE: &str = "\
Example of an analysis file:
  page = \"README.md\"

  [[chart]]
  kind = \"lines\"
  pair = [\"CHN\", \"NOR\"]
  years = \"2003..2014\"
  output = \"lines.png\"
  table = \"lines.csv\"

  [[chart]]
  kind = \"ranked\"
  importer = \"CHN\"
  top = 12
  output = \"ranked.png\"";

impl Run {
    pub fn run(&self, quiet: bool) -> Result<Outcome> {
        let name = self.file.display().to_string();
        let text = std::fs::read_to_string(&self.file).with_context(|| name.clone())?;
        let analysis = Analysis::from_toml(&text).with_context(|| name)?;
        let folder = self.file.parent().unwrap_or(Path::new(""));
        let results = analysis.run(folder)?;
        let into = self.output.as_deref().unwrap_or(folder);
        // Everything was drawn before anything is written.
        for file in &results.files {
            let file_name = into.join(&file.name);
            if let Some(parent) = file_name.parent() {
                std::fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
            }
            whole::write(&file_name, &file.bytes)?;
        }
        if !quiet {
            for remark in &results.remarks {
                tell(remark);
            }
        }
        Ok(match results.rejected {
            0 => Outcome::Done,
            _ => Outcome::Found,
        })
    }
}
