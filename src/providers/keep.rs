//! Files brought into a store.

mod exact;
mod input;
mod room;
mod rows;

use std::cell::Cell;
use std::path::PathBuf;

use super::raw_baci::{RawBaci, listed, unnamed};
use super::report::{FileReport, Report};
use super::{Options, load, matching};
use crate::error::{Error, Result};
use crate::model::column::WORLD;
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::source::Source;
use crate::store::dataset::{
    About, Added, DEFAULT_MEMORY, Decimals, Import, Input, Progress, Store, Watch, Wish, check_name,
};
use crate::store::raw::RawFile;
use exact::{decimals_of, push};
use input::input;
use room::fits;
use rows::RawRows;

/// What a store is filled from and how.
#[derive(Clone)]
pub struct Keep<'a> {
    pub store: Store,
    /// Name of the vintage; that of the source if left out.
    pub vintage: Option<String>,
    /// Bytes that the work may take; [`DEFAULT_MEMORY`] for bringing rows into the store if none, and
    /// then what is loaded first may take more.
    pub memory: Option<u64>,
    pub replace: bool,
    pub watch: Watch<'a>,
}

/// What became of files.
#[derive(Debug, Clone)]
pub struct Kept {
    pub vintage: String,
    /// For each part that was added by itself: a file of BACI, or all files together.
    pub added: Vec<Added>,
    pub report: Report,
    /// What was left out or rounded on the way.
    pub remarks: Vec<String>,
}

impl Keep<'_> {
    /// Reads files as [`load`] does and keeps their flows.
    ///
    /// Files of BACI are read within [`memory`](Self::memory), each for itself: a year is in the store
    /// before the next begins. Others are loaded whole first and come in together.
    ///
    /// # Errors
    /// As [`load`] and [`Import::add`]; what was not finished is then as it was.
    /// [`Error::Unreadable`] before anything is read if files that are loaded whole would not fit in the
    /// memory that was named.
    pub fn files(&self, files: &[PathBuf], options: &Options) -> Result<Kept> {
        let mut paths = Vec::new();
        for name in files {
            paths.extend(matching(name)?);
        }
        if let Some(raw) = RawBaci::open(files, options, None)? {
            return self.raw(&raw);
        }
        fits(self.memory, &paths)?;
        let inputs: Vec<Input> = paths
            .iter()
            .map(|path| input(path))
            .collect::<Result<_>>()?;
        let loaded = load(files, options)?;
        let mut remarks = Vec::new();
        let flows = kept(&loaded.flows, &mut remarks)?;
        let about = about(&loaded.flows, &flows, &mut remarks)?;
        let decimals = about.decimals;
        let mut import = self.begin(about, self.watch)?;
        let rejected = loaded.report.rejected();
        let added = import.add(&inputs, |intake| {
            intake.rejected(rejected);
            flows
                .iter()
                .try_for_each(|flow| push(intake, flow, decimals))
        })?;
        Ok(Kept {
            vintage: import.manifest().vintage.clone(),
            added: vec![added],
            report: loaded.report,
            remarks,
        })
    }

    /// Files of BACI, each as it is read: a year is in the store before the next begins.
    fn raw(&self, raw: &RawBaci) -> Result<Kept> {
        let decimals = Decimals {
            value: 0,
            quantity: 3,
        };
        let about = About {
            currency: raw.basis.currency.as_str().to_owned(),
            classification: raw.basis.classification.clone().unwrap_or_default(),
            frequency: raw.basis.frequency,
            decimals,
            source: raw.source.clone(),
            notes: Vec::new(),
        };
        // Each file tells its own bytes; those of the files before it are added.
        let sizes: Vec<u64> = raw.files.files().iter().map(RawFile::size).collect();
        let (total, done) = (sizes.iter().sum(), Cell::new(0));
        let tell = |progress: Progress| {
            if let Some(tell) = self.watch.progress {
                let bytes = done.get() + progress.bytes;
                tell(Progress {
                    bytes,
                    total,
                    ..progress
                });
            }
        };
        let watch = Watch {
            progress: Some(&tell),
            ..self.watch
        };
        let mut import = self.begin(about, watch)?;
        let mut kept = Kept {
            vintage: import.manifest().vintage.clone(),
            added: Vec::new(),
            report: Report::default(),
            remarks: Vec::new(),
        };
        for (file, size) in raw.files.files().iter().zip(sizes) {
            let inputs = [input(file.path())?];
            let mut told = FileReport {
                file: file.name().to_owned(),
                provider: "baci",
                ..FileReport::default()
            };
            let mut rejects = Vec::new();
            let added = import.add(&inputs, |intake| {
                let mut rows = RawRows::of(intake);
                let account = file.each_row(|row, line, read| {
                    // Of a packed file nobody knows how far it is.
                    rows.push(row, line, if file.is_plain() { read } else { 0 })
                })?;
                let strangers = rows.strangers;
                told.met = account.rows + account.rejects.count;
                told.rejected = account.rejects.count + strangers.count;
                told.kept = told.met - told.rejected;
                told.remarks = unnamed(&account.remarks(file.name()), file.name());
                rejects = listed(account.rejects, file.name());
                rejects.extend(listed(strangers, file.name()));
                intake.rejected(told.rejected);
                Ok(())
            })?;
            done.set(done.get() + size);
            rejects.sort_by_key(|reject| reject.place);
            kept.report.rejects.extend(rejects);
            kept.added.push(added);
            kept.report.files.push(told);
        }
        Ok(kept)
    }

    fn begin<'a>(&self, about: About, watch: Watch<'a>) -> Result<Import<'a>> {
        let vintage = self
            .vintage
            .clone()
            .unwrap_or_else(|| about.source.id.clone());
        check_name(&vintage)?;
        let wish = Wish {
            vintage,
            about,
            memory: self.memory.unwrap_or(DEFAULT_MEMORY),
            replace: self.replace,
            watch,
        };
        let source = wish.about.source.clone();
        let import = Import::begin(&self.store, wish)?;
        let known = &import.manifest().about.source;
        if (&known.id, &known.title) == (&source.id, &source.title) {
            return Ok(import);
        }
        Err(Error::BasisMismatch {
            reason: format!(
                "the vintage `{}` is of {}, and these figures are of {}",
                import.manifest().vintage,
                known.title,
                source.title
            ),
            remedy: "name a vintage of their own with --vintage".to_owned(),
        })
    }
}

/// The flows without the world as a partner, whose rows are sums of the others.
fn kept(table: &FlowTable, remarks: &mut Vec<String>) -> Result<Vec<Flow>> {
    let mut flows = table.flows()?;
    let met = flows.len();
    flows.retain(|flow| flow.exporter != WORLD && flow.importer != WORLD);
    if met > flows.len() {
        remarks.push(format!(
            "{} rows with the world as a partner are left out: a store sums partners itself",
            met - flows.len()
        ));
    }
    Ok(flows)
}

/// What the figures mean, and how many decimals keep them exact.
fn about(table: &FlowTable, flows: &[Flow], remarks: &mut Vec<String>) -> Result<About> {
    let [source] = table.sources() else {
        return Err(Error::BasisMismatch {
            reason: format!("the files are of {} sources", table.sources().len()),
            remedy: "import the files of each source as a vintage of their own".to_owned(),
        });
    };
    let basis = table.basis();
    Ok(About {
        currency: basis.currency.as_str().to_owned(),
        classification: basis.classification.clone().unwrap_or_default(),
        frequency: basis.frequency,
        decimals: decimals_of(flows, remarks),
        source: Source {
            sha256: String::new(),
            ..source.clone()
        },
        notes: table.notes().to_vec(),
    })
}
