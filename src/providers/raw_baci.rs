//! Files of BACI read past the door: their own bytes to whole dollars, for the flows asked for alone.
//!
//! What the figures mean is asked of the door, which reads the head of the first file; so both ways
//! give one basis and one source. Whatever is out of the ordinary (another layout, numbers of areas that
//! are no country, options about files) is left to the door.

mod account;
mod areas;
mod figures;
mod yearly;

use std::path::{Path, PathBuf};

use super::loading::{Loaded, load, load_documents};
use super::options::Options;

use super::text::document::Document;
use crate::error::Result;
use crate::model::basis::Basis;
use crate::model::period::Years;
use crate::model::source::Source;
use crate::store::raw::{Account, By, Memory, Order, RawFile, RawFiles, Route, Row as RawRow};
use crate::store::{Asked, Detail};
pub(super) use account::{listed, unnamed};
use account::{report, report_of_whole};
pub(super) use areas::codes;
use areas::routes;
use figures::Figures;
pub use yearly::each_year;
use yearly::ways;

/// Digits of BACI's products.
const DIGITS: u8 = 6;
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
            (Asked::Pairs { years }, _) => self.sums(&[By::Pair], *years),
            (Asked::ByProduct { years, .. }, _) => {
                self.sums(&ways(asked).unwrap_or_default(), *years)
            }
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
        let mut figures = Figures::new(&self.source.id);
        let (rows, digits) = match detail {
            Detail::Products => (answer.rows.clone(), DIGITS),
            Detail::Total => (sums(&answer.rows, 0), 0),
            Detail::Digits(digits) => {
                let digits = digits.min(DIGITS);
                (sums(&answer.rows, digits), digits)
            }
        };
        for row in &rows {
            let areas = [Some(row.exporter), Some(row.importer)];
            let product = (detail != Detail::Total).then_some((row.product, digits));
            if !figures.push(row.year, areas, product, row.value, row.quantity) {
                return Ok(None);
            }
        }
        let mut flows = figures.table(self)?;
        let missing = answer.rows.iter().filter(|row| row.value.is_none());
        let (rows, missing) = (answer.rows.len() as u64, missing.count() as u64);
        if let Some(sums) = detail.sums() {
            flows.remark_sums(&sums, rows, missing);
        }
        let report = report(&answer, &self.remarks);
        Ok(Some(Loaded { flows, report }))
    }

    /// Totals of every row; none as with [`load`](Self::load), and where repeated rows would be counted
    /// twice.
    fn sums(&self, ways: &[By], years: Years) -> Result<Option<Loaded>> {
        let mut figures = Figures::new(&self.source.id);
        let (mut rows, mut missing) = (0, 0);
        let mut accounts = Vec::new();
        for by in ways {
            let (totals, read) = self.files.totals(*by, false)?;
            let whole =
                |account: &Account| account.rejects.count == 0 && account.order == Order::Ascending;
            if !read.iter().all(whole) {
                return Ok(None);
            }
            accounts = read;
            let Some([all, without]) = figures.push_totals(&totals, *by, years) else {
                return Ok(None);
            };
            rows += all;
            missing += without;
        }
        let mut flows = figures.table(self)?;
        let sums = match ways {
            [By::Pair] => "totals",
            _ => "partners together",
        };
        flows.remark_sums(sums, rows, missing);
        let report = report_of_whole(self.files.files(), &accounts, &self.remarks);
        Ok(Some(Loaded { flows, report }))
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
fn sums(rows: &[RawRow], digits: u8) -> Vec<RawRow> {
    let scale = 10_u32.pow(u32::from(DIGITS - digits));
    let key = move |row: &RawRow| (row.year, row.exporter, row.importer, row.product / scale);
    let groups = rows.chunk_by(move |a, b| key(a) == key(b));
    let sum = |group: &[RawRow]| {
        let known = group.iter().filter_map(|row| row.value);
        let any = group.iter().any(|row| row.value.is_some());
        RawRow {
            product: group[0].product / scale,
            value: any.then(|| known.sum()),
            quantity: None,
            ..group[0]
        }
    };
    groups.map(sum).collect()
}
