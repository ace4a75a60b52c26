//! The bytes of a document and their text, shared with the grids read from it so that both are held once.

use std::sync::OnceLock;

use encoding_rs::{Encoding, UTF_8};

use crate::providers::text::decode::{Decoded, decode, encoding, line_at};

/// Bytes looked at to recognise a layout.
const HEAD: usize = 65_536;

#[derive(Debug)]
pub struct Content {
    bytes: Bytes,
    stated: Option<&'static Encoding>,
    head: OnceLock<String>,
    decoded: OnceLock<Result<Decoded, String>>,
    /// Header as found in the head, asked for by every provider in turn.
    pub header: OnceLock<Vec<String>>,
}

#[derive(Debug)]
enum Bytes {
    /// Their own text: UTF-8 with no mark, no NUL and plain line ends.
    Text(String),
    Other(Vec<u8>),
}

impl Content {
    /// The content of `bytes`, in the encoding that is stated, if one is.
    pub fn new(bytes: Vec<u8>, stated: Option<&'static Encoding>) -> Self {
        let plain = stated.is_none_or(|stated| stated == UTF_8)
            && !bytes.starts_with(b"\xef\xbb\xbf")
            && !bytes.contains(&0)
            && lone_returns(&bytes) == 0;
        let bytes = match plain {
            true => String::from_utf8(bytes)
                .map_or_else(|error| Bytes::Other(error.into_bytes()), Bytes::Text),
            false => Bytes::Other(bytes),
        };
        Self {
            bytes,
            stated,
            head: OnceLock::new(),
            decoded: OnceLock::new(),
            header: OnceLock::new(),
        }
    }

    pub fn bytes(&self) -> &[u8] {
        match &self.bytes {
            Bytes::Text(text) => text.as_bytes(),
            Bytes::Other(bytes) => bytes,
        }
    }

    pub fn into_bytes(self) -> Vec<u8> {
        match self.bytes {
            Bytes::Text(text) => text.into_bytes(),
            Bytes::Other(bytes) => bytes,
        }
    }

    /// The first of the text, up to a whole character.
    pub fn head(&self) -> &str {
        match &self.bytes {
            Bytes::Text(text) => &text[..text.floor_char_boundary(HEAD)],
            Bytes::Other(bytes) => self.head.get_or_init(|| {
                let start = &bytes[..bytes.len().min(HEAD)];
                let (encoding, guessed) = self.encoding(bytes);
                let mut text = decode(start, encoding, guessed).text;
                // The cut may lie within a character.
                if bytes.len() > HEAD && text.ends_with(char::REPLACEMENT_CHARACTER) {
                    text.pop();
                }
                with_line_feeds(text).0
            }),
        }
    }

    /// The whole text, or why there is none.
    pub fn text(&self) -> Result<&str, String> {
        match &self.bytes {
            Bytes::Text(text) => Ok(text),
            Bytes::Other(bytes) => self
                .decoded
                .get_or_init(|| self.decode(bytes))
                .as_ref()
                .map(|decoded| decoded.text.as_str())
                .map_err(Clone::clone),
        }
    }

    /// Whether the bytes are the text.
    pub fn is_utf8(&self) -> bool {
        matches!(self.bytes, Bytes::Text(_))
    }

    /// How the text was had, where it is not the bytes themselves; after [`Content::text`].
    pub fn decoded(&self) -> Option<&Decoded> {
        self.decoded.get()?.as_ref().ok()
    }

    fn encoding(&self, bytes: &[u8]) -> (&'static Encoding, bool) {
        self.stated
            .map_or_else(|| encoding(bytes), |stated| (stated, false))
    }

    fn decode(&self, bytes: &[u8]) -> Result<Decoded, String> {
        let (encoding, guessed) = self.encoding(bytes);
        let mut decoded = decode(bytes, encoding, guessed);
        if let Some(at) = decoded.text.find('\0') {
            let line = line_at(&decoded.text[..at]);
            return Err(format!(
                "line {line} holds a NUL byte, so this is no text or it is damaged; if it is UTF-16, say so with `--encoding`"
            ));
        }
        (decoded.text, decoded.returns) = with_line_feeds(decoded.text);
        Ok(decoded)
    }
}

/// Carriage returns that no line feed follows: line ends of old systems.
fn lone_returns(bytes: &[u8]) -> u64 {
    let lone = |at: &usize| bytes[*at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    (0..bytes.len()).filter(lone).count() as u64
}

/// The text with such returns as line feeds, and how many there were.
fn with_line_feeds(text: String) -> (String, u64) {
    let lone = lone_returns(text.as_bytes());
    if lone == 0 {
        return (text, 0);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('\r') {
        plain.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        plain.push(if rest.starts_with('\n') { '\r' } else { '\n' });
    }
    plain.push_str(rest);
    (plain, lone)
}
