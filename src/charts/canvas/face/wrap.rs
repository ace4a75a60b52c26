//! Breaking a text into lines.

use super::{Weight, measure};

/// Breaks a text into lines no wider than `width`.
///
/// Breaks between words; a single word wider than the line is broken inside.
pub fn wrap(text: &str, size: f64, weight: Weight, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if measure(&longer, size, weight) <= width {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if measure(&line, size, weight) > width && line.chars().count() > 1 {
                line.pop();
                lines.push(std::mem::replace(&mut line, letter.to_string()));
            }
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// Breaks a text into as few lines as `width` allows, then evens them out, so that no word is left alone.
pub fn balance(text: &str, size: f64, weight: Weight, width: f64) -> Vec<String> {
    let mut best = wrap(text, size, weight, width);
    let mut narrower = width;
    while best.len() > 1 && narrower > width * 0.5 {
        narrower -= width / 20.0;
        let tried = wrap(text, size, weight, narrower);
        let broken = tried.concat().len() != best.concat().len();
        if tried.len() > best.len() || broken {
            break;
        }
        best = tried;
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_no_wider_than_asked_even_for_one_long_word() {
        for text in [
            "one two three four five",
            "Donaudampfschifffahrtsgesellschaft",
        ] {
            let lines = wrap(text, 14.0, Weight::Regular, 80.0);
            assert!(
                lines
                    .iter()
                    .all(|line| measure(line, 14.0, Weight::Regular) <= 80.0)
            );
            assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
        }
    }

    #[test]
    fn balanced_lines_leave_no_word_alone() {
        let even = balance("2010 Nobel Peace Prize", 12.0, Weight::Regular, 110.0);
        assert_eq!(even, ["2010 Nobel", "Peace Prize"]);
    }
}
