//! The columns of a table of claims.

use std::collections::HashMap;

/// What a column of a table of claims holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Column {
    Id,
    Exporter,
    Importer,
    Direction,
    Period,
    Level,
    Unit,
    Currency,
    Digits,
    /// A fraction, or a percentage with its sign.
    Growth,
    /// A percentage without its sign.
    GrowthPercent,
    /// What the growth is counted from.
    Base,
    Goods,
    Quote,
    Source,
}

/// The column a header names, in any case and with `_`, `-` or spaces between words.
pub(super) fn column(header: &str) -> Option<Column> {
    let percent = header.contains('%');
    let even = header
        .trim()
        .trim_start_matches('\u{feff}')
        .to_lowercase()
        .replace(['_', '-', '%', '(', ')'], " ");
    let name = even.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(match name.as_str() {
        "id" | "claim" | "no" | "nr" => Column::Id,
        "exporter" | "from" | "origin" | "exporter iso3" | "seller" => Column::Exporter,
        "importer" | "to" | "destination" | "importer iso3" | "buyer" => Column::Importer,
        "direction" | "flow" | "trade flow" => Column::Direction,
        "year" | "period" | "date" | "time" => Column::Period,
        "level" | "value" | "amount" | "stated level" | "level stated" => Column::Level,
        "unit" | "units" | "level unit" => Column::Unit,
        "currency" => Column::Currency,
        "level digits" | "digits" | "decimals" => Column::Digits,
        "growth" | "growth stated" | "stated growth" | "change" | "stated change"
        | "change stated"
            if percent =>
        {
            Column::GrowthPercent
        }
        "growth" | "growth stated" | "stated growth" | "change" | "stated change"
        | "change stated" => Column::Growth,
        "growth percent" | "growth pct" | "change percent" | "change pct" | "growth per cent" => {
            Column::GrowthPercent
        }
        "base" | "base year" | "base period" | "compared with" => Column::Base,
        "goods" | "what" => Column::Goods,
        "quote" | "text" | "words" | "sentence" => Column::Quote,
        "source" | "publisher" => Column::Source,
        _ => return None,
    })
}

/// What people write instead of the words above.
const DITTO: [&str; 7] = ["same", "ditto", "idem", "id", "do", "\"", "″"];

/// The cells of one claim, blank ones left out.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    cells: HashMap<Column, String>,
}

impl Row {
    /// The first of two columns of one meaning counts.
    pub(super) fn set(&mut self, column: Column, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.cells.entry(column).or_insert_with(|| text.to_owned());
        }
    }

    /// The same, where `same` and the like stand for what the row above holds.
    pub(super) fn set_after(&mut self, above: Option<&Self>, column: Column, text: &str) {
        let word = text.trim().trim_end_matches('.').to_lowercase();
        let repeated = above.filter(|_| DITTO.contains(&word.as_str()));
        match repeated.and_then(|above| above.get(column)) {
            Some(before) => self.set(column, before),
            None => self.set(column, text),
        }
    }

    pub(super) fn get(&self, column: Column) -> Option<&str> {
        self.cells.get(&column).map(String::as_str)
    }

    pub(super) fn is_blank(&self) -> bool {
        self.cells.is_empty()
    }
}
