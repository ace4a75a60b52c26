//! Which rows are wanted, told by dictionaries before a row is looked at.

use std::ops::Range;

use super::super::parquet::Words;

/// Whether codes of a group between `least` and `most` can hold one of `wanted`.
pub fn may_hold(bounds: Option<(&[u8], &[u8])>, wanted: Option<&[String]>) -> bool {
    let (Some((least, most)), Some(wanted)) = (bounds, wanted) else {
        return true;
    };
    wanted
        .iter()
        .any(|code| least <= code.as_bytes() && code.as_bytes() <= most)
}

/// Whether products of a group between `least` and `most` can begin with one of `wanted`.
pub fn may_begin(bounds: Option<(&[u8], &[u8])>, wanted: Option<&[String]>) -> bool {
    let (Some((least, most)), Some(wanted)) = (bounds, wanted) else {
        return true;
    };
    wanted.iter().any(|start| {
        let start = start.as_bytes();
        start <= most && (least <= start || least.starts_with(start))
    })
}

/// By place in a dictionary, whether the code is wanted.
pub fn are_among(words: &Words, wanted: &[String]) -> Vec<bool> {
    let among = |word: &[u8]| wanted.iter().any(|code| code.as_bytes() == word);
    words.iter().map(among).collect()
}

/// By place in a dictionary, whether the product begins with a wanted code.
pub fn begin_with(words: &Words, wanted: &[String]) -> Vec<bool> {
    let begins = |word: &[u8]| {
        wanted
            .iter()
            .any(|start| word.starts_with(start.as_bytes()))
    };
    words.iter().map(begins).collect()
}

/// Those rows of `ranges` whose place is kept.
pub fn narrow(ranges: &[Range<usize>], places: &[u32], keep: &[bool]) -> Vec<Range<usize>> {
    let mut narrow: Vec<Range<usize>> = Vec::new();
    if !keep.contains(&true) {
        return narrow;
    }
    for range in ranges {
        let mut start = None;
        for (row, &place) in range.clone().zip(&places[range.clone()]) {
            match (start, keep[place as usize]) {
                (None, true) => start = Some(row),
                (Some(from), false) => {
                    narrow.push(from..row);
                    start = None;
                }
                _ => {}
            }
        }
        narrow.extend(start.map(|from| from..range.end));
    }
    narrow
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(codes: &[&str]) -> Vec<String> {
        codes.iter().map(|&code| code.to_owned()).collect()
    }

    #[test]
    fn a_chapter_is_sought_wherever_its_products_may_be() {
        let holds = |least: &str, most: &str, start: &str| {
            may_begin(
                Some((least.as_bytes(), most.as_bytes())),
                Some(&codes(&[start])),
            )
        };
        assert!(holds("030214", "030299", "03") && holds("010100", "990000", "03"));
        assert!(holds("020100", "030100", "03") && holds("030214", "030214", "030214"));
        assert!(!holds("040000", "990000", "03") && !holds("010100", "029999", "03"));
        assert!(may_begin(None, Some(&codes(&["03"]))) && may_begin(Some((b"x", b"y")), None));
    }

    #[test]
    fn ranges_narrow_to_what_is_kept() {
        let places = [0, 0, 1, 1, 0, 2, 2, 0];
        let keep = [true, false, true];
        let all = [(0, 8)].map(|(start, end)| start..end);
        assert_eq!(narrow(&all, &places, &keep), [0..2, 4..8]);
        assert_eq!(narrow(&[1..3, 5..7], &places, &keep), [1..2, 5..7]);
        assert!(narrow(&all, &places, &[false; 3]).is_empty());
    }
}
