//! The page of an analysis: every chart, what it shows, and the command that draws it.

use super::{Drawing, Drawn};

pub(super) fn write(title: &str, about: &str, shown: &[(&Drawing, Drawn)]) -> String {
    let mut page = String::new();
    if !title.is_empty() {
        page += &format!("# {}\n\n", line(title));
    }
    if !about.is_empty() {
        page += &format!("{}\n\n", about.trim());
    }
    for (chart, drawn) in shown {
        let (kind, scene) = (chart.kind, &drawn.scene);
        let file = chart.output.display().to_string().replace(' ', "%20");
        page += &format!("## {}: {}\n\n", kind.as_str(), line(&scene.title));
        page += &format!("![{}]({file})\n\n", text(&scene.alt));
        page += &format!("{}.\n\n", kind.about());
        page += &format!("```sh\n{}\n```\n\n", chart.command());
        if let Some(table) = &chart.table {
            let table = table.display().to_string().replace(' ', "%20");
            page += &format!("The figures: [{table}]({table}).\n\n");
        }
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    page
}

/// One line of Markdown, with nothing that Markdown would take for its own.
fn text(words: &str) -> String {
    let mut escaped = String::new();
    for letter in line(words).chars() {
        if "\\`*_[]<>|#".contains(letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
