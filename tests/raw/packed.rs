//! Packed files give the answers of the plain ones, and damage is told.

use std::io::Write;

use bilat::store::raw::{By, RawFiles, Route};

use super::reference::{Folder, Plain, Style, made_up, open, picked, written};

fn gzip(text: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(text).expect("memory");
    packed.finish().expect("memory")
}

fn zstandard(text: &[u8]) -> Vec<u8> {
    let mut packed = zstd::stream::write::Encoder::new(Vec::new(), 1).expect("an encoder");
    // As the command does, so that damage is seen.
    packed.include_checksum(true).expect("a checksum");
    packed.write_all(text).expect("memory");
    packed.finish().expect("memory")
}

fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, text) in members {
        archive.start_file(*name, options).expect("memory");
        archive.write_all(text).expect("memory");
    }
    archive.finish().expect("memory").into_inner()
}

fn rows() -> Vec<Plain> {
    made_up(17, 60_000, 2001..=2010)
}

#[test]
fn packed_files_answer_as_plain_ones() {
    let rows = rows();
    let text = written(&rows, &Style::default());
    assert!(text.len() > 600_000, "more than two blocks");
    let folder = Folder::new();
    let (first, second) = text.split_at(text.len() / 3);
    let two = [gzip(first.as_bytes()), gzip(second.as_bytes())].concat();
    let paths = [
        folder.with("a.csv.gz", gzip(text.as_bytes())),
        folder.with("two.csv.gz", two),
        folder.with("a.csv.zst", zstandard(text.as_bytes())),
        folder.with("a.zip", zipped(&[("a.csv", text.as_bytes())])),
        folder.with("no-ending", gzip(text.as_bytes())),
    ];
    let plain = open(&[folder.with("a.csv", &text)]);
    for path in paths {
        let files = open(&[path]);
        let routes = [Route::pair(156, 842), Route::exports_of(4)];
        let answer = files.flows(&routes).expect("an answer");
        assert_eq!(answer.rows, picked(&rows, &routes));
        for by in [By::Pair, By::ExporterProduct] {
            assert_eq!(
                files.totals(by, true).expect("totals"),
                plain.totals(by, true).expect("totals")
            );
        }
    }
}

#[test]
fn the_members_of_a_zip_are_files_and_lists_are_refused() {
    let rows = rows();
    let of = |year: u16| -> String {
        let rows: Vec<Plain> = rows
            .iter()
            .filter(|row| row.year == year)
            .copied()
            .collect();
        written(&rows, &Style::default())
    };
    let (a, b) = (of(2001), of(2002));
    let members = [
        ("BACI_HS92_Y2001_V202301.csv", a.as_bytes()),
        (
            "country_codes_V202301.csv",
            b"country_code,country_name\n4,Afghanistan\n".as_slice(),
        ),
        ("BACI_HS92_Y2002_V202301.csv", b.as_bytes()),
    ];
    let folder = Folder::new();
    let path = folder.with("BACI_HS92_V202301.zip", zipped(&members));
    let (files, refused) = RawFiles::open(std::slice::from_ref(&path));
    assert_eq!(files.files().len(), 2);
    let name = format!("{}:country_codes_V202301.csv", path.display());
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].name, name);
    assert!(refused[0].error.to_string().starts_with(&name));
    let early: Vec<Plain> = rows.iter().filter(|row| row.year < 2003).copied().collect();
    let routes = [Route::pair(156, 842)];
    assert_eq!(
        files.flows(&routes).expect("rows").rows,
        picked(&early, &routes)
    );
}

#[test]
fn a_cut_archive_is_an_error() {
    let text = written(&rows(), &Style::default());
    let folder = Folder::new();
    for (name, packed) in [
        ("a.gz", gzip(text.as_bytes())),
        ("a.zst", zstandard(text.as_bytes())),
        ("a.zip", zipped(&[("a.csv", text.as_bytes())])),
    ] {
        for part in 0..40 {
            let cut = packed.len() * part / 40;
            let (files, refused) = RawFiles::open(&[folder.with(name, &packed[..cut])]);
            let told = refused.len() == 1 || files.totals(By::Pair, true).is_err();
            assert!(told, "{name} cut at {cut} of {}", packed.len());
        }
        let (files, refused) = RawFiles::open(&[folder.with(name, &packed[..packed.len() - 1])]);
        assert!(
            refused.len() == 1 || files.totals(By::Pair, true).is_err(),
            "{name} without its last byte"
        );
    }
}

#[test]
fn a_flipped_bit_is_an_error_or_changes_nothing() {
    let text = written(&made_up(17, 3_000, 2001..=2004), &Style::default());
    let folder = Folder::new();
    let plain = open(&[folder.with("a.csv", &text)])
        .totals(By::Pair, true)
        .expect("totals");
    for (name, packed) in [
        ("a.gz", gzip(text.as_bytes())),
        ("a.zst", zstandard(text.as_bytes())),
        ("a.zip", zipped(&[("a.csv", text.as_bytes())])),
    ] {
        for bit in (0..packed.len() * 8).step_by(packed.len() / 40) {
            let mut bad = packed.clone();
            bad[bit / 8] ^= 1 << (bit % 8);
            let (files, refused) = RawFiles::open(&[folder.with(name, &bad)]);
            if refused.is_empty()
                && let Ok(totals) = files.totals(By::Pair, true)
            {
                assert_eq!(totals, plain, "{name}, bit {bit}");
            }
        }
    }
}
