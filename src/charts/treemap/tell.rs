//! What a treemap says in words: its notes and its alternative text.

use super::Treemap;
use crate::model::number;

/// How many parts the alternative text tells one by one.
const TOLD: usize = 7;

impl Treemap {
    /// What has no tile: "Left out: no value for Furs; zero for Arms and Works of art."
    pub(super) fn left_out(&self) -> Vec<String> {
        let of = |wanted: fn(Option<f64>) -> bool| -> Vec<&str> {
            let parts = self.groups.iter().flat_map(|group| &group.parts);
            let parts = parts.filter(|part| wanted(part.value));
            parts.map(|part| part.name.as_str()).collect()
        };
        let missing = of(|value| value.is_none());
        let zero = of(|value| value == Some(0.0));
        let told: Vec<String> = [("no value for", missing), ("zero for", zero)]
            .into_iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(what, names)| match &names[..] {
                [one] => format!("{what} {one}"),
                [one, two] => format!("{what} {one} and {two}"),
                [one, two, three] => format!("{what} {one}, {two} and {three}"),
                [one, two, rest @ ..] => format!("{what} {one}, {two} and {} more", rest.len()),
                [] => String::new(),
            })
            .collect();
        match told.is_empty() {
            true => Vec::new(),
            false => vec![format!("Left out: {}.", told.join("; "))],
        }
    }

    pub(super) fn alt(&self) -> String {
        let total = self.total();
        let mut parts: Vec<(&str, f64)> = self
            .groups
            .iter()
            .flat_map(|group| &group.parts)
            .filter_map(|part| Some((part.name.as_str(), part.value?)))
            .filter(|(_, value)| *value > 0.0)
            .collect();
        parts.sort_by(|a, b| b.1.total_cmp(&a.1));
        let told: Vec<String> = parts
            .iter()
            .take(TOLD)
            .map(|(name, value)| {
                format!(
                    "{name} {} ({})",
                    self.unit.label(*value),
                    number::share(value / total)
                )
            })
            .collect();
        let mut alt = format!(
            "Treemap of {}, {} in all. Largest: {}.",
            match parts.len() {
                1 => "one part".to_owned(),
                more => format!("{more} parts"),
            },
            self.unit.label(total),
            told.join(", ")
        );
        if let [_, ..] = parts.get(TOLD..).unwrap_or_default() {
            let rest: f64 = parts[TOLD..].iter().map(|(_, value)| value).sum();
            let (count, share) = (parts.len() - TOLD, number::share(rest / total));
            alt = format!("{alt} {count} more, together {share}.");
        }
        [vec![alt], self.left_out()].concat().join(" ")
    }
}

/// A note on tiles without words: "9 tiles are too small for words, together 2.1% of the total."
pub fn wordless(values: &[f64], total: f64) -> Option<String> {
    let share = number::share(values.iter().sum::<f64>() / total);
    match values.len() {
        0 => None,
        1 => Some(format!(
            "One tile is too small for words, {share} of the total."
        )),
        more => Some(format!(
            "{more} tiles are too small for words, together {share} of the total."
        )),
    }
}
