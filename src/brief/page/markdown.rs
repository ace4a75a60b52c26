//! Headings, paragraphs, lists, pictures and tables in Markdown.

use crate::error::Result;
use crate::model::table::Table;
use crate::outputs::markdown_rows;

/// A page being written.
#[derive(Default)]
pub(super) struct Page {
    pub text: String,
}

impl Page {
    pub fn heading(&mut self, level: usize, words: &str) {
        self.line(&format!("{} {words}", "#".repeat(level)));
    }

    /// A paragraph of its own.
    pub fn line(&mut self, words: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(words);
        self.text.push('\n');
    }

    pub fn bullets(&mut self, items: &[String]) {
        if items.is_empty() {
            return;
        }
        let list: Vec<String> = items.iter().map(|item| format!("- {item}")).collect();
        self.line(&list.join("\n"));
    }

    pub fn image(&mut self, words: &str, file: &str) {
        // Square brackets would end the alternative text.
        let alt = words.replace(['[', ']'], "").replace('\n', " ");
        self.line(&format!("![{alt}]({file})"));
    }

    pub fn table(&mut self, table: &Table, file: &str) -> Result<()> {
        self.line(markdown_rows(table)?.trim_end());
        self.line(&format!("All columns: [{file}]({file})."));
        Ok(())
    }
}

/// Words of a file, with nothing that Markdown or a browser would take for its own.
pub(super) fn plain(words: &str) -> String {
    let quiet = words
        .chars()
        .filter(|letter| !letter.is_control() && !"`*[]".contains(*letter));
    quiet.collect::<String>().replace('<', "&lt;")
}
