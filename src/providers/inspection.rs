//! What a file is, in a table that people and programs can read.

use std::collections::BTreeSet;

use polars::prelude::*;

use super::Loaded;
use crate::error::{Error, Result};
use crate::model::column::WORLD;
use crate::model::flow_table::Flow;
use crate::model::product;
use crate::model::table::{Caption, Table};
use crate::model::written;

/// Bytes that a flow takes in memory, once loaded: its columns, measured.
const BYTES_PER_ROW: usize = 60;

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
    let flows = loaded.flows.flows()?;
    let basis = loaded.flows.basis();
    let periods: BTreeSet<i32> = flows.iter().map(|flow| flow.period).collect();
    let period = |period: Option<&i32>| {
        period.map_or(String::new(), |&days| {
            written::period(days, basis.frequency)
        })
    };
    add(
        "periods",
        format!(
            "{} from {} to {}",
            periods.len(),
            period(periods.first()),
            period(periods.last())
        ),
    );
    add("unit", basis.unit());
    add(
        "classification",
        basis.classification.clone().unwrap_or_default(),
    );
    add("sides", words(&flows, |flow| flow.side.to_string()));
    add("kinds", words(&flows, |flow| flow.kind.to_string()));
    add("exporters", countries(&flows, |flow| &flow.exporter));
    add("importers", countries(&flows, |flow| &flow.importer));
    add("products", products(&flows));
    add(
        "figures missing in all",
        flows
            .iter()
            .filter(|flow| flow.value.is_none())
            .count()
            .to_string(),
    );
    for rule in &loaded.report.rules {
        add("rule", rule.clone());
    }
    add(
        "memory, once loaded",
        format!(
            "about {} MiB",
            (flows.len() * BYTES_PER_ROW).div_ceil(1 << 20)
        ),
    );
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

fn words(flows: &[Flow], of: impl Fn(&Flow) -> String) -> String {
    let words: BTreeSet<String> = flows.iter().map(of).collect();
    words.into_iter().collect::<Vec<_>>().join(", ")
}

/// How many countries, and which if they are few.
fn countries(flows: &[Flow], of: impl Fn(&Flow) -> &String) -> String {
    const FEW: usize = 12;
    let codes: BTreeSet<&String> = flows.iter().map(of).collect();
    let world = codes.iter().any(|code| *code == WORLD);
    let listed: Vec<&str> = codes.iter().map(|code| code.as_str()).take(FEW).collect();
    let rest = if codes.len() > FEW { ", …" } else { "" };
    let with = if world { ", the world among them" } else { "" };
    format!("{}{with}: {}{rest}", codes.len(), listed.join(", "))
}

fn products(flows: &[Flow]) -> String {
    let codes: BTreeSet<&String> = flows.iter().map(|flow| &flow.product).collect();
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
