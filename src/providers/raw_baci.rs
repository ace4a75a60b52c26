//! Files of BACI read past the door: their own bytes to whole dollars, for the flows asked for alone.
//!
//! What the figures mean is asked of the door, which reads the head of the first file; so both ways
//! give one basis and one source. Whatever is out of the ordinary (another layout, numbers of areas that
//! are no country, options about files) is left to the door.

use std::path::PathBuf;

use super::loading::{Loaded, load, load_documents};
use super::options::Options;
use super::report::{FileReport, Reject, Report};
use super::text::document::Document;
use crate::error::Result;
use crate::model::basis::Basis;
use crate::model::column::TOTAL;
use crate::model::flow_table::FlowTable;
use crate::model::intake::{Intake, Row};
use crate::model::period::{first_day, to_days};
use crate::model::place::{Place, Scheme, resolve};
use crate::model::source::{Kind, Side, Source};
use crate::store::raw::{Answer, Found, Memory, RawFiles, Route, Row as RawRow, Way};
use crate::store::{Asked, Detail};

/// Country numbers have three digits.
const COUNTRIES: u16 = 1000;

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
    let Some(routes) = routes(asked) else {
        return load(files, options);
    };
    let raw = RawBaci::open(files, options, memory)?;
    let loaded = raw
        .map(|raw| raw.load(&routes, asked.detail()))
        .transpose()?;
    match loaded.flatten() {
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
        let name = first.path().file_name().unwrap_or(first.path().as_os_str());
        let head = Document::new(&name.to_string_lossy(), first.head()?);
        let Ok(head) = load_documents([head], options) else {
            return Ok(None);
        };
        let [source] = head.flows.sources() else {
            return Ok(None);
        };
        Ok(Some(Self {
            basis: head.flows.basis().clone(),
            source: Source {
                sha256: String::new(),
                ..source.clone()
            },
            remarks: head
                .report
                .files
                .into_iter()
                .flat_map(|file| file.remarks)
                // Counts of the head alone; those of the whole follow.
                .filter(|remark| !remark.starts_with(|first: char| first.is_ascii_digit()))
                .collect(),
            files: match memory {
                Some(folder) => files.with_memory(Memory::in_folder(folder)),
                None => files,
            },
        }))
    }

    /// The flows of the routes; none if an area among them is no country, which the door tells.
    fn load(&self, routes: &[Route], detail: Detail) -> Result<Option<Loaded>> {
        let answer = self.files.flows(routes)?;
        let rows = match detail {
            Detail::Products => answer.rows.iter().map(|row| (*row, true)).collect(),
            Detail::Total => sums(&answer.rows),
        };
        let mut intake = Intake::default();
        let codes = codes();
        let source = intake.sources.number(&self.source.id);
        let (unit, none) = (intake.units.number("t"), intake.units.number(""));
        let (apart, total) = (intake.aparts.number(""), intake.products.number(TOTAL));
        for (row, each) in rows {
            let [exporter, importer] =
                [row.exporter, row.importer].map(|area| codes[usize::from(area)]);
            let (Some(exporter), Some(importer)) = (exporter, importer) else {
                return Ok(None);
            };
            let product = match each {
                true => intake.products.number(&format!("{:06}", row.product)),
                false => total,
            };
            let row = Row {
                source,
                exporter: intake.areas.number(exporter),
                importer: intake.areas.number(importer),
                side: Side::Reconciled,
                kind: Kind::Total,
                product,
                period: to_days(first_day(i32::from(row.year))),
                value: row.value.map(|value| value as f64),
                quantity: row.quantity.map(|quantity| quantity as f64 / KILOGRAMMES),
                quantity_unit: if row.quantity.is_some() { unit } else { none },
                apart,
                place: 0,
            };
            intake.rows.push(row);
        }
        let flows = FlowTable::from_intake(intake, self.basis.clone(), vec![self.source.clone()])?;
        Ok(Some(Loaded {
            flows,
            report: self.report(&answer),
        }))
    }

    fn report(&self, answer: &Answer) -> Report {
        let mut report = Report::default();
        for (place, found) in answer.files.iter().enumerate() {
            let mut remarks = match place {
                0 => self.remarks.clone(),
                _ => Vec::new(),
            };
            remarks.push(way(found));
            remarks.extend(unnamed(&found.remarks, &found.name));
            report.files.push(FileReport {
                file: found.name.clone(),
                provider: "baci",
                met: found.rows + found.rejects.count,
                kept: found.rows,
                rejected: found.rejects.count,
                remarks,
                ..FileReport::default()
            });
            report
                .rejects
                .extend(found.rejects.first.iter().map(|reject| Reject {
                    file: reject.file.clone(),
                    place: reject.line,
                    column: reject.column.clone(),
                    text: reject.text.clone(),
                    reason: reject.reason.clone(),
                }));
        }
        if answer.repeated > 0 {
            report
                .rules
                .push(format!("{} exact repetitions dropped", answer.repeated));
        }
        report
    }
}

/// Remarks without the name of the file in front, which a report puts there.
pub(super) fn unnamed(remarks: &[String], name: &str) -> Vec<String> {
    let start = format!("{name}: ");
    let bare = |remark: &String| remark.strip_prefix(&start).unwrap_or(remark).to_owned();
    remarks.iter().map(bare).collect()
}

fn way(found: &Found) -> String {
    match found.way {
        Way::Bisected { probes } => {
            format!("the rows asked for were found by {probes} probes, as the file is sorted")
        }
        Way::Scanned { lines } => format!("the rows asked for were found among all {lines} lines"),
    }
}

/// Values summed over products, exactly; quantities are of different goods and have no sum.
fn sums(rows: &[RawRow]) -> Vec<(RawRow, bool)> {
    let key = |row: &RawRow| (row.year, row.exporter, row.importer);
    let groups = rows.chunk_by(|a, b| key(a) == key(b));
    let sum = |group: &[RawRow]| {
        let known = group.iter().filter_map(|row| row.value);
        let any = group.iter().any(|row| row.value.is_some());
        let row = RawRow {
            product: 0,
            value: any.then(|| known.sum()),
            quantity: None,
            ..group[0]
        };
        (row, false)
    };
    groups.map(sum).collect()
}

/// The routes that hold all that is asked for; none where that is everything.
fn routes(asked: &Asked) -> Option<Vec<Route>> {
    let numbers =
        |codes: &[String]| -> Vec<u16> { codes.iter().flat_map(|code| numbers(code)).collect() };
    match asked {
        Asked::Everything | Asked::Pairs => None,
        Asked::Among { codes, .. } => {
            let all = numbers(codes);
            let pairs = all
                .iter()
                .flat_map(|from| all.iter().map(move |to| (*from, *to)));
            Some(pairs.map(|(from, to)| Route::pair(from, to)).collect())
        }
        Asked::From { codes, .. } => {
            Some(numbers(codes).into_iter().map(Route::exports_of).collect())
        }
        Asked::Into { codes, .. } => {
            Some(numbers(codes).into_iter().map(Route::imports_of).collect())
        }
    }
}

fn code(number: u16) -> Option<&'static str> {
    match resolve(&number.to_string(), Scheme::Number)? {
        Place::Country(country) => Some(&country.today().code),
        Place::World | Place::Group(_) => None,
    }
}

/// The code of every number that BACI can have.
pub(super) fn codes() -> Vec<Option<&'static str>> {
    (0..COUNTRIES).map(code).collect()
}

/// Every number of a country: that of today, and those of its earlier extents.
fn numbers(wanted: &str) -> Vec<u16> {
    (0..COUNTRIES)
        .filter(|number| code(*number) == Some(wanted))
        .collect()
}
