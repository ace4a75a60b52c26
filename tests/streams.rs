//! The command as a process: what it does with its streams and with the files named to it.

use std::path::Path;
use std::process::{Command, Output};

fn bilat(arguments: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bilat"));
    command.args(arguments).current_dir(folder);
    command
}

fn folder(file: &str, text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(file), text).unwrap();
    folder
}

const TIDY: &str = "year,exporter,importer,value\n2003,NOR,CHN,5\n2004,NOR,CHN,6\n";

#[test]
#[cfg(target_os = "linux")]
fn remarks_that_cannot_be_told_stop_nothing() {
    let folder = folder("mine.csv", TIDY);
    let full = std::fs::File::create("/dev/full").unwrap();
    let Output { status, stdout, .. } = bilat(&["convert", "mine.csv"], folder.path())
        .stderr(full)
        .output()
        .unwrap();
    assert!(status.success());
    assert_eq!(String::from_utf8_lossy(&stdout).lines().count(), 3);
}

/// What the command says to standard error.
fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_result_never_replaces_the_file_it_is_made_from() {
    let folder = folder("mine.csv", TIDY);
    for (from, to) in [("mine.csv", "mine.csv"), ("m*.csv", "./mine.csv")] {
        let refused = bilat(&["convert", from, "-o", to], folder.path())
            .output()
            .unwrap();
        assert_eq!(refused.status.code(), Some(1));
        assert!(
            said(&refused).contains("would replace the file it is made from"),
            "{}",
            said(&refused)
        );
    }
    assert_eq!(
        std::fs::read_to_string(folder.path().join("mine.csv")).unwrap(),
        TIDY
    );
}

#[test]
fn convert_takes_the_currency_of_files_that_do_not_say_theirs() {
    let folder = folder("mine.csv", TIDY);
    let run = |arguments: &[&str]| {
        let output = bilat(arguments, folder.path()).output().unwrap();
        (
            String::from_utf8_lossy(&output.stdout).into_owned(),
            said(&output),
        )
    };
    let (rows, told) = run(&["convert", "mine.csv", "--currency", "NOK"]);
    assert!(rows.contains(",NOK,current"), "{rows}");
    assert!(
        told.contains("values taken as Norwegian kroner; the file does not say"),
        "{told}"
    );
    std::fs::write(
        folder.path().join("euros.csv"),
        TIDY.replace("value", "value_eur"),
    )
    .unwrap();
    let (rows, _) = run(&["convert", "euros.csv", "--currency", "NOK"]);
    assert!(rows.contains(",EUR,current"), "{rows}");
}

#[test]
fn notes_beside_the_data_of_an_archive_are_passed_by_and_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = std::fs::File::create(folder.path().join("x.zip")).unwrap();
    let mut zip = zip::ZipWriter::new(file);
    let codes = "country_code,country_iso3\n4,AFG\n";
    let notes = "Country Code,Region,SpecialNotes\nNOR,Europe,\n";
    for (name, text) in [
        ("README.txt", "These are figures of trade.\n"),
        ("Metadata_Country.csv", notes),
        ("country_codes_V202301.csv", codes),
        ("mine.csv", TIDY),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    let output = bilat(&["convert", "x.zip"], folder.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", said(&output));
    for name in [
        "README.txt",
        "Metadata_Country.csv",
        "country_codes_V202301.csv",
    ] {
        let told = format!("x.zip: {name}: notes or a list beside the data, not read");
        assert!(said(&output).contains(&told), "{}", said(&output));
    }
}
