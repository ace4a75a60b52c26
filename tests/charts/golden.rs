//! A few charts compared pixel by pixel with pictures that a person has looked at.
//!
//! After a wanted change: `UPDATE_GOLDEN=1 cargo test golden`, then look at `tests/charts/golden/`.

use std::path::{Path, PathBuf};

use super::given::{self, dollars, mark, run};
use bilat::charts::{Balance, Growth, Index, Lines, Look, Mark, Scene, Series, Theme, Words, png};

/// Elsewhere than on x86-64 this many pixels in a thousand may differ by more than [`SLIGHT`].
const FEW: usize = 1;
const SLIGHT: u8 = 2;

fn series(name: &str, key: &str, values: &[f64]) -> Series {
    Series {
        key: key.to_owned(),
        ..run(name, 2003, values)
    }
}

/// A wave that needs no sine, whose last bits differ between systems.
fn wave(count: usize, k: usize) -> Vec<f64> {
    (0..count)
        .map(|year| {
            let swing = ((year * (k + 2)) % 7) as f64 / 7.0;
            1e9 * (2.0 + k as f64 + year as f64 / 4.0 + swing)
        })
        .collect()
}

fn two(years: usize) -> Vec<Series> {
    let mut norway = wave(years, 0);
    norway[5] = f64::NAN;
    vec![
        series("China to Norway", "CHN", &wave(years, 2)),
        series("Norway to China", "NOR", &norway),
    ]
}

fn many(count: usize, years: usize) -> Vec<Series> {
    (0..count)
        .map(|k| series(&format!("Partner {}", k + 1), "", &wave(years, k)))
        .collect()
}

fn marks() -> Vec<Mark> {
    vec![
        mark(2010.77, None, "2010 Nobel Peace Prize"),
        mark(2010.8, Some(2016.96), "Diplomatic freeze"),
    ]
}

fn words(title: &str) -> Words {
    Words {
        title: title.to_owned(),
        notes: vec!["Values are invented.".to_owned()],
        ..given::words()
    }
}

fn lines(series: Vec<Series>, log: bool, theme: Theme) -> Scene {
    let chart = Lines {
        series,
        unit: dollars(),
        marks: marks(),
        words: words("Lines"),
        from_zero: true,
        log,
    };
    chart.scene(&look(theme)).expect("there is room")
}

fn index(theme: Theme) -> Scene {
    let mut series = two(14);
    for one in &mut series {
        let base = one.points[0].value;
        for point in &mut one.points {
            point.value = point
                .value
                .zip(base)
                .map(|(value, base)| value / base * 100.0);
        }
    }
    let chart = Index {
        series,
        base_label: "2003 = 100".to_owned(),
        marks: Vec::new(),
        words: words("Index"),
    };
    chart.scene(&look(theme)).expect("there is room")
}

fn growth(theme: Theme) -> Scene {
    let chart = Growth {
        series: vec![
            series("China to Norway", "CHN", &[0.21, 0.263, -0.04, 0.0, 0.15]),
            series(
                "Norway to China",
                "NOR",
                &[0.12, -0.31, f64::NAN, 0.4, 0.02],
            ),
        ],
        marks: Vec::new(),
        words: words("Growth"),
    };
    chart.scene(&look(theme)).expect("there is room")
}

fn balance(theme: Theme) -> Scene {
    let values = [3e9, 2e9, -1e9, -4e9, f64::NAN, -2e9, 1e9, 3e9, 4e9, -1e9];
    let chart = Balance {
        points: series("", "", &values).points,
        positive: "surplus".to_owned(),
        negative: "deficit".to_owned(),
        unit: dollars(),
        marks: Vec::new(),
        words: words("Balance"),
    };
    chart.scene(&look(theme)).expect("there is room")
}

fn look(theme: Theme) -> Look {
    Look {
        theme,
        width: 540,
        height: 400,
    }
}

fn cases() -> [(&'static str, Scene); 8] {
    [
        ("lines", lines(two(14), false, Theme::Light)),
        ("lines_dark", lines(many(12, 20), false, Theme::Dark)),
        ("lines_print", lines(many(6, 20), false, Theme::Print)),
        ("lines_log", lines(two(20), true, Theme::Light)),
        ("index_print", index(Theme::Print)),
        ("growth", growth(Theme::Light)),
        ("balance", balance(Theme::Light)),
        ("balance_dark", balance(Theme::Dark)),
    ]
}

/// Width, height and bytes of the pixels.
type Pixels = (u32, u32, Vec<u8>);

fn decoded(file: &[u8]) -> Pixels {
    let decoder = ::png::Decoder::new(std::io::Cursor::new(file));
    let mut reader = decoder.read_info().expect("a PNG");
    let size = reader.output_buffer_size().expect("a small picture");
    let mut bytes = vec![0; size];
    let info = reader.next_frame(&mut bytes).expect("a whole picture");
    (info.width, info.height, bytes)
}

/// How far one picture is from another, if too far.
fn unlike(drawn: &Pixels, golden: &Pixels) -> Option<String> {
    if (drawn.0, drawn.1) != (golden.0, golden.1) || drawn.2.len() != golden.2.len() {
        return Some(format!("{}x{} pixels", drawn.0, drawn.1));
    }
    let pixels = drawn.2.chunks(3).zip(golden.2.chunks(3));
    let differs = |by: u8| {
        let far = |(a, b): &(&[u8], &[u8])| a.iter().zip(*b).any(|(a, b)| a.abs_diff(*b) > by);
        pixels.clone().filter(far).count()
    };
    let (any, clear) = (differs(0), differs(SLIGHT));
    let exact = cfg!(target_arch = "x86_64");
    let allowed = pixels.len() * FEW / 1000;
    let too_far = if exact { any > 0 } else { clear > allowed };
    too_far.then(|| format!("{any} pixels differ, {clear} of them clearly"))
}

fn golden(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/charts/golden");
    folder.join(format!("{name}.png"))
}

#[test]
fn charts_look_as_they_did_when_a_person_last_looked() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut changed = Vec::new();
    for (name, scene) in cases() {
        let drawn = png(&scene, 1.0).expect("drawable");
        let path = golden(name);
        if update {
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(&path, drawn).expect("a writable folder");
            continue;
        }
        let kept = std::fs::read(&path).unwrap_or_else(|_| {
            panic!(
                "{} is missing; write it with UPDATE_GOLDEN=1",
                path.display()
            )
        });
        if let Some(how) = unlike(&decoded(&drawn), &decoded(&kept)) {
            let beside = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.png"));
            std::fs::write(&beside, drawn).expect("a writable folder");
            changed.push(format!("{name}: {how}; see {}", beside.display()));
        }
    }
    assert!(
        changed.is_empty(),
        "{}\nlook at both; if the change is wanted, set UPDATE_GOLDEN=1",
        changed.join("\n")
    );
}

#[test]
fn a_picture_with_one_pixel_changed_is_unlike() {
    let file = png(&growth(Theme::Light), 1.0).expect("drawable");
    let picture = decoded(&file);
    assert_eq!(unlike(&picture, &picture), None);
    let mut other = picture.clone();
    other.2[1000] ^= 1;
    assert_eq!(
        unlike(&other, &picture).is_some(),
        cfg!(target_arch = "x86_64")
    );
    for byte in other.2.iter_mut().take(9000) {
        *byte ^= 128;
    }
    assert!(unlike(&other, &picture).is_some());
}
