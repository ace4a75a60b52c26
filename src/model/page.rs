//! A page for people: sections of sentences and tables.

use super::source::Source;
use super::table::Table;

/// What a result says in words, beside its figures.
#[derive(Debug, Clone, Default)]
pub struct Page {
    pub title: String,
    pub sections: Vec<Section>,
    /// Whose figures the page rests on.
    pub sources: Vec<Source>,
}

/// A part of a page under its own heading.
#[derive(Debug, Clone, Default)]
pub struct Section {
    /// Empty for what stands right below the title.
    pub heading: String,
    pub parts: Vec<Part>,
}

/// A piece of a section.
#[derive(Debug, Clone)]
pub enum Part {
    Paragraph(String),
    /// Words of somebody else.
    Quote(String),
    List(Vec<String>),
    /// Rows alone; what its caption says in notes is for the page to say.
    Table(Table),
}

impl Page {
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            ..Self::default()
        }
    }

    /// Adds a section unless it is empty.
    pub fn add(&mut self, section: Section) {
        if !section.parts.is_empty() {
            self.sections.push(section);
        }
    }
}

impl Section {
    pub fn new(heading: impl Into<String>) -> Self {
        Self {
            heading: heading.into(),
            parts: Vec::new(),
        }
    }

    /// With a paragraph, unless it is empty.
    #[must_use]
    pub fn say(mut self, paragraph: impl Into<String>) -> Self {
        let paragraph = paragraph.into();
        if !paragraph.is_empty() {
            self.parts.push(Part::Paragraph(paragraph));
        }
        self
    }

    /// With words of somebody else.
    #[must_use]
    pub fn quote(mut self, words: impl Into<String>) -> Self {
        self.parts.push(Part::Quote(words.into()));
        self
    }

    /// With a list, unless it is empty.
    #[must_use]
    pub fn list(mut self, items: impl IntoIterator<Item = String>) -> Self {
        let items: Vec<String> = items.into_iter().collect();
        if !items.is_empty() {
            self.parts.push(Part::List(items));
        }
        self
    }

    /// With the rows of a table, unless it has none.
    #[must_use]
    pub fn table(mut self, table: Table) -> Self {
        if table.data.height() > 0 {
            self.parts.push(Part::Table(table));
        }
        self
    }
}
