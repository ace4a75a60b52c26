//! Reads a text and tells all that came of it.

use crate::providers::Trial;
use std::collections::BTreeMap;

use bilat::providers::Marks;
use bilat::providers::text::dialect::Hints;
use bilat::providers::text::document::Document;
use bilat::providers::text::figure::figure;
use bilat::providers::text::grid::Grid;
use bilat::providers::text::period::period;

/// What came of a file.
#[derive(Debug, Default)]
pub struct Story {
    pub refused: Option<String>,
    /// By year, exporter and importer, as read in the unit the file states.
    pub values: Vec<((String, String, String), Option<f64>)>,
    /// Cells that are no figures, with the reason.
    pub not_figures: Vec<(String, String)>,
    pub header: Vec<String>,
    pub lines: Vec<u64>,
    pub rejected: Vec<(u64, String)>,
    pub left_out: BTreeMap<String, u64>,
    pub remarks: Vec<String>,
    pub power: i32,
}

impl Story {
    pub fn of(bytes: &[u8]) -> Self {
        Self::with(bytes, Hints::default())
    }

    pub fn with(bytes: &[u8], hints: Hints) -> Self {
        let document = Document::new("trade.csv", bytes.to_vec()).with_hints(hints);
        let mut door = crate::providers::door();
        let mut story = Self::default();
        match Grid::read(&document, &mut door) {
            Err(error) => story.refused = Some(error.to_string()),
            Ok(grid) => story.take(&grid, &door),
        }
        story.rejected = door
            .rejected()
            .into_iter()
            .map(|(line, _, _, reason)| (line, reason))
            .collect();
        story.left_out = door.left_out();
        story.remarks.extend(door.remarks());
        story
    }

    fn take(&mut self, grid: &Grid, door: &Trial) {
        let marks = door.marks().unwrap_or(Marks {
            decimal: '.',
            thousands: None,
        });
        self.header = grid.header().to_vec();
        self.power = door.heard().power;
        let at = |name| grid.find(name).unwrap_or(usize::MAX);
        let (year, exporter, importer, value) =
            (at("year"), at("exporter"), at("importer"), at("value"));
        let mut met = 0;
        grid.each(|line, cells| {
            met += 1;
            self.lines.push(line);
            let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
            match figure(cell(value), marks, door.heard().power) {
                Ok(read) => {
                    if !read.mark.is_empty() {
                        self.remarks
                            .push(format!("line {line}: mark `{}`", read.mark));
                    }
                    if period(cell(year)).is_none() {
                        self.not_figures
                            .push((cell(year).to_owned(), "no period".to_owned()));
                        return;
                    }
                    let key = (
                        cell(year).to_owned(),
                        cell(exporter).to_owned(),
                        cell(importer).to_owned(),
                    );
                    self.values.push((key, read.value));
                }
                Err(reason) => self
                    .not_figures
                    .push((cell(value).to_owned(), reason.to_string())),
            }
        });
        assert_eq!(met, grid.records());
    }

    /// Whether anything was said at all.
    pub fn speaks(&self) -> bool {
        self.refused.is_some()
            || !self.rejected.is_empty()
            || !self.left_out.is_empty()
            || !self.remarks.is_empty()
            || !self.not_figures.is_empty()
    }

    pub fn says(&self, words: &str) -> bool {
        let all = self
            .remarks
            .iter()
            .chain(self.refused.iter())
            .chain(self.rejected.iter().map(|(_, reason)| reason));
        all.into_iter().any(|said| said.contains(words))
    }
}
