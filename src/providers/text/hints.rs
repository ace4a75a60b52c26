//! What the user says of how a file is written.

use encoding_rs::Encoding;

use crate::error::{Error, Result};

/// What the user says of how a file is written; whatever is said is not looked for.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Hints {
    pub encoding: Option<&'static Encoding>,
    pub separator: Option<char>,
    /// `.` or `,`.
    pub decimal: Option<char>,
    pub thousands: Option<char>,
}

impl Hints {
    /// The encoding of a name such as `latin1`, `windows-1252` or `utf-16le`.
    ///
    /// # Errors
    /// [`Error::UnknownWord`] for a name that no standard gives.
    pub fn encoding(name: &str) -> Result<&'static Encoding> {
        Encoding::for_label(name.trim().as_bytes()).ok_or_else(|| Error::UnknownWord {
            what: "encoding",
            typed: name.to_owned(),
            known: vec![
                "utf-8",
                "utf-16le",
                "utf-16be",
                "windows-1252",
                "iso-8859-2",
                "shift_jis",
                "gb18030",
            ],
        })
    }
}
