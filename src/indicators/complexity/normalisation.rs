//! The two scales of the product complexity index.

/// What PCI is measured from, and in what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Normalisation {
    /// From the mean and in the deviations of the exporters' vector, as in py-ecomplexity and the Stata package:
    /// an exporter's ECI is then the mean PCI of the products it is present in.
    #[default]
    ByExporters,
    /// From the mean and in the deviations of the products' own vector, as in the *Atlas*.
    ByProducts,
}

impl Normalisation {
    pub const ALL: [Self; 2] = [Self::ByExporters, Self::ByProducts];

    /// The word that commands and captions use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ByExporters => "by-exporters",
            Self::ByProducts => "by-products",
        }
    }

    pub const fn formula(self) -> &'static str {
        match self {
            Self::ByExporters => {
                "PCI(p) = (K(p) − mean K(c)) / sd K(c), so that ECI(c) = mean PCI(p) where M(c,p) = 1"
            }
            Self::ByProducts => "PCI(p) = (K(p) − mean K(p)) / sd K(p)",
        }
    }
}
