//! Names in narrow places: wrapped between words, and shortened where that is not enough.

use crate::charts::canvas::face::{self, Weight};

/// How many shortened names a note spells out.
const TOLD: usize = 3;

/// A name in lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    /// The lines, none wider than asked.
    pub lines: Vec<String>,
    /// Whether letters are missing at the end, where an ellipsis stands.
    pub cut: bool,
}

/// A name in at most `most` lines no wider than `width`; no word is broken, what does not fit is cut off.
pub fn fit(text: &str, size: f64, weight: Weight, width: f64, most: usize) -> Fitted {
    let fits = |line: &str| face::measure(line, size, weight) <= width;
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut lines: Vec<String> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let mut line = words[at].to_owned();
        let mut next = at + 1;
        while next < words.len() && fits(&format!("{line} {}", words[next])) {
            line = format!("{line} {}", words[next]);
            next += 1;
        }
        let last = lines.len() + 1 >= most.max(1);
        if last && next < words.len() || !fits(&line) {
            // A word too wide ends the name, for the words after it would read as another name.
            let kept = (at + 1..=next)
                .rev()
                .map(|end| ended(&words[at..end].join(" ")));
            let kept = kept.into_iter().find(|line| fits(line));
            match (kept, lines.pop()) {
                (Some(kept), before) => lines.extend(before.into_iter().chain([kept])),
                (None, Some(before)) if fits(&ended(&before)) => lines.push(ended(&before)),
                (None, before) => {
                    let rest = words[at..].join(" ");
                    let rest = shorten(&rest, size, weight, width);
                    lines.extend(before.into_iter().chain([rest]));
                }
            }
            return Fitted { lines, cut: true };
        }
        lines.push(line);
        at = next;
    }
    let even = face::balance(text, size, weight, width);
    let lines = if even.len() == lines.len() {
        even
    } else {
        lines
    };
    Fitted { lines, cut: false }
}

/// The width of a column of bold names: narrow if none then takes more than two lines, else wide.
pub fn column<'a>(
    mut names: impl Iterator<Item = &'a str>,
    size: f64,
    narrow: f64,
    wide: f64,
) -> f64 {
    if names.all(|name| face::wrap(name, size, Weight::Bold, narrow).len() < 3) {
        narrow.min(wide)
    } else {
        wide
    }
}

/// As many letters of a text as the width holds, at least one, and an ellipsis.
fn shorten(text: &str, size: f64, weight: Weight, width: f64) -> String {
    let mut kept: Vec<char> = text.chars().collect();
    loop {
        let short = ended(&kept.iter().collect::<String>());
        if kept.len() <= 1 || face::measure(&short, size, weight) <= width {
            return short;
        }
        kept.pop();
    }
}

fn ended(text: &str) -> String {
    format!("{}…", text.trim_end_matches([' ', ',', ';', '(', '-']))
}

/// Whether a name wraps into at most `most` lines of a width without a word broken.
pub fn wraps(name: &str, size: f64, weight: Weight, width: f64, most: usize) -> bool {
    let lines = face::wrap(name, size, weight, width);
    let words: Vec<&str> = name.split_whitespace().collect();
    lines.len() <= most && lines.join(" ") == words.join(" ")
}

/// The note on names that were shortened, with the first of them whole.
pub fn shortened(names: &[&str]) -> Option<String> {
    let told = names[..names.len().min(TOLD)].join("; ");
    match names.len() {
        0 => None,
        1 => Some(format!("Shortened name: {told}.")),
        many if many <= TOLD => Some(format!("Shortened names: {told}.")),
        many => Some(format!(
            "Shortened names: {told}; and {} more.",
            many - TOLD
        )),
    }
}

/// The note on how many names are shortened.
pub fn counted(cut: usize) -> Option<String> {
    match cut {
        0 => None,
        1 => Some("One name is shortened.".to_owned()),
        more => Some(format!("{more} names are shortened.")),
    }
}

/// Names in a sentence, the first few and how many more: "Chad, Mali and 3 more".
pub fn list(names: &[&str], most: usize) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] if names.len() <= most => format!("{} and {last}", first.join(", ")),
        _ => {
            let more = names.len() - most;
            format!("{} and {more} more", names[..most].join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_broken_before_it_is_shortened() {
        let name = "United Kingdom of Great Britain and Northern Ireland";
        let whole = fit(name, 13.0, Weight::Regular, 180.0, 3);
        assert_eq!((whole.lines.join(" ").as_str(), whole.cut), (name, false));
        let short = fit(name, 13.0, Weight::Regular, 110.0, 2);
        assert!(short.cut && short.lines.len() == 2, "{short:?}");
        assert!(short.lines[1].ends_with('…'), "{short:?}");
        for line in &short.lines {
            assert!(face::measure(line, 13.0, Weight::Regular) <= 110.0);
        }
    }

    #[test]
    fn a_list_tells_how_many_it_leaves_out() {
        assert_eq!(list(&["Chad"], 3), "Chad");
        assert_eq!(list(&["Chad", "Mali"], 3), "Chad and Mali");
        assert_eq!(list(&["Chad", "Mali", "Togo"], 2), "Chad, Mali and 1 more");
    }

    #[test]
    fn a_broken_word_does_not_count_as_wrapped() {
        assert!(wraps("iron and steel", 13.0, Weight::Regular, 60.0, 3));
        assert!(!wraps("Pharmaceuticals", 13.0, Weight::Regular, 60.0, 3));
    }

    #[test]
    fn of_many_shortened_names_three_are_told() {
        assert_eq!(shortened(&[]), None);
        let note = shortened(&["a", "b", "c", "d", "e"]);
        assert_eq!(
            note.as_deref(),
            Some("Shortened names: a; b; c; and 2 more.")
        );
    }

    #[test]
    fn a_short_name_stays_whole() {
        let fitted = fit("Norway", 13.0, Weight::Regular, 100.0, 2);
        assert_eq!(
            (fitted.lines, fitted.cut),
            (vec!["Norway".to_owned()], false)
        );
    }

    #[test]
    fn a_long_name_takes_the_lines_it_may_and_is_cut_in_the_last() {
        let long = "Bolivia, Plurinational State of, and its neighbours";
        let fitted = fit(long, 13.0, Weight::Regular, 100.0, 2);
        assert_eq!(fitted.lines.len(), 2);
        assert!(fitted.cut && fitted.lines[1].ends_with('…'), "{fitted:?}");
        let wide = |line: &String| face::measure(line, 13.0, Weight::Regular);
        assert!(fitted.lines.iter().all(|line| wide(line) <= 100.0));
    }

    #[test]
    fn a_word_too_wide_is_left_out_or_cut_if_it_is_the_first() {
        let fitted = fit(
            "Old Donaudampfschifffahrtsgesellschaft",
            13.0,
            Weight::Bold,
            90.0,
            5,
        );
        assert_eq!(
            (&fitted.lines[..], fitted.cut),
            (&["Old…".to_owned()][..], true)
        );
        let alone = fit(
            "Donaudampfschifffahrtsgesellschaft",
            13.0,
            Weight::Bold,
            90.0,
            5,
        );
        assert!(
            alone.cut && alone.lines[0].starts_with("Donau"),
            "{alone:?}"
        );
    }
}
