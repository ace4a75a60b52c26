//! How a PX file is written: keywords with values, then figures.

use std::collections::HashMap;

use encoding_rs::Encoding;

use crate::error::{Error, Result};
use crate::providers::pxweb::cube::Figure;

/// UTF-8, or what the file itself says in ASCII.
pub(crate) fn decode(bytes: &[u8]) -> String {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return text.trim_start_matches('\u{feff}').to_owned();
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]);
    let page = head
        .split_once("CODEPAGE=\"")
        .and_then(|(_, rest)| rest.split('"').next())
        .unwrap_or("windows-1252");
    let encoding = Encoding::for_label(page.as_bytes()).unwrap_or(encoding_rs::WINDOWS_1252);
    encoding.decode(bytes).0.into_owned()
}

/// A keyword of the default language with what it is about: `VALUES("year")` is `("VALUES",
/// "year")`.
pub(crate) type Entries = HashMap<(String, String), Vec<String>>;

/// All entries before the data, and the data.
pub(crate) fn entries(text: &str) -> Result<(Entries, &str)> {
    let mut entries = Entries::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let end = rest
            .find(['=', '(', '['])
            .ok_or_else(|| faulty("there is no `DATA`; the file may be cut"))?;
        let keyword = rest[..end].trim().to_ascii_uppercase();
        rest = &rest[end..];
        let mut foreign = false;
        if let Some(inside) = rest.strip_prefix('[') {
            let (_, after) = inside
                .split_once(']')
                .ok_or_else(|| faulty(&format!("`{keyword}[` has no end")))?;
            (foreign, rest) = (true, after.trim_start());
        }
        let mut about = String::new();
        if let Some(inside) = rest.strip_prefix('(') {
            let (texts, after) =
                texts(inside, ')').ok_or_else(|| faulty(&format!("`{keyword}(` has no end")))?;
            about = texts.into_iter().next().unwrap_or_default();
            rest = after.trim_start();
        }
        rest = rest
            .strip_prefix('=')
            .ok_or_else(|| faulty(&format!("`{keyword}` has no `=`")))?;
        if keyword == "DATA" {
            return Ok((entries, rest));
        }
        let (values, after) = texts(rest, ';')
            .ok_or_else(|| faulty(&format!("`{keyword}` has no end; the file may be cut")))?;
        rest = after;
        // The first of each wins: a language of its own comes later in the file.
        if !foreign {
            entries.entry((keyword, about)).or_insert(values);
        }
    }
}

/// Texts up to an end sign outside quotes, and what comes after it. Words without quotes are texts
/// too.
fn texts(text: &str, end: char) -> Option<(Vec<String>, &str)> {
    let (mut texts, mut word, mut quoted, mut any) = (Vec::new(), String::new(), false, false);
    for (at, c) in text.char_indices() {
        match c {
            '"' => (quoted, any) = (!quoted, true),
            _ if quoted => word.push(c),
            ',' => {
                texts.push(std::mem::take(&mut word));
                any = false;
            }
            _ if c == end => {
                if any || !word.is_empty() {
                    texts.push(word);
                }
                return Some((texts, &text[at + c.len_utf8()..]));
            }
            _ if c.is_whitespace() => {}
            _ => word.push(c),
        }
    }
    None
}

/// The figures, the signs that stand for some, and how many are written as nothing.
pub(crate) fn figures(data: &str, count: usize) -> Result<(Vec<Figure>, Vec<String>, u64)> {
    let (mut figures, mut marks, mut zeros) = (Vec::new(), Vec::<String>::new(), 0);
    let data = data.trim_end();
    let Some(data) = data.strip_suffix(';') else {
        return Err(faulty(
            "the data has no `;` at its end; the file is cut, download it again",
        ));
    };
    for cell in data
        .split(|c: char| c.is_whitespace() || c == ',' || c == ';')
        .filter(|cell| !cell.is_empty())
    {
        let cell = cell.trim_matches('"');
        figures.push(match cell.parse::<f64>() {
            Ok(number) if number.is_finite() => Figure::Number(number),
            _ if cell == "-" => {
                zeros += 1;
                Figure::Number(0.0)
            }
            _ if !cell.is_empty() && cell.bytes().all(|byte| byte == b'.') => {
                let known = marks.iter().position(|mark| mark == cell);
                Figure::Mark(known.unwrap_or_else(|| {
                    marks.push(cell.to_owned());
                    marks.len() - 1
                }) as u32)
            }
            _ => {
                return Err(faulty(&format!(
                    "cell {} is `{cell}`, no number",
                    figures.len() + 1
                )));
            }
        });
        if figures.len() > count {
            break;
        }
    }
    if figures.len() != count {
        let more = if figures.len() > count {
            "more than "
        } else {
            ""
        };
        return Err(faulty(&format!(
            "there are {more}{} figures for {count} cells",
            figures.len().min(count)
        )));
    }
    Ok((figures, marks, zeros))
}

pub(crate) fn faulty(what: &str) -> Error {
    Error::Unreadable {
        reason: format!("faulty px: {what}"),
    }
}
