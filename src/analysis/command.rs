//! A chart as one would type it.

use super::Drawing;
use crate::charts::{Look, Theme};
use crate::model::period::Years;
use crate::transforms::Sources;

impl Drawing {
    /// The command that draws this chart.
    pub fn command(&self) -> String {
        let mut words = vec!["bilat chart".to_owned(), self.kind.as_str().to_owned()];
        words.extend(self.words());
        if !self.data.is_empty() {
            words.push("--data".to_owned());
            words.extend(
                self.data
                    .iter()
                    .map(|file| quoted(&file.display().to_string())),
            );
        }
        words.push(format!("-o {}", quoted(&self.output.display().to_string())));
        words.join(" ")
    }

    fn words(&self) -> Vec<String> {
        let mut words = Vec::new();
        let mut option = |name: &str, value: Option<String>| {
            words.extend(value.map(|value| format!("{name}{}", quoted(&value))));
        };
        for code in self.pair.iter().flatten() {
            option("", Some(code.clone()));
        }
        option("--importer ", self.importer.clone());
        option("--exporter ", self.exporter.clone());
        let partners = (!self.partners.is_empty()).then(|| self.partners.join(","));
        let of_partners = match self.importer {
            Some(_) => "--exporters ",
            None => "--importers ",
        };
        option(of_partners, partners);
        option("--top ", self.top.map(|top| top.to_string()));
        let years = (self.years != Years::default()).then(|| self.years.to_string());
        option("--years ", years);
        let source = match &self.source {
            Sources::Best => None,
            Sources::Cover => Some("cover".to_owned()),
            Sources::All => Some("all".to_owned()),
            Sources::Named(names) => Some(names.join(",")),
        };
        option("--source ", source);
        option("--side ", self.side.map(|side| side.to_string()));
        option(
            "--currency ",
            self.currency.map(|currency| currency.to_string()),
        );
        option("--real ", self.real.map(|year| year.to_string()));
        option("--base ", self.base.map(|year| year.to_string()));
        option("--title ", self.title.clone());
        option("--subtitle ", self.subtitle.clone());
        option("--note ", self.note.clone());
        let highlight = (!self.highlight.is_empty()).then(|| self.highlight.join(","));
        option("--highlight ", highlight);
        let theme = (self.theme != Theme::default()).then(|| self.theme.as_str().to_owned());
        option("--theme ", theme);
        let (width, height) = self.size;
        let usual = (width, height) == (Look::default().width, Look::default().height);
        option("--size ", (!usual).then(|| format!("{width}x{height}")));
        option(
            "--scale ",
            (self.scale != 2).then(|| self.scale.to_string()),
        );
        let flags = [
            (self.log, "--log"),
            (self.own_scale, "--own-scale"),
            (!self.events, "--no-events"),
        ];
        words.extend(
            flags
                .iter()
                .filter(|(set, _)| *set)
                .map(|(_, flag)| (*flag).to_owned()),
        );
        words
    }
}

/// A word that a shell takes as it stands.
fn quoted(word: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "._-/,:=+×".contains(letter);
    match !word.is_empty() && word.chars().all(plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
}
