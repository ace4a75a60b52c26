//! What became of the rows of BACI's files, as reports say it.

use crate::providers::report::{FileReport, Reject, Report};
use crate::store::raw::{Account, Answer, Found, RawFile, Rejects, Way};

/// The account of an answer; `remarks` are about all files and stand with the first.
pub fn report(answer: &Answer, remarks: &[String]) -> Report {
    let mut report = Report::default();
    for (place, found) in answer.files.iter().enumerate() {
        let mut remarks = match place {
            0 => remarks.to_vec(),
            _ => Vec::new(),
        };
        remarks.push(way(found));
        remarks.extend(unnamed(&found.remarks, &found.name));
        report.files.push(FileReport {
            file: found.name.clone(),
            provider: "baci",
            met: found.rows,
            kept: found.rows,
            remarks,
            ..FileReport::default()
        });
    }
    if answer.repeated > 0 {
        report
            .rules
            .push(format!("{} exact repetitions dropped", answer.repeated));
    }
    report
}

/// The account of files that were read whole.
pub fn report_of_whole(files: &[RawFile], accounts: &[Account], remarks: &[String]) -> Report {
    let each = files.iter().zip(accounts).enumerate();
    let files = each.map(|(place, (file, account))| {
        let mut remarks = match place {
            0 => remarks.to_vec(),
            _ => Vec::new(),
        };
        remarks.extend(unnamed(&account.remarks(file.name()), file.name()));
        FileReport {
            file: file.name().to_owned(),
            provider: "baci",
            met: account.rows,
            kept: account.rows,
            remarks,
            ..FileReport::default()
        }
    });
    Report {
        files: files.collect(),
        ..Report::default()
    }
}

/// Rejected rows as reports list them.
pub fn listed(rejects: Rejects, file: &str) -> Vec<Reject> {
    let first = rejects.first.into_iter();
    let listed = first.map(|reject| Reject {
        file: file.to_owned(),
        place: reject.line,
        column: reject.column,
        text: reject.text,
        reason: reject.reason,
    });
    listed.collect()
}

/// Remarks without the name of the file in front, which a report puts there.
pub fn unnamed(remarks: &[String], name: &str) -> Vec<String> {
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
