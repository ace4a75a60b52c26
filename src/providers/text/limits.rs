//! How much unpacking may yield.

use crate::error::Result;
use crate::providers::text::cell::unreadable;

/// How much unpacking may yield.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes in all.
    pub bytes: u64,
    /// Times the packed size; trade files stay below 50.
    pub ratio: u64,
    /// Bytes up to which the ratio does not matter.
    pub small: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 8 << 30,
            ratio: 200,
            small: 64 << 20,
        }
    }
}

pub fn within(size: u64, packed: u64, limits: &Limits) -> Result<()> {
    if size > limits.bytes {
        return Err(unreadable(format!(
            "it holds more than the {} MiB that are read at most; split it, or raise the limit",
            limits.bytes >> 20
        )));
    }
    if size > limits.small && size / limits.ratio >= packed.max(1) {
        return Err(unreadable(format!(
            "it unpacks to more than {} times its size, which no data do; unpack it first if it is sound",
            limits.ratio
        )));
    }
    Ok(())
}
