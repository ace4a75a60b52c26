//! Files brought into a store.

use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::raw_baci::{RawBaci, codes, unnamed};
use super::report::{FileReport, Report};
use super::{Options, load, matching};
use crate::error::{Error, Result};
use crate::model::column::{TOTAL, WORLD};
use crate::model::flow_table::{Flow, FlowTable};
use crate::model::period::{first_day, to_days};
use crate::model::source::{Kind, Side, Source};
use crate::store::dataset::{
    About, Added, Decimals, Import, Input, Intake, Row, Store, Watch, Wish, check_name,
};
use crate::store::raw::Row as RawRow;

/// What a store is filled from and how.
#[derive(Clone)]
pub struct Keep<'a> {
    pub store: Store,
    /// Name of the vintage; made of the source and its release if left out.
    pub vintage: Option<String>,
    /// Bytes that the work may take in all.
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
    /// # Errors
    /// As [`load`] and [`Import::add`]; the store is then as it was.
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
}

impl Keep<'_> {
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
            let added = import.add(&inputs, |intake| {
                let mut rows = RawRows::of(intake);
                let account = file.each_row(|row| rows.push(row))?;
                let strangers = rows.strangers;
                told.met = account.rows + account.rejects.count;
                told.rejected = account.rejects.count + strangers;
                told.kept = told.met - told.rejected;
                told.remarks = unnamed(&account.remarks(file.name()), file.name());
                if strangers > 0 {
                    told.remarks.push(format!(
                        "{strangers} rows name an area that is no country known here"
                    ));
                }
                intake.rejected(told.rejected);
                Ok(())
            })?;
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
        Import::begin(&self.store, wish)
    }
}

/// Rows of BACI on their way into a store, each number of an area and product looked up once.
struct RawRows<'a, 'b> {
    intake: &'a mut Intake<'b>,
    codes: Vec<Option<&'static str>>,
    areas: Vec<Option<u32>>,
    products: Vec<Option<u32>>,
    units: [u32; 2],
    year: (u16, i32),
    strangers: u64,
}

/// Products have six digits.
const PRODUCTS: usize = 1_000_000;

impl<'a, 'b> RawRows<'a, 'b> {
    fn of(intake: &'a mut Intake<'b>) -> Self {
        let codes = codes();
        Self {
            areas: vec![None; codes.len()],
            products: vec![None; PRODUCTS],
            units: [intake.unit(""), intake.unit("t")],
            year: (0, 0),
            strangers: 0,
            codes,
            intake,
        }
    }

    fn area(&mut self, number: u16) -> Option<u32> {
        let place = usize::from(number);
        if self.areas[place].is_none() {
            self.areas[place] = self.codes[place].map(|code| self.intake.area(code));
        }
        self.areas[place]
    }

    fn push(&mut self, row: &RawRow) -> Result<()> {
        let (Some(exporter), Some(importer)) = (self.area(row.exporter), self.area(row.importer))
        else {
            self.strangers += 1;
            return Ok(());
        };
        if self.year.0 != row.year {
            self.year = (row.year, to_days(first_day(i32::from(row.year))));
        }
        let place = row.product as usize;
        let product = match self.products[place] {
            Some(product) => product,
            None => {
                let product = self.intake.product(&format!("{:06}", row.product));
                self.products[place] = Some(product);
                product
            }
        };
        self.intake.push(Row {
            period: self.year.1,
            exporter,
            importer,
            side: Side::Reconciled,
            kind: Kind::Total,
            product,
            value: row.value,
            quantity: row.quantity,
            unit: self.units[usize::from(row.quantity.is_some())],
        })
    }
}

/// Name, size and SHA-256 of a file, for the manifest.
fn input(path: &Path) -> Result<Input> {
    let read = || -> std::io::Result<Input> {
        let mut file = std::fs::File::open(path)?;
        let (mut hash, mut bytes) = (Sha256::new(), 0);
        let mut buffer = vec![0; 1 << 18];
        loop {
            match file.read(&mut buffer)? {
                0 => break,
                read => {
                    hash.update(&buffer[..read]);
                    bytes += read as u64;
                }
            }
        }
        let name = path.file_name().unwrap_or(path.as_os_str());
        Ok(Input {
            name: name.to_string_lossy().into_owned(),
            bytes,
            sha256: hexadecimal(&hash.finalize()),
            version: String::new(),
            rows: 0,
            rejected: 0,
        })
    };
    read().map_err(|cause| Error::io("cannot read")(cause).in_file(path))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
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
    let decimals = Decimals {
        value: decimals(
            flows.iter().filter_map(|flow| flow.value),
            "values",
            remarks,
        ),
        quantity: decimals(
            flows.iter().filter_map(|flow| flow.quantity),
            "quantities",
            remarks,
        ),
    };
    Ok(About {
        currency: basis.currency.as_str().to_owned(),
        classification: basis.classification.clone().unwrap_or_default(),
        frequency: basis.frequency,
        decimals,
        source: Source {
            sha256: String::new(),
            ..source.clone()
        },
        notes: table.notes().to_vec(),
    })
}

/// More decimals than statistics have; what has more was computed.
const MOST_DECIMALS: u8 = 6;

/// The fewest decimals that keep every figure as it is written.
fn decimals(figures: impl Iterator<Item = f64>, what: &str, remarks: &mut Vec<String>) -> u8 {
    let mut most = 0;
    let mut rounded = 0_u64;
    for figure in figures {
        let needed = (0..=MOST_DECIMALS).find(|decimals| {
            let scale = 10f64.powi(i32::from(*decimals));
            (figure * scale).round() / scale == figure
        });
        match needed {
            Some(needed) => most = most.max(needed),
            None => rounded += 1,
        }
    }
    if rounded > 0 {
        most = MOST_DECIMALS;
        remarks.push(format!(
            "{rounded} {what} are rounded to {MOST_DECIMALS} decimals"
        ));
    }
    most
}

fn push(intake: &mut Intake<'_>, flow: &Flow, decimals: Decimals) -> Result<()> {
    let amount = |figure: Option<f64>, decimals: u8| {
        figure.map(|figure| (figure * 10f64.powi(i32::from(decimals))).round() as i64)
    };
    let row = Row {
        period: flow.period,
        exporter: intake.area(&flow.exporter),
        importer: intake.area(&flow.importer),
        side: flow.side,
        kind: flow.kind,
        product: intake.product(match flow.product.as_str() {
            "" => TOTAL,
            product => product,
        }),
        value: amount(flow.value, decimals.value),
        quantity: amount(flow.quantity, decimals.quantity),
        unit: intake.unit(&flow.quantity_unit),
    };
    intake.push(row)
}
