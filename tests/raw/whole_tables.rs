//! Growth of every pair and revealed advantage, by hand and by the reference.

use std::collections::BTreeMap;

use bilat::store::raw::{Advantage, By, Rank, RawFiles, Wish, changes};

use super::reference::{Folder, Style, made_up, open, shuffle, written};

const HEADER: &str = "t,i,j,k,v,q\n";

fn of(rows: &str) -> (Folder, RawFiles) {
    let folder = Folder::new();
    let files = open(&[folder.with("a.csv", HEADER.to_owned() + rows)]);
    (folder, files)
}

fn wish(rank: Rank) -> Wish {
    Wish {
        years: 1900..=2100,
        step: 1,
        minimum_base: 0,
        rank,
        top: None,
    }
}

#[test]
fn growth_across_a_missing_year_is_none() {
    let (_folder, files) = of("2000,4,8,010101,1,1\n\
        2001,4,12,010101,1,1\n\
        2002,4,8,010101,3,1\n\
        2002,4,12,010101,1.5,1\n\
        2002,4,12,010102,0.5,1\n");
    let (totals, _) = files.totals(By::Pair, true).expect("totals");
    let found = changes(&totals, &wish(Rank::Growth));
    assert_eq!(found.len(), 1);
    let change = found[0];
    assert_eq!(
        (change.exporter, change.importer, change.year),
        (4, 12, 2002)
    );
    assert_eq!((change.base, change.value), (1_000, 2_000));
    assert_eq!(change.growth(), Some(1.0));
    // Two years apart, by wish, there is the other one.
    let apart = changes(
        &totals,
        &Wish {
            step: 2,
            ..wish(Rank::Growth)
        },
    );
    assert_eq!(apart.len(), 1);
    assert_eq!((apart[0].importer, apart[0].growth()), (8, Some(2.0)));
}

#[test]
fn bases_of_nothing_and_missing_values_have_no_growth() {
    let (_folder, files) = of("2001,4,8,010101,0,1\n\
        2001,4,12,010101,NA,1\n\
        2001,4,16,010101,5,1\n\
        2001,4,20,010101,5,1\n\
        2002,4,8,010101,3,1\n\
        2002,4,12,010101,3,1\n\
        2002,4,16,010101,3,1\n\
        2002,4,16,010102,,1\n\
        2002,4,20,010101,4,1\n");
    let (totals, _) = files.totals(By::Pair, true).expect("totals");
    let found = changes(&totals, &wish(Rank::Growth));
    assert_eq!(
        found.iter().map(|one| one.importer).collect::<Vec<_>>(),
        [20]
    );
}

#[test]
fn ranks_are_exact_where_floating_point_is_not() {
    // 9007199254740.991 / 3 and 9007199254740.990 / 3 are close enough to be one ratio when rounded.
    let (_folder, files) = of("2001,4,8,010101,9007199254740.991,1\n\
        2001,4,12,010101,9007199254740.990,1\n\
        2002,4,8,010101,9007199254740.990,1\n\
        2002,4,12,010101,9007199254740.989,1\n");
    let (totals, _) = files.totals(By::Pair, true).expect("totals");
    let order = |rank| -> Vec<u16> {
        changes(&totals, &wish(rank))
            .iter()
            .map(|one| one.importer)
            .collect()
    };
    // (n - 1) / n is larger for the larger n.
    assert_eq!(order(Rank::Growth), [8, 12]);
    assert_eq!(order(Rank::Fall), [12, 8]);
    // Equal losses keep the order of the codes.
    assert_eq!(order(Rank::Loss), [8, 12]);
    assert_eq!(order(Rank::Rise), [8, 12]);
}

#[test]
fn the_top_is_the_beginning_of_the_whole() {
    let rows = made_up(4, 4_000, 2001..=2006);
    let folder = Folder::new();
    let files = open(&[folder.with("a.csv", written(&rows, &Style::default()))]);
    let (totals, _) = files.totals(By::Pair, true).expect("totals");
    for rank in [Rank::Growth, Rank::Fall, Rank::Rise, Rank::Loss] {
        for minimum_base in [0, 1_000_000] {
            let wish = Wish {
                minimum_base,
                ..wish(rank)
            };
            let all = changes(&totals, &wish);
            assert!(all.len() > 200 && all.iter().all(|one| one.base >= minimum_base.max(1)));
            for top in [0, 1, 7, 5_000] {
                let some = changes(
                    &totals,
                    &Wish {
                        top: Some(top),
                        ..wish.clone()
                    },
                );
                assert_eq!(some, all[..top.min(all.len())]);
            }
        }
    }
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
