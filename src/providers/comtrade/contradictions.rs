//! Columns of one row that say two things: told with their number and first place.

use std::collections::{BTreeMap, HashMap};

use crate::model::place::{Place, Scheme, resolve};
use crate::providers::columns::code;
use crate::providers::door::Door;
use crate::providers::observation::Direction;

/// What was found to contradict, how often, and where first.
#[derive(Default)]
pub(crate) struct Contradictions {
    met: BTreeMap<String, (u64, u64)>,
    /// Whether a number and an ISO code are of one area.
    known: HashMap<(String, String), bool>,
}

impl Contradictions {
    /// A number beside an ISO code or a name, of which the number is read.
    pub fn area(&mut self, place: u64, number: &str, other: &str, scheme: Scheme) {
        let (number, other) = (code(number), code(other));
        if number.is_empty() || other.is_empty() {
            return;
        }
        let pair = (number.to_owned(), other.to_owned());
        let agree = *self
            .known
            .entry(pair)
            .or_insert_with(|| same(number, other, scheme));
        if !agree {
            self.add(
                place,
                format!("the code `{number}` stands beside `{other}`; the code is read"),
            );
        }
    }

    /// A year beside a period, which is read.
    pub fn year(&mut self, place: u64, period: &str, year: &str) {
        let (period, year) = (code(period), code(year));
        if year.len() == 4 && period.len() >= 4 && !period.starts_with(year) {
            self.add(
                place,
                format!(
                    "the period `{period}` stands beside the year `{year}`; the period is read"
                ),
            );
        }
    }

    /// A frequency beside a period of another.
    pub fn frequency(&mut self, place: u64, frequency: &str, period: &str) {
        let digits = code(period).len();
        let year = digits == 4;
        if matches!((frequency, year), ("M" | "Q", true) | ("A", false)) && digits > 0 {
            self.add(place, format!("the frequency `{frequency}` stands beside periods such as `{period}`; the period is read"));
        }
    }

    /// The code of a flow beside a word for it.
    pub fn flow(&mut self, place: u64, flow: &str, word: &str) {
        let both = Direction::read(code(flow)).zip(Direction::read(word));
        if both.is_some_and(|(code, word)| code != word) {
            self.add(
                place,
                format!("the flow `{flow}` stands beside `{word}`; the code is read"),
            );
        }
    }

    fn add(&mut self, place: u64, what: String) {
        self.met.entry(what).or_insert((0, place)).0 += 1;
    }

    /// Tells the door of each.
    pub fn tell(&self, door: &mut Door) {
        for (what, (count, place)) in &self.met {
            door.remark(format!("{what} ({count} rows, first row {place})"));
        }
    }
}

/// Whether two codes are of one area, or one of them is not known.
fn same(number: &str, other: &str, scheme: Scheme) -> bool {
    let folded = |place: Place| match place {
        Place::Country(country) => country.today().code.as_str(),
        other => other.code(),
    };
    let both = resolve(number, Scheme::Number).zip(resolve(other, scheme));
    both.is_none_or(|(number, other)| folded(number) == folded(other))
}
