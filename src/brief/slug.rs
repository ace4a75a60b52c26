//! Names of files made of names of sources.

use crate::model::source::Source;

/// A part of a file name for a source: small letters, digits and dashes, another for each source.
///
/// Ids come from users' files; nothing in them leads out of the folder of the brief.
pub(super) fn slug(sources: &[Source], id: &str) -> String {
    let own = plain(id);
    let before = sources.iter().take_while(|source| source.id != id);
    match before.filter(|source| plain(&source.id) == own).count() {
        0 => own,
        earlier => format!("{own}-{}", earlier + 1),
    }
}

fn plain(id: &str) -> String {
    let dashed: String = id
        .to_lowercase()
        .chars()
        .map(|letter| {
            if letter.is_ascii_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .collect();
    match dashed.trim_matches('-') {
        "" => "source".to_owned(),
        plain => plain.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_id_leads_out_of_the_folder_or_meets_another() {
        let source = |id: &str| Source {
            id: id.to_owned(),
            ..Source::default()
        };
        let sources = ["/../../x", "x", "X!", "…"].map(source);
        let slugs: Vec<String> = sources.iter().map(|one| slug(&sources, &one.id)).collect();
        assert_eq!(slugs, ["x", "x-2", "x-3", "source"]);
    }
}
