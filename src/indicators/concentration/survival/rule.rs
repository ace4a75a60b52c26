//! What counts as a spell of trade.

/// What becomes of spells whose beginning is not seen, so that their true length is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LeftCensored {
    /// Left out.
    #[default]
    Dropped,
    /// Kept as if they began with the data, which makes them too short.
    Kept,
}

impl LeftCensored {
    pub const ALL: [Self; 2] = [Self::Dropped, Self::Kept];

    /// The word that commands use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dropped => "dropped",
            Self::Kept => "kept",
        }
    }
}

/// Which spells of a flow are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    /// Each as one of its own.
    #[default]
    All,
    /// Each flow's first alone.
    First,
    /// Those of flows that have no other.
    Single,
}

impl Which {
    pub const ALL: [Self; 3] = [Self::All, Self::First, Self::Single];

    /// The word that commands use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::First => "first",
            Self::Single => "single",
        }
    }
}

/// How a series of values becomes spells; captions print all of it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SpellRule {
    /// Trade above this value counts as there; 0 by default.
    pub above: f64,
    /// Runs without trade up to so many periods do not end a spell; 0 by default.
    pub gap: usize,
    pub left_censored: LeftCensored,
    pub which: Which,
}

impl SpellRule {
    /// The words of captions.
    pub fn words(self) -> String {
        let left = match self.left_censored {
            LeftCensored::Dropped => "without those that began before the data",
            LeftCensored::Kept => "with those that began before the data",
        };
        let which = match self.which {
            Which::All => "all spells",
            Which::First => "first spells",
            Which::Single => "flows of a single spell",
        };
        format!(
            "{which} of trade above {}, {left}, gaps up to {} closed",
            self.above, self.gap
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn captions_say_the_whole_rule() {
        assert_eq!(
            SpellRule::default().words(),
            "all spells of trade above 0, without those that began before the data, gaps up to 0 closed"
        );
    }
}
