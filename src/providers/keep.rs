//! Files brought into a store.

mod exact;
mod input;
mod rows;

use std::path::PathBuf;

use super::raw_baci::{RawBaci, listed, unnamed};
use super::report::{FileReport, Report};
use super::{Options, load, matching};
use crate::error::{Error, Result};
use crate::model::column::WORLD;
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::source::Source;
use crate::store::dataset::{
    About, Added, Decimals, Import, Input, Store, Watch, Wish, check_name,
};
use exact::{decimals_of, push};
use input::input;
use rows::RawRows;

/// What a store is filled from and how.
#[derive(Clone)]
pub struct Keep<'a> {
    pub store: Store,
    /// Name of the vintage; that of the source if left out.
    pub vintage: Option<String>,
    /// Bytes that bringing rows into the store may take.
    pub memory: u64,
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
    /// before the next begins. Others are loaded whole first, whatever that takes, and come in together.
    ///
    /// # Errors
    /// As [`load`] and [`Import::add`]; what was not finished is then as it was.
    pub fn files(&self, files: &[PathBuf], options: &Options) -> Result<Kept> {
        let mut paths = Vec::new();
        for name in files {
            paths.extend(matching(name)?);
        }
        if let Some(raw) = RawBaci::open(files, options, None)? {
            return self.raw(&raw);
        }
        let inputs: Vec<Input> = paths
            .iter()
            .map(|path| input(path))
            .collect::<Result<_>>()?;
        let loaded = load(files, options)?;
        let mut remarks = Vec::new();
        let flows = kept(&loaded.flows, &mut remarks)?;
        let about = about(&loaded.flows, &flows, &mut remarks)?;
        let decimals = about.decimals;
        let mut import = self.begin(about)?;
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
        let mut import = self.begin(about)?;
        let mut kept = Kept {
            vintage: import.manifest().vintage.clone(),
            added: Vec::new(),
            report: Report::default(),
            remarks: Vec::new(),
        };
        for file in raw.files.files() {
            let inputs = [input(file.path())?];
            let mut told = FileReport {
                file: file.name().to_owned(),
                provider: "baci",
                ..FileReport::default()
            };
            let mut rejects = Vec::new();
            let added = import.add(&inputs, |intake| {
                let mut rows = RawRows::of(intake);
                let account = file.each_row(|row, line| rows.push(row, line))?;
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
            rejects.sort_by_key(|reject| reject.place);
            kept.report.rejects.extend(rejects);
            kept.added.push(added);
            kept.report.files.push(told);
        }
        Ok(kept)
    }

    fn begin(&self, about: About) -> Result<Import<'_>> {
        let vintage = self
            .vintage
            .clone()
            .unwrap_or_else(|| about.source.id.clone());
        check_name(&vintage)?;
        let wish = Wish {
            vintage,
            about,
            memory: self.memory,
            replace: self.replace,
            watch: self.watch,
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
