//! The trade that an exporter is held against.

/// All exporters together, or all others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reference {
    /// All exporters, this one too: shares of the world market.
    #[default]
    World,
    /// All other exporters: how it does against its competitors.
    RestOfWorld,
}

impl Reference {
    pub const ALL: [Self; 2] = [Self::World, Self::RestOfWorld];

    /// The word that commands and captions use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::World => "world",
            Self::RestOfWorld => "rest-of-world",
        }
    }

    /// What is left of all trade when it is this that an exporter is held against.
    pub(super) fn of(self, all: f64, own: f64) -> f64 {
        match self {
            Self::World => all,
            // Never below zero but by rounding: a sum is at least each of its terms.
            Self::RestOfWorld => (all - own).max(0.0),
        }
    }
}
