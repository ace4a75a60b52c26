//! What a file is, in a table that people and programs can read.

use std::collections::BTreeSet;

use polars::prelude::*;

use super::loading::Loaded;
use crate::error::{Error, Result};
use crate::model::column::{EXPORTER, IMPORTER, KIND, PERIOD, PRODUCT, SIDE, VALUE, WORLD};
use crate::model::flow_table::FlowTable;
use crate::model::product;
use crate::model::table::{Caption, Table};
use crate::model::written;

/// Bytes that a flow takes in memory, once loaded: its columns, measured.
const BYTES_PER_ROW: usize = 60;
/// Bytes that a flow takes beside the file it is read from, at the height of loading: measured on
/// three million rows.
const BYTES_PER_ROW_READ: usize = 110;

/// Everything that was understood of what was loaded, one property a row.
///
/// Columns: `file`, `property`, `value`.
///
/// # Errors
/// [`Error::Frame`] if the flows cannot be collected.
pub fn inspection(loaded: &Loaded) -> Result<Table> {
    let mut rows: Vec<[String; 3]> = Vec::new();
    for file in &loaded.report.files {
        let mut add = |property: &str, value: String| {
            if !value.is_empty() {
                rows.push([file.file.clone(), property.to_owned(), value]);
            }
        };
        add("layout", file.provider.to_owned());
        add("encoding", file.encoding.clone());
        add("bytes, unpacked", file.bytes.to_string());
        add("sha256", file.sha256.clone());
        add("rows", file.met.to_string());
        add("rows kept", file.kept.to_string());
        add("rows rejected", file.rejected.to_string());
        for (reason, count) in &file.left_out {
            add("rows left out", format!("{count}: {reason}"));
        }
        for (mark, count) in &file.missing {
            add("figures missing", format!("{count}: marked {mark}"));
        }
        for remark in &file.remarks {
            add("remark", remark.clone());
        }
    }
    let all = if loaded.report.files.len() > 1 {
        "all files"
    } else {
        ""
    };
    let whole = loaded
        .report
        .files
        .first()
        .map_or("", |file| file.file.as_str());
    let name = if all.is_empty() { whole } else { all };
    let mut add = |property: &str, value: String| {
        if !value.is_empty() {
            rows.push([name.to_owned(), property.to_owned(), value]);
        }
    };
    let basis = loaded.flows.basis();
    let heard = Heard::of(&loaded.flows).map_err(Error::frame("describing files"))?;
    let period = |days: Option<i32>| {
        days.map_or(String::new(), |days| written::period(days, basis.frequency))
    };
    add(
        "periods",
        format!(
            "{} from {} to {}",
            heard.periods.len(),
            period(heard.periods.first().copied()),
            period(heard.periods.last().copied())
        ),
    );
    add("unit", basis.unit());
    add(
        "classification",
        basis.classification.clone().unwrap_or_default(),
    );
    add("sides", heard.sides.join(", "));
    add("kinds", heard.kinds.join(", "));
    add("exporters", countries(&heard.exporters));
    add("importers", countries(&heard.importers));
    add("products", products(&heard.products));
    add("figures missing in all", heard.missing.to_string());
    for rule in &loaded.report.rules {
        add("rule", rule.clone());
    }
    let mib = |bytes: usize| format!("about {} MiB", bytes.div_ceil(1 << 20));
    add("memory, once loaded", mib(heard.rows * BYTES_PER_ROW));
    // Files are read one after the other, so the largest of them stands beside all rows.
    let files = loaded.report.files.iter();
    let largest = files.map(|file| file.bytes as usize).max().unwrap_or(0);
    let reading = mib(largest + heard.rows * BYTES_PER_ROW_READ);
    add("memory, while reading", reading);
    let column = |name: &str, of: usize| {
        Column::new(
            name.into(),
            rows.iter().map(|row| row[of].as_str()).collect::<Vec<_>>(),
        )
    };
    let data = DataFrame::new_infer_height(vec![
        column("file", 0),
        column("property", 1),
        column("value", 2),
    ])
    .map_err(Error::frame("describing files"))?;
    Ok(Table {
        data,
        caption: Caption::titled("What was understood"),
    })
}

/// What the flows hold, found column by column, so that no row is spelled out.
struct Heard {
    rows: usize,
    missing: usize,
    periods: Vec<i32>,
    sides: Vec<String>,
    kinds: Vec<String>,
    exporters: Vec<String>,
    importers: Vec<String>,
    products: Vec<String>,
}

impl Heard {
    fn of(flows: &FlowTable) -> PolarsResult<Self> {
        let frame = flows.lazy().collect()?;
        let distinct = |name: &str| -> PolarsResult<Vec<String>> {
            let column = frame.column(name)?.unique()?.cast(&DataType::String)?;
            let mut words: Vec<String> =
                column.str()?.iter().flatten().map(str::to_owned).collect();
            words.sort_unstable();
            Ok(words)
        };
        let periods = frame.column(PERIOD)?.unique()?.cast(&DataType::Int32)?;
        let mut periods: Vec<i32> = periods.i32()?.iter().flatten().collect();
        periods.sort_unstable();
        Ok(Self {
            rows: frame.height(),
            missing: frame.column(VALUE)?.null_count(),
            periods,
            sides: distinct(SIDE)?,
            kinds: distinct(KIND)?,
            exporters: distinct(EXPORTER)?,
            importers: distinct(IMPORTER)?,
            products: distinct(PRODUCT)?,
        })
    }
}

/// How many countries, and which if they are few.
fn countries(codes: &[String]) -> String {
    const FEW: usize = 12;
    let world = codes.iter().any(|code| code == WORLD);
    let listed: Vec<&str> = codes.iter().map(String::as_str).take(FEW).collect();
    let rest = if codes.len() > FEW { ", …" } else { "" };
    let with = if world { ", the world among them" } else { "" };
    format!("{}{with}: {}{rest}", codes.len(), listed.join(", "))
}

fn products(codes: &[String]) -> String {
    let levels: BTreeSet<String> = codes
        .iter()
        .map(|code| {
            product::level(code).map_or("no HS level".to_owned(), |level| {
                format!("{level:?}").to_lowercase()
            })
        })
        .collect();
    format!(
        "{} ({})",
        codes.len(),
        levels.into_iter().collect::<Vec<_>>().join(", ")
    )
}
