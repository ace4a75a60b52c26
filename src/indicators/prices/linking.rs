//! How comparisons of two periods become a series.

/// By which comparisons each period is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Linking {
    /// Every period against the reference period.
    FixedBase,
    /// Every period against the one before, multiplied up.
    #[default]
    Chained,
    /// Every month or quarter against the whole year before, the years chained; the reference is
    /// a year. Free of the drift of chains from month to month.
    AnnualOverlap,
    /// The geometric mean of all ways over a third period; the same whichever period is the base.
    Geks,
}

impl Linking {
    pub const ALL: [Self; 4] = [
        Self::FixedBase,
        Self::Chained,
        Self::AnnualOverlap,
        Self::Geks,
    ];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::FixedBase => "fixed-base",
            Self::Chained => "chained",
            Self::AnnualOverlap => "annual-overlap",
            Self::Geks => "geks",
        }
    }

    pub const fn formula(self) -> &'static str {
        match self {
            Self::FixedBase => "P(r,t)",
            Self::Chained => "P(r,r+1) · … · P(t−1,t)",
            Self::AnnualOverlap => "A(y−1) · P(year y−1, t), A chained over years",
            Self::Geks => "Πs (P(r,s) · P(s,t))^(1/T)",
        }
    }
}
