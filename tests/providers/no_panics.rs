//! Every layout on every fixture, whole, cut and scratched: an error perhaps, never a panic.

use std::path::Path;

use bilat::providers::tables::tables;
use bilat::providers::text::document::Document;

#[test]
fn no_layout_panics_on_the_files_of_another_or_on_damaged_ones() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/providers");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            continue;
        }
        let whole = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        for step in 0..50 {
            let mut bytes = whole[..whole.len() * (step + 1) / 50].to_vec();
            for (at, scratch) in [
                (7 * step, b','),
                (31 * step, b'"'),
                (53 * step, b'\t'),
                (97 * step, b'\n'),
            ] {
                if step % 2 == 1
                    && let Some(byte) = bytes.get_mut(at)
                {
                    *byte = scratch;
                }
            }
            let document = Document::new(&name, bytes);
            for table in tables() {
                let mut door = crate::providers::door();
                table.recognises_header(&table.header(&document));
                if let Ok(grid) = table.grid(&document, &mut door) {
                    _ = table.read_grid(&grid, &document, &mut door);
                }
            }
        }
    }
}
