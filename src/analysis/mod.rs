//! Analyses written down in a file: which charts, of which figures, into which files.
//!
//! ```toml
//! title = "China and Norway"
//! page = "README.md"
//!
//! [[chart]]
//! kind = "lines"
//! pair = ["CHN", "NOR"]
//! years = "2003..2014"
//! output = "lines.png"
//!
//! [[chart]]
//! kind = "ranked"
//! importer = "CHN"
//! top = 12
//! data = ["BACI_HS92_Y2021.csv"]
//! output = "ranked.svg"
//! table = "ranked.csv"
//! ```

mod command;
mod drawing;
mod drawn;
mod needs;
mod page;
mod picture;
mod typed;

pub use drawing::Drawing;
pub use drawn::Drawn;
pub use picture::{Picture, size};

use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

use serde::Deserialize;

use crate::error::{Error, Result};
use crate::model::flow_table::FlowTable;
use crate::model::table::Table;
use crate::outputs::{self, whole::File};
use crate::providers::{self, Options};
use crate::store::{Store, bundle};

/// An analysis: charts to draw, and a page that shows them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Analysis {
    /// Heading of the page.
    #[serde(default)]
    pub title: String,
    /// First paragraph of the page.
    #[serde(default)]
    pub about: String,
    /// Files of figures for every chart that names none of its own; without any the bundled ones.
    #[serde(default)]
    pub data: Vec<PathBuf>,
    /// Name of a Markdown page with every chart, its description and its command.
    pub page: Option<PathBuf>,
    /// The charts, in order.
    #[serde(default, rename = "chart")]
    pub charts: Vec<Drawing>,
}

/// What an analysis gives: its files, and what must be told of them.
#[derive(Debug, Clone, Default)]
pub struct Results {
    pub files: Vec<File>,
    /// Accounts of files read and choices made, a line each.
    pub remarks: Vec<String>,
    /// Rows that could not be read.
    pub rejected: u64,
}

impl Analysis {
    /// Reads an analysis; an unknown or misspelt key is refused with its place.
    ///
    /// # Errors
    /// [`Error::Analysis`] with line and column.
    pub fn from_toml(text: &str) -> Result<Self> {
        let analysis: Self = toml::from_str(text).map_err(|error| Error::Analysis {
            reason: error.to_string().trim_end().to_owned(),
        })?;
        let named = analysis.charts.iter();
        let outputs = named.flat_map(|chart| chart.table.iter().chain([&chart.output]));
        let mut met: Vec<&Path> = Vec::new();
        for output in outputs.chain(&analysis.page) {
            below(output)?;
            if met.contains(&output.as_path()) {
                return Err(Error::Analysis {
                    reason: format!(
                        "`{}` is written twice; name each file once",
                        output.display()
                    ),
                });
            }
            met.push(output);
        }
        Ok(analysis)
    }

    /// All files of the analysis; data files are looked for from `folder`.
    ///
    /// # Errors
    /// As loading, measuring and drawing; a chart that cannot be drawn is named.
    pub fn run(&self, folder: &Path) -> Result<Results> {
        let mut results = Results::default();
        let mut loaded: Vec<(&[PathBuf], FlowTable)> = Vec::new();
        let mut shown = Vec::new();
        for chart in &self.charts {
            let data = match chart.data.is_empty() {
                true => self.data.as_slice(),
                false => chart.data.as_slice(),
            };
            let files: Vec<PathBuf> = data.iter().map(|file| folder.join(file)).collect();
            let known = loaded.iter().find(|(files, _)| *files == data);
            let flows = match (known, Store::among(&files)?) {
                (Some((_, flows)), _) => flows.clone(),
                // Read anew for each chart, as a chart needs little of all there is.
                (None, Some(store)) => store.flows(&chart.needs()?)?,
                (None, None) => {
                    let flows = load(&files, &mut results)?;
                    loaded.push((data, flows.clone()));
                    flows
                }
            };
            let drawn = chart
                .draw(&flows)
                .map_err(|error| error.in_file(&chart.output))?;
            let picture = Picture::of(&chart.output, chart.scale)?;
            results.add(&chart.output, picture.bytes(&drawn.scene)?);
            let alt = format!("{}\n", drawn.scene.alt);
            results.add(&alt_file(&chart.output), alt.into_bytes());
            if let Some(table) = &chart.table {
                results.add(table, file_bytes(&drawn.table, table)?);
            }
            let told = drawn.table.caption.remarks.iter();
            let told = told.map(|remark| format!("{}: {remark}", chart.output.display()));
            results.remarks.extend(told);
            shown.push((chart, drawn));
        }
        if let Some(page) = &self.page {
            let text = page::write(&self.title, &self.about, &shown);
            results.add(page, text.into_bytes());
        }
        Ok(results)
    }
}

impl Results {
    fn add(&mut self, name: &Path, bytes: Vec<u8>) {
        self.files.push(File {
            name: name.display().to_string(),
            bytes,
        });
    }
}

/// `lines.png.alt.txt` for `lines.png`: the words that stand for a picture.
pub fn alt_file(picture: &Path) -> PathBuf {
    let mut name = picture.as_os_str().to_owned();
    name.push(".alt.txt");
    PathBuf::from(name)
}

/// A table in the format that the ending of its file names.
fn file_bytes(table: &Table, file: &Path) -> Result<Vec<u8>> {
    let ending = file.extension().and_then(OsStr::to_str).unwrap_or_default();
    let bytes = outputs::output(ending).and_then(|output| outputs::bytes(table, output));
    bytes.map_err(|error| error.in_file(file))
}

fn load(files: &[PathBuf], results: &mut Results) -> Result<FlowTable> {
    if files.is_empty() {
        return bundle::flows();
    }
    let loaded = providers::load(files, &Options::default())?;
    results.remarks.extend(loaded.report.lines());
    results.rejected += loaded.report.rejected();
    Ok(loaded.flows)
}

/// Results stay below their folder.
fn below(file: &Path) -> Result<()> {
    let plain = |part: Component<'_>| matches!(part, Component::Normal(_));
    match file.components().all(plain) && file.file_name().is_some() {
        true => Ok(()),
        false => Err(Error::Analysis {
            reason: format!(
                "`{}` leaves the folder of the results; name files below it",
                file.display()
            ),
        }),
    }
}
