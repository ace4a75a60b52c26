//! Which form a text has.

use super::Form;

/// What a text looks like; plain prose if like nothing else.
pub(super) fn form(text: &str) -> Form {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let lower: String = text.chars().take(2000).collect::<String>().to_lowercase();
    let opening = |mark: &str| lower.starts_with(mark);
    if opening("[{")
        || opening("{\"")
        || opening("[\n") && lower.contains('{')
        || opening("{\n") && lower.contains('"')
    {
        return Form::Json;
    }
    let tags = ["<p>", "<p ", "<div", "<html", "<body", "<h1", "<br", "<li>"];
    if opening("<!doctype") || opening("<html") || tags.iter().any(|tag| lower.contains(tag)) {
        return Form::Html;
    }
    if is_table(text) {
        return Form::Csv;
    }
    let marked = |line: &str| {
        ["# ", "## ", "### ", "- ", "* ", "```", "> "]
            .iter()
            .any(|mark| line.starts_with(mark))
            || line.contains("](")
    };
    if text.lines().any(|line| marked(line.trim_start())) || lower.contains("**") {
        return Form::Markdown;
    }
    Form::Prose
}

/// Whether the first line is a header of short names and the second has as many cells.
fn is_table(text: &str) -> bool {
    let mut lines = text.lines();
    let (Some(header), Some(_)) = (lines.next(), lines.next()) else {
        return false;
    };
    [',', '\t', ';'].iter().any(|separator| {
        let names: Vec<&str> = header.split(*separator).map(str::trim).collect();
        let short = names
            .iter()
            .all(|name| !name.is_empty() && name.len() <= 30 && name.split(' ').count() <= 4);
        let column = names.iter().any(|name| super::row::column(name).is_some());
        names.len() >= 3 && short && column && !header.trim_end().ends_with('.')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told_by_their_looks() {
        assert_eq!(
            form("In 2009, exports, imports and trade rose.\nMore."),
            Form::Prose
        );
        assert_eq!(
            form("exporter,importer,year,level\nNOR,CHN,2009,2.28"),
            Form::Csv
        );
        assert_eq!(
            form("period\tdirection\tvalue\n2009\tNOR->CHN\t2"),
            Form::Csv
        );
        assert_eq!(form("<!DOCTYPE html><p>x"), Form::Html);
        assert_eq!(form("# Title\n\ntext"), Form::Markdown);
        assert_eq!(form("[{\"exporter\": \"NOR\"}]"), Form::Json);
        assert_eq!(form(""), Form::Prose);
    }
}
