//! Dimensions of SDMX-CSV that are not read: transport, adjustment, prices and the like.
//!
//! Where one has a total beside its parts, the parts are left out; what is the same throughout is
//! told; rows that differ in nothing else are told apart at the door.

use std::collections::{BTreeSet, HashSet};

use crate::providers::columns::{cell, plain};
use crate::providers::comtrade::parts::key;
use crate::providers::door::Door;
use crate::providers::sdmx::columns::Columns;
use crate::providers::sdmx::prices;
use crate::providers::sdmx::row::{Row, id};
use crate::providers::text::grid::Grid;
use crate::providers::unread::Unread;

/// Columns that come with a figure and say nothing of which flow it is.
const ATTRIBUTES: &str = "ACCESS_SHARING_LEVEL|ACCESS_SHARING_NOTES|ACTION|AUTHOR|COLLECTION|COMMENT|COMMENT_DSET|COMMENT_OBS|\
    COMMENT_TS|CONF_STATUS|CONTACT_POINT|DATAFLOW|DATASET|DECIMALS|DECIMALS_DISPLAYED|DEPARTMENT|\
    DERIVATION_TYPE|DOI|EMBARGO_TIME|FULL_DESCRIPTION|FULL_SOURCE_CITATION|KEY|KEYWORDS|LANGUAGE|\
    LAST UPDATE|LAST_UPDATE|LICENSE|METHODOLOGY|METHODOLOGY_NOTES|OBSERVATION_STATUS|OBS_COMMENT|\
    OBS_CONF|OBS_FLAG|OBS_PRE_BREAK|OBS_STATUS|OVERLAP|POWERCODE|PRECISION|PUBLICATION_DATE|PUBLISHER|\
    SCALE|SCALE.ID|SECURITY_CLASSIFICATION|SERIES_CODE|SERIES_NAME|SHORT_SOURCE_CITATION|SOURCE|\
    STRUCTURE|STRUCTURE_ID|STRUCTURE_NAME|SUGGESTED_CITATION|TIME_FORMAT|TITLE|TITLE_COMPL|TOPIC_DATASET|\
    UNIT_MULT|UPDATE_DATE";

/// The members that stand for all, or for the usual: no adjustment.
const WHOLE: [&str; 10] = ["_T", "_Z", "TOTAL", "T", "ALL", "N", "NSA", "NA", "0", ""];

/// Dimensions that vary, and the flows that have a row for all.
pub(crate) struct Breakdowns {
    varying: Vec<Dimension>,
    prices: Option<usize>,
    covered: HashSet<u64>,
    unread: Unread,
}

struct Dimension {
    column: usize,
    whole: Option<String>,
}

impl Breakdowns {
    /// Finds them, and tells the door what is the same throughout.
    pub fn of(grid: &Grid, columns: &Columns, door: &mut Door) -> Self {
        let of_prices = |name: &String| prices::is_dimension(id(name));
        let prices = grid.header().iter().position(of_prices);
        let candidates: Vec<usize> = (0..grid.header().len())
            .filter(|column| Some(*column) != prices && !columns.reads(*column))
            .filter(|column| is_dimension(&grid.header()[*column], grid.header()))
            .collect();
        let mut members: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); candidates.len()];
        grid.each(|_, cells| {
            if matches!(columns.row(cells), Row::Value { .. }) {
                for (met, column) in members.iter_mut().zip(&candidates) {
                    if met.len() <= MANY {
                        met.insert(id(cell(cells, Some(*column))));
                    }
                }
            }
        });
        let (mut varying, mut named) = (Vec::new(), Vec::new());
        for (column, met) in candidates.into_iter().zip(members) {
            let name = &grid.header()[column];
            let first = met.first().copied().unwrap_or_default();
            if met.len() > 1 {
                let whole = WHOLE.iter().find(|whole| met.contains(**whole));
                let whole = whole.map(|whole| (*whole).to_owned());
                varying.push(Dimension { column, whole });
                named.push((column, name.clone()));
            } else if !WHOLE.contains(&first) {
                door.remark(format!("`{name}` is `{first}` throughout"));
            }
        }
        let mut found = Self {
            varying,
            prices,
            covered: HashSet::new(),
            unread: Unread::over(named),
        };
        if found.varying.iter().any(|one| one.whole.is_some()) {
            let mut covered = HashSet::new();
            grid.each(|_, cells| {
                if found.is_whole(cells) {
                    covered.insert(found.key(columns, cells));
                }
            });
            found.covered = covered;
        }
        found
    }

    /// Why a row is not read, if its prices or its parts say so.
    pub fn left_out(&self, columns: &Columns, cells: &[&str]) -> Option<&'static str> {
        if !prices::are_current(id(cell(cells, self.prices))) {
            return Some("values at other prices than those of the day");
        }
        let part = !self.is_whole(cells) && self.covered.contains(&self.key(columns, cells));
        part.then_some("parts of a breakdown whose total is in the file")
    }

    /// Tells the door what tells the row to come from others.
    pub fn note(&mut self, cells: &[&str], door: &mut Door) {
        self.unread.note(cells, door);
    }

    fn is_whole(&self, cells: &[&str]) -> bool {
        self.varying.iter().all(|one| match &one.whole {
            Some(whole) => id(cell(cells, Some(one.column))) == whole,
            None => true,
        })
    }

    /// What a total and its parts have in common.
    fn key(&self, columns: &Columns, cells: &[&str]) -> u64 {
        let mut words = columns.key(cells).to_vec();
        words.push(cell(cells, columns.indicator));
        let open = self.varying.iter().filter(|one| one.whole.is_none());
        words.extend(open.map(|one| cell(cells, Some(one.column))));
        key(&words)
    }
}

/// More members than this need not be known.
const MANY: usize = 1000;

/// Whether a column is named as dimensions are: an id, not a label or a known attribute.
fn is_dimension(name: &str, header: &[String]) -> bool {
    let id = name.split_once(": ").map_or(name, |(id, _)| id);
    let letters = |lower: bool| {
        id.chars().all(|c| {
            c.is_ascii_digit()
                || "_.".contains(c)
                || (c.is_ascii_alphabetic() && c.is_ascii_lowercase() == lower)
        })
    };
    let attribute = ATTRIBUTES.split('|').any(|known| plain(known) == plain(id));
    // Beside `COUNTRY.ID`, `COUNTRY` is its label.
    let labelled = header.iter().any(|other| *other == format!("{id}.ID"));
    !id.is_empty() && (letters(true) || letters(false)) && !attribute && !labelled
}
