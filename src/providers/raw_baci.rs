//! Files of BACI read past the door: their own bytes to whole dollars, for the flows asked for alone.
//!
//! What the figures mean is asked of the door, which reads the head of the first file; so both ways
//! give one basis and one source. Whatever is out of the ordinary (another layout, numbers of areas that
//! are no country, options about files) is left to the door.

mod account;
mod areas;

use std::path::{Path, PathBuf};

use super::loading::{Loaded, load, load_documents};
use super::options::Options;

use super::text::document::Document;
use crate::error::Result;
use crate::model::basis::Basis;
use crate::model::column::TOTAL;
use crate::model::flow_table::FlowTable;
use crate::model::intake::{Intake, Row};
use crate::model::period::{Years, first_day, to_days};
use crate::model::source::{Kind, Side, Source};
use crate::store::raw::{Account, By, Memory, Order, RawFile, RawFiles, Route, Row as RawRow};
use crate::store::{Asked, Detail};
pub(super) use account::{listed, unnamed};
use account::{report, report_of_whole};
pub(super) use areas::codes;
use areas::routes;

/// Digits of BACI's products.
const DIGITS: u8 = 6;
/// BACI's quantities are tonnes, read as kilogrammes.
const KILOGRAMMES: f64 = 1000.0;

/// Files of BACI, and what their figures mean.
pub(super) struct RawBaci {
    pub files: RawFiles,
    pub basis: Basis,
    pub source: Source,
    remarks: Vec<String>,
}

/// Loads what bears on `asked`: of sorted files of BACI only the bytes of it, of others all.
///
/// What was learnt of the order of files is kept in `memory`, a folder.
///
/// # Errors
/// As [`load`]; [`Error::NothingLeft`](crate::Error::NothingLeft) if no file has such a flow.
pub fn load_asked(
    files: &[PathBuf],
    options: &Options,
    asked: &Asked,
    memory: Option<PathBuf>,
) -> Result<Loaded> {
    let loaded = match RawBaci::open(files, options, memory)? {
        Some(raw) => raw.answer(asked)?,
        None => None,
    };
    match loaded {
        Some(loaded) => Ok(loaded),
        None => load(files, options),
    }
}

impl RawBaci {
    /// Opens the files; none unless all are BACI's and the options leave them as they are.
    pub fn open(
        files: &[PathBuf],
        options: &Options,
        memory: Option<PathBuf>,
    ) -> Result<Option<Self>> {
        if options.says_anything() {
            return Ok(None);
        }
        let mut paths = Vec::new();
        for name in files {
            paths.extend(super::matching(name)?);
        }
        if paths.iter().any(|path| !path.is_file()) {
            return Ok(None);
        }
        let (files, refused) = RawFiles::open(&paths);
        let Some(first) = files.files().first().filter(|_| refused.is_empty()) else {
            return Ok(None);
        };
        let Some((basis, source, remarks)) = meaning(first, options)? else {
            return Ok(None);
        };
        for file in &files.files()[1..] {
            // Another revision or release is another data set, which the door must see.
            match meaning(file, options)? {
                Some((own, whose, _)) if own == basis && whose == source => {}
                _ => return Ok(None),
            }
        }
        Ok(Some(Self {
            basis,
            source,
            remarks,
            files: match memory {
                Some(folder) => files.with_memory(Memory::in_folder(folder)),
                None => files,
            },
        }))
    }

    /// What bears on a question; none where the door must read.
    fn answer(&self, asked: &Asked) -> Result<Option<Loaded>> {
        match (asked, routes(asked)) {
            (Asked::Pairs { years }, _) => self.pairs(*years),
            (_, Some(routes)) => self.load(&routes, asked.detail()),
            (_, None) => Ok(None),
        }
    }

    /// The flows of the routes; none if a row cannot be read or an area is no country, which the door
    /// may read all the same and tells.
    fn load(&self, routes: &[Route], detail: Detail) -> Result<Option<Loaded>> {
        let answer = self.files.flows(routes)?;
        if answer.files.iter().any(|found| found.rejects.count > 0) {
            return Ok(None);
        }
        let flows = match detail {
            Detail::Products => self.table(answer.rows.iter().copied(), |row| {
                format!("{:06}", row.product)
            })?,
            Detail::Total => self.table(sums(&answer.rows, 0), |_| TOTAL.to_owned())?,
            Detail::Digits(digits) => {
                let digits = digits.min(DIGITS);
                self.table(sums(&answer.rows, digits), |row| {
                    format!("{:01$}", row.product, usize::from(digits))
                })?
            }
        };
        let Some(mut flows) = flows else {
            return Ok(None);
        };
        let missing = answer.rows.iter().filter(|row| row.value.is_none());
        let (rows, missing) = (answer.rows.len() as u64, missing.count() as u64);
        if let Some(sums) = detail.sums() {
            flows.remark_sums(&sums, rows, missing);
        }
        let report = report(&answer, &self.remarks);
        Ok(Some(Loaded { flows, report }))
    }

    /// The totals of every pair; none as with [`load`](Self::load), and where repeated rows would be
    /// counted twice.
    fn pairs(&self, years: Years) -> Result<Option<Loaded>> {
        let (totals, accounts) = self.files.totals(By::Pair, false)?;
        let whole =
            |account: &Account| account.rejects.count == 0 && account.order == Order::Ascending;
        if !accounts.iter().all(whole) {
            return Ok(None);
        }
        let (mut rows, mut missing) = (0, 0);
        let asked = totals
            .into_iter()
            .filter(|total| years.contains(i32::from(total.year)));
        let totals = asked.map(|total| {
            rows += u64::from(total.sum.rows);
            missing += u64::from(total.without_value);
            RawRow {
                year: total.year,
                exporter: total.first,
                importer: total.second as u16,
                product: 0,
                value: (total.without_value < total.sum.rows).then_some(total.sum.value),
                quantity: None,
            }
        });
        let Some(mut flows) = self.table(totals, |_| TOTAL.to_owned())? else {
            return Ok(None);
        };
        flows.remark_sums("totals", rows, missing);
        let report = report_of_whole(self.files.files(), &accounts, &self.remarks);
        Ok(Some(Loaded { flows, report }))
    }

    /// Rows as flows; none if an area is no country.
    fn table(
        &self,
        rows: impl Iterator<Item = RawRow>,
        product: impl Fn(&RawRow) -> String,
    ) -> Result<Option<FlowTable>> {
        let mut intake = Intake::default();
        let codes = codes();
        let source = intake.sources.number(&self.source.id);
        let (unit, none) = (intake.units.number("t"), intake.units.number(""));
        let apart = intake.aparts.number("");
        let mut last = (u32::MAX, 0);
        for row in rows {
            let [exporter, importer] =
                [row.exporter, row.importer].map(|area| codes[usize::from(area)]);
            let (Some(exporter), Some(importer)) = (exporter, importer) else {
                return Ok(None);
            };
            if last.0 != row.product {
                last = (row.product, intake.products.number(&product(&row)));
            }
            let row = Row {
                source,
                exporter: intake.areas.number(exporter),
                importer: intake.areas.number(importer),
                side: Side::Reconciled,
                kind: Kind::Total,
                product: last.1,
                period: to_days(first_day(i32::from(row.year))),
                value: row.value.map(|value| value as f64),
                quantity: row.quantity.map(|quantity| quantity as f64 / KILOGRAMMES),
                quantity_unit: if row.quantity.is_some() { unit } else { none },
                apart,
                place: 0,
            };
            intake.rows.push(row);
        }
        let sources = vec![self.source.clone()];
        FlowTable::from_intake(intake, self.basis.clone(), sources).map(Some)
    }
}

/// What the figures of a file mean, asked of the door by its header and first row, and what it tells
/// of them; none if it is not sure.
fn meaning(file: &RawFile, options: &Options) -> Result<Option<(Basis, Source, Vec<String>)>> {
    // Revision and release stand in the name, of a zip in that of its member.
    let name = Path::new(file.name().rsplit(": ").next().unwrap_or(file.name()));
    let name = name.file_name().unwrap_or(name.as_os_str());
    let head = Document::new(&name.to_string_lossy(), file.head()?);
    let Ok(head) = load_documents([head], options) else {
        return Ok(None);
    };
    let [source] = head.flows.sources() else {
        return Ok(None);
    };
    let source = Source {
        sha256: String::new(),
        ..source.clone()
    };
    let remarks = head.report.files.into_iter().flat_map(|file| file.remarks);
    // Counts are of the head alone; those of the whole follow.
    let remarks =
        remarks.filter(|remark| !remark.starts_with(|first: char| first.is_ascii_digit()));
    Ok(Some((
        head.flows.basis().clone(),
        source,
        remarks.collect(),
    )))
}

/// Values summed over products that begin alike, exactly; quantities are of different goods and have
/// no sum.
fn sums(rows: &[RawRow], digits: u8) -> impl Iterator<Item = RawRow> {
    let scale = 10_u32.pow(u32::from(DIGITS - digits));
    let key = move |row: &RawRow| (row.year, row.exporter, row.importer, row.product / scale);
    let groups = rows.chunk_by(move |a, b| key(a) == key(b));
    groups.map(move |group| {
        let known = group.iter().filter_map(|row| row.value);
        let any = group.iter().any(|row| row.value.is_some());
        RawRow {
            product: group[0].product / scale,
            value: any.then(|| known.sum()),
            quantity: None,
            ..group[0]
        }
    })
}
