//! Nothing is silently short.

use std::fs::File;
use std::io::Write;

use bilat::store::raw::{By, RawFiles, Reject, Route};

use super::reference::{Folder, Style, made_up, open, written};

fn rejects(text: &str) -> Vec<(u64, String, String, String)> {
    let folder = Folder::new();
    let files = open(&[folder.with("a.csv", text)]);
    let (_, accounts) = files.totals(By::Pair, true).expect("totals");
    let answer = files
        .flows(&[Route::exports_of(4), Route::exports_of(8)])
        .expect("rows");
    let shown = |reject: &Reject| {
        assert!(reject.file.ends_with("a.csv"));
        (
            reject.line,
            reject.column.clone(),
            reject.text.clone(),
            reject.reason.clone(),
        )
    };
    let told: Vec<_> = accounts[0].rejects.first.iter().map(shown).collect();
    let of_flows: Vec<_> = answer.files[0].rejects.first.iter().map(shown).collect();
    assert_eq!(told, of_flows);
    assert_eq!(accounts[0].rejects.count, told.len() as u64);
    told
}

#[test]
fn each_row_that_cannot_be_read_is_told_with_its_place() {
    let text = "t,i,j,k,v,q\n\
        2001,4,8,010101,1.5,2\n\
        2001,4,8,010102,1.5\n\
        2001,4,8,010103,1.5,2,3\n\
        01,4,8,010104,1.5,2\n\
        2001,4,X,010105,1.5,2\n\
        2001,4,1000,010106,1.5,2\n\
        2001,4,8,0101,1.5,2\n\
        2001,4,8,010107,1 500,2\n\
        2001,4,8,010108,0.0005,2\n\
        2001,4,8,010109,1.5,much\n\
        2001,4,8,010110,\"1.5,2\n\
        \n\
        2001,4,8,010111,1.5,2\n";
    let place = |line, column: &str, text: &str, reason: &str| {
        (line, column.to_owned(), text.to_owned(), reason.to_owned())
    };
    let country = "is no country number of up to three digits";
    assert_eq!(
        rejects(text),
        [
            place(
                3,
                "",
                "2001,4,8,010102,1.5",
                "has 5 fields where the header has 6"
            ),
            place(
                4,
                "",
                "2001,4,8,010103,1.5,2,3",
                "has 7 fields where the header has 6"
            ),
            place(5, "t", "01", "is no year of four digits"),
            place(6, "j", "X", country),
            place(7, "j", "1000", country),
            place(8, "k", "0101", "is no product of six digits"),
            place(9, "v", "1 500", "is no number"),
            place(10, "v", "0.0005", "has more than three decimals"),
            place(11, "q", "much", "is no number"),
            place(
                12,
                "",
                "2001,4,8,010110,\"1.5,2",
                "has 5 fields where the header has 6"
            ),
        ]
    );
}

#[test]
fn kept_and_rejected_rows_are_all_there_are() {
    let mut lines: Vec<String> = written(&made_up(2, 3_000, 2001..=2001), &Style::default())
        .lines()
        .map(str::to_owned)
        .collect();
    let met = lines.len() as u64 - 1;
    for (at, line) in lines.iter_mut().enumerate().skip(1) {
        match at % 11 {
            0 => line.push(','),
            3 => line.insert(0, 'x'),
            5 => *line = line.replacen('.', "..", 1),
            _ => {}
        }
    }
    let folder = Folder::new();
    let files = open(&[folder.with("a.csv", lines.join("\n") + "\n")]);
    let (totals, accounts) = files.totals(By::ExporterProduct, true).expect("totals");
    let kept: u64 = totals.iter().map(|total| u64::from(total.sum.rows)).sum();
    assert!(accounts[0].rejects.count > 400);
    assert_eq!(kept, accounts[0].rows);
    assert_eq!(kept + accounts[0].rejects.count, met);
}

#[test]
fn rejects_of_every_thread_have_the_right_lines() {
    let rows = made_up(2, 400_000, 2001..=2100);
    let mut lines: Vec<String> = written(&rows, &Style::default())
        .lines()
        .map(str::to_owned)
        .collect();
    let bad: Vec<usize> = (50..lines.len()).step_by(9_973).collect();
    for at in &bad {
        lines[*at].push('x');
    }
    let folder = Folder::new();
    let text = lines.join("\n") + "\n";
    assert!(text.len() > 2 << 20);
    let files = open(&[folder.with("a.csv", text)]).with_threads(4.try_into().expect("some"));
    let (_, accounts) = files.totals(By::Pair, true).expect("totals");
    let told: Vec<usize> = accounts[0]
        .rejects
        .first
        .iter()
        .map(|one| one.line as usize - 1)
        .collect();
    assert_eq!(told, bad);
}

#[test]
fn a_truncated_last_line_is_told_wherever_it_was_cut() {
    let whole = "t,i,j,k,v,q\n2001,4,8,010101,1.5,2\n2001,4,8,010102,2500.25,\"   37.125\"\n";
    let folder = Folder::new();
    let last = whole.trim_end().rfind('\n').expect("lines") + 1;
    for cut in last + 1..whole.len() {
        let files = open(&[folder.with("a.csv", &whole[..cut])]);
        let (_, accounts) = files.totals(By::Pair, true).expect("totals");
        let account = &accounts[0];
        assert!(account.unended, "cut at {cut}");
        assert_eq!(account.rows + account.rejects.count, 2);
        assert!(account.remarks("a.csv")[0].contains("the file may be cut"));
    }
}

#[test]
fn a_file_that_grows_or_shrinks_while_it_is_read_is_an_error() {
    let text = written(&made_up(2, 3_000, 2001..=2001), &Style::default());
    let changes: [fn(&File); 3] = [
        |mut file| file.write_all(b"2001,4,8,010101,1,1\n").expect("written"),
        |file| file.set_len(20_000).expect("cut"),
        |file| {
            file.set_modified(std::time::SystemTime::UNIX_EPOCH)
                .expect("a time set")
        },
    ];
    for (nth, change) in changes.iter().enumerate() {
        let folder = Folder::new();
        let path = folder.with("a.csv", &text);
        let files = open(std::slice::from_ref(&path));
        change(&File::options().append(true).open(&path).expect("a file"));
        let error = files
            .flows(&[Route::pair(4, 8)])
            .expect_err("a change")
            .to_string();
        let told = match nth {
            1 => "the file became shorter while it was read",
            _ => "the file changed while it was read; run again when it is whole",
        };
        assert!(error.starts_with(&path.display().to_string()), "{error}");
        assert!(error.contains(told), "{error}");
        assert!(files.totals(By::Pair, true).is_err());
    }
}

#[test]
fn a_bisected_file_that_changes_is_an_error() {
    let text = written(&made_up(2, 3_000, 2001..=2001), &Style::default());
    let folder = Folder::new();
    let path = folder.with("a.csv", &text);
    let memory = bilat::store::raw::Memory::in_folder(folder.path().join("memory"));
    let files = open(std::slice::from_ref(&path)).with_memory(memory);
    files.flows(&[Route::pair(4, 8)]).expect("a pass");
    let mut file = File::options().append(true).open(&path).expect("a file");
    file.write_all(b"2001,4,8,010101,1,1\n").expect("written");
    let error = files.flows(&[Route::pair(4, 8)]).expect_err("a change");
    assert!(
        error.to_string().contains("changed while it was read"),
        "{error}"
    );
}

#[test]
fn files_that_are_not_bacis_are_refused_with_the_reason() {
    let cases = [
        (
            "t,i,j,k,v,q",
            "there is a header and not one row; check that the file is whole",
        ),
        (
            "t,i,j,k,v,q\n",
            "there is a header and not one row; check that the file is whole",
        ),
        (
            "t,i,j,k,q\n1",
            "column `v` is missing; found: t, i, j, k, q",
        ),
        (
            "t,i,j,k,hs6,v\n1",
            "columns `k` and `hs6` both mean `k`; keep one of them",
        ),
        (
            "country_code,country_name\n4,Afghanistan\n",
            "column `country_code` is none of BACI's t, i, j, k, v, q; the general readers take such files",
        ),
        (
            "",
            "column `` is none of BACI's t, i, j, k, v, q; the general readers take such files",
        ),
        (
            "t,i,j,k,v,q\r2001,4,8,010101,1,1\r",
            "column `q2001` is none of BACI's t, i, j, k, v, q; the general readers take such files",
        ),
    ];
    let folder = Folder::new();
    for (text, told) in cases {
        let path = folder.with("a.csv", text);
        let (files, refused) = RawFiles::open(std::slice::from_ref(&path));
        assert!(files.files().is_empty());
        assert_eq!(
            refused[0].error.to_string(),
            format!("{}: {told}", path.display())
        );
    }
    let gone = folder.path().join("gone.csv");
    let (_, refused) = RawFiles::open(std::slice::from_ref(&gone));
    assert!(
        refused[0]
            .error
            .to_string()
            .contains("gone.csv: cannot open: ")
    );
}

#[test]
fn a_file_without_line_ends_is_an_error_and_not_a_memory() {
    let folder = Folder::new();
    let text = "t,i,j,k,v,q\n2001,4,8,010101,1,".to_owned() + &" ".repeat(600_000) + "\n";
    let files = open(&[folder.with("a.csv", text)]);
    let error = files.totals(By::Pair, true).expect_err("a line too long");
    assert!(
        error
            .to_string()
            .contains("a line is longer than 262144 bytes"),
        "{error}"
    );
}

#[test]
fn sums_that_do_not_fit_are_an_error() {
    let folder = Folder::new();
    // Nine thousand trillion dollars a row.
    let row = "2001,4,8,010101,9007199254740.992,1\n";
    let files = open(&[folder.with("a.csv", "t,i,j,k,v,q\n".to_owned() + &row.repeat(1_100))]);
    for by in [By::Pair, By::ImporterProduct] {
        let error = files.totals(by, true).expect_err("a sum too large");
        assert!(
            error.to_string().contains("sums exceed what trade can be"),
            "{error}"
        );
    }
}

#[test]
fn more_products_than_there_can_be_are_an_error() {
    let folder = Folder::new();
    let rows: String = (100_000..165_600)
        .map(|product| format!("2001,4,8,{product},1,1\n"))
        .collect();
    let files = open(&[folder.with("a.csv", "t,i,j,k,v,q\n".to_owned() + &rows)]);
    let error = files
        .totals(By::ExporterProduct, false)
        .expect_err("too many");
    assert!(
        error.to_string().contains("more than 65,534 product codes"),
        "{error}"
    );
    assert!(files.totals(By::Pair, false).is_ok());
}

#[test]
fn without_quantities_a_bad_one_harms_nobody() {
    let folder = Folder::new();
    let text = "t,i,j,k,v,q\n2001,4,8,010101,1.5,much\n2001,4,8,010102,1.5,more\n2001,4,8,010103,1.5,2,3\n";
    let files = open(&[folder.with("a.csv", text)]);
    let (totals, accounts) = files.totals(By::Pair, false).expect("totals");
    assert_eq!(
        (totals[0].sum.value, totals[0].sum.without_quantity),
        (3_000, 2)
    );
    assert_eq!(accounts[0].rejects.count, 1);
    assert_eq!(
        files.totals(By::Pair, true).expect("totals").1[0]
            .rejects
            .count,
        3
    );
}
