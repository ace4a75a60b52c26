//! How many items a total could be spread over.

use crate::indicators::reason::Reason;

/// The number of items that normalisations and Theil's index rest on; captions print it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Items {
    /// All that are listed, with zeros.
    #[default]
    Listed,
    /// Those with trade alone.
    Traded,
    /// As many as the classification has, whether listed or not.
    Of(usize),
}

impl Items {
    /// The words of captions.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Listed => "n of items listed",
            Self::Traded => "n of items traded",
            Self::Of(_) => "n as given",
        }
    }

    /// # Errors
    /// [`Reason::FewerThanTraded`] if the number given is below the number of items with trade.
    pub fn count(self, values: &[f64]) -> Result<usize, Reason> {
        let traded = values.iter().filter(|value| **value > 0.0).count();
        match self {
            Self::Listed => Ok(values.len()),
            Self::Traded => Ok(traded),
            Self::Of(n) if n < traded => Err(Reason::FewerThanTraded),
            Self::Of(n) => Ok(n),
        }
    }
}
