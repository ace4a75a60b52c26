//! Figures with flags, or flags in their place.

use crate::providers::columns::Tally;
use crate::providers::door::Door;
use crate::providers::observation::Amount;
use crate::providers::sdmx::row::id;

/// Figure and flag of a cell: `123 p` has both, `: c` a flag in place of a figure.
pub(crate) fn split<'a>(cell: &'a str, flag: &'a str) -> (&'a str, &'a str) {
    match cell.split_once(' ') {
        Some((figure, flag)) if !figure.is_empty() && flag.split(' ').all(is_flag) => {
            (figure, flag.trim())
        }
        _ => (cell, id(flag)),
    }
}

/// Letters that Eurostat sets behind figures, alone or several together; `kg` and `million` are none.
fn is_flag(word: &str) -> bool {
    word.len() <= 3 && word.chars().all(|letter| "bcdefinprsuvz".contains(letter))
}

/// The amount for the door; a confidential one keeps its reason.
pub(crate) fn amount<'a>(figure: &'a str, flag: &'a str, power: Option<i32>) -> Amount<'a> {
    match (figure, flag, power) {
        ("" | ":", "c" | "C", _) => Amount::Text(flag),
        (_, _, Some(power)) => Amount::Tens(figure, power),
        _ => Amount::Text(figure),
    }
}

/// Tells the door how many figures carry which flag.
pub(crate) fn tell(flags: &Tally, door: &mut Door) {
    let words = flags.words().into_iter().filter(|flag| !flag.is_empty());
    let list: Vec<String> = words
        .map(|flag| format!("{flag} ({}{})", flags.count(flag), name_of(flag)))
        .collect();
    if !list.is_empty() {
        let list = list.join(", ");
        door.remark(format!("figures carry flags of the publisher: {list}"));
    }
}

fn name_of(flag: &str) -> &'static str {
    match flag.to_ascii_lowercase().as_str() {
        "c" => ", confidential",
        "p" => ", provisional",
        "e" => ", estimated",
        "b" => ", break in the series",
        "u" => ", low reliability",
        "s" => ", estimated by Eurostat",
        _ => "",
    }
}
