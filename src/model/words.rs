//! Words that repeat, each kept once.

use foldhash::HashMap;

/// A list of distinct words, numbered in the order they were met.
#[derive(Debug, Clone, Default)]
pub struct Words {
    list: Vec<String>,
    numbers: HashMap<String, u32>,
    /// The number given last: in most files a word stands in many rows, one after the other.
    last: u32,
    empty: Option<u32>,
}

impl Words {
    /// The number of a word, a new one if it was not met before.
    pub fn number(&mut self, word: &str) -> u32 {
        // Comparing nothing with nothing is slow: vector instructions stumble over where nothing is.
        if word.is_empty() {
            return match self.empty {
                Some(number) => number,
                None => {
                    let number = self.add(word);
                    self.empty = Some(number);
                    number
                }
            };
        }
        let last = self.list.get(self.last as usize);
        if last.is_some_and(|last| last == word) {
            return self.last;
        }
        self.last = match self.numbers.get(word) {
            Some(&number) => number,
            None => self.add(word),
        };
        self.last
    }

    fn add(&mut self, word: &str) -> u32 {
        let number = self.list.len() as u32;
        self.list.push(word.to_owned());
        self.numbers.insert(word.to_owned(), number);
        number
    }

    /// The number of a word that was met before.
    pub fn find(&self, word: &str) -> Option<u32> {
        self.numbers.get(word).copied()
    }

    /// The word of a number.
    pub fn word(&self, number: u32) -> &str {
        &self.list[number as usize]
    }

    /// Every word, by number.
    pub fn list(&self) -> &[String] {
        &self.list
    }
}
