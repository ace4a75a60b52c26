//! Who belongs to which group, and when.

use std::collections::BTreeSet;

use bilat::model::group::GroupKind;
use bilat::{country, group, groups, members};

fn count(name: &str, year: i32) -> usize {
    codes(name, year).len()
}

fn codes(name: &str, year: i32) -> BTreeSet<&'static str> {
    let members = members(group(name).expect("the group is known"), year);
    members.iter().map(|one| one.code.as_str()).collect()
}

#[test]
fn the_european_union_grew_and_shrank() {
    let sizes = [
        (1957, 0),
        (1958, 6),
        (1973, 9),
        (1981, 10),
        (1986, 12),
        (1995, 15),
        (2003, 15),
        (2004, 25),
        (2007, 27),
        (2012, 27),
        (2013, 28),
        (2015, 28),
        (2019, 28),
        (2020, 27),
        (2026, 27),
    ];
    for (year, size) in sizes {
        assert_eq!(count("EU", year), size, "{year}");
    }
}

#[test]
fn a_list_of_fixed_length_is_the_union_of_its_years() {
    let lists = [
        ("EU12", 12, 1986, 1994),
        ("EU15", 15, 1995, 2003),
        ("EU25", 25, 2004, 2006),
        ("EU27_2007", 27, 2007, 2012),
        ("EU28", 28, 2013, 2019),
        ("EU27_2020", 27, 2020, 2026),
    ];
    for (name, size, from, until) in lists {
        assert_eq!(count(name, 1950), size, "{name}");
        for year in from..=until {
            assert_eq!(codes(name, year), codes("EU", year), "{name} in {year}");
        }
    }
    for (name, from, until) in [
        ("EA19", 2015, 2022),
        ("EA20", 2023, 2025),
        ("EA21", 2026, 2026),
    ] {
        for year in from..=until {
            assert_eq!(codes(name, year), codes("EA", year), "{name} in {year}");
        }
    }
}

#[test]
fn other_groups_have_the_size_they_had() {
    let sizes = [
        ("EA", 1999, 11),
        ("EA", 2001, 12),
        ("EFTA", 1960, 7),
        ("EFTA", 1994, 7),
        ("EFTA", 2024, 4),
        ("EEA", 1994, 17),
        ("EEA", 2019, 31),
        ("EEA", 2024, 30),
        ("ASEAN", 1967, 5),
        ("ASEAN", 2000, 10),
        ("ASEAN", 2025, 11),
        ("Nordic countries", 2000, 5),
        ("BALTICS", 2000, 3),
        ("G7", 2000, 7),
        ("G20", 2010, 19),
        ("BRICS", 2010, 4),
        ("BRICS", 2023, 5),
        ("BRICS", 2025, 10),
        ("OECD", 1961, 19),
        ("OECD", 1962, 20),
        ("OECD", 2010, 34),
        ("OECD", 2021, 38),
        ("OPEC", 1980, 13),
        ("OPEC", 2018, 15),
        ("OPEC", 2024, 12),
        ("MERCOSUR", 2000, 4),
        ("NAFTA", 2000, 3),
        ("CPTPP", 2025, 12),
        ("RCEP", 2023, 14),
        ("GCC", 2000, 6),
        ("AFRICAN_UNION", 2002, 53),
        ("AFRICAN_UNION", 2020, 55),
        ("SACU", 2000, 5),
        ("CIS", 2000, 12),
    ];
    for (name, year, size) in sizes {
        assert_eq!(count(name, year), size, "{name} in {year}");
    }
}

#[test]
fn only_blocs_have_members_and_each_spell_is_its_own() {
    for group in groups() {
        assert_eq!(
            group.kind == GroupKind::Bloc,
            !group.spells.is_empty(),
            "{}",
            group.code
        );
        for (i, spell) in group.spells.iter().enumerate() {
            let apart = group.spells[..i].iter().all(|other| {
                other.member != spell.member
                    || other.until.is_some_and(|until| Some(until) < spell.from)
                    || spell.until.is_some_and(|until| Some(until) < other.from)
            });
            assert!(apart, "{} in {}", spell.member.code, group.code);
            assert_eq!(spell.member.kind, "country", "{}", spell.member.code);
        }
    }
}

#[test]
fn the_name_beside_a_member_is_its_own() {
    for row in csv::Reader::from_reader(include_str!("../data/groups.csv").as_bytes()).records() {
        let row = row.unwrap();
        assert_eq!(country(&row[2]).unwrap().name, row[1], "{row:?}");
        assert!(groups().iter().any(|group| group.code == row[0]), "{row:?}");
    }
}

#[test]
fn an_unknown_group_is_told_the_known_ones() {
    let error = group("EU99").unwrap_err().to_string();
    assert!(
        error.starts_with("`EU99` is no group; choose one of: EU, EU27_2020"),
        "{error}"
    );
}
