//! The page of a brief, in Markdown.

mod beside;
mod markdown;

use markdown::Page;

use super::tables::SHOWN;
use super::{Material, facts, yearly};
use crate::charts::Chart;
use crate::error::Result;
use crate::model::naming::in_prose;
use crate::model::source::Source;
use crate::outputs::markdown_rows;

/// Writes the page; charts and tables are named as the files beside it.
pub(super) fn write(material: &Material) -> Result<String> {
    let mut page = Page::default();
    let (first, second) = (
        in_prose(&material.pair.first.code),
        in_prose(&material.pair.second.code),
    );
    page.heading(1, &format!("Trade between {first} and {second}"));
    page.line(&format!(
        "Goods, {}. Years: {}. Every figure below stands in one of the CSV files beside this page.",
        material.tables.summary.caption.unit,
        material.years_in_words()
    ));
    page.bullets(&facts::sentences(material)?);
    page.bullets(&sentences(&material.tables.summary.caption.notes));

    page.heading(2, "Levels");
    page.picture(material, Chart::Lines);
    page.heading(2, "Growth by year");
    page.picture(material, Chart::Growth);
    page.yearly(material)?;
    page.heading(2, "Since the first year");
    page.picture(material, Chart::Index);
    page.heading(2, "Balance");
    page.picture(material, Chart::Balance);
    page.comparisons(material)?;
    page.trust(material);
    page.claims(material);
    page.goods(material);
    page.events(material);
    page.sources(material);
    Ok(page.text)
}

fn sentences(notes: &[String]) -> Vec<String> {
    notes.iter().map(|note| format!("Note: {note}.")).collect()
}

impl Page {
    /// The pictures of one kind of chart.
    fn picture(&mut self, material: &Material, chart: Chart) {
        for picture in material
            .pictures
            .iter()
            .filter(|picture| picture.chart == chart)
        {
            self.image(&picture.alt, &picture.file);
        }
    }

    /// A table of both directions for each source.
    fn yearly(&mut self, material: &Material) -> Result<()> {
        let tables = &material.tables;
        let contribution = match &tables.contribution {
            Some(_) => ", [contribution.csv](contribution.csv)",
            None => "",
        };
        self.line(&format!(
            "Exports and imports are those of {}. Growth compares a year with the calendar year before it, \
             within one source; what exports and imports add to the growth of both together, in percentage \
             points, sums to it. More columns, and a reason for every empty cell: [summary.csv](summary.csv), \
             [growth.csv](growth.csv){contribution}, [balance.csv](balance.csv).",
            in_prose(&material.pair.first.code)
        ));
        if tables.balance.data.height() == 0 {
            self.line(
                "No source here has both directions; their growth is in [growth.csv](growth.csv).",
            );
        }
        for source in &tables.balance.caption.sources {
            self.heading(
                3,
                &format!("{}, {}", source.name(), tables.balance.caption.unit),
            );
            self.line(markdown_rows(&yearly::table(tables, material.pair, source)?)?.trim_end());
        }
        Ok(())
    }

    fn comparisons(&mut self, material: &Material) -> Result<()> {
        for comparison in &material.tables.comparisons {
            let importer = comparison.importer;
            let exporter = if importer == material.pair.first {
                material.pair.second
            } else {
                material.pair.first
            };
            let source = comparison
                .table
                .caption
                .sources
                .first()
                .map_or(comparison.source.as_str(), Source::name);
            self.heading(
                2,
                &format!("Exports to {} compared: {source}", importer.name),
            );
            self.line(&match comparison.table.data.height() > SHOWN as usize {
                true => format!(
                    "Growth on the year before, per cent; ranked by compound growth. Shown are the first {SHOWN} and {}.",
                    in_prose(&exporter.code)
                ),
                false => "Growth on the year before, per cent; ranked by compound growth.".to_owned(),
            });
            self.table(&comparison.shown(exporter)?, &comparison.file())?;
        }
        Ok(())
    }

    fn trust(&mut self, material: &Material) {
        let trust = &material.tables.trust;
        if trust.mirror.is_none() && trust.breaks.is_none() {
            return;
        }
        self.heading(2, "How far to trust these figures");
        if let Some(mirror) = &trust.mirror {
            self.line(
                "What one country reports as exports, the other reports as imports; the gap between the two \
                 holds freight and insurance, and whatever else they record differently. \
                 Year by year: [mirror.csv](mirror.csv).",
            );
            self.bullets(&mirror.said);
        }
        if let Some(breaks) = &trust.breaks {
            self.line(
                "Whether a series means the same from end to end, as far as so many figures can tell; a date is \
                 named for its date alone. Everything tested: [breaks.csv](breaks.csv).",
            );
            self.bullets(&breaks.said);
        }
    }

    fn claims(&mut self, material: &Material) {
        let Some(claims) = &material.tables.claims else {
            return;
        };
        self.heading(2, "What was printed, and what levels say");
        self.line(
            "Each claim is held against the earlier levels of its own publication, and against every series here \
             of the same flow. The range in brackets is that of every value the printed digits allow. \
             All figures: [claims.csv](claims.csv).",
        );
        self.bullets(&claims.lines);
    }
}

impl Material {
    fn years_in_words(&self) -> String {
        match (self.years.first, self.years.last) {
            (None, None) => "all there are".to_owned(),
            (Some(first), None) => format!("{first} and later"),
            (None, Some(last)) => format!("up to {last}"),
            (Some(first), Some(last)) => format!("{first} to {last}"),
        }
    }
}
