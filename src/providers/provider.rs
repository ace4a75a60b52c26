//! The contract of this wing.

use super::door::Door;
use super::text::document::Document;
use crate::error::Result;

/// A layout of trade files.
pub trait Provider: Sync {
    /// The word that `--as` takes.
    fn name(&self) -> &'static str;

    /// Whose files they are and what they look like, in a line for the catalogue.
    fn about(&self) -> &'static str;

    /// Whether a file looks like this layout; cheap, and sure: a wrong yes hides every layout
    /// further down the list.
    fn recognises(&self, document: &Document) -> bool;

    /// Hands every observation to the door, and tells it what the file says of itself.
    ///
    /// # Errors
    /// Only for what makes the whole file unreadable; a faulty row is rejected at the door.
    fn read(&self, document: &Document, door: &mut Door<'_>) -> Result<()>;
}
