//! Words of an analysis that the command line knows as well, read the same way.

use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error as _};

use crate::error::Error;

/// A value written as the command line takes it.
pub(super) fn word<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err = Error>,
{
    String::deserialize(deserializer)?
        .parse()
        .map_err(D::Error::custom)
}

/// The same where it may be left out.
pub(super) fn some_word<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err = Error>,
{
    word(deserializer).map(Some)
}

/// `850x600`.
pub(super) fn size<'de, D: Deserializer<'de>>(deserializer: D) -> Result<(u32, u32), D::Error> {
    let typed = String::deserialize(deserializer)?;
    super::picture::size(&typed).map_err(D::Error::custom)
}
