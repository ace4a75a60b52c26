//! Writing the tables of one year.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use super::super::checked::{Sink, Written};
use super::super::intake::{Ordered, Total};
use super::super::manifest::{Part, Year};
use super::super::parquet::Writer;
use super::super::tables::{Decimals, Table};
use super::super::watch::{Progress, Watch};
use super::batch::Batch;
use super::draft_path;
use super::sums::Sums;
use crate::error::{Error, Result};

/// A year to write.
pub struct Job<'a> {
    pub year: i32,
    /// What its rows came to when they were read.
    pub total: Total,
    /// Where the files are drafted.
    pub folder: &'a Path,
    pub decimals: Decimals,
    /// Bytes that sums may take.
    pub sums: usize,
}

/// A year that is written but not yet part of the vintage.
pub struct Draft {
    /// Without its inputs.
    pub year: Year,
    /// The files, as `year` lists them.
    pub files: Vec<DraftFile>,
}

/// A file and the sums of its blocks.
pub struct DraftFile {
    pub path: PathBuf,
    pub sums: Vec<u8>,
}

type Out = Sink<BufWriter<File>>;

impl Job<'_> {
    /// Writes the rows of the year and their sums, and holds them against what was read.
    pub fn write(
        &self,
        all: &mut Ordered,
        progress: &mut Progress,
        watch: &Watch<'_>,
    ) -> Result<Draft> {
        let mut table = self.batch(Table::Rows)?;
        let batches = [
            self.batch(Table::Pairs)?,
            self.batch(Table::ExporterProducts)?,
            self.batch(Table::ImporterProducts)?,
            self.batch(Table::Products)?,
        ];
        let mut sums = Sums::new(batches, all, self.sums);
        let mut written = Total::default();
        let repeated = all.year(self.year, |all, exporter, importer, rows| {
            table.pair(exporter, importer, rows, all)?;
            sums.pair(exporter, importer, rows, all)?;
            written.rows += rows.len() as u64;
            for row in rows {
                written.missing += u64::from(!row.has_value());
                written.value += i128::from(row.value_or_zero());
            }
            progress.rows += rows.len() as u64;
            watch.look(progress)
        })?;
        let expected = Total {
            rows: self.total.rows - repeated.rows,
            missing: self.total.missing - repeated.missing,
            value: self.total.value - repeated.value,
        };
        if written != expected {
            return Err(Error::Unreadable {
                reason: format!(
                    "{}: {} rows of {} in all would be written where {} of {} were read; nothing was changed, please report this",
                    self.year, written.rows, written.value, expected.rows, expected.value
                ),
            });
        }
        let rows = table.finish(all)?;
        let sums = sums.finish(all)?;
        let tables = Table::ALL.into_iter();
        let outs = std::iter::once(rows).chain(sums);
        let (mut parts, mut files) = (Vec::new(), Vec::new());
        for (table, (out, rows)) in tables.zip(outs) {
            let written = finish(out)?;
            parts.push(self.part(table, rows, &written));
            files.push(DraftFile {
                path: draft_path(self.folder, self.year, table.as_str()),
                sums: written.sums.to_bytes(),
            });
        }
        let year = Year {
            year: self.year,
            inputs: Vec::new(),
            rows: written.rows,
            missing: written.missing,
            repeated: repeated.rows,
            value: written.value.to_string(),
            files: parts,
        };
        Ok(Draft { year, files })
    }

    fn batch(&self, table: Table) -> Result<Batch<Out>> {
        let path = draft_path(self.folder, self.year, table.as_str());
        let file = File::create(&path).map_err(Error::io("cannot write"))?;
        let out = Sink::new(BufWriter::with_capacity(1 << 17, file));
        Ok(Batch::new(
            table,
            Writer::new(out, &table.layout(self.decimals))?,
        ))
    }

    fn part(&self, table: Table, rows: u64, written: &Written) -> Part {
        // Named by what it holds, a file never replaces another that the manifest in force names.
        let name = &written.sha256[..12];
        Part {
            table,
            path: format!("{}/year={}/part-{name}.parquet", table.as_str(), self.year),
            rows,
            bytes: written.sums.length,
            sha256: written.sha256.clone(),
            sums: format!("{:08x}", crc32fast::hash(&written.sums.to_bytes())),
        }
    }
}

fn finish(out: Out) -> Result<Written> {
    let (mut buffer, written) = out.finish();
    buffer
        .flush()
        .and_then(|()| buffer.get_ref().sync_all())
        .map_err(Error::io("cannot write"))?;
    Ok(written)
}
