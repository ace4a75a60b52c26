//! Words in order, and where each has gone.

/// The words sorted, and for each number of a word its new place.
pub fn sorted(words: &[String]) -> (Vec<String>, Vec<u32>) {
    let mut order: Vec<u32> = (0..words.len() as u32).collect();
    order.sort_unstable_by(|&a, &b| words[a as usize].cmp(&words[b as usize]));
    let mut places = vec![0; words.len()];
    for (place, &word) in (0..).zip(&order) {
        places[word as usize] = place;
    }
    let sorted = order.iter().map(|&word| words[word as usize].clone());
    (sorted.collect(), places)
}

#[cfg(test)]
mod tests {
    use super::sorted;

    #[test]
    fn places_follow_the_words() {
        let words = ["NOR", "CHN", "DEU.1", "DEU"].map(str::to_owned);
        let (sorted, places) = sorted(&words);
        assert_eq!(sorted, ["CHN", "DEU", "DEU.1", "NOR"]);
        assert_eq!(places, [3, 0, 2, 1]);
    }
}
