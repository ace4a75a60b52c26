//! A font added by the program. It serves the whole process, so no other test draws its one letter.

use bilat::charts::scene::{Role, Scene};
use bilat::charts::{Lines, Look, Point, Series, Unit, Words, add_font, png};

/// A TrueType font of one letter, 中: a square of 500 units in an advance of 1000, the em.
fn one_letter() -> Vec<u8> {
    let be = |words: &[i32]| -> Vec<u8> {
        words
            .iter()
            .flat_map(|word| (*word as u16).to_be_bytes())
            .collect()
    };
    let head = be(&[
        1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500, 500, 0, 8, 2,
        0, 0,
    ]);
    let hhea = be(&[
        1, 0, 900, -100, 0, 1000, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, 2,
    ]);
    let maxp = be(&[1, 0, 2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    let hmtx = be(&[1000, 0, 1000, 0]);
    // Format 4: one segment for U+4E2D, one that ends the table.
    let cmap = be(&[
        0,
        1,
        3,
        1,
        0,
        12,
        4,
        32,
        0,
        4,
        4,
        1,
        0,
        0x4e2d,
        0xffff,
        0,
        0x4e2d,
        0xffff,
        1 - 0x4e2d,
        1,
        0,
        0,
    ]);
    // Four corners on the curve, as words: x 0, 0, +500, 0 and y 0, +500, 0, −500.
    let mut glyf = be(&[1, 0, 0, 500, 500, 3, 0]);
    glyf.extend([1, 1, 1, 1]);
    glyf.extend(be(&[0, 0, 500, 0, 0, 500, 0, -500]));
    let loca = be(&[0, 0, glyf.len() as i32 / 2]);
    let tables: [(&[u8; 4], Vec<u8>); 7] = [
        (b"cmap", cmap),
        (b"glyf", glyf),
        (b"head", head),
        (b"hhea", hhea),
        (b"hmtx", hmtx),
        (b"loca", loca),
        (b"maxp", maxp),
    ];
    let mut file = be(&[1, 0, tables.len() as i32, 64, 2, 48]);
    let mut body = Vec::new();
    for (tag, bytes) in tables {
        let start = 12 + 16 * 7 + body.len() as u32;
        file.extend(tag);
        file.extend(0u32.to_be_bytes());
        file.extend(start.to_be_bytes());
        file.extend((bytes.len() as u32).to_be_bytes());
        body.extend(bytes);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    file.extend(body);
    file
}

fn chart(title: &str) -> Scene {
    let chart = Lines {
        series: vec![Series {
            name: "Norway".to_owned(),
            points: vec![Point {
                year: 2014.0,
                value: Some(3e9),
            }],
            ..Series::default()
        }],
        unit: Unit::Index,
        marks: Vec::new(),
        words: Words {
            title: title.to_owned(),
            ..Words::default()
        },
        from_zero: true,
        log: false,
    };
    chart.scene(&Look::default()).expect("one figure is enough")
}

fn width(title: &str) -> f64 {
    let scene = chart(title);
    let mut titles = scene.texts().filter(|text| text.role == Role::Title);
    titles.next().expect("a title").width()
}

/// One test in one order: the font stays for the rest of the process.
#[test]
fn letters_the_face_lacks_come_from_the_font_added_and_no_others() {
    let refused = png(&chart("a中b"), 1.0)
        .expect_err("no Han yet")
        .to_string();
    assert_eq!(
        refused,
        "the chart's face has no glyph for `中` in `a中b`; add a font that has it, or spell it in Latin, Greek or Cyrillic"
    );
    let latin = (width("a"), width("b"));
    let refused = add_font(b"not a font".to_vec())
        .expect_err("no font")
        .to_string();
    assert_eq!(
        refused,
        "the file added holds no font; give a TTF, OTF or TTC file"
    );

    add_font(one_letter()).expect("a whole font");

    assert_eq!((width("a"), width("b")), latin);
    // The em of a title is 23 pixels, and 中 takes one.
    assert!((width("a中b") - (latin.0 + 23.0 + latin.1)).abs() < 1e-6);
    assert!((width("中中") - 46.0).abs() < 1e-6);
    let ink = |title: &str| png(&chart(title), 1.0).expect("every letter has a glyph");
    assert_ne!(ink("中"), ink(" "));

    let refused = png(&chart("国"), 1.0)
        .expect_err("not in the font")
        .to_string();
    assert!(refused.contains("no glyph for `国`"), "{refused}");
    let refused = png(&chart("عربي"), 1.0).expect_err("no Arabic").to_string();
    assert!(refused.contains("from right to left"), "{refused}");
}
