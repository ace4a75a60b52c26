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
