//! Holding a vintage against its manifest, byte for byte and sum for sum.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::import::strangers;
use super::manifest::{Part, Year};
use super::query::{By, Products, Query};
use super::store::Vintage;
use super::tables::Table;
use super::watch::{Progress, Watch};
use crate::error::{Error, Result};
use crate::model::period::Years;

/// Something that is not as it should be.
#[derive(Debug)]
pub struct Fault {
    pub file: PathBuf,
    /// What is wrong, and what to do about it.
    pub reason: String,
}

impl Vintage {
    /// Reads every file through: its SHA-256, the sums of its blocks, that every page unpacks, and that the values
    /// of every table of a year come to the total in the manifest. Goes on after a fault.
    ///
    /// Also names files that lie among the others but are not part of the vintage.
    ///
    /// # Errors
    /// [`Error::Interrupted`] if that was asked for; [`Error::Io`] if the folder cannot be read.
    pub fn verify(&self, watch: &Watch<'_>) -> Result<Vec<Fault>> {
        let mut faults = Vec::new();
        let mut progress = Progress::default();
        for year in &self.manifest.years {
            let mut whole = true;
            for part in &year.files {
                watch.look(&progress)?;
                if let Err(error) = self.verify_part(part) {
                    faults.push(self.fault(part, &error));
                    whole = false;
                }
                progress.bytes += part.bytes;
                progress.rows += part.rows;
            }
            for table in Table::ALL.into_iter().filter(|_| whole) {
                watch.look(&progress)?;
                if let Err(error) = self.verify_total(year, table) {
                    let part = year.files.iter().find(|part| part.table == table);
                    let nowhere = || Fault {
                        file: self.folder.clone(),
                        reason: error.to_string(),
                    };
                    faults.push(part.map_or_else(nowhere, |part| self.fault(part, &error)));
                }
            }
        }
        let found = strangers(&self.folder, &self.manifest).map_err(|cause| {
            let step = "cannot read the store";
            Error::Io { step, cause }.in_file(&self.folder)
        })?;
        faults.extend(found.into_iter().map(|file| Fault {
            file,
            reason: "is not part of the vintage, though readers of whole folders will take it for one; the next import clears it away".to_owned(),
        }));
        Ok(faults)
    }

    fn fault(&self, part: &Part, error: &Error) -> Fault {
        let (file, error) = match error {
            Error::File { file, cause } => (file.clone(), cause.as_ref()),
            error => (self.folder.join(&part.path), error),
        };
        let reason = error.to_string();
        Fault { file, reason }
    }

    fn verify_part(&self, part: &Part) -> Result<()> {
        let path = self.folder.join(&part.path);
        self.open_part(part)?.check()?;
        let digest = digest(&path).map_err(|cause| {
            let step = "cannot read";
            Error::Io { step, cause }.in_file(&path)
        })?;
        match digest == part.sha256 {
            true => Ok(()),
            false => Err(Error::Unreadable {
                reason: "is another file than was written; import the year again".to_owned(),
            }
            .in_file(&path)),
        }
    }

    fn verify_total(&self, year: &Year, table: Table) -> Result<()> {
        let query = Query {
            years: Years {
                first: Some(year.year),
                last: Some(year.year),
            },
            by: By {
                exporter: table.has_exporter(),
                importer: table.has_importer(),
                product: match table.has_product() {
                    true => Products::Each,
                    false => Products::Together,
                },
            },
            counts: true,
            ..Query::default()
        };
        let (mut rows, mut missing, mut value) = (0_i64, 0_i64, 0_i128);
        self.visit(&query, &mut |batch, _| {
            rows += match table {
                Table::Rows => batch.values.len() as i64,
                _ => batch.rows.iter().sum(),
            };
            missing += match table {
                Table::Rows => batch.present.iter().filter(|&&there| !there).count() as i64,
                _ => batch.missing.iter().sum(),
            };
            value += batch
                .values
                .iter()
                .map(|&value| i128::from(value))
                .sum::<i128>();
            Ok(())
        })?;
        let found = (rows as u64, missing as u64, value.to_string());
        if found == (year.rows, year.missing, year.value.clone()) {
            return Ok(());
        }
        Err(Error::Unreadable {
            reason: format!(
                "{rows} rows come to {value} where {} come to {} by the manifest; import the year again",
                year.rows, year.value
            ),
        })
    }
}

fn digest(path: &Path) -> std::io::Result<String> {
    let mut file = File::open(path)?;
    let mut buffer = vec![0; 1 << 16];
    let mut digest = Sha256::new();
    loop {
        match file.read(&mut buffer)? {
            0 => break,
            read => digest.update(&buffer[..read]),
        }
    }
    Ok(super::hexadecimal(&digest.finalize()))
}
