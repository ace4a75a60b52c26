//! What a brief was made from, and what it consists of, with checksums.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Brief, File};
use crate::error::{Error, Result};
use crate::model::source::Source;

/// The content of `manifest.json`. It has no time stamp: the same input gives the same bytes.
#[derive(Debug, Serialize)]
pub(super) struct Manifest {
    tool: &'static str,
    version: &'static str,
    arguments: Vec<String>,
    inputs: Vec<Entry>,
    outputs: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    name: String,
    sha256: String,
}

impl Manifest {
    pub fn of(brief: &Brief, inputs: &[Source], files: &[File]) -> Self {
        let input = |source: &Source| Entry {
            name: format!("{}: {}", source.id, source.title),
            sha256: source.sha256.clone(),
        };
        let output = |file: &File| Entry {
            name: file.name.clone(),
            sha256: Sha256::digest(&file.bytes)
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect(),
        };
        Self {
            tool: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            arguments: brief.arguments.clone(),
            inputs: inputs.iter().map(input).collect(),
            outputs: files.iter().map(output).collect(),
        }
    }

    pub fn file(&self) -> Result<File> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(|error| Error::Io {
            step: "cannot write the manifest",
            cause: error.into(),
        })?;
        bytes.push(b'\n');
        Ok(File {
            name: "manifest.json".to_owned(),
            bytes,
        })
    }
}
