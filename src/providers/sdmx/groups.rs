//! Attributes that SDMX-ML writes once for a group of series.

use std::collections::HashMap;

/// Names and values of an element.
pub(crate) type Pairs = Vec<(String, String)>;

/// Attributes of groups, found by the members they share with an observation.
#[derive(Default)]
pub(crate) struct Groups {
    /// Groups of the same names, as they have the same key.
    kinds: Vec<(Vec<String>, Vec<Pairs>)>,
    /// By kind and shared names.
    index: HashMap<(usize, Vec<String>), Index>,
}

/// How many groups of a kind are in the index, and where they stand by their shared values.
#[derive(Default)]
struct Index {
    done: usize,
    by_values: HashMap<Vec<String>, Vec<usize>>,
}

impl Groups {
    pub(crate) fn push(&mut self, group: Pairs) {
        let names: Vec<String> = group.iter().map(|(name, _)| name.clone()).collect();
        match self.kinds.iter_mut().find(|(known, _)| *known == names) {
            Some((_, groups)) => groups.push(group),
            None => self.kinds.push((names, vec![group])),
        }
    }

    /// What groups add to an observation: theirs is what it does not have itself, if all else
    /// agrees.
    pub(crate) fn add(&mut self, own: &HashMap<&str, &str>) -> Pairs {
        let mut added = Pairs::new();
        for (kind, (names, groups)) in self.kinds.iter().enumerate() {
            let shared: Vec<String> = names
                .iter()
                .filter(|name| own.contains_key(name.as_str()))
                .cloned()
                .collect();
            if shared.is_empty() {
                continue;
            }
            let values: Vec<String> = shared
                .iter()
                .map(|name| own[name.as_str()].to_owned())
                .collect();
            let index = self.index.entry((kind, shared.clone())).or_default();
            for (at, group) in groups.iter().enumerate().skip(index.done) {
                let value = |name| {
                    group
                        .iter()
                        .find(|(known, _)| known == name)
                        .map(|(_, value)| value.clone())
                };
                index
                    .by_values
                    .entry(shared.iter().filter_map(value).collect())
                    .or_default()
                    .push(at);
            }
            index.done = groups.len();
            for at in index.by_values.get(&values).into_iter().flatten() {
                added.extend(
                    groups[*at]
                        .iter()
                        .filter(|(name, _)| !shared.contains(name))
                        .cloned(),
                );
            }
        }
        added
    }
}
