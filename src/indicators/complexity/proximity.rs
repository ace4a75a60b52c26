//! How alike two products are, by who has both.

use super::presence::Presence;
use super::unscored::Unscored;
use crate::indicators::about::About;

/// How likely an exporter of one of two products is to have the other as well.
pub const PROXIMITY: About = About {
    name: "proximity",
    short: "",
    about: "how likely an exporter of one of two products is to have the other as well, the less likely way round",
    formula: "φ(p,q) = Σc M(c,p) M(c,q) / max(k(p), k(q))",
    unit: "probability, 0 to 1",
    keys: "period × product × product",
    nulls: "null if nobody has one of the two; 1 for a product and itself",
    source: "Hidalgo, Klinger, Barabási and Hausmann (2007), Science 317",
};

/// Whether a product counts as near to itself, in density and in outlooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Itself {
    /// With a proximity of 1, as in py-ecomplexity.
    #[default]
    Counted,
    /// Only other products count, as in the Stata package of the same authors.
    LeftOut,
}

impl Itself {
    pub const ALL: [Self; 2] = [Self::Counted, Self::LeftOut];

    /// The word that commands and captions use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::LeftOut => "left-out",
        }
    }

    pub const fn formula(self) -> &'static str {
        match self {
            Self::Counted => "φ(p,p) = 1",
            Self::LeftOut => "φ(p,p) = 0",
        }
    }
}

/// The proximities of all pairs of products, computed as they are asked for: 5,000 products have 12 million pairs.
///
/// ```text
/// φ(p,q) = Σc M(c,p) M(c,q) / max(k(p), k(q)) = min(P(p|q), P(q|p))
/// ```
///
/// Keys: product × product. Unit: probability. Null where nobody has one of the two; a product and itself have 1.
///
/// Source: Hidalgo, Klinger, Barabási and Hausmann (2007), *Science* 317.
#[derive(Debug, Clone)]
pub struct Proximity<'a> {
    presence: &'a Presence,
    ubiquity: Vec<usize>,
}

impl<'a> Proximity<'a> {
    pub fn of(presence: &'a Presence) -> Self {
        Self {
            ubiquity: presence.ubiquity(),
            presence,
        }
    }

    /// # Errors
    /// [`Unscored::NoExporter`] if nobody has one of the two.
    pub fn at(&self, one: usize, other: usize) -> Result<f64, Unscored> {
        let (few, many) = (
            self.ubiquity[one].min(self.ubiquity[other]),
            self.ubiquity[one].max(self.ubiquity[other]),
        );
        if few == 0 {
            return Err(Unscored::NoExporter);
        }
        let both = self.presence.of_product.shared(one, other);
        Ok(both as f64 / many as f64)
    }
}
