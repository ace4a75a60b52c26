//! Revealed advantage of every exporter in every product, by hand and by an identity.

use std::collections::BTreeMap;

use bilat::store::raw::{Advantage, RawFiles};

use super::reference::{Folder, Style, made_up, open, shuffle, written};

const HEADER: &str = "t,i,j,k,v,q\n";

fn of(rows: &str) -> (Folder, RawFiles) {
    let folder = Folder::new();
    let files = open(&[folder.with("a.csv", HEADER.to_owned() + rows)]);
    (folder, files)
}

fn advantages(files: &RawFiles) -> Vec<Advantage> {
    let mut all = Vec::new();
    files
        .advantages(|one| {
            all.push(*one);
            Ok(())
        })
        .expect("advantages");
    all
}

#[test]
fn advantage_is_the_share_at_home_over_the_share_in_the_world() {
    // Exporter 4: 60 of 100 in the first product; the world: 100 of 400.
    let (_folder, files) = of("2001,4,8,010101,50,1\n\
        2001,4,8,010102,40,1\n\
        2001,4,12,010101,10,1\n\
        2001,8,4,010101,40,1\n\
        2001,8,4,010102,260,1\n\
        2001,12,4,010103,0,1\n");
    let shown: Vec<_> = advantages(&files)
        .iter()
        .map(|one| (one.exporter, one.product, one.value, one.ratio))
        .collect();
    assert_eq!(
        shown,
        [
            (4, 10_101, 60_000, Some(0.6 / 0.25)),
            (4, 10_102, 40_000, Some(0.4 / 0.75)),
            (8, 10_101, 40_000, Some((40.0 / 300.0) / 0.25)),
            (8, 10_102, 260_000, Some((260.0 / 300.0) / 0.75)),
            (12, 10_103, 0, None),
        ]
    );
}

#[test]
fn the_weighted_mean_of_advantages_is_one() {
    let mut rows = made_up(8, 60_000, 2001..=2002);
    shuffle(&mut rows, 3);
    let folder = Folder::new();
    let files = open(&[folder.with("a.csv", written(&rows, &Style::default()))]);
    let mut means: BTreeMap<(u16, u16), f64> = BTreeMap::new();
    let mut world: BTreeMap<(u16, u32), f64> = BTreeMap::new();
    let mut whole: BTreeMap<u16, f64> = BTreeMap::new();
    for row in &rows {
        let value = row.value.unwrap_or_default() as f64;
        *world.entry((row.year, row.product)).or_default() += value;
        *whole.entry(row.year).or_default() += value;
    }
    for one in advantages(&files) {
        let weight = world[&(one.year, one.product)] / whole[&one.year];
        *means.entry((one.year, one.exporter)).or_default() +=
            weight * one.ratio.unwrap_or_default();
    }
    assert_eq!(means.len(), 18);
    for (key, mean) in means {
        assert!((mean - 1.0).abs() < 1e-9, "{key:?}: {mean}");
    }
}

#[test]
fn files_of_one_year_are_one_world() {
    let rows = made_up(8, 6_000, 2001..=2001);
    let folder = Folder::new();
    let whole = open(&[folder.with("whole.csv", written(&rows, &Style::default()))]);
    let (a, b) = rows.split_at(2_000);
    let a = folder.with("a.csv", written(a, &Style::default()));
    let b = folder.with("b.csv", written(b, &Style::default()));
    assert_eq!(
        advantages(&open(&[a.clone(), b.clone()])),
        advantages(&whole)
    );
    let other = written(&made_up(8, 60, 2002..=2002), &Style::default());
    let other = folder.with("other.csv", other);
    let error = open(&[a, other, b])
        .advantages(|_| Ok(()))
        .expect_err("half a year");
    let told =
        "holds rows of 2001, as an earlier file does; name the files of a year one after the other";
    assert!(error.to_string().ends_with(told), "{error}");
}
