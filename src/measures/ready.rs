//! Rows as a measure takes them.

use std::collections::BTreeSet;

use super::ask::Ask;
use super::dimension::Dimension;
use super::groups::{Groups, Members};
use crate::error::{Error, Result};
use crate::model::coded::{Coded, CodedRow};
use crate::model::column::{TOTAL, WORLD};

/// Rows that hold all that a measure asks for, and little else.
#[derive(Debug, Default)]
pub(super) struct Ready {
    pub coded: Coded,
    pub members: Members,
    pub absent: Absent,
}

/// What was named and is not in the data.
#[derive(Debug, Clone, Default)]
pub(super) struct Absent(BTreeSet<(Dimension, String)>);

impl Absent {
    /// What no part of the data has.
    pub fn everywhere(&mut self, further: &Self) {
        self.0.retain(|name| further.0.contains(name));
    }

    /// # Errors
    /// [`Error::NothingLeft`] if anything is absent.
    pub fn check(&self) -> Result<()> {
        match self.0.first() {
            None => Ok(()),
            Some((dimension, code)) => Err(Error::NothingLeft {
                what: format!("these data have no {} {code}", dimension.as_str()),
                remedy: "name another, or give files that have it with --data".to_owned(),
            }),
        }
    }
}

/// Stands for all exporters that were not named, where these are wanted together alone.
const OTHERS: &str = "";

impl Ready {
    /// Takes in the rows of further years.
    pub fn append(&mut self, further: Self) {
        match self.coded.rows.is_empty() {
            true => *self = further,
            false => {
                self.coded.append(further.coded);
                self.members.extend(further.members);
                self.absent.everywhere(&further.absent);
            }
        }
    }
}

impl Ask {
    /// Puts groups in the place of their members, cuts products, and leaves out what says nothing here.
    ///
    /// # Errors
    /// [`Error::BasisMismatch`] for groups that overlap, or whose trade within is not known.
    pub(super) fn ready(&self, mut coded: Coded) -> Result<Ready> {
        let groups = self.groups();
        without_totals(&mut coded);
        let members = groups.merge(&mut coded)?;
        if let Some(digits) = self.level {
            cut(&mut coded, digits);
        }
        let absent = self.name(&mut coded, &groups, &members);
        self.thin(&mut coded);
        Ok(Ready {
            coded,
            members,
            absent,
        })
    }

    /// Sees to it that all that was named has a place in the lists, and says what had none.
    fn name(&self, coded: &mut Coded, groups: &Groups<'_>, members: &Members) -> Absent {
        let mut absent = BTreeSet::new();
        let sides = [
            (Dimension::Exporter, &self.exporters),
            (Dimension::Importer, &self.importers),
        ];
        for (dimension, codes) in sides {
            for code in codes {
                let merged = members.keys().any(|(group, _)| group == code);
                if coded.area(code).is_none() || (groups.has(code) && !merged) {
                    absent.insert((dimension, code.clone()));
                }
            }
        }
        for code in &self.products {
            if !coded.products.iter().any(|known| known.starts_with(code)) {
                absent.insert((Dimension::Product, code.clone()));
            }
        }
        let named = |wanted: fn(Dimension) -> bool| {
            let absent = absent
                .iter()
                .filter(move |(dimension, _)| wanted(*dimension));
            absent.map(|(_, code)| code.as_str())
        };
        coded.add_areas(named(|dimension| dimension != Dimension::Product));
        coded.add_products(named(|dimension| dimension == Dimension::Product));
        Absent(absent)
    }

    /// Leaves out rows that the measure makes nothing of, for the room they take.
    fn thin(&self, coded: &mut Coded) {
        match self.measure.name {
            "constant-market-share" if !self.exporters.is_empty() => self.others_as_one(coded),
            "survival" => {
                self.named_alone(coded);
                coded.sum_alike();
            }
            _ => {}
        }
    }

    /// The exporters that were named, and all others as one.
    fn others_as_one(&self, coded: &mut Coded) {
        let others = coded.add_areas([OTHERS])[0];
        let world = coded.area(WORLD);
        let named = places(coded, Dimension::Exporter, &self.exporters);
        let markets = places(coded, Dimension::Importer, &self.importers);
        let products = places(coded, Dimension::Product, &self.products);
        let has = |set: &BTreeSet<u32>, code: u32| set.is_empty() || set.contains(&code);
        coded.rows.retain_mut(|row| {
            let with_world = [row.exporter, row.importer].map(Some).contains(&world);
            let kept = has(&markets, row.importer) && has(&products, row.product) && !with_world;
            if !named.contains(&row.exporter) {
                row.exporter = others;
            }
            kept
        });
        coded.sum_alike();
    }

    /// The flows that were named, and one more of each period, which tells that it was observed.
    fn named_alone(&self, coded: &mut Coded) {
        let sets = [
            places(coded, Dimension::Exporter, &self.exporters),
            places(coded, Dimension::Importer, &self.importers),
            places(coded, Dimension::Product, &self.products),
        ];
        let mut observed = BTreeSet::new();
        coded.rows.retain(|row| {
            let mut all = Dimension::ALL.into_iter().zip(&sets);
            let shown = all.all(|(one, set)| set.is_empty() || set.contains(&one.of(row)));
            shown || observed.insert(row.period)
        });
    }
}

/// Leaves totals out if there are products beside them, and says whether there are.
pub(super) fn without_totals(coded: &mut Coded) -> bool {
    // The list may have products of rows that were not chosen.
    let total = coded.products.iter().position(|code| code == TOTAL);
    let is_product = |row: &CodedRow| Some(row.product as usize) != total;
    let has_products = coded.rows.iter().any(is_product);
    if has_products {
        coded.rows.retain(is_product);
    }
    has_products
}

/// The places of codes in the list of a dimension; of products that begin so.
pub(super) fn places(coded: &Coded, dimension: Dimension, codes: &[String]) -> BTreeSet<u32> {
    let begins = |known: &str| codes.iter().any(|code| known.starts_with(code.as_str()));
    match dimension {
        Dimension::Product => (0..)
            .zip(&coded.products)
            .filter(|(_, known)| begins(known))
            .map(|(place, _)| place)
            .collect(),
        _ => codes.iter().filter_map(|code| coded.area(code)).collect(),
    }
}

/// Cuts product codes; rows that become alike stay apart and are summed later.
fn cut(coded: &mut Coded, digits: u8) {
    let short = |code: &String| -> String {
        match code.as_str() {
            TOTAL => code.clone(),
            _ => code.chars().take(usize::from(digits)).collect(),
        }
    };
    let all: BTreeSet<String> = coded.products.iter().map(short).collect();
    let all: Vec<String> = all.into_iter().collect();
    let places: Vec<u32> = coded
        .products
        .iter()
        .map(|code| all.partition_point(|known| *known < short(code)) as u32)
        .collect();
    for row in &mut coded.rows {
        row.product = places[row.product as usize];
    }
    coded.products = all;
}
