//! A file, unpacked, and its text.

use std::sync::Arc;

use encoding_rs::{Encoding, UTF_8};

use crate::error::{Error, Result};
use crate::providers::text::content::Content;
use crate::providers::text::dialect::Hints;

/// Endings that only say how a file is packed.
const PACKED: [&str; 5] = ["gz", "gzip", "zst", "zstd", "z"];

/// A file, unpacked.
#[derive(Debug, Clone)]
pub struct Document {
    name: String,
    content: Arc<Content>,
    hints: Hints,
}

impl Document {
    pub fn new(name: &str, bytes: Vec<u8>) -> Self {
        Self {
            name: name.to_owned(),
            content: Arc::new(Content::new(bytes, None)),
            hints: Hints::default(),
        }
    }

    /// The same document, with what the user says of how it is written.
    pub fn with_hints(self, hints: Hints) -> Self {
        // Whatever was read from the bytes so far may be wrong now.
        let bytes = match Arc::try_unwrap(self.content) {
            Ok(content) => content.into_bytes(),
            Err(shared) => shared.bytes().to_vec(),
        };
        Self {
            name: self.name,
            content: Arc::new(Content::new(bytes, hints.encoding)),
            hints,
        }
    }

    /// Name of the file, or of the member of an archive.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Ending of the name in lower case, what a compression adds taken off.
    pub fn ending(&self) -> String {
        let name = self.name.rsplit('/').next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        let endings = name.rsplit('.');
        let mut unpacked = endings.skip_while(|ending| PACKED.contains(ending));
        unpacked.next().unwrap_or_default().to_owned()
    }

    /// The unpacked bytes.
    pub fn bytes(&self) -> &[u8] {
        self.content.bytes()
    }

    /// The first 64 KiB as text, for looking at; never fails, never a byte-order mark.
    pub fn head(&self) -> &str {
        self.content.head()
    }

    /// The whole text, decoded: no byte-order mark, and lines end in LF or CRLF.
    ///
    /// # Errors
    /// If it is no text at all.
    pub fn text(&self) -> Result<&str> {
        self.content
            .text()
            .map_err(|reason| Error::Unreadable { reason })
    }

    /// The encoding the text was decoded from, and whether that is a guess.
    ///
    /// # Errors
    /// If it is no text at all.
    pub fn encoding(&self) -> Result<(&'static Encoding, bool)> {
        self.text()?;
        let decoded = self.content.decoded();
        Ok(decoded.map_or((UTF_8, false), |decoded| {
            (decoded.encoding, decoded.guessed)
        }))
    }

    /// Name of the encoding, if it is text and was asked for.
    pub fn decoded_from(&self) -> Option<&'static str> {
        if self.content.is_utf8() {
            return Some(UTF_8.name());
        }
        self.content
            .decoded()
            .map(|decoded| decoded.encoding.name())
    }

    /// What the reader must know of the decoding: a guess, bytes that did not fit.
    pub fn decoding_remarks(&self) -> Vec<String> {
        let Some(decoded) = self.content.decoded() else {
            return Vec::new();
        };
        let name = decoded.encoding.name();
        let guess = decoded.guessed.then(|| {
            format!("the encoding is taken to be {name}; if letters look wrong, say which with `--encoding`")
        });
        let malformed = (decoded.malformed > 0).then(|| {
            format!(
                "places whose bytes are no {name} read as `\u{fffd}`: {}, the first on line {}",
                decoded.malformed, decoded.malformed_line
            )
        });
        let returns = (decoded.returns > 0).then(|| {
            format!(
                "lines that end in a bare carriage return: {}",
                decoded.returns
            )
        });
        [guess, malformed, returns].into_iter().flatten().collect()
    }

    pub(crate) fn hints(&self) -> &Hints {
        &self.hints
    }

    pub(crate) fn content(&self) -> &Arc<Content> {
        &self.content
    }
}
