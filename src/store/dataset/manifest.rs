//! What a vintage holds, written for people and checked by machines.
//!
//! `manifest.toml` is the truth about a vintage: files that it does not name are not part of it. Its last
//! line is the SHA-256 of all lines before, so that a damaged manifest is never believed.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::tables::{Decimals, Table};
use crate::error::{Error, Result};
use crate::model::period::Frequency;
use crate::model::source::Source;

/// One release of one data set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Grows when older versions could not read what newer ones write.
    pub format: u32,
    pub vintage: String,
    /// The how manieth vintage of its store it is: the highest is the latest.
    pub number: u32,
    /// Name and version of what wrote it.
    pub made_by: String,
    /// How fine the products are, one level for all; empty before the first year.
    #[serde(default)]
    pub products: String,
    pub about: About,
    /// The input files, each with what was read from it.
    #[serde(default, rename = "input")]
    pub inputs: Vec<Input>,
    #[serde(default, rename = "year")]
    pub years: Vec<Year>,
}

/// What the figures of a vintage mean; the same for all its years.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// ISO 4217 code.
    pub currency: String,
    /// `HS 1992`, for example; empty where the source does not say.
    #[serde(default)]
    pub classification: String,
    pub frequency: Frequency,
    pub decimals: Decimals,
    pub source: Source,
    #[serde(default)]
    pub notes: Vec<String>,
}

/// An input file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    pub name: String,
    pub bytes: u64,
    /// Hexadecimal. May be empty when an import begins, if it is said while the file is read.
    pub sha256: String,
    /// The release, as the file or its name says.
    #[serde(default)]
    pub version: String,
    /// Rows read from the files that came with this one, itself among them.
    #[serde(default)]
    pub rows: u64,
    /// Records that could not be read, likewise.
    #[serde(default)]
    pub rejected: u64,
}

/// The figures of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Year {
    pub year: i32,
    /// SHA-256 of the input files they come from.
    pub inputs: Vec<String>,
    pub rows: u64,
    /// Rows without a value.
    pub missing: u64,
    /// Exact repetitions that were left out.
    pub repeated: u64,
    /// The sum of values in their smallest unit, as text since it may have any length.
    pub value: String,
    #[serde(rename = "file")]
    pub files: Vec<Part>,
}

/// A Parquet file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    pub table: Table,
    /// Below the folder of the vintage, parts separated by `/`.
    pub path: String,
    pub rows: u64,
    pub bytes: u64,
    /// Hexadecimal.
    pub sha256: String,
    /// CRC-32 of the file of sums beside it, hexadecimal.
    pub sums: String,
}

impl Part {
    /// Where the sums of its blocks lie: hidden from readers of whole folders by its name.
    pub fn sums_path(&self) -> String {
        match self.path.rsplit_once('/') {
            Some((folder, name)) => format!("{folder}/_{name}.crc"),
            None => format!("_{}.crc", self.path),
        }
    }
}

/// The version of the format that is written.
pub const FORMAT: u32 = 1;
const NAME: &str = "manifest.toml";
const SEAL: &str = "# sha256 of the lines above: ";

impl Manifest {
    /// Where the manifest of a vintage lies.
    pub fn path(folder: &Path) -> PathBuf {
        folder.join(NAME)
    }

    /// Reads the manifest of a vintage.
    ///
    /// # Errors
    /// In [`Error::File`]: [`Error::Io`] if there is none, [`Error::Unreadable`] if it is damaged or of a newer format.
    pub fn load(folder: &Path) -> Result<Self> {
        let path = Self::path(folder);
        let read = || {
            let text = std::fs::read(&path).map_err(Error::io("cannot read"))?;
            Self::parse(&text)
        };
        read().map_err(|error| error.in_file(&path))
    }

    fn parse(bytes: &[u8]) -> Result<Self> {
        let damaged = || {
            Error::Unreadable {
            reason: "is damaged or was changed by hand: its last line is not the SHA-256 of the others; bring back a copy or import again".to_owned(),
        }
        };
        let text = std::str::from_utf8(bytes).map_err(|_| damaged())?;
        let line = text.strip_suffix('\n').ok_or_else(damaged)?;
        let start = line.rfind('\n').ok_or_else(damaged)? + 1;
        let (body, seal) = (&text[..start], &line[start..]);
        if seal.strip_prefix(SEAL) != Some(&digest(body)) {
            return Err(damaged());
        }
        let unreadable = |error: toml::de::Error| Error::Unreadable {
            reason: error.message().to_owned(),
        };
        #[derive(Deserialize)]
        struct Version {
            format: u32,
        }
        let version: Version = toml::from_str(body).map_err(unreadable)?;
        if version.format > FORMAT {
            let reason = format!(
                "is of format {}, which this version does not know; get a newer bilat",
                version.format
            );
            return Err(Error::Unreadable { reason });
        }
        toml::from_str(body).map_err(unreadable)
    }

    fn to_text(&self) -> Result<String> {
        let mut text = toml::to_string(self).map_err(|error| Error::Unreadable {
            reason: format!("cannot write the manifest: {error}"),
        })?;
        let seal = digest(&text);
        text.push_str(SEAL);
        text.push_str(&seal);
        text.push('\n');
        Ok(text)
    }

    /// Puts the manifest in place of the old one, whole or not at all.
    ///
    /// # Errors
    /// In [`Error::File`], [`Error::Io`]; the old one is then untouched.
    pub fn save(&self, folder: &Path) -> Result<()> {
        let path = Self::path(folder);
        let text = self.to_text()?;
        let write = || -> std::io::Result<()> {
            let mut file = tempfile::Builder::new()
                .prefix(".tmp-")
                .tempfile_in(folder)?;
            file.write_all(text.as_bytes())?;
            open_to_all(file.path())?;
            file.as_file().sync_all()?;
            file.persist(&path).map_err(|error| error.error)?;
            super::disk::settle(folder)
        };
        write().map_err(|cause| {
            let step = "cannot write";
            Error::Io { step, cause }.in_file(&path)
        })
    }

    /// A year, if there are figures for it.
    pub fn year(&self, year: i32) -> Option<&Year> {
        self.years.iter().find(|known| known.year == year)
    }

    /// Forgets input files that no year comes from.
    pub(super) fn forget_unused(&mut self) {
        let Self { inputs, years, .. } = self;
        inputs.retain(|input| years.iter().any(|year| year.inputs.contains(&input.sha256)));
    }
}

/// Temporary files are for their owner alone; a store is as readable as other files.
fn open_to_all(path: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o644))?;
    }
    let _ = path;
    Ok(())
}

fn digest(text: &str) -> String {
    super::hexadecimal(&Sha256::digest(text))
}
