//! The variants of the complexity outlook.

use super::normalisation::Normalisation;

/// What stands for the complexity of products in outlooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weights {
    /// The eigenvector in deviations of ECI but not centred, as in py-ecomplexity and the Stata package.
    #[default]
    Eigenvector,
    /// The PCI itself, as in the *Atlas*.
    Pci(Normalisation),
}

impl Weights {
    pub const ALL: [Self; 3] = [
        Self::Eigenvector,
        Self::Pci(Normalisation::ByExporters),
        Self::Pci(Normalisation::ByProducts),
    ];

    /// The word that commands and captions use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Eigenvector => "eigenvector",
            Self::Pci(Normalisation::ByExporters) => "pci-by-exporters",
            Self::Pci(Normalisation::ByProducts) => "pci-by-products",
        }
    }

    pub const fn formula(self) -> &'static str {
        match self {
            Self::Eigenvector => {
                "K(p) = eigenvector / sd of the exporters' eigenvector, not centred"
            }
            Self::Pci(Normalisation::ByExporters) => "K(p) = PCI(p), by exporters",
            Self::Pci(Normalisation::ByProducts) => "K(p) = PCI(p), by products",
        }
    }
}

/// What counts as gain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Gain {
    /// What the product would bring nearer, as in py-ecomplexity and the Stata package.
    #[default]
    Gross,
    /// The same, less what the product itself counts for in the outlook as long as it is lacking, as in the *Atlas*.
    Net,
}

impl Gain {
    pub const ALL: [Self; 2] = [Self::Gross, Self::Net];

    /// The word that commands and captions use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Gross => "gross",
            Self::Net => "net",
        }
    }

    pub const fn formula(self) -> &'static str {
        match self {
            Self::Gross => "COG(c,p) = (1 − M(c,p)) Σq (1 − M(c,q)) φ(p,q) K(q) / Σr φ(q,r)",
            Self::Net => {
                "COG(c,p) = (1 − M(c,p)) (Σq (1 − M(c,q)) φ(p,q) K(q) / Σr φ(q,r) − ω(c,p) K(p))"
            }
        }
    }
}
