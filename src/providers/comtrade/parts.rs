//! What the layouts of UN Comtrade share: its classifications, flags and finer breakdowns.

use std::collections::HashMap;

use crate::providers::columns::Tally;
use crate::providers::door::Door;

/// The name of a classification that Comtrade gives by letters.
pub(crate) fn classification(code: &str) -> Option<&'static str> {
    Some(match code {
        "H0" => "HS 1992",
        "H1" => "HS 1996",
        "H2" => "HS 2002",
        "H3" => "HS 2007",
        "H4" => "HS 2012",
        "H5" => "HS 2017",
        "H6" => "HS 2022",
        // As reported: the revision in force in the reporter's customs that year.
        "HS" => "HS",
        "S1" => "SITC Rev. 1",
        "S2" => "SITC Rev. 2",
        "S3" => "SITC Rev. 3",
        "S4" => "SITC Rev. 4",
        "SS" | "ST" => "SITC",
        "B4" => "BEC Rev. 4",
        "B5" => "BEC Rev. 5",
        "BE" | "BEC" => "BEC",
        _ => return None,
    })
}

/// Tells the door the classifications of a file.
pub(crate) fn tell_classification(met: &Tally, door: &mut Door) {
    let words = met.words();
    match words[..] {
        [] => {}
        [one] => door.classification(classification(one).unwrap_or(one)),
        _ => {
            let is_hs = |code: &&str| code.starts_with('H');
            if words.iter().all(is_hs) {
                door.classification("HS");
            }
            door.remark(format!(
                "rows of several classifications stand in one file: {}; products may not be comparable over time",
                met.list()
            ));
        }
    }
}

/// Tells the door how many figures the UN estimated, and which.
pub(crate) fn tell_estimates(flags: &Tally, door: &mut Door) {
    for word in flags.words() {
        let what = match word {
            "2" => "quantity estimated",
            "4" => "net weight estimated",
            "6" => "quantity and net weight estimated",
            _ => continue,
        };
        let rows = flags.count(word);
        door.remark(format!(
            "{rows} rows are flagged {word} by the publisher: {what}; values are not touched by it"
        ));
    }
}

/// Tells two levels of one classification apart before anyone adds them up.
pub(crate) fn tell_levels(levels: &Tally, door: &mut Door) {
    if levels.words().len() > 1 {
        door.remark(format!(
            "products stand at several levels of detail, by digits (rows): {}; sum one level only",
            levels.list()
        ));
    }
}

/// Whether a code of a second partner, a customs procedure or a mode of transport is the total.
pub(crate) fn is_total(code: &str) -> bool {
    matches!(crate::providers::columns::code(code), "" | "0" | "C00")
}

/// Reason told for rows that are parts of another row.
pub(crate) const FINER: &str = "finer breakdown by second partner, customs procedure or transport";

/// Which flows have a row for the total, and how many parts the others have.
///
/// A query for all second partners or all modes of transport answers with about nine rows a flow,
/// the total among them; adding them up would count goods twice.
#[derive(Default)]
pub(crate) struct Parts(HashMap<u64, (bool, u32)>);

/// What is to be done with a row that is a part.
pub(crate) enum Part {
    /// The total stands in another row.
    Covered,
    /// It is all the file has of this flow.
    Alone,
    /// Others like it, and no total.
    OneOfMany,
}

impl Parts {
    pub fn add(&mut self, key: u64, total: bool) {
        let entry = self.0.entry(key).or_default();
        entry.0 |= total;
        entry.1 += u32::from(!total);
    }

    pub fn of(&self, key: u64) -> Part {
        match self.0.get(&key) {
            Some((true, _)) => Part::Covered,
            Some((false, 2..)) => Part::OneOfMany,
            _ => Part::Alone,
        }
    }
}

/// One number for the words that tell a flow from all others.
pub(crate) fn key(words: &[&str]) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    words.hash(&mut hasher);
    hasher.finish()
}
